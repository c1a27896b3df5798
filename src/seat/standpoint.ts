/**
 * All that is known in one seat at a moment of a game, worked out from what the seat has been given and from what
 * everybody has heard since: the moves and what they disclosed. It could all have come over a network. A standpoint is
 * never changed; `follow` gives the next one, so a screen keeps up with a game at the cost of each move.
 */
import { applyMove, initial } from "../protocol/game.ts";
import type { Game, Move } from "../protocol/move.ts";
import { votesForeseen } from "./ballotAhead.ts";
import { type Belief, beliefLike } from "./belief.ts";
import type { Disclosure } from "./disclosure.ts";
import { learn } from "./learning.ts";
import type { SeatTable } from "./seatTable.ts";

export interface Standpoint {
  readonly own: SeatTable;
  readonly moves: readonly Move[];
  /** The game before each move and after the last: length of `moves` + 1. */
  readonly games: readonly Game[];
  readonly game: Game;
  /** By move, of ballots while a text is drafted: votes for that the estimate of that moment expected. */
  readonly foreseen: readonly (number | undefined)[];
  /** The public estimate of everybody's belief, after all moves. */
  readonly belief: Belief;
  /** The game waits for this seat: for what it says, or for its vote in the ballot that is open. */
  readonly asked: boolean;
}

/** What one seat hears of a game: what everybody does, and that its turn has come. */
export interface Heard extends Pick<Standpoint, "moves" | "asked"> {
  /** What each of the moves made public of mandates. */
  readonly disclosed: readonly (readonly Disclosure[])[];
}

/** Before the first move. */
export function beginning(own: SeatTable): Standpoint {
  const game = initial(own.course);
  const belief = beliefLike(own.prior);
  return { own, moves: [], games: [game], game, foreseen: [], belief, asked: false };
}

/** After `heard`, whatever was known before: goes on from there where it can, else plays all of it again. */
export function follow(known: Standpoint, heard: Heard): Standpoint {
  const { own } = known;
  const { moves, disclosed, asked } = heard;
  const from = continues(known.moves, moves) ? known : beginning(own);
  const belief = beliefLike(from.belief);
  const games = [...from.games];
  const foreseen = [...from.foreseen];
  for (let at = from.moves.length; at < moves.length; at++) {
    const game = games[at]!;
    const move = moves[at]!;
    foreseen.push(votesForeseen(belief, game, move));
    learn(belief, game, move, disclosed[at]!);
    games.push(applyMove(own.course, game, move));
  }
  return { own, moves, games, game: games.at(-1)!, foreseen, belief, asked };
}

/** Moves are compared by identity: the same game told further, not one that happens to have begun alike. */
function continues(known: readonly Move[], heard: readonly Move[]): boolean {
  return known.length <= heard.length && known.every((move, at) => heard[at] === move);
}
