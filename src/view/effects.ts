/**
 * What a card does, as sentences for everybody: one kind of effect, one whole sentence. They are built from the card as
 * written, so that a group is called what the author calls it, and say nothing of anybody's numbers beyond the card's own.
 */
import { issueIndex } from "../scenario/outcome.ts";
import { partiesOf } from "../scenario/parties.ts";
import { conditionsOf } from "../scenario/preference.ts";
import { type Scenario, type ScenarioEffect, SELF, TARGET, type WorldVariable } from "../scenario/schema.ts";
import { describeConditions } from "./conditions.ts";
import { atStart, countOf, listed, nameIn, signedPoints } from "./words.ts";

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

const words = {
  everybody: "everybody",
  everyIssue: "every issue",
  clause: (title: string) => `the clause “${title}”`,
  options: (labels: string, title: string) => `${labels} on ${title}`,
  option: (label: string) => `“${label}”`,
  inText: (title: string) => `“${title}” in the text`,
  outOfText: (title: string) => `“${title}” left out`,
  group: (name: string, count: number) => `the ${countOf(count, "party", "parties")} of the group “${name}”`,
  bloc: (name: string, count: number) => `the ${countOf(count, "party", "parties")} of the bloc “${name}”`,
  others: (count: number) => countOf(count, "other", "others"),
  weight: (issue: string, who: string, add: number) =>
    `${add < 0 ? "Less" : "More"} is at stake for ${who} on ${issue} (${pointsOf(add)}).`,
  value: (what: string, who: string, more: boolean, shares: string) =>
    `For ${who}, ${more ? "more" : "less"} speaks for ${what} (${shares} of what the issue weighs).`,
  limits: {
    further: (who: string, options: string, issue: string) => `${who} may go ${options} further on ${issue}.`,
    lessFar: (who: string, options: string, issue: string) =>
      `${who} must stop ${options} earlier on ${issue}.`,
    settles: (who: string, options: string, issue: string) =>
      `${who} may settle for ${options} less on ${issue}.`,
    insists: (who: string, options: string, issue: string) => `${who} must get ${options} more on ${issue}.`,
  },
  clauseLimits: {
    further: (who: string, clause: string) => `${who} may now accept ${clause}.`,
    lessFar: (who: string, clause: string) => `${who} can no longer accept ${clause}.`,
    settles: (who: string, clause: string) => `${who} may now do without ${clause}.`,
    insists: (who: string, clause: string) => `${who} must now have ${clause}.`,
  },
  noAgreement: (who: string, add: number) =>
    `No agreement is worth ${add < 0 ? "less" : "more"} to ${who} (${pointsOf(add)}).`,
  approval: (who: string, add: number, condition: string) => {
    const what = `Approval at home gets ${add < 0 ? "less" : "more"} likely for ${who}`;
    const share = `${signedPoints(add * 100)} percentage ${unit(add * 100)}`;
    return condition === "" ? `${what} (${share}).` : `${what} (${share}), if ${condition}.`;
  },
  reveal: (who: string, issue: string) => `Everybody learns how far ${who} may go on ${issue}.`,
  balance: {
    up: (name: string) => `The balance of power shifts against ${name}.`,
    down: (name: string) => `The balance of power shifts towards ${name}.`,
  },
} as const;

const WORLD: Readonly<Record<WorldVariable, { readonly up: string; readonly down: string }>> = {
  unity: { up: "Unity of those who sign grows.", down: "Unity of those who sign weakens." },
  tension: { up: "Tension rises.", down: "Tension falls." },
  powerShift: {
    up: "The balance of power shifts against the side to be protected.",
    down: "The balance of power shifts towards the side to be protected.",
  },
  capability: { up: "The means to deter an attack grow.", down: "The means to deter an attack shrink." },
  communication: {
    up: "Warnings to the other side become clearer.",
    down: "Warnings to the other side become less clear.",
  },
};

const COUNTS = ["no option", "one option", "two options", "three options"] as const;

type ValueEffect = Extract<ScenarioEffect, { changes: "value" }>;

