/**
 * What a protocol is: the rules of one kind of phase, over the game record and a play of its own. A file of rules is
 * written for its own phase and play alone; `anywhere` makes of it what the course calls in any phase.
 */
import type { Protocol } from "../scenario/schema.ts";
import type { Course, Phase, PhaseOf } from "./course.ts";
import type { Rule } from "./decision.ts";
import type { Ended, Game, GameIn, Move, Play, PlayOf, ToMove, Vote } from "./move.ts";

interface RulesOf<AnyPhase, AnyGame, AnyPlay> {
  /** The play of a phase that begins. */
  readonly enter: (phase: AnyPhase) => AnyPlay;
  /** The play when the news of a round have come. */
  readonly afterNews: (game: AnyGame, speakers: readonly number[]) => AnyPlay;
  /** Who moves, after the news. So for all that follow. */
  readonly toMove: (phase: AnyPhase, game: AnyGame) => ToMove;
  /** Every legal move, lazily. */
  readonly legalMoves: (course: Course, phase: AnyPhase, game: AnyGame) => Generator<Move>;
  /** Why a move is not legal, as a sentence. */
  readonly violation: (course: Course, phase: AnyPhase, game: AnyGame, move: Move) => string | undefined;
  /** Why one vote is not legal. */
  readonly voteViolation: (
    vote: Vote,
    party: number,
    course: Course,
    phase: AnyPhase,
    game: AnyGame,
  ) => string | undefined;
  /** The rule by which the ballot that is open is decided; undefined when none is. */
  readonly ruleNow: (phase: AnyPhase, game: AnyGame) => Rule | undefined;
  /** Changes `game` in place by a legal move; returns the phase's result when the move ends it. */
  readonly advance: (phase: AnyPhase, game: AnyGame, move: Move) => Ended | undefined;
}

export type Rules<P extends Protocol> = RulesOf<PhaseOf<P>, GameIn<P>, PlayOf<P>>;

/** The same rules for any phase and game; throws when those are of another protocol, which no course leads to. */
export function anywhere<P extends Protocol>(protocol: P, rules: Rules<P>): RulesOf<Phase, Game, Play> {
  const own = (phase: Phase): PhaseOf<P> => {
    if (isOf(protocol, phase)) return phase;
    throw new Error(`The rules of ${protocol} were asked about a phase of ${phase.protocol}.`);
  };
  const played = (game: Game): GameIn<P> => {
    if (isPlayedBy(protocol, game)) return game;
    throw new Error(`The rules of ${protocol} were asked about a play of ${game.play.protocol}.`);
  };
  return {
    enter: (phase) => rules.enter(own(phase)),
    afterNews: (game, speakers) => rules.afterNews(played(game), speakers),
    toMove: (phase, game) => rules.toMove(own(phase), played(game)),
    legalMoves: (course, phase, game) => rules.legalMoves(course, own(phase), played(game)),
    violation: (course, phase, game, move) => rules.violation(course, own(phase), played(game), move),
    voteViolation: (vote, party, course, phase, game) =>
      rules.voteViolation(vote, party, course, own(phase), played(game)),
    ruleNow: (phase, game) => rules.ruleNow(own(phase), played(game)),
    advance: (phase, game, move) => rules.advance(own(phase), played(game), move),
  };
}

function isOf<P extends Protocol>(protocol: P, phase: Phase): phase is PhaseOf<P> {
  return phase.protocol === protocol;
}

function isPlayedBy<P extends Protocol>(protocol: P, game: Game): game is GameIn<P> {
  return game.play.protocol === protocol;
}
