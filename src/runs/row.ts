/**
 * What there is of each game of a run: how it ended and what it was worth, or why it could not be played. A game that an
 * agent broke off is an error, never an agreement or the lack of one.
 */
import type { PhaseResult } from "../protocol/move.ts";
import type { LineUp } from "../protocol/transcript.ts";
import type { OutcomeById, Scenario } from "../scenario/schema.ts";
import { type Fault, formatFault, type NamedFault, namedFault } from "../session/fault.ts";
import type { Fan } from "../world/fan.ts";

/** One game of a run. Utilities in each party's points, rounded to 1e-9. */
export interface GameRow {
  readonly game: number;
  readonly seed: number;
  readonly phases: readonly {
    readonly id: string;
    readonly end: PhaseResult["end"];
    readonly round: number;
    readonly outcome: OutcomeById;
  }[];
  readonly utilities: Readonly<Record<string, number>>;
  /** Parties that agreed in the first phase. */
  readonly signed: readonly string[];
  /** Of those who stand behind what is in force at the end, from 0 to 1. */
  readonly unity: number;
  /** Weighted share of the bodies that have approved it, or are expected to before they were asked. */
  readonly ratified: number;
  /** Shares of seeded futures by their end; only with `futures` and an aftermath model. */
  readonly aftermath?: Fan["shares"];
  /** Stands only in the row of a game that was not played to its end. */
  readonly error?: undefined;
}

/** A game that an agent broke off. */
export interface FailedGame {
  readonly game: number;
  readonly seed: number;
  readonly error: NamedFault;
}

export type Row = GameRow | FailedGame;

/** A row as it is written: who signed is in its run file. */
export type WrittenRow = Omit<GameRow, "signed">;

/** Who signed in the first phase, in a row that still has it. */
export function signedIn(row: Row): readonly string[] {
  return row.error === undefined ? row.signed : [];
}

export function failedGame(
  scenario: Scenario,
  lineUp: LineUp,
  game: number,
  seed: number,
  fault: Fault,
): FailedGame {
  return { game, seed, error: namedFault(scenario, lineUp, fault) };
}

export function formatFailure({ game, seed, error }: FailedGame): string {
  return formatFault(error, `game ${game}, seed ${seed}`);
}
