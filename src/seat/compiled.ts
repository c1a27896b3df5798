/**
 * A scenario compiled for play by whoever runs the game: the course, and the table of every seat. Worked out once and
 * kept for any number of games.
 */
import { courseOf, type Positions } from "../protocol/course.ts";
import type { Edition } from "../protocol/edition.ts";
import type { Game } from "../protocol/move.ts";
import { fork, seedOf } from "../random.ts";
import type { Best } from "../scenario/best/best.ts";
import { type Types, withType } from "../scenario/privateTypes.ts";
import type { Scenario } from "../scenario/schema.ts";
import { drawnTypes } from "../world/drawn.ts";
import type { Belief } from "./belief.ts";
import type { Seat } from "./observation.ts";
import { priorBelief } from "./prior.ts";
import { type Instructions, instructionsOf, publicOf } from "./public.ts";
import { type SeatTable, seatedAt } from "./seatTable.ts";

/** A scenario compiled for any number of games. */
export interface Table {
  /** As it is in its file. */
  readonly scenario: Scenario;
  /** What was drawn for the game; undefined where all numbers are as in the file. */
  readonly types: Types | undefined;
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
  return tableWith(scenario, undefined, course, prior, seats);
}

/** The table of one game, with the numbers that were drawn for it; whoever has none of them sits as before. */
export function typedTable(table: Table, types: Types | undefined): Table {
  if (types === undefined) return table;
  const { scenario, prior } = table;
  const { course } = table.positions;
  const seats = table.seats.map((seat, party) =>
    types[scenario.parties[party]!.id] === undefined
      ? seat
      : seatedAt(seat.scenario, course, prior, party, typedInstructions(scenario, party, types)),
  );
  return tableWith(scenario, types, course, prior, seats);
}

/** `fixed`: numbers as in the file where it states ranges; without it each game draws its own. */
export type TypesOption = "drawn" | "fixed";

/** The table of the game with this seed. Throws RangeError for what is no such option. */
export function tableFor(table: Table, seed: number, types: TypesOption = "drawn"): Table {
  if (types !== "drawn" && types !== "fixed")
    throw new RangeError(
      '`types` is neither "drawn" nor "fixed": numbers of one game stand in its run file.',
    );
  return types === "fixed" ? table : typedTable(table, typesFor(table, seed));
}

/** What chance gives the seats of a game before it begins. */
export function typesFor({ scenario }: Pick<Table, "scenario">, seed: number): Types | undefined {
  return drawnTypes(scenario, fork(fork(seedOf(seed), "environment"), "types"));
}

/** The instructions of a seat with what was drawn for it. */
export function typedInstructions(scenario: Scenario, party: number, types: Types | undefined): Instructions {
  const stated = instructionsOf(scenario, party);
  const type = types?.[scenario.parties[party]!.id];
  return { ...stated, preferences: withType(stated.preferences, type) };
}

function tableWith(
  scenario: Scenario,
  types: Types | undefined,
  course: Positions["course"],
  prior: Belief,
  seats: readonly SeatTable[],
): Table {
  const positions = { course, scenario, preferences: seats.map(({ preference }) => preference) };
  const best = seats.map((seat) => seat.best);
  return { scenario, types, positions, best, prior, seats, kept: new Map(), latest: new WeakMap() };
}
