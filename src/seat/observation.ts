/**
 * Everything one seat may know when it has to act: the public course and state, all that has been done so far, its own
 * preferences, what claims and acts tell about the others. Another seat's weights, values and unstated limits are not
 * reachable from here; `tests/unit/seat/observation.test.ts` changes them and finds nothing different.
 */

import {
  type Course,
  departureIn,
  isNegotiation,
  type Negotiation,
  openIssues,
  type Phase,
} from "../protocol/course.ts";
import { motionNow } from "../protocol/drafting.ts";
import { phaseNow, relativeTime } from "../protocol/game.ts";
import { usableLevers } from "../protocol/levers.ts";
import { inForceFor, mandateFor } from "../protocol/mandate.ts";
import type { Beat, Game, Motion, Move, PhaseResult } from "../protocol/move.ts";
import { boundNow, mayAccept } from "../protocol/talks.ts";
import { type Best, bestOutcome } from "../scenario/best/best.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { leftAt, type Preference, preferenceFrom, reservationOf } from "../scenario/preference.ts";
import type { Belief } from "./belief.ts";

/** The text that a party's signature binds it to in talks, and what each step away from it costs, in points. */
export interface Bound {
  readonly mandate: Outcome | undefined;
  readonly departure: number;
}

/** `results`: of the phases before. */
export function boundIn(
  phase: Phase,
  results: readonly PhaseResult[],
  party: number,
  { left }: Pick<Preference, "left">,
): Bound {
  const departure = departureIn(phase) * left;
  return { departure, mandate: departure > 0 ? mandateFor(results, party) : undefined };
}

/** A seat's own numbers and what follows from them, as they are in a phase with the cards on the table. */
export interface Seat extends Bound {
  readonly party: number;
  readonly preference: Preference;
  /** Best outcome within the seat's limits. */
  readonly best: Best;
  /** Utility of no agreement in this phase. */
  readonly reservationValue: number;
  /** Its agreement is required. */
  readonly required: boolean;
  readonly mayReserve: boolean;
  /** What is left of any worth after one more round: 1 without a discount. */
  readonly waiting: number;
}

/** A move and when it was made: in a vote the beat tells what it was about. */
export interface Act {
  /** Index of the phase in the course. */
  readonly phase: number;
  readonly round: number;
  readonly beat: Beat;
  readonly move: Move;
}

/** `game`: before the move. */
export function actOf({ phase, round, play }: Game, move: Move): Act {
  return { phase, round, beat: play.beat, move };
}

export interface Observation {
  readonly seat: Seat;
  readonly course: Course;
  readonly phase: Negotiation;
  readonly beat: Beat;
  readonly round: number;
  /** From just above 0 to just below 1. */
  readonly relativeTime: number;
  /** The text on the table; in talks the standing offer, or what is in force while none stands. */
  readonly text: Outcome;
  /** What the seat falls back on. */
  readonly inForce: Outcome;
  /** Talks: an offer of another side stands and may be accepted. */
  readonly mayAccept: boolean;
  /** Talks: sides bound to the standing offer. */
  readonly bound: number;
  readonly open: readonly number[];
  /** Levers the seat may pull now, as card indices; empty when it is not its turn to speak. */
  readonly levers: readonly number[];
  /** What is voted on in a `ballot` beat. */
  readonly motion: Motion | undefined;
  /** All that was done so far, in order, each seen by everybody; one array for all seats that grows as the game goes on. */
  readonly history: readonly Act[];
  /** Public estimate of the others; shared by all seats and not to be changed. */
  readonly belief: Belief;
}

/**
 * A party's seat in the present phase, with its preferences as they now are: best among what is negotiated there,
 * fallback and mandate as the phases before have left them. In talks limits bind only what is negotiated.
 */
export function seatOf(course: Course, game: Game, party: number, preference: Preference): Seat {
  const phase = phaseNow(course, game);
  const decision = isNegotiation(phase) ? phase.decision : undefined;
  const seat = {
    party,
    reservationValue: reservationOf(preference, inForceFor(course, game, party)),
    required: decision?.required[party] ?? false,
    mayReserve: decision?.mayReserve[party] ?? false,
    ...boundIn(phase, game.results, party, preference),
    waiting: leftAt(preference, 1 / (phase.rounds + 1)),
  };
  // What no round opens stays as it is, and is nothing to aspire to.
  const own = preferenceIn(phase, preference);
  const among = phase.issues.length > 0 ? { base: game.opening, open: phase.issues } : undefined;
  return { ...seat, preference: own, best: bestOutcome(own, among) };
}

/** A party's preferences as they bind it in a phase: in talks without its limits on what is not negotiated. */
export function preferenceIn(phase: Phase, preference: Preference): Preference {
  if (phase.protocol !== "talks") return preference;
  const limits = preference.limits.filter(({ issue }) => phase.issues.includes(issue));
  return limits.length === preference.limits.length ? preference : preferenceFrom({ ...preference, limits });
}

const SPEAKING: ReadonlySet<Beat> = new Set(["floor", "turn"]);
const NO_LEVERS: readonly number[] = [];

/** What all seats see alike. */
export type Scene = Omit<Observation, "seat" | "levers">;

/** Shares arrays with the game: it is for the decision at hand, not for keeping. */
export function sceneNow(course: Course, game: Game, belief: Belief, history: readonly Act[]): Scene {
  const phase = phaseNow(course, game);
  if (!isNegotiation(phase)) throw new Error(`No seat acts in a phase of ${phase.protocol}.`);
  return {
    course,
    phase,
    beat: game.play.beat,
    round: game.round,
    relativeTime: relativeTime(course, game),
    text: game.text,
    inForce: game.inForce,
    mayAccept: mayAccept(phase, game),
    bound: boundNow(phase, game)?.length ?? 0,
    open: openIssues(phase, game),
    motion: motionNow(game),
    history,
    belief,
  };
}

/** The scene as a seat sees it that is asked to act. */
export function observed(scene: Scene, game: Game, seat: Seat): Observation {
  const levers = SPEAKING.has(scene.beat) ? usableLevers(scene.course, game, seat.party) : NO_LEVERS;
  // Field by field: this is done for every vote.
  return {
    seat,
    course: scene.course,
    phase: scene.phase,
    beat: scene.beat,
    round: scene.round,
    relativeTime: scene.relativeTime,
    text: scene.text,
    inForce: scene.inForce,
    mayAccept: scene.mayAccept,
    bound: scene.bound,
    open: scene.open,
    levers,
    motion: scene.motion,
    history: scene.history,
    belief: scene.belief,
  };
}

export function observe(
  course: Course,
  game: Game,
  seat: Seat,
  belief: Belief,
  history: readonly Act[],
): Observation {
  return observed(sceneNow(course, game, belief, history), game, seat);
}
