/**
 * The rules of a whole game: four small functions over the plain `Game` record, and the course from phase to phase.
 * What one phase allows is in the file of its protocol.
 */
import { produce } from "immer";
import type { Course, Phase } from "./course.ts";
import * as drafting from "./drafting.ts";
import { legalMoves as enumerate } from "./enumeration.ts";
import type { Game, Move, PhaseResult, ToMove } from "./move.ts";

export function initial(course: Course): Game {
  const game: Game = {
    phase: 0,
    round: 1,
    beat: "news",
    text: [],
    speakers: [],
    turn: 0,
    motion: null,
    results: [],
  };
  enter(course, game, 0);
  return game;
}

export function phaseNow(course: Course, game: Game): Phase {
  return course.phases[game.phase]!;
}

/** Undefined once the game has ended. */
export function toMove(course: Course, game: Game): ToMove | undefined {
  return game.beat === "ended" ? undefined : drafting.toMove(phaseNow(course, game), game);
}

/** Every legal move, lazily: ballots alone are choices to the power of the parties. For counting and random play. */
export function* legalMoves(course: Course, game: Game): Generator<Move> {
  if (game.beat !== "ended") yield* enumerate(course, phaseNow(course, game), game);
}

/** Why a move is not legal now, as a sentence; undefined when it is. */
export function violation(course: Course, game: Game, move: Move): string | undefined {
  if (game.beat === "ended") return "The game has ended; no more moves are possible.";
  return drafting.violation(course, phaseNow(course, game), game, move);
}

/**
 * The recipe: changes `game` in place by a legal move. Interactive sessions run it inside Immer (`applyMove`), the
 * simulation on its own copy.
 */
export function advance(course: Course, game: Game, move: Move): void {
  const result = drafting.advance(phaseNow(course, game), game, move);
  if (result === undefined) return;
  game.results.push(result);
  const { next } = phaseNow(course, game);
  const following = result.end === "agreement" ? next.agreement : next.none;
  if (following < 0) game.beat = "ended";
  else enter(course, game, following);
}

/** The game after a legal move; the one before is unchanged and shares what did not change. */
export function applyMove(course: Course, game: Game, move: Move): Game {
  return produce(game, (draft) => {
    advance(course, draft as Game, move);
  });
}

/** The results of all phases, in order; undefined until the end. */
export function result(game: Game): readonly PhaseResult[] | undefined {
  return game.beat === "ended" ? game.results : undefined;
}

/** DESIGN §4: round/(rounds + 1), never 0 or 1 while somebody acts. */
export function relativeTime(course: Course, game: Game): number {
  return game.round / (phaseNow(course, game).rounds + 1);
}

function enter(course: Course, game: Game, phase: number): void {
  game.phase = phase;
  game.round = 1;
  game.beat = "news";
  game.text = course.phases[phase]!.opening.slice();
  game.speakers = [];
  game.turn = 0;
  game.motion = null;
}
