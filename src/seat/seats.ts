/**
 * The seats as they are at a moment of a game: preferences with the cards that lie on the table, best outcome, fallback
 * and mandate. What was worked out once is kept with the seat: few different states come up again and again.
 */
import { type Course, departureIn } from "../protocol/course.ts";
import { cardsNow, phaseNow, relativeTime } from "../protocol/game.ts";
import type { Game } from "../protocol/move.ts";
import { discounted, leftAt, type Preference } from "../scenario/preference.ts";
import type { Played } from "../world/cards.ts";
import { preferenceWith, touches } from "../world/effects.ts";
import type { Table } from "./compiled.ts";
import { type Seat, seatOf } from "./observation.ts";
import type { SeatTable } from "./seatTable.ts";

/** Entries a cache may hold before it is emptied. */
const MOST_KEPT = 20_000;

/** By party; undefined for those without a seat in the present phase. */
export function seatsAt(table: Table, game: Game): readonly (Seat | undefined)[] {
  const { phase, round } = game;
  const cards = game.cards.length;
  const last = table.latest.get(game);
  if (last !== undefined && last.cards === cards && last.round === round && last.phase === phase)
    return last.seats;
  const seats = seatsMet(table, game);
  table.latest.set(game, { phase, round, cards, seats });
  return seats;
}

function seatsMet({ seats, positions, kept }: Table, game: Game): readonly (Seat | undefined)[] {
  const { course } = positions;
  const state = stateOf(course, game);
  const lying = cardsNow(course, game);
  const clock = seats.some(({ preference }) => preference.discount < 1) ? game.round : 0;
  return recall(kept, `${state};${clock};${lying.map(keyOf).join()}`, () =>
    seats.map((own) => seatIn(own, game, state, lying)),
  );
}

/** One seat; undefined without one in the present phase. */
export function seatAt(own: SeatTable, game: Game): Seat | undefined {
  return seatIn(own, game, stateOf(own.course, game), cardsNow(own.course, game));
}

function seatIn(own: SeatTable, game: Game, state: string, lying: readonly Played[]): Seat | undefined {
  const { course, party, preference, kept } = own;
  const phase = phaseNow(course, game);
  if (phase.protocol === "talks" && !phase.parties.includes(party)) return undefined;
  const touching = lying.filter((played) => touches(course.cards, played, party));
  const clock = preference.discount < 1 ? game.round : 0;
  return recall(kept.seats, `${state};${clock};${touching.map(keyOf).join()}`, () =>
    seatOf(course, game, party, preferenceAt(own, touching, relativeTime(course, game))),
  );
}

/** A party's preferences with the given cards on the table, and with what a time of the phase leaves of them. */
export function preferenceAt(
  { course, party, preference, kept }: SeatTable,
  lying: readonly Played[],
  time: number,
): Preference {
  const touching = lying.filter((played) => touches(course.cards, played, party));
  const left = leftAt(preference, time);
  if (touching.length === 0 && left === 1) return preference;
  return recall(kept.preferences, `${left};${touching.map(keyOf).join()}`, () =>
    discounted(
      touching.length === 0 ? preference : preferenceWith(preference, course.cards, touching, party),
      left,
    ),
  );
}

/** A party's preferences as they are now; also for one without a seat in the present phase. */
export function preferenceNow(own: SeatTable, game: Game): Preference {
  const { course } = own;
  const seat = seatAt(own, game);
  return seat?.preference ?? preferenceAt(own, cardsNow(course, game), relativeTime(course, game));
}

/**
 * What seats depend on besides the cards: the phase, the text that was drawn to begin with, what those before have put in force for whom, and who is bound to
 * which mandate.
 */
function stateOf(course: Course, game: Game): string {
  const { phase, inForce, opening, results } = game;
  const present = course.phases[phase]!;
  const { disagreement } = present;
  const departure = departureIn(course.phases[phase]!);
  if ("openings" in present && present.openings.length > 1) return `${phase};${opening}`;
  if (disagreement !== undefined && departure === 0) return `${phase}`;
  const mandate = departure > 0 ? results.findLast((result) => result.end === "agreement") : undefined;
  const reserved = results.at(-1)?.reservations;
  return [phase, inForce, reserved, mandate?.outcome, mandate?.signed.map(Number).join("")].join(";");
}

/** When and where a card was played does not matter for what it does. */
function keyOf({ card, by, target, branch }: Played): string {
  return `${card}.${by}.${target}.${branch}`;
}

function recall<T>(known: Map<string, T>, key: string, make: () => T): T {
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  if (known.size >= MOST_KEPT) known.clear();
  const made = make();
  known.set(key, made);
  return made;
}
