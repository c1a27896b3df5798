/**
 * What an outcome would be worth to a seat as things are now: by its preferences with the cards on the table, with what
 * time has left of it and, in talks, less what departing from the mandate it has signed would cost it.
 */
import { quantised } from "../exact.ts";
import type { Course } from "../protocol/course.ts";
import { phaseNow, relativeTime } from "../protocol/game.ts";
import { cardsAt, departureFrom, inForceFor } from "../protocol/mandate.ts";
import type { Game, PhaseResult } from "../protocol/move.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { type Preference, reservationOf, utility, withReservation } from "../scenario/preference.ts";
import type { Played } from "../world/cards.ts";
import { type Bound, boundIn } from "./observation.ts";
import { preferenceAt, preferenceNow } from "./seats.ts";
import type { SeatTable } from "./seatTable.ts";

/** Utility less what departing from the mandate costs. */
export function worthTo(
  course: Course,
  preference: Preference,
  { mandate, departure }: Bound,
  outcome: Outcome,
): number {
  const departed = mandate === undefined ? 0 : departure * departureFrom(course, mandate, outcome);
  return utility(preference, outcome) - departed;
}

export function worthNow(own: SeatTable, game: Game, outcome: Outcome): number {
  const { course, party } = own;
  const before = game.results.filter((result) => result.phase !== game.phase);
  const preference = preferenceNow(own, game);
  const bound = boundIn(phaseNow(course, game), before, party, preference);
  return worthTo(course, preference, bound, outcome);
}

/** What a seat is left with if the present phase fails. */
export function walkAwayNow(own: SeatTable, game: Game): number {
  return reservationOf(preferenceNow(own, game), inForceFor(own.course, game, own.party));
}

/**
 * Utility to one seat of how the course ended, in its points: of what is in force then, with its own reservations, by
 * its preferences with the cards that lay on the table, less what its levers cost and what it departed from a mandate.
 */
export function utilityOfResult(seat: SeatTable, results: readonly PhaseResult[]): number {
  const { course, party } = seat;
  const last =
    results.findLast((result) => course.phases[result.phase]!.protocol !== "ratification") ?? results.at(-1)!;
  const preference = preferenceAt(seat, cardsAt(course, last), relativeTime(course, last));
  const reserved = last.reservations.find(([reserving]) => reserving === party);
  const own =
    reserved === undefined ? last.outcome : withReservation(last.outcome, reserved[1], course.statusQuo);
  const spent = costOf(course, results.at(-1)!.cards, party);
  if (last.end !== "agreement") return quantised(reservationOf(preference, own) - spent);
  const bound = boundIn(
    course.phases[last.phase]!,
    results.slice(0, results.indexOf(last)),
    party,
    preference,
  );
  return quantised(worthTo(course, preference, bound, own) - spent);
}

/** What a party's pulls have cost it, in its points. */
export function costOf({ cards }: Course, played: readonly Played[], party: number): number {
  return played.reduce((sum, { card, by }) => (by === party ? sum + cards[card]!.cost : sum), 0);
}
