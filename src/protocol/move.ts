/**
 * The nouns of play: moves, votes and their reasons, the game record, the result of a phase. Moves are machine events
 * and transcript rows as well; in memory parties, issues and options are indices, files write ids (`transcript.ts`).
 */
import type { Outcome } from "../scenario/outcome.ts";
import type { Protocol } from "../scenario/schema.ts";
import type { Played } from "../world/cards.ts";
import type { Choice } from "./decision.ts";

export const ENDS = ["agreement", "walkaway", "deadline"] as const;
export type End = (typeof ENDS)[number];

/** One changed issue: [issue index, option index]. */
export type Change = readonly [issue: number, option: number];

/** What one text changes of another, in the order of issues. */
export function changesBetween(before: Outcome, after: Outcome): Change[] {
  return after.flatMap((option, issue): Change[] => (option === before[issue] ? [] : [[issue, option]]));
}

/** Why an agent acted, in terms that the screen turns into a sentence and that other seats may learn from. */
export const CAUSES = [
  "above-mandate",
  "below-mandate",
  "clause-missing",
  "better",
  "worse",
  "indifferent",
  "within-mandate",
  "adoptable",
  "not-adoptable",
  "too-little",
  "enough",
  "beats-no-agreement",
  "nothing-to-add",
  "presses",
] as const;
export type Cause = (typeof CAUSES)[number];

export interface Reason {
  readonly cause: Cause;
  /** The issue it is about; with `clause-missing`, the clause that would mend it. */
  readonly issue?: number;
}

/** One party's vote. `reservation`: agrees, but opts out of this issue (adoption ballots only). */
export interface Vote {
  readonly choice: Choice;
  readonly reservation?: number;
  readonly reason?: Reason;
}

export type Move =
  /**
   * Chance at the start of a round: who else speaks, and the event that came, if one did. `opening`: index of the text that was
   * drawn to begin with, where a phase has several, in its first round.
   */
  | {
      readonly type: "news";
      readonly speakers: readonly number[];
      readonly opening?: number;
      readonly event?: Drawn;
    }
  /** `lever`: index of the card; `target`: party or issue it is aimed at, −1 for nothing. */
  | {
      readonly type: "lever";
      readonly party: number;
      readonly lever: number;
      readonly target: number;
      readonly reason?: Reason;
    }
  | {
      readonly type: "amend";
      readonly party: number;
      readonly changes: readonly Change[];
      readonly reason?: Reason;
    }
  | { readonly type: "hold"; readonly party: number; readonly reason?: Reason }
  | { readonly type: "walkaway"; readonly party: number; readonly reason?: Reason }
  /** Indexed by party; null: no seat in this phase. */
  | { readonly type: "ballot"; readonly votes: readonly (Vote | null)[] }
  | { readonly type: "offer"; readonly party: number; readonly outcome: Outcome; readonly reason?: Reason }
  | { readonly type: "accept"; readonly party: number; readonly reason?: Reason }
  /** What chance did with the text at home, indexed by party; null: no body, or not signed. */
  | { readonly type: "ratify"; readonly approved: readonly (boolean | null)[] };

/** An event as it came: card, the way it turned out, and the party or issue it struck (−1: none). */
export interface Drawn {
  readonly card: number;
  readonly branch: number;
  readonly target: number;
}

/** How a phase ended and what is in force after it. */
export interface PhaseResult {
  readonly phase: number;
  readonly end: End;
  readonly round: number;
  /** The adopted text, or the disagreement outcome. */
  readonly outcome: Outcome;
  /** Indexed by party. */
  readonly signed: readonly boolean[];
  /** [party, issue] of each reservation. */
  readonly reservations: readonly (readonly [number, number])[];
  /** Of those who agreed, after reservations; what cards did to it is added by `unityOf` (`mandate.ts`). */
  readonly unity: number;
  /** All cards played up to here, in this phase and before. */
  readonly cards: readonly Played[];
  /** Indexed by party, after ratification; null: no body, or not signed. */
  readonly approved?: readonly (boolean | null)[];
}

/** What a protocol says of its own end; the cards are added by the course (`game.ts`). */
export type Ended = Omit<PhaseResult, "cards">;

/** The amendment that is voted on. */
export interface Motion {
  readonly party: number;
  readonly changes: readonly Change[];
}

/** Drafting between two moves. `turn`: whose turn it is among the speakers of the round. Replaced from beat to beat. */
export type DraftingPlay = { readonly protocol: "drafting" } & (
  | { readonly beat: "news" }
  | { readonly beat: "floor"; readonly speakers: readonly number[]; readonly turn: number }
  | {
      readonly beat: "ballot";
      readonly speakers: readonly number[];
      readonly turn: number;
      readonly motion: Motion;
    }
  | { readonly beat: "adoption" }
);

/** Talks between two moves; changed in place. */
export interface TalksPlay {
  readonly protocol: "talks";
  beat: "news" | "turn" | "council";
  /** Index of the side whose turn it is. */
  turn: number;
  /** Sides bound to the offer in `text`, as seat indices; null while no offer stands. */
  bound: number[] | null;
  /** The delegation whose turn it is has refused the standing offer in its own ballot. */
  refused: boolean;
}

export interface RatificationPlay {
  readonly protocol: "ratification";
  readonly beat: "news" | "ratification";
}

/** The course has ended; nothing is played any more. */
interface Over {
  readonly protocol: null;
  readonly beat: "ended";
}

/** What the protocol of the present phase keeps between two moves. */
export type Play = DraftingPlay | TalksPlay | RatificationPlay | Over;
export type PlayOf<P extends Protocol> = Extract<Play, { readonly protocol: P }>;
export type BeatOf<P extends Protocol> = PlayOf<P>["beat"];
export type Beat = Play["beat"];

/** What all protocols share, and the play of the present one. Plain: it survives JSON. */
export interface Game {
  phase: number;
  round: number;
  /** The text the phase has begun with: its opening, or what was in force. */
  opening: number[];
  /** The text on the table; in talks the offer that stands, or what is in force while none does. */
  text: number[];
  /** What the parties fall back on if this phase ends without agreement. */
  inForce: number[];
  /** Cards played so far; which of them still lie on the table follows from the round (`world/cards.ts`). */
  cards: Played[];
  results: PhaseResult[];
  play: Play;
}

/** A game in a phase of one protocol. */
export type GameIn<P extends Protocol> = Game & { play: PlayOf<P> };

/** Whose move it is. `chance`: the environment; otherwise the seats that speak or vote now. */
export type ToMove =
  | { readonly who: "chance" }
  | { readonly who: "speaker"; readonly party: number }
  | { readonly who: "voters"; readonly parties: readonly number[] };
