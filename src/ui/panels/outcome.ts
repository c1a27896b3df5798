/**
 * What the result page tells, worked out once from a finished game: how it ended, the text against the opening draft
 * and against what really happened, every ballot, and four readings. Pure; no reading says who won.
 */
import type { End, Move, PhaseResult } from "../../protocol/move.ts";
import { type Outcome, outcomeOf, stepsBetween } from "../../scenario/outcome.ts";
import { brokenLimits, utility, withReservation } from "../../scenario/preference.ts";
import type { ScenarioIssue } from "../../scenario/schema.ts";
import type { Snapshot } from "../../session/session.ts";
import { utilityOfResult } from "../../session/simulate.ts";
import type { Table } from "../../session/table.ts";
import { type BallotView, ballotViewOf } from "../ballot.ts";

/** One issue in the text, in the opening draft and in what really happened. */
export interface IssueOutcome {
  readonly issue: ScenarioIssue;
  readonly opening: number;
  readonly final: number;
  readonly real: number | undefined;
}

export interface RoundBallot extends BallotView {
  readonly round: number;
  readonly adoption: boolean;
}

export interface OutcomeFacts {
  readonly result: PhaseResult;
  readonly end: End;
  /** Who walked away, if anybody did. */
  readonly walker: number | undefined;
  readonly rounds: number;
  readonly levels: readonly IssueOutcome[];
  readonly clauses: readonly IssueOutcome[];
  readonly ballots: readonly RoundBallot[];
  /** Utility to you of what is in force, your own reservation regarded. */
  readonly worth: number;
  /** Of the opening draft and, if known, of the real outcome. */
  readonly openingWorth: number;
  readonly realWorth: number | undefined;
  readonly limits: number;
  /** Limits of your mandate that what you signed breaks; 0 when you signed nothing. */
  readonly brokenLimits: number;
  readonly youSigned: boolean;
  readonly yourReservation: number | undefined;
  readonly voters: readonly number[];
  readonly signed: readonly number[];
  readonly objected: readonly number[];
  /** Steps over all level issues, and clauses that differ, against the real outcome. */
  readonly distance: { readonly steps: number; readonly clauses: number } | undefined;
  readonly unity: { readonly before: number; readonly after: number };
}

/** For a game that has ended. */
export function outcomeFacts(table: Table, snapshot: Snapshot, seat: number): OutcomeFacts {
  const { scenario, positions } = table;
  const { game, games, moves } = snapshot;
  const { phases } = positions.course;
  // Ratification says what became of a text at home; the text and its ballots are those of the phase before.
  const result = game.results.findLast((one) => phases[one.phase]!.protocol !== "ratification")!;
  const phase = phases[result.phase]!;
  const { approved } = game.results.at(-1)!;
  const preference = positions.preferences[seat]!;
  const agreed = result.end === "agreement";
  // Without agreement the page compares the draft that lay on the table; what is in force is said in words.
  const final: Outcome = agreed ? result.outcome : game.text;
  const real = scenario.history === undefined ? undefined : outcomeOf(scenario, scenario.history.outcome);
  const rows = scenario.issues.map(
    (issue, i): IssueOutcome => ({ issue, opening: phase.opening[i]!, final: final[i]!, real: real?.[i] }),
  );
  const last: Move | undefined = moves.findLast((move) => move.type !== "ratify");
  const votes = agreed && last?.type === "ballot" ? last.votes : [];
  const yourReservation = result.reservations.find(([party]) => party === seat)?.[1];
  const own =
    yourReservation === undefined
      ? result.outcome
      : withReservation(result.outcome, yourReservation, positions.course.statusQuo);
  const youSigned = result.signed[seat] === true;
  const clauses = rows.filter(({ issue }) => issue.kind === "clause");
  return {
    result: { ...result, ...(approved && { approved }) },
    end: result.end,
    walker: last?.type === "walkaway" ? last.party : undefined,
    rounds: phase.rounds,
    levels: rows.filter(({ issue }) => issue.kind === "level"),
    clauses,
    ballots: moves.flatMap((move, i) =>
      move.type === "ballot"
        ? [
            {
              ...ballotViewOf(table, games[i]!, move, seat),
              round: games[i]!.round,
              adoption: games[i]!.beat === "adoption",
            },
          ]
        : [],
    ),
    worth: utilityOfResult(table, game.results, seat),
    openingWorth: utility(preference, phase.opening),
    realWorth: real && utility(preference, real),
    limits: preference.limits.length,
    brokenLimits: youSigned ? brokenLimits(preference, own).length : 0,
    youSigned,
    yourReservation,
    voters: phase.parties,
    signed: phase.parties.filter((party) => result.signed[party]),
    objected: phase.parties.filter((party) => votes[party] != null && votes[party]?.choice === "against"),
    distance: real && {
      steps: stepsBetween(scenario, final, real),
      clauses: clauses.filter((row) => row.final !== row.real).length,
    },
    unity: { before: phase.unity, after: result.unity },
  };
}

/** Index of the first move of a round, for going back to it. */
export function firstMoveOf({ games, moves }: Snapshot, round: number): number {
  return moves.findIndex((_, i) => games[i]!.round === round);
}
