/**
 * What a card does: the same seeded games played with it and without it. With: it lies on the table when the first phase
 * it is meant for begins, pulled or aimed by turns at everything it may be. Without: the scenario has no such card. Pairs
 * share seed and line-up, so their difference is the card's and what follows from it.
 */

import { aftermathOf } from "../analysis/aftermath.ts";
import { targetsOf } from "../protocol/levers.ts";
import type { PhaseResult } from "../protocol/move.ts";
import { gameSeed } from "../random.ts";
import type { Scenario } from "../scenario/schema.ts";
import { type Table, tableFor, tableOf } from "../seat/compiled.ts";
import { utilityOfResult } from "../seat/worth.ts";
import { castOf } from "../session/lineUp.ts";
import type { Played } from "../world/cards.ts";
import { playGame } from "./simulate.ts";

/** What is measured of each game: shares in [0, 1], or points of the two parties of the aftermath. */
export const MEASURES = ["first", "last", "protected", "adversary", "unity", "ratified", "held"] as const;
export type Measure = (typeof MEASURES)[number];

/** Mean of the paired differences and the half width of its 95 % interval (normal approximation). */
export interface Difference {
  readonly mean: number;
  readonly margin: number;
}

export interface CardEffect {
  readonly card: string;
  readonly pairs: number;
  /** Pairs that end differently in some phase: end, round, what is in force, who approves. */
  readonly otherwise: number;
  readonly differences: Readonly<Record<Measure, Difference>>;
}

export interface ExperimentOptions {
  /** Pairs of games. */
  readonly games: number;
  readonly seed: number;
  /** Futures a game for `held`. */
  readonly futures: number;
}

/** The paired effect of one card. Throws RangeError for an unknown card or a scenario without an aftermath model. */
export function effectOfCard(scenario: Scenario, id: string, options: ExperimentOptions): CardEffect {
  const table = tableOf(scenario);
  const index = table.positions.course.cards.findIndex((card) => card.id === id);
  if (index < 0) throw new RangeError(`There is no card "${id}" in ${scenario.id}.`);
  const without = tableOf(withoutCard(scenario, id));
  const ways = waysOf(table, index);
  const pairs = Array.from({ length: options.games }, (_, game) => {
    const seed = gameSeed(options.seed, game);
    const laid = [ways[game % ways.length]!];
    const treated = measured(tableFor(table, seed), seed, laid, options.futures);
    const control = measured(tableFor(without, seed), seed, [], options.futures);
    return {
      otherwise: treated.course !== control.course,
      shift: MEASURES.map((_, m) => treated.values[m]! - control.values[m]!),
    };
  });
  const differences = MEASURES.map((measure, m) => [
    measure,
    difference(pairs.map(({ shift }) => shift[m]!)),
  ]);
  return {
    card: id,
    pairs: pairs.length,
    otherwise: pairs.filter(({ otherwise }) => otherwise).length,
    differences: Object.fromEntries(differences),
  };
}

/** The scenario as if a card had never been written. */
export function withoutCard(scenario: Scenario, id: string): Scenario {
  const others = <T extends { id: string }>(cards: readonly T[] = []) =>
    cards.filter((card) => card.id !== id);
  return { ...scenario, events: others(scenario.events), levers: others(scenario.levers) };
}

/** Every way a card may lie on the table: who pulled it, what it is aimed at, how it turned out. */
function waysOf({ positions }: Table, index: number): Played[] {
  const { course } = positions;
  const card = course.cards[index]!;
  const phase = card.phases.indexOf(true);
  const pulled = (by: number) =>
    targetsOf(course, index, by).flatMap((target) =>
      card.effects.map((_, branch): Played => ({ card: index, phase, round: 1, by, target, branch })),
    );
  return card.kind === "event" ? pulled(-1) : card.parties.flatMap(pulled);
}

/** `values` in the order of `MEASURES`; `course` is the same for games that end alike in all phases. */
function measured(
  table: Table,
  seed: number,
  laid: readonly Played[],
  futures: number,
): { readonly course: string; readonly values: readonly number[] } {
  const { scenario } = table;
  const results = playGame(table, castOf(scenario).makers, seed, { laid });
  const last = results.at(-1)!;
  const { fan, assumptions } = aftermathOf(table, last, {}, seed, futures);
  const { protected: guarded, adversary } = scenario.aftermath!;
  const worth = (id: string) =>
    utilityOfResult(table.seats[scenario.parties.findIndex((party) => party.id === id)]!, results);
  const agreed = (result: PhaseResult) => Number(result.end === "agreement");
  const course = JSON.stringify(
    results.map(({ end, round, outcome, approved }) => [end, round, outcome, approved]),
  );
  const values = [
    agreed(results[0]!),
    agreed(last),
    worth(guarded),
    worth(adversary),
    assumptions.unity,
    assumptions.ratified,
    fan.shares.held,
  ];
  return { course, values };
}

function difference(values: readonly number[]): Difference {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, margin: 1.96 * Math.sqrt(variance / values.length) };
}
