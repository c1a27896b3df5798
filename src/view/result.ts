/**
 * What the result page tells, worked out once from a finished game: how it ended, the text against the opening draft
 * and against what really happened, every ballot, and four readings. Pure; no reading says who won.
 */
import { type Course, type Phase, unityIn } from "../protocol/course.ts";
import { relativeTime } from "../protocol/game.ts";
import { cardsAt } from "../protocol/mandate.ts";
import type { End, Game, Move, PhaseResult } from "../protocol/move.ts";
import { type Outcome, outcomeOf, stepsBetween } from "../scenario/outcome.ts";
import { brokenLimits, utility, withReservation } from "../scenario/preference.ts";
import type { ScenarioIssue } from "../scenario/schema.ts";
import type { Table } from "../seat/compiled.ts";
import { preferenceIn } from "../seat/observation.ts";
import { preferenceAt } from "../seat/seats.ts";
import type { Standpoint } from "../seat/standpoint.ts";
import { sameText } from "../seat/support.ts";
import { costOf, utilityOfResult } from "../seat/worth.ts";
import { type ToldBallot, toldBallotOf } from "./ballot.ts";
import { askedIn, type PlayedPhase, playedPhases } from "./ending.ts";

/** What no seat may know while the game is played, opened for its result: the whole scenario with everybody's numbers, the seed. */
export interface Truth {
  readonly table: Table;
  readonly seed: number;
}

/** One issue in the text, in the opening draft and in what really happened. */
export interface IssueOutcome {
  readonly issue: ScenarioIssue;
  readonly opening: number;
  readonly final: number;
  readonly real: number | undefined;
}

export interface RoundBallot extends ToldBallot {
  readonly round: number;
}

/** A phase and, the same for all of them, what the whole course has led to. */
export interface OutcomeFacts extends PlayedPhase {
  /** Of the phase. */
  readonly id: string;
  readonly title: string;
  readonly protocol: Phase["protocol"];
  /** The course has other phases. */
  readonly course: boolean;
  readonly end: End;
  /** How the last phase of the course ended: what is in force now. */
  readonly inForce: PhaseResult;
  readonly rounds: number;
  readonly levels: readonly IssueOutcome[];
  readonly clauses: readonly IssueOutcome[];
  readonly ballots: readonly RoundBallot[];
  /** Utility to you of what is in force, your own reservation regarded, less what your levers have cost. */
  readonly worth: number;
  readonly leverCost: number;
  /** Of the opening draft and, if known, of the real outcome. */
  readonly openingWorth: number;
  readonly realWorth: number | undefined;
  readonly limits: number;
  /** Limits of your mandate that what you signed breaks; 0 when you signed nothing. */
  readonly brokenLimits: number;
  /** Of the same limits, those that what is in force at the end breaks; undefined where it is what you signed, or not yours. */
  readonly brokenInForce: number | undefined;
  readonly youSigned: boolean;
  readonly yourReservation: number | undefined;
  readonly voters: readonly number[];
  readonly signed: readonly number[];
  readonly objected: readonly number[];
  /** Steps over all level issues, and clauses that differ, against the real outcome. */
  readonly distance: { readonly steps: number; readonly clauses: number } | undefined;
  readonly unity: { readonly before: number; readonly after: number };
  /** In talks without agreement: how many of so many sides were bound to the offer that stood at the end, if one did. */
  readonly offer: { readonly bound: number; readonly sides: number } | undefined;
}

/** Of the last phase in which something was negotiated, for a game that has ended. */
export function outcomeFacts(at: Standpoint, truth: Truth): OutcomeFacts {
  const { phases } = at.own.course;
  // Ratification says what became of a text at home; the text and its ballots are those of the phase before.
  const played = playedPhases(at).findLast(
    ({ result }) => phases[result.phase]!.protocol !== "ratification",
  )!;
  return phaseFacts(at, truth, played);
}

