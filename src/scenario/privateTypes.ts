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

/** Why these can't be the types of a game of this scenario, as a sentence; undefined when they can. */
export function typesProblem({ id, parties }: Scenario, types: Types): string | undefined {
  for (const [party, { reservationValue, shift, weights = {} }] of Object.entries(types)) {
    const stated = parties.find((other) => other.id === party)?.preferences;
    if (stated === undefined) return `there is no party "${party}" in "${id}"`;
    const value = stated.reservationValue;
    const drawn: [string, number | undefined, Range | undefined][] = [
      ["reservation value", reservationValue, isRange(value) ? value : undefined],
      ["shift", shift, stated.shift],
      ...Object.entries(weights).map(([issue, weight]): [string, number, Range | undefined] => [
        `weight of "${issue}"`,
        weight,
        stated.stakes[issue]?.range,
      ]),
    ];
    for (const [name, number, range] of drawn) {
      if (number === undefined) continue;
      if (range === undefined) return `"${party}" has no range for its ${name}`;
      if (number < range[0] || number > range[1])
        return `the ${name} of "${party}" is ${number}, outside ${range[0]} to ${range[1]}`;
    }
  }
  return undefined;
}
