/**
 * What one phase hands to the next. The text agreed before becomes the mandate: without agreement later it stays in
 * force, except for options that need a party which did not sign it; those fall back to the status quo.
 */

import { quantised } from "../exact.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { withReservation } from "../scenario/preference.ts";
import { lying, type Played } from "../world/cards.ts";
import { worldOf } from "../world/effects.ts";
import type { Course } from "./course.ts";
import type { Game, PhaseResult } from "./move.ts";

/** What is in force after the phases so far; the status quo before the first. */
export function mandateOf(course: Course, results: readonly PhaseResult[]): number[] {
  const last = results.at(-1);
  if (last === undefined) return course.statusQuo.slice();
  const { offsets } = course.table;
  return last.outcome.map((option, issue) => {
    const needed = course.needs[offsets[issue]! + option]!;
    return needed.every((party) => last.signed[party]) ? option : course.statusQuo[issue]!;
  });
}

/** What is in force for one party if the present phase fails: where a mandate stands, with the party's own opt-out. */
export function inForceFor(course: Course, { phase, inForce, results }: Game, party: number): Outcome {
  if (course.phases[phase]!.disagreement !== undefined) return inForce;
  const reserved = results.at(-1)?.reservations.find(([reserving]) => reserving === party);
  return reserved === undefined ? inForce : withReservation(inForce, reserved[1], course.statusQuo);
}

/** The text that a party's signature binds it to, if it has signed one in an earlier phase. */
export function mandateFor(results: readonly PhaseResult[], party: number): Outcome | undefined {
  const last = results.findLast((result) => result.end === "agreement");
  return last?.signed[party] ? last.outcome : undefined;
}

/** The cards that lay on the table when a phase ended. */
export function cardsAt(
  course: Course,
  { cards, phase, round }: Pick<PhaseResult, "cards" | "phase" | "round">,
): readonly Played[] {
  return lying(course.cards, cards, phase, round);
}

/** Unity after a phase, with what the cards did to it; in [0, 1]. */
export function unityOf(
  course: Course,
  result: Pick<PhaseResult, "unity" | "cards" | "phase" | "round">,
): number {
  const unity = result.unity + worldOf(course.cards, cardsAt(course, result)).unity;
  return quantised(Math.min(1, Math.max(0, unity)));
}

/** Steps over the level issues by which an outcome departs from a mandate; clauses are not counted. */
export function departureFrom(course: Course, mandate: Outcome, outcome: Outcome): number {
  let steps = 0;
  for (let issue = 0; issue < outcome.length; issue++) {
    if (!course.isClause[issue]) steps += Math.abs(outcome[issue]! - mandate[issue]!);
  }
  return steps;
}
