/**
 * Cards: events that chance draws and levers that a party pulls. Both do what they do by effects of one vocabulary
 * (`effects.ts`) and lie on the table for some rounds or for good. A card and its effects are public; what they do to a
 * party's numbers stays that party's own. Which cards lie on the table is part of the game record, as `Played`. A long
 * file, because the vocabulary and what compiles it are read together.
 */
import { issueIndex, type Outcome, optionIndex } from "../scenario/outcome.ts";
import { partiesOfAll } from "../scenario/parties.ts";
import { type Conditions, conditionsOf, holds } from "../scenario/preference.ts";
import {
  type ScenarioEffect,
  type ScenarioEvent,
  type ScenarioLever,
  SELF,
  TARGET,
  type WorldVariable,
} from "../scenario/schema.ts";
import type { Setting } from "../scenario/setting.ts";

/** Whom an effect concerns: parties named in the file, and those settled when the card is played. */
export interface Affected {
  /** In the order of the file. */
  readonly named: readonly number[];
  readonly self: boolean;
  readonly target: boolean;
}

/** In an effect's `issue`: the issue the card is aimed at. */
export const TARGET_ISSUE = -1;
/** In a reveal's `issue`: every issue. */
export const EVERY_ISSUE = -2;

export type Effect =
  | { readonly changes: "weight"; readonly who: Affected; readonly issue: number; readonly add: number }
  | {
      readonly changes: "value";
      readonly who: Affected;
      readonly issue: number;
      readonly option: number;
      readonly add: number;
    }
  | {
      readonly changes: "limit";
      readonly who: Affected;
      readonly issue: number;
      readonly min: number;
      readonly max: number;
    }
  | { readonly changes: "reservationValue"; readonly who: Affected; readonly add: number }
  | {
      readonly changes: "ratification";
      readonly who: Affected;
      readonly add: number;
      readonly when: Conditions;
    }
  | { readonly changes: "world"; readonly variable: WorldVariable; readonly add: number }
  | { readonly changes: "reveal"; readonly who: Affected; readonly issue: number };

/** Effects that change what a party may be expected to accept. */
export type Moving = Extract<Effect, { changes: "weight" | "value" | "limit" }>;

/** Whether what an effect moves depends on what its card is aimed at. */
export function isAimed({ who, issue }: Moving): boolean {
  return who.target || issue === TARGET_ISSUE;
}

export interface Card {
  readonly id: string;
  readonly kind: "event" | "lever";
  /** Indexed by phase: it may come there. */
  readonly phases: readonly boolean[];
  readonly when: Conditions;
  /** What it may be aimed at, as party or issue indices; empty when it aims at nothing. */
  readonly targets: readonly number[];
  readonly aims: "party" | "issue" | undefined;
  /** By branch; one entry without branches. Common effects are in each. */
  readonly effects: readonly (readonly Effect[])[];
  /** Of these, by branch, the effects that change what others may be expected to accept. */
  readonly moving: readonly (readonly Moving[])[];
  /** How often each branch comes, against the others. */
  readonly branchWeights: readonly number[];
  /** Rounds it lasts; Infinity: for good. */
  readonly rounds: number;
  /** Events: how often it is drawn, against the others; 0 for one that comes at a set round. */
  readonly weight: number;
  /** Events: the round that it opens for certain; undefined for one that chance draws. */
  readonly round: number | undefined;
  /** Levers: who may pull it, how often, and at what cost in own points. */
  readonly parties: readonly number[];
  readonly uses: number;
  readonly cost: number;
}

/** A card as the file has it. */
export type WrittenCard = ScenarioEvent | ScenarioLever;

/** A card that has been played. */
export interface Played {
  /** Index among the scenario's events, then its levers. */
  readonly card: number;
  readonly phase: number;
  /** Round in which it was played. */
  readonly round: number;
  /** Who pulled the lever; −1 for an event. */
  readonly by: number;
  /** Party or issue it is aimed at; −1 for nothing. */
  readonly target: number;
  readonly branch: number;
}

/** The cards as written, in the order of their indices: events first, then levers. */
export function writtenCards({
  events = [],
  levers = [],
}: Pick<Setting, "events" | "levers">): readonly WrittenCard[] {
  return [...events, ...levers];
}

export function writtenCard(scenario: Pick<Setting, "events" | "levers">, card: number): WrittenCard {
  return writtenCards(scenario)[card]!;
}