/** Of one phase, for a game that has ended. */
export function phaseFacts(at: Standpoint, { table }: Truth, played: PlayedPhase): OutcomeFacts {
  const { own, game, games } = at;
  const { scenario } = table;
  const { course, party: seat } = own;
  const { result, first, after } = played;
  const phase = course.phases[result.phase]!;
  const moves = at.moves.slice(first, after);
  const preference = preferenceIn(
    phase,
    preferenceAt(own, cardsAt(course, result), relativeTime(course, result)),
  );
  const agreed = result.end === "agreement";
  const offer = moves.findLast((move) => move.type === "offer");
  const lastDraft = offer?.type === "offer" ? offer.outcome : games[after - 1]!.text;
  // Without agreement the page compares the draft that lay on the table; what is in force is said in words.
  const final: Outcome = agreed ? result.outcome : lastDraft;
  // After the news of the first round, which may have drawn it.
  const { opening } = games[first + 1]!;
  const history = scenario.history && outcomeOf(scenario, scenario.history.outcome);
  // What really happened is the outcome of the phase that a course begins with.
  const real = result.phase === 0 ? history : undefined;
  const rows = scenario.issues.map(
    (issue, i): IssueOutcome => ({ issue, opening: opening[i]!, final: final[i]!, real: real?.[i] }),
  );
  const last = moves.at(-1);
  const votes = agreed && last?.type === "ballot" ? last.votes : [];
  const yourReservation = reservationIn(result, seat);
  const yours = boundTo(course, result, seat);
  const youSigned = result.signed[seat] === true;
  const now = game.results.at(-1)!;
  const left = boundTo(course, now, seat);
  const changed = youSigned && now.signed[seat] === true && !sameText(yours, left);
  const clauses = rows.filter(({ issue }) => issue.kind === "clause");
  return {
    ...played,
    id: phase.id,
    title: scenario.phases[result.phase]!.title,
    protocol: phase.protocol,
    course: scenario.phases.length > 1,
    end: result.end,
    inForce: now,
    rounds: phase.rounds,
    levels: rows.filter(({ issue }) => issue.kind === "level"),
    clauses,
    ballots: moves.flatMap((move, i) =>
      move.type === "ballot"
        ? [
            {
              ...toldBallotOf(own, games[first + i]!, move),
              round: games[first + i]!.round,
            },
          ]
        : [],
    ),
    worth: utilityOfResult(own, game.results),
    leverCost: costOf(course, game.cards, seat),
    openingWorth: utility(preference, opening),
    realWorth: history && utility(preference, history),
    limits: preference.limits.length,
    brokenLimits: youSigned ? brokenLimits(preference, yours).length : 0,
    brokenInForce: changed ? brokenLimits(preference, left).length : undefined,
    youSigned,
    yourReservation,
    voters: askedIn(phase),
    signed: phase.parties.filter((party) => result.signed[party]),
    objected: phase.parties.filter((party) => votes[party] != null && votes[party]?.choice === "against"),
    distance: real && {
      steps: stepsBetween(scenario, final, real),
      clauses: clauses.filter((row) => row.final !== row.real).length,
    },
    unity: { before: unityIn(phase), after: result.unity },
    offer: agreed ? undefined : offerAtEnd(phase, games[after - 1]!, moves.at(-1)!),
  };
}

function reservationIn({ reservations }: PhaseResult, party: number): number | undefined {
  return reservations.find(([reserving]) => reserving === party)?.[1];
}

/** `before` the last move, which is not yet counted there. */
function offerAtEnd(phase: Phase, { play }: Game, last: Move): OutcomeFacts["offer"] {
  if (phase.protocol !== "talks" || play.protocol !== "talks") return undefined;
  const sides = phase.seats.filter(({ mediator }) => !mediator).length;
  if (last.type === "offer") return { bound: phase.seats[play.turn]!.mediator ? 0 : 1, sides };
  if (play.bound === null) return undefined;
  const joined = last.type === "accept" || last.type === "ballot" ? 1 : 0;
  return { bound: play.bound.length + joined, sides };
}

/** The outcome of a result with the party's own opt-out. */
function boundTo({ statusQuo }: Course, result: PhaseResult, party: number): Outcome {
  const reserved = reservationIn(result, party);
  return reserved === undefined ? result.outcome : withReservation(result.outcome, reserved, statusQuo);
}

/** Index of the first move of a round of a phase, for going back to it. */
export function firstMoveOf({ games, moves }: Standpoint, phase: number, round: number): number {
  return moves.findIndex((_, i) => games[i]!.phase === phase && games[i]!.round === round);
}
