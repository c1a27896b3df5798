/** Conditions on a text as the end of a sentence: “Monitoring is at least …”, “the clause … is in the text”. */
import type { Conditions } from "../scenario/preference.ts";
import type { PublicScenario } from "../seat/public.ts";
import { listed } from "./words.ts";

const words = {
  present: (title: string) => `“${title}” is in the text`,
  absent: (title: string) => `“${title}” is not in the text`,
  exactly: (label: string, option: string) => `${label} is “${option}”`,
  atLeast: (label: string, option: string) => `${label} is at least “${option}”`,
  atMost: (label: string, option: string) => `${label} is at most “${option}”`,
  between: (label: string, least: string, most: string) => `${label} is from “${least}” to “${most}”`,
} as const;

/** Empty when there are none; conditions that any text meets are left out. */
export function describeConditions(scenario: PublicScenario, conditions: Conditions): string {
  const parts: string[] = [];
  for (let c = 0; c < conditions.length; c += 3)
    parts.push(...describeRange(scenario, conditions[c]!, conditions[c + 1]!, conditions[c + 2]!));
  return listed(parts);
}

function describeRange(scenario: PublicScenario, index: number, least: number, most: number): string[] {
  const { kind, title, label, options } = scenario.issues[index]!;
  const last = options.length - 1;
  const name = (option: number) => options[option]!.label;
  if (least === 0 && most === last) return [];
  if (kind === "clause") return [least === 0 ? words.absent(title) : words.present(title)];
  if (least === most) return [words.exactly(label, name(least))];
  if (most === last) return [words.atLeast(label, name(least))];
  return [least === 0 ? words.atMost(label, name(most)) : words.between(label, name(least), name(most))];
}