/** Sentences, each once; what is done alike to several options of an issue is told together. */
export function describeEffects(
  scenario: Scenario,
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
function describeValues(scenario: Scenario, effects: readonly ValueEffect[], aim: Aim): string {
  const [{ issue, parties, add }] = effects as [ValueEffect];
  const shares = new Set(effects.map((effect) => percentOf(effect.add)));
  const options = optionsName(
    scenario,
    issueIndex(scenario, issue),
    effects.map(({ option }) => option),
  );
  return words.value(options, describeParties(scenario, parties, aim), add >= 0, listed([...shares]));
}

/** An effect on both ends of a limit gives two sentences. */
function describeEffect(
  scenario: Scenario,
  effect: Exclude<ScenarioEffect, ValueEffect>,
  aim: Aim,
): readonly string[] {
  if (effect.changes === "world") return [describeWorld(scenario, effect.variable, effect.add)];
  const who = describeParties(scenario, effect.parties, aim);
  const at = (id: string) => (id === TARGET ? aim.target : issueIndex(scenario, id));
  switch (effect.changes) {
    case "weight":
      return [words.weight(issueName(scenario, at(effect.issue)), who, effect.add)];
    case "limit":
      return describeLimit(scenario, at(effect.issue), atStart(who), effect.min ?? 0, effect.max ?? 0);
    case "reservationValue":
      return [words.noAgreement(who, effect.add)];
    case "ratification": {
      const condition = describeConditions(scenario, conditionsOf(scenario, effect.when ?? []));
      return [words.approval(who, effect.add, condition)];
    }
    case "reveal":
      return [
        words.reveal(
          who,
          effect.issue === undefined ? words.everyIssue : issueName(scenario, at(effect.issue)),
        ),
      ];
  }
}

function describeWorld(scenario: Scenario, variable: WorldVariable, add: number): string {
  const way = add < 0 ? "down" : "up";
  const side = scenario.parties.findIndex(({ id }) => id === scenario.aftermath?.protected);
  return variable === "powerShift" && side >= 0
    ? words.balance[way](nameIn(scenario, side))
    : WORLD[variable][way];
}

function describeLimit(scenario: Scenario, issue: number, who: string, min: number, max: number): string[] {
  const name = issueName(scenario, issue);
  const clause = scenario.issues[issue]!.kind === "clause";
  const told = (way: keyof typeof words.limits, by: number) =>
    clause ? words.clauseLimits[way](who, name) : words.limits[way](who, optionsOf(Math.abs(by)), name);
  return [
    ...(max === 0 ? [] : [told(max > 0 ? "further" : "lessFar", max)]),
    ...(min === 0 ? [] : [told(min > 0 ? "insists" : "settles", min)]),
  ];
}

/** References to parties as people say them: small groups by their members, large ones by their name. */
export function describeParties(scenario: Scenario, references: readonly string[], aim: Aim): string {
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
    const own = words[kind === "bloc" ? "bloc" : "group"](name.replaceAll("_", " "), members.length);
    groups.push(kind === "group" ? (scenario.groups?.[name] ?? own) : own);
  }
  const names = [...single].filter((party) => !grouped.has(party)).map((party) => nameIn(scenario, party));
  if (names.length <= NAMED_PARTIES) return listed([...groups, ...names]);
  return listed([...groups, ...names.slice(0, NAMED_OF_MANY), words.others(names.length - NAMED_OF_MANY)]);
}

function membersOf(scenario: Scenario, reference: string, { by, target }: Aim): number[] {
  if (reference === SELF) return [by];
  return reference === TARGET ? [target] : partiesOf(scenario, reference);
}

/** An issue inside a sentence. */
export function issueName(scenario: Scenario, issue: number): string {
  const { kind, title, label } = scenario.issues[issue]!;
  return kind === "clause" ? words.clause(title) : label;
}

function optionsName(scenario: Scenario, issue: number, ids: readonly string[]): string {
  const { kind, title, label, options } = scenario.issues[issue]!;
  const places = ids.map((id) => options.findIndex((option) => option.id === id));
  if (kind === "clause") return places[0] === 0 ? words.outOfText(title) : words.inText(title);
  return words.options(listed(places.map((place) => words.option(options[place]!.label))), label);
}

function optionsOf(count: number): string {
  return COUNTS[count] ?? countOf(count, "option", "options");
}

function pointsOf(add: number): string {
  return `${signedPoints(add)} ${unit(add)}`;
}

function percentOf(share: number): string {
  return `${signedPoints(share * 100)} %`;
}

function unit(value: number): string {
  return Math.abs(value) === 1 ? "point" : "points";
}