/** Compiled, in the order of `writtenCards`. */
export function cardsOf(scenario: Setting): readonly Card[] {
  const common = (card: WrittenCard) => {
    const { target } = card;
    return {
      id: card.id,
      phases: scenario.phases.map(({ id }) => card.phases === undefined || card.phases.includes(id)),
      when: conditionsOf(scenario, card.when ?? []),
      aims: target === undefined ? undefined : "parties" in target ? ("party" as const) : ("issue" as const),
      targets:
        target === undefined
          ? []
          : "parties" in target
            ? partiesOfAll(scenario, target.parties)
            : target.issues.map((id) => issueIndex(scenario, id)),
      rounds: card.rounds ?? Number.POSITIVE_INFINITY,
    };
  };
  const effectsOf = (effects: readonly ScenarioEffect[]) =>
    effects.map((effect) => effectOf(scenario, effect));
  const withMoving = (card: Omit<Card, "moving">): Card => ({
    ...card,
    moving: card.effects.map((effects) => effects.filter(moves)),
  });
  const events = (scenario.events ?? []).map((event) => {
    const always = effectsOf(event.effects);
    return withMoving({
      ...common(event),
      kind: "event",
      effects: event.branches?.map((branch) => [...always, ...effectsOf(branch.effects)]) ?? [always],
      branchWeights: event.branches?.map((branch) => branch.weight) ?? [1],
      weight: event.weight ?? 0,
      round: event.round,
      parties: [],
      uses: 1,
      cost: 0,
    });
  });
  const levers = (scenario.levers ?? []).map((lever) =>
    withMoving({
      ...common(lever),
      kind: "lever",
      effects: [effectsOf(lever.effects)],
      branchWeights: [1],
      weight: 0,
      round: undefined,
      parties: partiesOfAll(scenario, lever.parties),
      uses: lever.uses,
      cost: lever.cost,
    }),
  );
  return [...events, ...levers];
}

function moves(effect: Effect): effect is Moving {
  return effect.changes === "weight" || effect.changes === "value" || effect.changes === "limit";
}

function effectOf(scenario: Setting, effect: ScenarioEffect): Effect {
  if (effect.changes === "world") return effect;
  const who = affectedBy(scenario, effect.parties);
  const issueOf = (id: string) => (id === TARGET ? TARGET_ISSUE : issueIndex(scenario, id));
  switch (effect.changes) {
    case "weight":
      return { changes: "weight", who, issue: issueOf(effect.issue), add: effect.add };
    case "value": {
      const issue = issueOf(effect.issue);
      const option = optionIndex(scenario.issues[issue]!, effect.option);
      return { changes: "value", who, issue, option, add: effect.add };
    }
    case "limit": {
      const { min = 0, max = 0 } = effect;
      return { changes: "limit", who, issue: issueOf(effect.issue), min, max };
    }
    case "reservationValue":
      return { changes: "reservationValue", who, add: effect.add };
    case "ratification":
      return {
        changes: "ratification",
        who,
        add: effect.add,
        when: conditionsOf(scenario, effect.when ?? []),
      };
    case "reveal":
      return {
        changes: "reveal",
        who,
        issue: effect.issue === undefined ? EVERY_ISSUE : issueOf(effect.issue),
      };
  }
}

function affectedBy(scenario: Setting, references: readonly string[]): Affected {
  return {
    named: partiesOfAll(scenario, references),
    self: references.includes(SELF),
    target: references.includes(TARGET),
  };
}

/** The parties an effect of a played card concerns, each once. */
export function concerned(who: Affected, { by, target }: Pick<Played, "by" | "target">): readonly number[] {
  if (!who.self && !who.target) return who.named;
  const meant = [...who.named, ...(who.self ? [by] : []), ...(who.target ? [target] : [])];
  return [...new Set(meant)];
}

/** Whether an effect of a played card concerns this party. */
export function concerns(
  { named, self, target: aimed }: Affected,
  { by, target }: Pick<Played, "by" | "target">,
  party: number,
): boolean {
  return (self && by === party) || (aimed && target === party) || named.includes(party);
}

export function effectsOf(
  cards: readonly Card[],
  { card, branch }: Pick<Played, "card" | "branch">,
): readonly Effect[] {
  return cards[card]!.effects[branch]!;
}

/** The issue an effect is about, once the card is played. */
export function issueOf(issue: number, { target }: Pick<Played, "target">): number {
  return issue === TARGET_ISSUE ? target : issue;
}

/** The played cards that still lie on the table in a round of a phase; what is timed ends with its phase. */
export function lying(
  cards: readonly Card[],
  played: readonly Played[],
  phase: number,
  round: number,
): readonly Played[] {
  if (played.length === 0) return played;
  return played.filter((one) => {
    const { rounds } = cards[one.card]!;
    return rounds === Number.POSITIVE_INFINITY || (one.phase === phase && round < one.round + rounds);
  });
}

/** Whether a card may come now: in this phase, and with this text on the table. */
export function fits(card: Card, phase: number, text: Outcome): boolean {
  return card.phases[phase]! && holds(card.when, text);
}
