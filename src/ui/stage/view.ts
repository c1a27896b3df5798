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
  /** `front`: one of the chairs around the text. `bench`: in the hemicycle. `away`: has positions, is not at this table. */
  readonly place: "front" | "bench" | "away";
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

export interface StageView {
  /** Grows by one with each move; a jump back (undo, load) is drawn without animation. */
  readonly moment: number;
  readonly beat: "news" | "floor" | "ballot" | "adoption" | "ended";
  readonly end?: "agreement" | "walkaway" | "deadline";
  readonly title: string;
  readonly delegations: readonly StageDelegation[];
  readonly seals: readonly StageSeal[];
  /** Who put the motion on the table that is being voted on or has just been decided. */
  readonly motion?: { readonly by: string; readonly seals: readonly string[]; readonly carried?: boolean };
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
