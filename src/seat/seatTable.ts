/**
 * A scenario compiled for one seat: the course and what else is public, and the seat's own numbers. It is made from what
 * a seat is given (`public.ts`) and nothing else; whoever runs the game has one for each party.
 */
import { type Course, courseOf } from "../protocol/course.ts";
import type { Edition } from "../protocol/edition.ts";
import { type Best, bestOutcome } from "../scenario/best/best.ts";
import { type Preference, preferenceOf } from "../scenario/preference.ts";
import type { Belief } from "./belief.ts";
import type { Seat } from "./observation.ts";
import { priorBelief } from "./prior.ts";
import type { Instructions, PublicScenario } from "./public.ts";

export interface SeatTable {
  readonly scenario: PublicScenario;
  readonly course: Course;
  /** Doubts about everybody before the first move. */
  readonly prior: Belief;
  readonly party: number;
  readonly confidential: Instructions["confidential"];
  readonly preference: Preference;
  /** The best outcome before any card is played. */
  readonly best: Best;
  /** What `seats.ts` has worked out; filled as games get there. */
  readonly kept: Kept;
}

export interface Kept {
  readonly preferences: Map<string, Preference>;
  readonly seats: Map<string, Seat>;
}

/** `edition`: of the rules that are played. */
export function seatTableOf(
  scenario: PublicScenario,
  party: number,
  instructions: Instructions,
  edition?: Edition,
): SeatTable {
  const course = courseOf(scenario, edition);
  return seatedAt(scenario, course, priorBelief(scenario, course), party, instructions);
}

/** The same where the course is compiled and the doubts are known. */
export function seatedAt(
  scenario: PublicScenario,
  course: Course,
  prior: Belief,
  party: number,
  { preferences, linkages, confidential }: Instructions,
): SeatTable {
  const preference = preferenceOf(scenario, preferences, linkages, course.table);
  const kept = { preferences: new Map(), seats: new Map() };
  const best = bestOutcome(preference);
  return { scenario, course, prior, party, confidential, preference, best, kept };
}
