/** Conditions on a text, to be listed at the end of a sentence: “Monitoring is at least …”, “the clause … is in the text”. */
import type { Conditions } from "../scenario/preference.ts";
import type { PublicScenario } from "../seat/public.ts";
import { situation } from "./words/situation.ts";

const words = situation.conditions;

/** Empty when there are none; conditions that any text meets are left out. */
export function describeConditions(scenario: PublicScenario, conditions: Conditions): readonly string[] {
  const parts: string[] = [];
  for (let c = 0; c < conditions.length; c += 3)
    parts.push(...describeRange(scenario, conditions[c]!, conditions[c + 1]!, conditions[c + 2]!));
  return parts;
}

function describeRange(scenario: PublicScenario, index: number, least: number, most: number): string[] {
  const { kind, title, label, options } = scenario.issues[index]!;
  const last = options.length - 1;
  const name = (option: number) => options[option]!.label;
  if (least === 0 && most === last) return [];
  if (kind === "clause") return [least === 0 ? words.absent({ title }) : words.present({ title })];
  if (least === most) return [words.exactly({ label, option: name(least) })];
  if (most === last) return [words.atLeast({ label, option: name(least) })];
  if (least === 0) return [words.atMost({ label, option: name(most) })];
  return [words.between({ label, least: name(least), most: name(most) })];
}
