/**
 * `parley simulate FILE`: games by the thousand, as a table or as JSON, with rows and run files on demand. Rows are
 * written as games end and added up one by one, so that a run may be of any length and broken off at any moment.
 */
import { availableParallelism } from "node:os";
import type { LineUp } from "../protocol/transcript.ts";
import type { OwnAgents } from "../runs/agentThread.ts";
import { playedWithAgents } from "../runs/agentThreads.ts";
import { BlockError, type PoolOptions, playedInBlocks } from "../runs/pool.ts";
import { type FailedGame, formatFailure, type Row, signedIn } from "../runs/row.ts";
import { type Tally, tallyOf } from "../runs/summary.ts";
import type { Scenario } from "../scenario/schema.ts";
import type { TypesOption } from "../seat/compiled.ts";
import { parseLineUp } from "../session/lineUp.ts";
import { InputError, readScenario } from "./files.ts";
import { onInterrupt } from "./interrupt.ts";
import { jsonOf } from "./json.ts";
import { printInPieces, tell } from "./output.ts";
import { contentOf, ownAgents, readWithOwn } from "./ownAgents.ts";
import { progressBar } from "./progress.ts";
import type { Opening, Rows } from "./rowFile.ts";
import { NO_ROWS, openRows, STANDARD_OUTPUT } from "./rows.ts";
import { missingRunFiles, openRunFiles } from "./runFiles.ts";
import { tableOfSummary } from "./summaryTable.ts";

/** Futures a game in a written row: shares to within about 4 points. */
const FUTURES = 200;
/** Errors told one by one. */
const TOLD = 10;

interface Options {
  readonly games: number;
  readonly seed: number;
  readonly lineUp: string;
  readonly agents?: string;
  readonly actLimit: number;
  readonly workers: number;
  readonly until?: string;
  readonly futures?: number;
  readonly types: TypesOption;
  readonly json?: boolean;
  readonly out?: string;
  readonly transcripts?: string;
  readonly resume?: boolean;
  readonly force?: boolean;
}

export async function simulateFile(file: string, options: Options): Promise<void> {
  const { games, seed, until, out, transcripts, types } = options;
  const opening = openingOf(options);
  const own = options.agents === undefined ? undefined : ownAgents(options.agents, options.actLimit);
  const { scenario, lineUp } = await castFrom(file, options, own);
  const phases = scenario.phases.map(({ id }) => id);
  if (until !== undefined && !phases.includes(until)) {
    throw new InputError(`--until: there is no phase "${until}", only ${phases.join(", ")}.`, 2);
  }
  // What is written for later has its futures; a look at the table does not wait for them.
  const futures = options.futures ?? (out === undefined ? 0 : FUTURES);
  const run = { games, seed, lineUp, until, futures, types };
  const runFiles =
    transcripts === undefined
      ? undefined
      : openRunFiles(transcripts, games, options.force ? "replaced" : "refused");
  const written = { ...run, agentsHash: own && contentOf(own) };
  const rows = out === undefined ? NO_ROWS : openRows(out, file, scenario, written, opening);
  const tally = tallyOf(scenario, seed, rows.signed);
  const failures: FailedGame[] = [];
  for (const row of rows.there()) {
    tally.add(row);
    if (row.error !== undefined && failures.length < TOLD) failures.push(row);
  }
  const workers = workersWithin(options.workers);
  const play = (some: PoolOptions) =>
    own === undefined ? playedInBlocks(scenario, some) : playedWithAgents(own, scenario, some);
  await played(play, scenario, { ...run, workers, runFiles }, rows, tally, failures);
  const summary = tally.summary();
  await printInPieces(
    options.json ? jsonOf(summary) : [tableOfSummary(scenario, summary)],
    out === STANDARD_OUTPUT ? process.stderr : process.stdout,
  );
  if (summary.errors > 0) throw new InputError(failuresTold(failures, summary.errors));
}

function failuresTold(first: readonly FailedGame[], all: number): string {
  const more = all > first.length ? [`So it went in ${all - first.length} more games.`] : [];
  return [...first.map(formatFailure), ...more].join("\n");
}

function openingOf({ resume, force, out, transcripts }: Options): Opening {
  if (resume && force)
    throw new InputError("--resume keeps what is there, --force replaces it: give one.", 2);
  if (resume && out === undefined)
    throw new InputError("--resume continues a file of rows: name it with --out.", 2);
  if (force && out === undefined && transcripts === undefined) {
    throw new InputError("--force replaces what --out or --transcripts name: give one of them.", 2);
  }
  return resume ? "resume" : force ? "replace" : "new";
}

/** The scenario and who plays in it. Throws InputError. */
async function castFrom(
  file: string,
  { agents, lineUp }: Options,
  own: OwnAgents | undefined,
): Promise<{ readonly scenario: Scenario; readonly lineUp: LineUp }> {
  if (agents !== undefined && own !== undefined) return readWithOwn(own, agents, file, lineUp);
  const scenario = readScenario(file);
  try {
    return { scenario, lineUp: parseLineUp(scenario, lineUp) };
  } catch (error) {
    throw new InputError(`--line-up: ${(error as Error).message}`, 2);
  }
}

/** Threads beyond those that the machine runs at once only take its memory. */
function workersWithin(asked: number): number {
  const most = availableParallelism();
  if (asked <= most) return asked;
  tell(`--workers ${asked}: this machine runs ${most} threads at once, so ${most} are used.`);
  return most;
}

/** Plays the games whose rows are not there; each block is added up and written before the next is asked for. */
async function played(
  play: (some: PoolOptions) => AsyncIterable<readonly Row[]>,
  scenario: Scenario,
  run: Omit<PoolOptions, "from">,
  rows: Rows,
  tally: Tally,
  failures: FailedGame[],
): Promise<void> {
  const { games, runFiles } = run;
  const bar = progressBar(games);
  let done = rows.from;
  const started = performance.now();
  const undo = onInterrupt(() => {
    bar.clear();
    return `Stopped after ${done} of ${games} games. ${rows.kept()}`;
  });
  try {
    for (const stretch of runFiles ? missingRunFiles(runFiles, scenario, done) : []) {
      for await (const _ of play({ ...run, ...stretch }));
    }
    for await (const block of play({ ...run, from: done, games: games - done })) {
      for (const row of block) {
        tally.add(row, signedIn(row));
        if (row.error !== undefined && failures.length < TOLD) failures.push(row);
      }
      await rows.append(block, tally.signed);
      done += block.length;
      bar.show(done);
    }
    rows.close();
  } catch (error) {
    if (error instanceof BlockError) throw new InputError(`${error.message}\n${rows.kept()}`);
    throw error;
  } finally {
    bar.clear();
    undo();
  }
  const seconds = (performance.now() - started) / 1000;
  const there = rows.from > 0 ? `; ${rows.from} were there` : "";
  tell(`${games - rows.from} games in ${seconds.toFixed(1)} s${there}.`);
}
