/** One ballot as it is shown: what was asked, how it went, who voted how. */
import { choicesOf } from "../protocol/ballot.ts";
import { decided, tallyOf } from "../protocol/decision.ts";
import { amended, motionNow } from "../protocol/drafting.ts";
import { phaseNow, ruleNow } from "../protocol/game.ts";
import type { Beat, Change, Game, Motion, Move, Vote } from "../protocol/move.ts";
import { councilNow } from "../protocol/talks.ts";
import { utility } from "../scenario/preference.ts";
import { preferenceNow } from "../seat/seats.ts";
import type { SeatTable } from "../seat/seatTable.ts";
import type { Standpoint } from "../seat/standpoint.ts";
import { foreseenIn } from "./foreseen.ts";
import { describeBallot, type Reached } from "./rule.ts";
import { changesToMake, nameAtStart } from "./sentences.ts";
import { record as words } from "./words/record.ts";
import { told } from "./words/told.ts";

export interface BallotView {
  /** Index of the scenario's phase. */
  readonly phase: number;
  readonly beat: Beat;
  /** What is voted on, or what was. */
  readonly question: string;
  readonly by: string | undefined;
  readonly tally: { readonly for: number; readonly against: number; readonly abstain: number };
  readonly carried: boolean;
  readonly yours: Vote | undefined;
  /** [party, vote] of everybody with a vote. */
  readonly votes: readonly (readonly [number, Vote])[];
}

/** The motion before the table, with what it means for one seat in points. */
export interface MotionView {
  readonly by: string;
  readonly byId: string;
  readonly sentence: string;
  readonly changes: readonly Change[];
  readonly yourGain: number;
}

/** A ballot with what it has reached of each condition of its rule. */
export interface ToldBallot extends BallotView {
  readonly conditions: readonly Reached[];
}

export interface LastBallot extends ToldBallot {
  /** What the forecast expected, what came, and who waits, in one sentence; undefined where nothing was expected. */
  readonly foreseen: string | undefined;
}

/** Of the present phase; the ballot that has just ended the one before is still the last. */
export function lastBallotOf(at: Standpoint): LastBallot | undefined {
  const { own, game, games, moves } = at;
  const index = moves.findLastIndex((move) => move.type === "ballot");
  const move = moves[index];
  if (move?.type !== "ballot") return undefined;
  const recent = games[index]!.phase === game.phase || index === moves.length - 1;
  if (!recent) return undefined;
  return { ...toldBallotOf(own, games[index]!, move), foreseen: foreseenIn(at, index) };
}

export function toldBallotOf(
  own: SeatTable,
  before: Game,
  move: Extract<Move, { type: "ballot" }>,
): ToldBallot {
  const rule = ruleNow(own.course, before)!;
  return {
    ...ballotViewOf(own, before, move),
    conditions: describeBallot(own.scenario, rule, choicesOf(move.votes)),
  };
}

export function ballotViewOf(
  own: SeatTable,
  before: Game,
  move: Extract<Move, { type: "ballot" }>,
): BallotView {
  const { scenario, course, party: seat } = own;
  const rule = ruleNow(course, before)!;
  const council = councilNow(phaseNow(course, before), before);
  const motion = motionNow(before);
  const by = council?.spokesperson ?? motion?.party;
  return {
    phase: before.phase,
    beat: before.play.beat,
    question:
      council !== undefined
        ? words.question.offer
        : motion === undefined
          ? words.question.text
          : motionOf(own, before, motion).sentence,
    by: by === undefined ? undefined : nameAtStart(scenario, by),
    tally: tallyOf(rule, choicesOf(move.votes)),
    carried: decided(rule, choicesOf(move.votes)),
    yours: move.votes[seat] ?? undefined,
    votes: move.votes.flatMap((vote, party) => (vote === null ? [] : [[party, vote] as const])),
  };
}

/** A tally as messages take it. */
export function countsOf(tally: BallotView["tally"]) {
  return { yes: tally.for, no: tally.against, abstaining: tally.abstain };
}

export function motionOf(own: SeatTable, game: Game, { party, changes }: Motion): MotionView {
  const { scenario } = own;
  const preference = preferenceNow(own, game);
  const next = amended(game.text, changes);
  return {
    by: nameAtStart(scenario, party),
    byId: scenario.parties[party]!.id,
    sentence: told.changesAlone({ changes: changesToMake(scenario, game.text, changes) }),
    changes,
    yourGain: utility(preference, next) - utility(preference, game.text),
  };
}
