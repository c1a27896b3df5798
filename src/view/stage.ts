/**
 * What the stage draws, and nothing else: plain values that survive JSON. `ui/view.ts` makes one from each
 * snapshot; the stage animates the difference between two of them. No rule, no text longer than a label.
 */

/** How a delegation stands on the question that is open now; the shape drawn for it, never the colour alone. */
export const STANCES = ["unknown", "for", "reserve", "leaning", "against", "abstain"] as const;
export type Stance = (typeof STANCES)[number];

export interface StageDelegation {
  readonly id: string;
  readonly name: string;
  /** Two capital letters shown on the seat, e.g. "UA". */
  readonly code: string;
  /** Bloc of the hemicycle; delegations with the same bloc sit together, in the order given. */
  readonly bloc: string;
  /**
   * `front`: one of the chairs around the text. `bench`: in the hemicycle, or behind the spokesperson of its side.
   * `head`: mediates. `away`: has positions, is not at this table.
   */
  readonly place: "front" | "bench" | "head" | "away";
  readonly stance: Stance;
  /** True once the vote of the current ballot is public. */
  readonly voted: boolean;
  readonly you: boolean;
  readonly speaking: boolean;
}

export interface StageSeal {
  readonly id: string;
  readonly label: string;
  readonly kind: "level" | "clause";
  /** Chosen option, from 0, and how many options there are. */
  readonly option: number;
  readonly options: number;
  readonly open: boolean;
  /** The motion on the table would change it to this option. */
  readonly proposed?: number;
}

/** How a side of talks stands to the offer on the table; `waits`: there is none. */
export type SideStatus = "waits" | "offers" | "bound" | "free" | "votes" | "refused" | "mediates";

/** One side of talks: a party, or a delegation behind its spokesperson. */
export interface StageSide {
  readonly id: string;
  readonly name: string;
  /** Ids of delegations; `members` without the spokesperson. */
  readonly spokesperson: string;
  readonly members: readonly string[];
  readonly mediator: boolean;
  readonly status: SideStatus;
  /** It is this side's turn. */
  readonly turn: boolean;
}

/** What a party's body at home has done with the text; `none`: nothing to ratify. */
export type Decision = "pending" | "approved" | "refused" | "none";

export interface StageBody {
  /** Id of the delegation. */
  readonly id: string;
  /** What the body is called; empty when unknown. */
  readonly name: string;
  readonly decision: Decision;
}

/** One of the ways the futures end, and the share of those that end so. */
export interface StageFate {
  readonly id: "held" | "attack" | "escalation" | "breach";
  readonly label: string;
  readonly share: number;
}

/** Which picture is drawn, and what it needs besides the delegations and the seals. */
export type Scene =
  /** A text is drafted in the hemicycle. */
  | { readonly kind: "hall" }
  /** Sides face each other across a table; `offer`: name of whose offer stands. */
  | { readonly kind: "talks"; readonly sides: readonly StageSide[]; readonly offer?: string }
  /** The bodies at home decide. */
  | { readonly kind: "ratification"; readonly bodies: readonly StageBody[] }
  /** Many futures, half-year by half-year: `holding` is the share that still holds after 0, 1, … of them. */
  | {
      readonly kind: "aftermath";
      readonly lead: string;
      readonly holding: readonly number[];
      readonly fates: readonly StageFate[];
    };

export interface StageView {
  /** Grows by one with each move; a jump back (undo, load) is drawn without animation. */
  readonly moment: number;
  readonly beat: "news" | "floor" | "ballot" | "adoption" | "ended";
  readonly end?: "agreement" | "walkaway" | "deadline";
  readonly title: string;
  readonly scene: Scene;
  readonly delegations: readonly StageDelegation[];
  readonly seals: readonly StageSeal[];
  /** Who put the motion on the table that is being voted on or has just been decided; in talks, the offer that stands. */
  readonly motion?: { readonly by: string; readonly seals: readonly string[]; readonly carried?: boolean };
  /** How the phase looked that the last move has ended; it is shown first, for long enough to be read. */
  readonly before?: StageView;
}

/** What a click on the stage asks for; the DOM twin of the thing clicked does the same. */
export interface StageIntent {
  delegation(id: string): void;
  seal(id: string): void;
}

export interface Stage {
  show(view: StageView): void;
  /** False: every change is drawn at once, no tween is ever created. */
  setMotion(on: boolean): void;
  setTheme(theme: "dark" | "light"): void;
  destroy(): void;
}
