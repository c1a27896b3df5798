/**
 * What an outcome would be worth to a seat as things are now: by its preferences with the cards on the table and, in
 * talks, less what departing from the mandate it has signed would cost it.
 */
import { phaseNow } from "../protocol/game.ts";
import { departureFrom, inForceFor, mandateFor } from "../protocol/mandate.ts";
import type { Game } from "../protocol/move.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { reservationOf, utility } from "../scenario/preference.ts";
import { preferenceNow } from "../session/seats.ts";
import type { Table } from "../session/table.ts";

export function worthNow(table: Table, game: Game, party: number, outcome: Outcome): number {
  const { course } = table.positions;
  const { departure, protocol } = phaseNow(course, game);
  const before = game.results.filter((result) => result.phase !== game.phase);
  const mandate = protocol === "talks" && departure > 0 ? mandateFor(before, party) : undefined;
  const departed = mandate === undefined ? 0 : departure * departureFrom(course, mandate, outcome);
  return utility(preferenceNow(table, game, party), outcome) - departed;
}

/** What a seat is left with if the present phase fails. */
export function walkAwayNow(table: Table, game: Game, party: number): number {
  return reservationOf(preferenceNow(table, game, party), inForceFor(table.positions.course, game, party));
}
