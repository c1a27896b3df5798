/**
 * The rules of a whole game: four small functions over the plain `Game` record, and the course from phase to phase.
 * What one phase allows is in the file of its protocol.
 */
import { produce } from "immer";
import type { Protocol } from "../scenario/schema.ts";
import { lying, type Played } from "../world/cards.ts";
import { forItself } from "./ballot.ts";
import type { Course, Phase } from "./course.ts";
import type { Rule } from "./decision.ts";
import { drafting } from "./drafting.ts";
import { mandateOf } from "./mandate.ts";
import type { Drawn, Game, Move, PhaseResult, ToMove, Vote } from "./move.ts";
import * as news from "./news.ts";
import { anywhere } from "./protocol.ts";
import { ratification } from "./ratification.ts";
import { talks } from "./talks.ts";

const protocols: Record<Protocol, ReturnType<typeof anywhere>> = {
  drafting: anywhere("drafting", drafting),
  talks: anywhere("talks", talks),
  ratification: anywhere("ratification", ratification),
};

export function initial(course: Course): Game {
  return { cards: [], results: [], ...entered(course, [], 0) };
}

export function phaseNow(course: Course, game: Pick<Game, "phase">): Phase {
  return course.phases[game.phase]!;
}

/** Undefined once the game has ended. */
export function toMove(course: Course, game: Game): ToMove | undefined {
  const { beat } = game.play;
  if (beat === "ended") return undefined;
  const phase = phaseNow(course, game);
  return beat === "news" ? { who: "chance" } : protocols[phase.protocol].toMove(phase, game);
}

/** The parties that act now: who speaks, or all who vote; none while chance does, and none at the end. */
export function acting(course: Course, game: Game): readonly number[] {
  const turn = toMove(course, game);
  if (turn?.who === "voters") return turn.parties;
  return turn?.who === "speaker" ? [turn.party] : [];
}

/** Every legal move, lazily: ballots alone are choices to the power of the parties. For counting and random play. */
export function* legalMoves(course: Course, game: Game): Generator<Move> {
  const { beat } = game.play;
  const phase = phaseNow(course, game);
  if (beat === "news") yield* news.legalMoves(course, phase, game);
  else if (beat !== "ended") yield* protocols[phase.protocol].legalMoves(course, phase, game);
}

/** Why a move is not legal now, as a sentence; undefined when it is. */
export function violation(course: Course, game: Game, move: Move): string | undefined {
  const { beat } = game.play;
  if (beat === "ended") return "The game has ended; no more moves are possible.";
  const phase = phaseNow(course, game);
  const rules = beat === "news" ? news : protocols[phase.protocol];
  return rules.violation(course, phase, game, move);
}

/** Why one party's vote is not legal now, as a sentence; undefined when it is. */
export function voteViolation(course: Course, game: Game, party: number, vote: Vote): string | undefined {
  const turn = toMove(course, game);
  const phase = phaseNow(course, game);
  if (party === forItself(phase, game))
    return "Who proposes an amendment is for it, and has no other vote on it.";
  if (turn?.who !== "voters" || !turn.parties.includes(party)) return "There is nothing to vote on now.";
  return askedVoteViolation(course, game, party, vote);
}

/** The same of a party that is known to be asked. */
export function askedVoteViolation(
  course: Course,
  game: Game,
  party: number,
  vote: Vote,
): string | undefined {
  const phase = phaseNow(course, game);
  return protocols[phase.protocol].voteViolation(vote, party, course, phase, game);
}

/** The ballot that is open before anybody has been asked, by party: who proposes an amendment is for it already. */
export function unaskedBallot(course: Course, game: Game): (Vote | null)[] {
  const votes: (Vote | null)[] = new Array(course.parties).fill(null);
  const proposer = forItself(phaseNow(course, game), game);
  if (proposer !== undefined) votes[proposer] = { choice: "for" };
  return votes;
}

/** The rule by which the ballot that is open is decided; undefined when none is. */
export function ruleNow(course: Course, game: Game): Rule | undefined {
  const { beat } = game.play;
  if (beat === "ended" || beat === "news") return undefined;
  const phase = phaseNow(course, game);
  return protocols[phase.protocol].ruleNow(phase, game);
}

/**
 * The recipe: changes `game` in place by a legal move. Interactive sessions run it inside Immer (`applyMove`), the
 * simulation on its own copy.
 */
export function advance(course: Course, game: Game, move: Move): void {
  const phase = phaseNow(course, game);
  const rules = protocols[phase.protocol];
  if (move.type === "news") {
    if (move.event !== undefined) playEvent(game, move.event);
    if (move.opening !== undefined) begin(phase, game, move.opening);
    game.play = rules.afterNews(game, move.speakers);
    return;
  }
  if (move.type === "lever") {
    const { party, lever, target } = move;
    play(game, { card: lever, by: party, target, branch: 0 });
    return;
  }
  const ended = rules.advance(phase, game, move);
  if (ended === undefined) return;
  game.results.push({ ...ended, cards: game.cards.slice() });
  const following = ended.end === "agreement" ? phase.next.agreement : phase.next.none;
  if (following < 0) game.play = { protocol: null, beat: "ended" };
  else Object.assign(game, entered(course, game.results, following));
}

function begin(phase: Phase, game: Game, opening: number): void {
  const drawn = phase.protocol === "drafting" ? phase.openings[opening]! : game.opening;
  game.opening = drawn.slice();
  game.text = drawn.slice();
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
  return game.play.beat === "ended" ? game.results : undefined;
}

/** DESIGN §4: round/(rounds + 1), never 0 or 1 while somebody acts. */
export function relativeTime(course: Course, at: Pick<Game, "phase" | "round">): number {
  return at.round / (phaseNow(course, at).rounds + 1);
}

/** The game at the beginning of a phase, but for what has been played before. */
function entered(
  course: Course,
  results: readonly PhaseResult[],
  index: number,
): Omit<Game, "cards" | "results"> {
  const phase = course.phases[index]!;
  const inForce = phase.disagreement?.slice() ?? mandateOf(course, results);
  const [only, ...others] = "openings" in phase ? phase.openings : [];
  // Of several texts none lies on the table before one is drawn.
  const opening = (only !== undefined && others.length === 0 ? only : inForce).slice();
  const play = protocols[phase.protocol].enter(phase);
  return { phase: index, round: 1, opening, text: opening.slice(), inForce, play };
}
