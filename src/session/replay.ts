/** A run file played again: the moves, the state after the last of them, and what each ended phase led to. */
import type { Game, Move, PhaseResult } from "../protocol/move.ts";
import { likenessOf, replayTranscript } from "../protocol/replayed.ts";
import {
  editionOf,
  type Past,
  parseTranscript,
  type Transcript,
  TranscriptError,
} from "../protocol/transcript.ts";
import { typesProblem } from "../scenario/privateTypes.ts";
import type { Scenario } from "../scenario/schema.ts";
import { type Table, tableFor, tableOf, typedTable } from "../seat/compiled.ts";
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

/** The table that a run was played at. Throws TranscriptError for numbers that it can't have had. */
export function tableOfRun(scenario: Scenario, transcript: Transcript): Table {
  const table = tableOf(scenario, editionOf(transcript));
  const { types, seed } = transcript;
  if (types === undefined) return table;
  if (types === "drawn") return tableFor(table, seed.value);
  const problem = typesProblem(scenario, types);
  if (problem === undefined) return typedTable(table, types);
  // That it belongs to another scenario says more, and is said when its moves are made again.
  if (likenessOf(transcript, scenario) === "otherwise") return table;
  throw new TranscriptError(`The run file is damaged at types: ${problem}. Save it again.`);
}

/** `source`: text or value of a run file. Throws TranscriptError with a sentence that says what to do. */
export function replay(scenario: Scenario, source: unknown): Replay {
  const transcript = parseTranscript(source);
  const table = tableOfRun(scenario, transcript);
  const { moves, game, past } = replayTranscript(scenario, table.positions.course, transcript);
  const utilities =
    game.play.beat === "ended"
      ? Object.fromEntries(
          scenario.parties.map(({ id }, party) => [id, utilityOfResult(table.seats[party]!, game.results)]),
        )
      : undefined;
  return { table, transcript, moves, game, past, results: game.results, utilities };
}
