/**
 * What a card does, as sentences for everybody: one kind of effect, one whole sentence. They are built from the card as
 * written, so that a group is called what the author calls it, and say nothing of anybody's numbers beyond the card's own.
 */
import { issueIndex } from "../scenario/outcome.ts";
import { partiesOf } from "../scenario/parties.ts";
import { conditionsOf } from "../scenario/preference.ts";
import { type ScenarioEffect, SELF, TARGET, type WorldVariable } from "../scenario/schema.ts";
import type { PublicScenario } from "../seat/public.ts";
import { describeConditions } from "./conditions.ts";
import { listed, nameIn } from "./sentences.ts";
import { told } from "./words/told.ts";

/** Who plays a card and what it is aimed at, as indices; −1 for nobody and nothing. */
export interface Aim {
  readonly by: number;
  readonly target: number;
}

/** Members of a group up to which each is named. */
const NAMED_MEMBERS = 3;
/** Parties up to which each is named in one sentence, and how many are when there are more. */
const NAMED_PARTIES = 4;
const NAMED_OF_MANY = 2;

const words = told.effects;

type ValueEffect = Extract<ScenarioEffect, { changes: "value" }>;

/** Sentences, each once; what is done alike to several options of an issue is told together. */
export function describeEffects(
  scenario: PublicScenario,
  effects: readonly ScenarioEffect[],
  aim: Aim,
): readonly string[] {
  const sentences = effects.flatMap((effect, i) => {
    if (effect.changes !== "value") return describeEffect(scenario, effect, aim);
    const alike = effects.filter(
      (other): other is ValueEffect => other.changes === "value" && goWith(effect, other),
    );
    return effects.indexOf(alike[0]!) === i ? [describeValues(scenario, alike, aim)] : [];
  });
  return [...new Set(sentences)];
}

function goWith(a: ValueEffect, b: ValueEffect): boolean {
  return a.issue === b.issue && `${a.parties}` === `${b.parties}` && a.add < 0 === b.add < 0;
}

/** `effects`: on one issue for the same parties, all in one direction. */
function describeValues(scenario: PublicScenario, effects: readonly ValueEffect[], aim: Aim): string {
  const [{ issue, parties, add }] = effects as [ValueEffect];
  const shares = new Set(effects.map((effect) => percentOf(effect.add)));
  const options = optionsName(
    scenario,
    issueIndex(scenario, issue),
    effects.map(({ option }) => option),
  );
  return words.value[wayOf(add)]({
    what: options,
    who: describeParties(scenario, parties, aim),
    shares: [...shares],
  });
}

/** An effect on both ends of a limit gives two sentences. */
function describeEffect(
  scenario: PublicScenario,
  effect: Exclude<ScenarioEffect, ValueEffect>,
  aim: Aim,
): readonly string[] {
  if (effect.changes === "world") return [describeWorld(scenario, effect.variable, effect.add)];
  const who = describeParties(scenario, effect.parties, aim);
  const at = (id: string) => (id === TARGET ? aim.target : issueIndex(scenario, id));
  switch (effect.changes) {
    case "weight":
      return [
        words.weight[wayOf(effect.add)]({
          issue: issueName(scenario, at(effect.issue)),
          who,
          points: pointsOf(effect.add),
        }),
      ];
    case "limit":
      return describeLimit(scenario, at(effect.issue), who, effect.min ?? 0, effect.max ?? 0);
    case "reservationValue":
      return [words.noAgreement[wayOf(effect.add)]({ who, points: pointsOf(effect.add) })];
    case "ratification": {
      const conditions = describeConditions(scenario, conditionsOf(scenario, effect.when ?? []));
      const percent = effect.add * 100;
      const values = { who, percent, size: Math.abs(percent) };
      const way = wayOf(effect.add);
      return [
        conditions.length === 0
          ? words.approval[way](values)
          : words.approvalIf[way]({ ...values, conditions }),
      ];
    }
    case "reveal":
      return [
        words.reveal({
          who,
          issue: effect.issue === undefined ? words.everyIssue : issueName(scenario, at(effect.issue)),
        }),
      ];
  }
}

function describeWorld(scenario: PublicScenario, variable: WorldVariable, add: number): string {
  const way = add < 0 ? "down" : "up";
  const side = scenario.parties.findIndex(({ id }) => id === scenario.aftermath?.protected);
  return variable === "powerShift" && side >= 0
    ? words.balance[way]({ name: nameIn(scenario, side) })
    : words.world[variable][way];
}

function describeLimit(
  scenario: PublicScenario,
  issue: number,
  who: string,
  min: number,
  max: number,
): string[] {
  const name = issueName(scenario, issue);
  const clause = scenario.issues[issue]!.kind === "clause";
  const told = (way: keyof typeof words.limits, by: number) =>
    clause
      ? words.clauseLimits[way]({ who, clause: name })
      : words.limits[way]({ who, steps: Math.abs(by), issue: name });
  return [
    ...(max === 0 ? [] : [told(max > 0 ? "further" : "lessFar", max)]),
    ...(min === 0 ? [] : [told(min > 0 ? "insists" : "settles", min)]),
  ];
}

/** References to parties as people say them: small groups by their members, large ones by their name. */
export function describeParties(scenario: PublicScenario, references: readonly string[], aim: Aim): string {
  if (references.includes("all")) return words.everybody;
  const groups: string[] = [];
  const grouped = new Set<number>();
  const single = new Set<number>();
  for (const reference of references) {
    const members = membersOf(scenario, reference, aim);
    const [kind, name] = reference.split(":");
    if (name === undefined || members.length <= NAMED_MEMBERS) {
      for (const party of members) single.add(party);
      continue;
    }
    for (const party of members) grouped.add(party);
    const own = words[kind === "bloc" ? "bloc" : "group"]({
      name: name.replaceAll("_", " "),
      count: members.length,
    });
    groups.push(kind === "group" ? (scenario.groups?.[name] ?? own) : own);
  }
  const names = [...single].filter((party) => !grouped.has(party)).map((party) => nameIn(scenario, party));
  if (names.length <= NAMED_PARTIES) return listed([...groups, ...names]);
  return listed([
    ...groups,
    ...names.slice(0, NAMED_OF_MANY),
    words.others({ count: names.length - NAMED_OF_MANY }),
  ]);
}

function membersOf(scenario: PublicScenario, reference: string, { by, target }: Aim): number[] {
  if (reference === SELF) return [by];
  return reference === TARGET ? [target] : partiesOf(scenario, reference);
}

/** An issue inside a sentence. */
export function issueName(scenario: PublicScenario, issue: number): string {
  const { kind, title, label } = scenario.issues[issue]!;
  return kind === "clause" ? words.clause({ title }) : label;
}

function optionsName(scenario: PublicScenario, issue: number, ids: readonly string[]): string {
  const { kind, title, label, options } = scenario.issues[issue]!;
  const places = ids.map((id) => options.findIndex((option) => option.id === id));
  if (kind === "clause") return places[0] === 0 ? words.outOfText({ title }) : words.inText({ title });
  return words.options({
    labels: places.map((place) => words.option({ label: options[place]!.label })),
    title: label,
  });
}

function wayOf(add: number): "more" | "less" {
  return add < 0 ? "less" : "more";
}

function pointsOf(add: number): string {
  return words.points({ points: add, size: Math.abs(add) });
}

function percentOf(share: number): string {
  return words.share({ percent: share * 100 });
}
