/**
 * What the cards on the table do: to a party's preferences (weights, values, limits, reservation value), to the chance
 * that its body approves, and to what surrounds the table. Pure sums over the cards, so that nothing is stored twice
 * and taking a card away undoes it.
 */
import type { Outcome } from "../scenario/outcome.ts";
import { holds, type Limit, type Preference, preferenceFrom } from "../scenario/preference.ts";
import { WORLD_VARIABLES, type WorldVariable } from "../scenario/schema.ts";
import { type Card, concerns, type Effect, effectsOf, issueOf, type Played } from "./cards.ts";

/** Effects that change a party's own numbers. */
const OWN: ReadonlySet<Effect["changes"]> = new Set(["weight", "value", "limit", "reservationValue"]);

/** Sum of what the cards do to each variable; 0 where nothing was changed. */
export type World = Readonly<Record<WorldVariable, number>>;

/** Whether an effect of a played card changes this party's own numbers. */
function isOwn(effect: Effect, played: Played, party: number): boolean {
  return effect.changes !== "world" && OWN.has(effect.changes) && concerns(effect.who, played, party);
}

/** Whether a played card changes a party's own numbers. */
export function touches(cards: readonly Card[], played: Played, party: number): boolean {
  return effectsOf(cards, played).some((effect) => isOwn(effect, played, party));
}

/** A party's preferences with the cards that lie on the table; the same object when none concerns it. */
export function preferenceWith(
  preference: Preference,
  cards: readonly Card[],
  lying: readonly Played[],
  party: number,
): Preference {
  const touching = lying.filter((played) => touches(cards, played, party));
  if (touching.length === 0) return preference;
  const { table, links, structure, reservationValue } = preference;
  const weights = preference.weights.slice();
  const values = preference.values.slice();
  let { limits, reservationShift } = preference;
  for (const played of touching) {
    for (const effect of effectsOf(cards, played)) {
      if (!isOwn(effect, played, party)) continue;
      switch (effect.changes) {
        case "weight": {
          const issue = issueOf(effect.issue, played);
          weights[issue] = Math.max(0, weights[issue]! + effect.add);
          break;
        }
        case "value":
          values[table.offsets[effect.issue]! + effect.option]! += effect.add;
          break;
        case "limit":
          limits = shifted(
            limits,
            issueOf(effect.issue, played),
            effect,
            table.counts[issueOf(effect.issue, played)]! - 1,
          );
          break;
        case "reservationValue":
          reservationShift += effect.add;
          break;
      }
    }
  }
  return preferenceFrom({
    table,
    weights,
    values,
    links,
    limits,
    structure,
    reservationValue,
    reservationShift,
    discount: preference.discount,
    left: preference.left,
  });
}

/**
 * Limits of one issue with their ends moved. An issue without a limit counts as limited to its whole scale; an end never
 * leaves the scale nor crosses the other end of its limit.
 */
function shifted(
  limits: readonly Limit[],
  issue: number,
  { min, max }: { readonly min: number; readonly max: number },
  last: number,
): Limit[] {
  const own = limits.filter((limit) => limit.issue === issue);
  const whole: Limit = { issue, min: 0, max: last, unless: new Int32Array(0) };
  const unbounded = (end: "min" | "max") => own.every((limit) => limit[end] === whole[end]);
  // A narrower end on a scale that no limit bounds at that end is a new limit of its own.
  const narrowed =
    (max < 0 && unbounded("max")) || (min > 0 && unbounded("min"))
      ? [
          {
            ...whole,
            min: unbounded("min") ? clamp(min, 0, last) : 0,
            max: unbounded("max") ? clamp(last + max, 0, last) : last,
          },
        ]
      : [];
  const moved = limits.map((limit) => {
    if (limit.issue !== issue) return limit;
    const least = limit.min === 0 ? 0 : clamp(limit.min + min, 0, last);
    const most = limit.max === last ? last : clamp(limit.max + max, 0, last);
    return { ...limit, min: Math.min(least, limit.max), max: Math.max(most, Math.min(least, limit.max)) };
  });
  return [...moved, ...narrowed];
}

export function worldOf(cards: readonly Card[], lying: readonly Played[]): World {
  const world = Object.fromEntries(WORLD_VARIABLES.map((name) => [name, 0])) as Record<WorldVariable, number>;
  for (const played of lying) {
    for (const effect of effectsOf(cards, played)) {
      if (effect.changes === "world") world[effect.variable] += effect.add;
    }
  }
  return world;
}

/** What the cards add to the chance that a party's body approves a text. */
export function ratificationShift(
  cards: readonly Card[],
  lying: readonly Played[],
  party: number,
  text: Outcome,
): number {
  let shift = 0;
  for (const played of lying) {
    for (const effect of effectsOf(cards, played)) {
      if (
        effect.changes === "ratification" &&
        concerns(effect.who, played, party) &&
        holds(effect.when, text)
      )
        shift += effect.add;
    }
  }
  return shift;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
