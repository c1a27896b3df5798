/**
 * Private types (Harsanyi 1967): what a scenario states as a range, a weight, a reservation value or a shift of the
 * fallback, is drawn afresh for each game, so that nobody knows the others' numbers from the last one. Which numbers a
 * party has is known to it alone; that they are drawn is known to all. Without a draw a weight is as written, and of a
 * range for the reservation value or the shift the middle counts.
 */
import type { Scenario, ScenarioParty } from "./schema.ts";

/** What was drawn for one party, in its own points. */
export interface PrivateType {
  readonly reservationValue?: number | undefined;
  readonly shift?: number | undefined;
  /** By issue id. */
  readonly weights?: Readonly<Record<string, number>> | undefined;
}

/** By party id; a party of which nothing is stated as a range is left out. */
export type Types = Readonly<Record<string, PrivateType>>;

export type Range = readonly [number, number];
export type Stated = ScenarioParty["preferences"];

export function isRange(stated: unknown): stated is Range {
  return Array.isArray(stated);
}

export function middle([least, most]: Range): number {
  return (least + most) / 2;
}

/** The preferences with what was drawn in place of the ranges. */
export function withType(stated: Stated, type: PrivateType | undefined): Stated {
  if (type === undefined) return stated;
  const { reservationValue = stated.reservationValue, shift, weights = {} } = type;
  const stakes = Object.entries(stated.stakes).map(([issue, stake]) => {
    const weight = weights[issue];
    return [issue, weight === undefined ? stake : { ...stake, weight }] as const;
  });
  return {
    ...stated,
    reservationValue,
    ...(shift !== undefined && { shift: [shift, shift] }),
    stakes: Object.fromEntries(stakes),
  };
}

/** What was drawn, by what each number is, as a phrase. */
export function numbersIn({ reservationValue, shift, weights = {} }: PrivateType): Map<string, number> {
  return named(reservationValue, shift, weights);
}

/** What is stated as a range, by what is drawn from it, in the words of `numbersIn`. */
export function rangesIn({ reservationValue, shift, stakes }: Stated): Map<string, Range> {
  const ranges = Object.entries(stakes).flatMap(([issue, { range }]) =>
    range === undefined ? [] : [[issue, range] as const],
  );
  return named(isRange(reservationValue) ? reservationValue : undefined, shift, Object.fromEntries(ranges));
}

function named<T>(
  reservationValue: T | undefined,
  shift: T | undefined,
  weights: Readonly<Record<string, T>>,
): Map<string, T> {
  return new Map([
    ...(reservationValue === undefined ? [] : [["reservation value", reservationValue] as const]),
    ...(shift === undefined ? [] : [["shift", shift] as const]),
    ...Object.entries(weights).map(([issue, one]) => [`weight of "${issue}"`, one] as const),
  ]);
}

/** Why these can't be the types of a game of this scenario, as a sentence; undefined when they can. */
export function typesProblem({ id, parties }: Scenario, types: Types): string | undefined {
  for (const [party, type] of Object.entries(types)) {
    const stated = parties.find((other) => other.id === party)?.preferences;
    if (stated === undefined) return `there is no party "${party}" in "${id}"`;
    const ranges = rangesIn(stated);
    for (const [name, number] of numbersIn(type)) {
      const range = ranges.get(name);
      if (range === undefined) return `"${party}" has no range for its ${name}`;
      if (number < range[0] || number > range[1])
        return `the ${name} for "${party}" is ${number}, outside ${range[0]} to ${range[1]}`;
    }
  }
  // A game has all its numbers drawn or none.
  for (const { id: party, preferences } of parties) {
    const numbers = numbersIn(types[party] ?? {});
    const missing = [...rangesIn(preferences).keys()].find((name) => !numbers.has(name));
    if (missing !== undefined) return `the ${missing} for "${party}" is missing, which each game draws`;
  }
  return undefined;
}
