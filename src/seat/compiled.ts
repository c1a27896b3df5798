/**
 * A scenario compiled for play by whoever runs the game: the course, and the table of every seat. Worked out once and
 * kept for any number of games.
 */
import { courseOf, type Positions } from "../protocol/course.ts";
import type { Edition } from "../protocol/edition.ts";
import type { Game } from "../protocol/move.ts";
import type { Best } from "../scenario/best/best.ts";
import type { Scenario } from "../scenario/schema.ts";
import type { Belief } from "./belief.ts";
import type { Seat } from "./observation.ts";
import { priorBelief } from "./prior.ts";
import { instructionsOf, publicOf } from "./public.ts";
import { type SeatTable, seatedAt } from "./seatTable.ts";

/** A scenario compiled for any number of games. */
export interface Table {
  readonly scenario: Scenario;
  readonly positions: Positions;
  /** By party: the best outcome before any card is played. */
  readonly best: readonly Best[];
  readonly prior: Belief;
  /** By party: the same as one seat has it. */
  readonly seats: readonly SeatTable[];
  /** All seats at the states that `seats.ts` has met; filled as games get there. */
  readonly kept: Map<string, readonly (Seat | undefined)[]>;
  /** The same of each game when it was last asked about. */
  readonly latest: WeakMap<Game, Moment>;
}

/** What has to change of a game before any seat in it does: cards are only added, all else comes with a round or a phase. */
export interface Moment {
  readonly phase: number;
  readonly round: number;
  readonly cards: number;
  readonly seats: readonly (Seat | undefined)[];
}

/** `edition`: of the rules; a game that goes on has that of its run file. */
export function tableOf(scenario: Scenario, edition?: Edition): Table {
  const course = courseOf(scenario, edition);
  const prior = priorBelief(scenario, course);
  const open = publicOf(scenario);
  const seats = scenario.parties.map((_, party) =>
    seatedAt(open, course, prior, party, instructionsOf(scenario, party)),
  );
  const positions = { course, scenario, preferences: seats.map(({ preference }) => preference) };
  const best = seats.map((seat) => seat.best);
  return { scenario, positions, best, prior, seats, kept: new Map(), latest: new WeakMap() };
}
