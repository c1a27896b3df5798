/** A run file played again: the moves, the state after the last of them, and what each ended phase led to. */
import type { Game, Move, PhaseResult } from "../protocol/move.ts";
import { replayTranscript } from "../protocol/replayed.ts";
import { editionOf, type Past, parseTranscript, type Transcript } from "../protocol/transcript.ts";
import type { Scenario } from "../scenario/schema.ts";
import { type Table, tableOf } from "../seat/compiled.ts";
import { utilityOfResult } from "../seat/worth.ts";

export interface Replay {
  readonly table: Table;
  readonly transcript: Transcript;
  readonly moves: readonly Move[];
  readonly game: Game;
  readonly past: Past;
  readonly results: readonly PhaseResult[];
  /** By party id, in each party's points; undefined while the game goes on. */
  readonly utilities: Readonly<Record<string, number>> | undefined;
}

/** `source`: text or value of a run file. Throws TranscriptError with a sentence that says what to do. */
export function replay(scenario: Scenario, source: unknown): Replay {
  const transcript = parseTranscript(source);
  const table = tableOf(scenario, editionOf(transcript));
  const { moves, game, past } = replayTranscript(scenario, table.positions.course, transcript);
  const utilities =
    game.play.beat === "ended"
      ? Object.fromEntries(
          scenario.parties.map(({ id }, party) => [id, utilityOfResult(table.seats[party]!, game.results)]),
        )
      : undefined;
  return { table, transcript, moves, game, past, results: game.results, utilities };
}
