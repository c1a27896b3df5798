/**
 * The rules of a whole game: four small functions over the plain `Game` record, and the course from phase to phase.
 * What one phase allows is in the file of its protocol.
 */
import { produce } from "immer";
import { lying, type Played } from "../world/cards.ts";
import type { Course, Phase } from "./course.ts";
import * as drafting from "./drafting.ts";
import { legalMoves as draftingMoves } from "./enumeration.ts";
import { mandateOf } from "./mandate.ts";
import type { Beat, Drawn, Ended, Game, Move, PhaseResult, ToMove } from "./move.ts";
import * as news from "./news.ts";
import * as ratification from "./ratification.ts";
import * as talks from "./talks.ts";

/** The rules of one protocol; every phase is played by one of these. */
interface Protocol {
  toMove(phase: Phase, game: Game): ToMove;
  legalMoves(course: Course, phase: Phase, game: Game): Generator<Move>;
  violation(course: Course, phase: Phase, game: Game, move: Move): string | undefined;
  /** Changes `game` in place; returns the phase's result when the move ends it. */
  advance(phase: Phase, game: Game, move: Move): Ended | undefined;
  /** Sets the beat and whatever else the protocol starts from. */
  enter(phase: Phase, game: Game): void;
  /** The beat after the news. */
  readonly opens: Beat;
}

const protocols: Record<Phase["protocol"], Protocol> = {
  drafting: { ...drafting, legalMoves: draftingMoves },
  talks,
  ratification,
};

export function initial(course: Course): Game {
  const game: Game = {
    phase: 0,
    round: 1,
    beat: "news",
    text: [],
    speakers: [],
    turn: 0,
    motion: null,
    inForce: [],
    bound: null,
    refused: false,
    cards: [],
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
  const phase = phaseNow(course, game);
  if (game.beat === "ended") return undefined;
  return game.beat === "news" ? { who: "chance" } : protocols[phase.protocol].toMove(phase, game);
}

/** Every legal move, lazily: ballots alone are choices to the power of the parties. For counting and random play. */
export function* legalMoves(course: Course, game: Game): Generator<Move> {
  const phase = phaseNow(course, game);
  if (game.beat === "news") yield* news.legalMoves(course, phase, game);
  else if (game.beat !== "ended") yield* protocols[phase.protocol].legalMoves(course, phase, game);
}

/** Why a move is not legal now, as a sentence; undefined when it is. */
export function violation(course: Course, game: Game, move: Move): string | undefined {
  if (game.beat === "ended") return "The game has ended; no more moves are possible.";
  const phase = phaseNow(course, game);
  const rules = game.beat === "news" ? news : protocols[phase.protocol];
  return rules.violation(course, phase, game, move);
}

/**
 * The recipe: changes `game` in place by a legal move. Interactive sessions run it inside Immer (`applyMove`), the
 * simulation on its own copy.
 */
export function advance(course: Course, game: Game, move: Move): void {
  const phase = phaseNow(course, game);
  if (move.type === "news") {
    if (move.event !== undefined) playEvent(game, move.event);
    if (phase.protocol === "drafting") game.speakers = move.speakers.slice();
    game.turn = 0;
    game.beat = protocols[phase.protocol].opens;
    return;
  }
  if (move.type === "lever") {
    const { party, lever, target } = move;
    play(game, { card: lever, by: party, target, branch: 0 });
    return;
  }
  const ended = protocols[phase.protocol].advance(phase, game, move);
  if (ended === undefined) return;
  game.results.push({ ...ended, cards: game.cards.slice() });
  const following = ended.end === "agreement" ? phase.next.agreement : phase.next.none;
  if (following < 0) game.beat = "ended";
  else enter(course, game, following);
}

function playEvent(game: Game, { card, branch, target }: Drawn): void {
  play(game, { card, by: -1, target, branch });
}

function play(game: Game, card: Omit<Played, "phase" | "round">): void {
  game.cards.push({ ...card, phase: game.phase, round: game.round });
}

/** The cards that lie on the table now. */
export function cardsNow(course: Course, { cards, phase, round }: Game): readonly Played[] {
  return lying(course.cards, cards, phase, round);
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
  const entered = course.phases[phase]!;
  game.phase = phase;
  game.round = 1;
  game.inForce = entered.disagreement?.slice() ?? mandateOf(course, game.results);
  game.text = entered.protocol === "drafting" ? entered.opening.slice() : game.inForce.slice();
  game.speakers = [];
  game.turn = 0;
  game.motion = null;
  game.bound = null;
  game.refused = false;
  protocols[entered.protocol].enter(entered, game);
}
