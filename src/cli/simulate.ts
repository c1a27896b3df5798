/** `parley simulate FILE`: games by the thousand, as a table or as JSON, with rows and run files on demand. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Move } from "../protocol/move.ts";
import { formatTranscript, type LineUp } from "../protocol/transcript.ts";
import { simulateInPool } from "../runs/pool.ts";
import { play, playGame } from "../runs/simulate.ts";
import { type GameRow, type Summary, summarise } from "../runs/summary.ts";
import { outcomeOf, stepsBetween } from "../scenario/outcome.ts";
import type { Scenario } from "../scenario/schema.ts";
import { tableOf } from "../seat/compiled.ts";
import { agentsOf, lineUpOf, parseLineUp } from "../session/lineUp.ts";
import { columns, InputError, readScenario } from "./files.ts";
import { progressBar } from "./progress.ts";

/** Futures a game in a written row: shares to within about 4 points. */
const FUTURES = 200;

interface Options {
  readonly games: number;
  readonly seed: number;
  readonly lineUp: string;
  readonly workers: number;
  readonly until?: string;
  readonly futures?: number;
  readonly json?: boolean;
  readonly out?: string;
  readonly transcripts?: string;
}

export async function simulateFile(file: string, options: Options): Promise<void> {
  const scenario = readScenario(file);
  const lineUp = lineUpFrom(scenario, options.lineUp);
  const phases = scenario.phases.map(({ id }) => id);
  if (options.until !== undefined && !phases.includes(options.until)) {
    throw new InputError(`--until: there is no phase "${options.until}", only ${phases.join(", ")}.`, 2);
  }
  const started = performance.now();
  const rows = await rowsOf(scenario, lineUp, options);
  const seconds = Math.round(performance.now() - started) / 1000;
  if (options.out !== undefined) write(options.out, rows.map(writtenRow).join(""));
  if (options.transcripts !== undefined) writeTranscripts(scenario, lineUp, rows, options);
  const summary = summarise(scenario, options.seed, rows);
  const text = options.json
    ? JSON.stringify({ ...summary, seconds }, null, 2)
    : tableOfSummary(scenario, summary, seconds);
  process.stdout.write(`${text}\n`);
}

function lineUpFrom(scenario: Scenario, written: string): LineUp {
  try {
    return parseLineUp(scenario, written);
  } catch (error) {
    throw new InputError(`--line-up: ${(error as Error).message}`, 2);
  }
}

async function rowsOf(scenario: Scenario, lineUp: LineUp, options: Options): Promise<GameRow[]> {
  const { games, seed, workers, until } = options;
  // What is written for later has its futures; a look at the table does not wait for them.
  const futures = options.futures ?? (options.out === undefined ? 0 : FUTURES);
  const bar = progressBar(games);
  if (workers > 0) {
    const rows = await simulateInPool(scenario, {
      games,
      seed,
      lineUp,
      until,
      futures,
      workers,
      progress: bar.show,
    });
    bar.clear();
    return rows;
  }
  const rows: GameRow[] = [];
  for (const row of play(tableOf(scenario), { games, seed, lineUp, until, futures, from: 0 })) {
    rows.push(row);
    bar.show(rows.length);
  }
  bar.clear();
  return rows;
}

function writeTranscripts(
  scenario: Scenario,
  lineUp: LineUp,
  rows: readonly GameRow[],
  { transcripts: folder = ".", until }: Options,
): void {
  const table = tableOf(scenario);
  const seated = lineUpOf(scenario, lineUp);
  const agents = agentsOf(scenario, seated);
  const width = String(rows.length - 1).length;
  for (const { game, seed } of rows) {
    const moves: Move[] = [];
    playGame(table, agents, seed, { moves, until });
    const transcript = formatTranscript(scenario, seed, seated, moves);
    const name = `${scenario.id}-${String(game).padStart(width, "0")}.json`;
    write(join(folder, name), `${JSON.stringify(transcript)}\n`, folder);
  }
}

function write(file: string, text: string, folder?: string): void {
  try {
    if (folder !== undefined) mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    throw new InputError(`${file} can't be written: ${(error as Error).message}.`, 2);
  }
}

/** A row of `--out`: one game as published; who signed is in its run file. */
function writtenRow({ signed: _, ...row }: GameRow): string {
  return `${JSON.stringify(row)}\n`;
}

function tableOfSummary(scenario: Scenario, summary: Summary, seconds: number): string {
  const percent = (count: number, of: number) => `${((100 * count) / Math.max(1, of)).toFixed(1)} %`;
  const { games } = summary;
  const phases = summary.phases.map((phase) => [
    phase.id,
    percent(phase.agreement, games),
    percent(phase.deadline, games),
    percent(phase.walkaway, games),
    phase.meanRounds.toFixed(2),
  ]);
  const history = scenario.history && outcomeOf(scenario, scenario.history.outcome);
  const texts = summary.texts.slice(0, 10).map(({ outcome, count }) => {
    const steps =
      history === undefined ? "" : `${stepsBetween(scenario, outcomeOf(scenario, outcome), history)} steps`;
    const words = scenario.issues.flatMap((issue) => {
      if (issue.kind === "level") return [outcome[issue.id]!];
      return outcome[issue.id] === "in" ? [issue.id] : [];
    });
    return [String(count), steps, words.join(" ")];
  });
  const parties = summary.parties.map(({ id, utility, signed }) => [
    id,
    utility.mean.toFixed(1),
    utility.sd.toFixed(1),
    utility.min.toFixed(1),
    utility.max.toFixed(1),
    percent(signed, games),
  ]);
  return [
    `${summary.scenario}: ${games} games, seed ${summary.seed}, ${seconds} s`,
    columns([["phase", "agreement", "deadline", "walkaway", "rounds"], ...phases]),
    `\n${summary.texts.length} adopted texts${history ? " (steps: distance from what really happened)" : ""}`,
    columns([["games", "", "options that stand"], ...texts]),
    `\n${columns([["party", "mean", "sd", "min", "max", "signed"], ...parties])}`,
  ].join("\n");
}
