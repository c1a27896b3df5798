/** A game as it stands in a session: what it has come to, whom it waits for, and what a seat hears of it. */
import type { Game, Move } from "../protocol/move.ts";
import type { LineUp } from "../protocol/transcript.ts";
import type { Belief } from "../seat/belief.ts";
import type { Disclosure } from "../seat/disclosure.ts";
import type { Heard } from "../seat/standpoint.ts";

/** What the session waits for; undefined when chance or an agent can go on, or when the game has ended. */
export type Waiting =
  | { readonly for: "speech"; readonly party: number }
  | { readonly for: "votes"; readonly parties: readonly number[] };

/** What one seat hears of a game as it stands. */
export function heardBy({ moves, disclosed, waiting }: Snapshot, party: number): Heard {
  const asked = waiting?.for === "speech" ? waiting.party === party : waiting?.parties.includes(party);
  return { moves, disclosed, asked: asked ?? false };
}

/** Immutable: a new one after every change. */
export interface Snapshot {
  readonly game: Game;
  /** The game before each move and after the last: length of `moves` + 1. */
  readonly games: readonly Game[];
  readonly moves: readonly Move[];
  readonly lineUp: LineUp;
  readonly waiting: Waiting | undefined;
  /** An agent of `party` acted against the rules: the game stands still until its seat is given to another. */
  readonly fault: { readonly party: number; readonly sentence: string } | undefined;
  readonly ended: boolean;
  /** What each of the moves made public of mandates. */
  readonly disclosed: readonly (readonly Disclosure[])[];
  /** The public estimate of everybody's belief, after all moves. */
  readonly belief: Belief;
}
