/**
 * The seats as they are at a moment of a game: preferences with the cards that lie on the table, best outcome, fallback
 * and mandate. What was worked out once is kept on the table: few different states come up again and again.
 */
import { departureIn, type Phase, type Positions } from "../protocol/course.ts";
import { cardsNow, phaseNow, relativeTime } from "../protocol/game.ts";
import type { Game } from "../protocol/move.ts";
import { discounted, leftAt, type Preference } from "../scenario/preference.ts";
import type { Played } from "../world/cards.ts";
import { preferenceWith, touches } from "../world/effects.ts";
import { type Seat, seatOf } from "./observation.ts";

/** Entries a cache may hold before it is emptied. */
const MOST_KEPT = 20_000;

export interface Kept {
  readonly preferences: Map<string, Preference>;
  readonly seats: Map<string, Seat>;
  readonly tables: Map<string, readonly (Seat | undefined)[]>;
}

export function nothingKept(): Kept {
  return { preferences: new Map(), seats: new Map(), tables: new Map() };
}

interface Holder {
  readonly positions: Positions;
  readonly kept: Kept;
}

/** By party; undefined for those without a seat in the present phase. */
export function seatsAt({ positions, kept }: Holder, game: Game): readonly (Seat | undefined)[] {
  const { course } = positions;
  const phase = phaseNow(course, game);
  const lying = cardsNow(course, game);
  const time = relativeTime(course, game);
  const state = `${game.phase};${stateOf(phase, game)}`;
  const clock = positions.preferences.some(({ discount }) => discount < 1) ? game.round : 0;
  return recall(kept.tables, `${state};${clock};${lying.map(keyOf).join()}`, () =>
    positions.preferences.map((_, party) => {
      if (phase.protocol === "talks" && !phase.parties.includes(party)) return undefined;
      const own = lying.filter((played) => touches(course.cards, played, party));
      const round = positions.preferences[party]!.discount < 1 ? game.round : 0;
      return recall(kept.seats, `${party};${state};${round};${own.map(keyOf).join()}`, () =>
        seatOf(positions, game, party, preferenceAt({ positions, kept }, party, own, time)),
      );
    }),
  );
}

/** A party's preferences with the given cards on the table, and with what a time of the phase leaves of them. */
export function preferenceAt(
  { positions, kept }: Holder,
  party: number,
  lying: readonly Played[],
  time: number,
): Preference {
  const { course, preferences } = positions;
  const written = preferences[party]!;
  const own = lying.filter((played) => touches(course.cards, played, party));
  const left = leftAt(written, time);
  if (own.length === 0 && left === 1) return written;
  return recall(kept.preferences, `${party};${left};${own.map(keyOf).join()}`, () =>
    discounted(own.length === 0 ? written : preferenceWith(written, course.cards, own, party), left),
  );
}

/** A party's preferences as they are now; also for one without a seat in the present phase. */
export function preferenceNow(holder: Holder, game: Game, party: number): Preference {
  const { course } = holder.positions;
  const seat = seatsAt(holder, game)[party];
  return seat?.preference ?? preferenceAt(holder, party, cardsNow(course, game), relativeTime(course, game));
}

/** What seats depend on besides the cards: what phases before have put in force for whom, and who is bound to which mandate. */
function stateOf(phase: Phase, { inForce, results }: Game): string {
  const departure = departureIn(phase);
  if (phase.disagreement !== undefined && departure === 0) return "";
  const mandate = departure > 0 ? results.findLast((result) => result.end === "agreement") : undefined;
  const reserved = results.at(-1)?.reservations;
  return [inForce, reserved, mandate?.outcome, mandate?.signed.map(Number).join("")].join(";");
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
