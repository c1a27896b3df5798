/**
 * A run in blocks, here or split over worker threads. Blocks are handed on in the order of their games whoever
 * finishes first, so the number of workers changes nothing but the time. Node only.
 */
import { extname } from "node:path";
import { Tinypool } from "tinypool";
import type { Scenario } from "../scenario/schema.ts";
import { tableOf } from "../seat/compiled.ts";
import {
  type Block,
  blockSize,
  type Pace,
  type PlayedBlock,
  paceOf,
  playBlock,
  workersFor,
} from "./block.ts";
import type { Row } from "./row.ts";

/** A block that was not played to its end; the message names its games. */
export class BlockError extends Error {
  override readonly name = "BlockError";
}

export interface PoolOptions extends Block {
  /** Threads at most; 0 plays in this one. */
  readonly workers: number;
}

/** The worker lies beside this file: TypeScript in a checkout, JavaScript in the package. */
const WORKER = new URL(`./worker${extname(import.meta.url)}`, import.meta.url).href;

/** How a thread that has nothing to do for a moment is kept, in milliseconds: longer than any such moment. */
const IDLE = 600_000;

/**
 * Plays games `from` … `from + games − 1` and gives out their rows, block by block in order. Ends its workers when it
 * is left early. Throws BlockError when a block fails.
 */
export async function* playedInBlocks(
  scenario: Scenario,
  options: PoolOptions,
): AsyncGenerator<readonly Row[]> {
  const { workers, ...run } = options;
  if (run.games === 0) return;
  yield* workers === 0 ? here(scenario, run) : inThreads(scenario, run, workers);
}

async function* here(scenario: Scenario, run: Block): AsyncGenerator<readonly Row[]> {
  const table = tableOf(scenario);
  const end = run.from + run.games;
  let pace: Pace | undefined;
  for (let from = run.from; from < end; ) {
    const block = { ...run, from, games: blockSize(end - from, 1, pace) };
    const played = await named(block, async () => playBlock(table, block));
    yield played.rows;
    pace = paceOf(played);
    from += block.games;
    await turn();
  }
}

async function* inThreads(scenario: Scenario, run: Block, workers: number): AsyncGenerator<readonly Row[]> {
  const pool = new Tinypool({
    filename: WORKER,
    minThreads: 1,
    maxThreads: Math.min(workers, run.games),
    idleTimeout: IDLE,
    workerData: scenario,
  });
  try {
    const end = run.from + run.games;
    const begun: Promise<PlayedBlock>[] = [];
    let pace: Pace | undefined;
    for (let from = run.from; from < end || begun.length > 0; ) {
      const busy = workersFor(end - from, workers, pace);
      // One block in play and one waiting for each worker: nobody idles, and little is lost by a break.
      while (from < end && begun.length < (pace === undefined ? 1 : 2 * busy)) {
        const block = { ...run, from, games: blockSize(end - from, busy, pace) };
        begun.push(named(block, () => pool.run(block, { name: "playBlockHere" })));
        from += block.games;
      }
      const played = await begun.shift()!;
      pace = paceOf(played);
      yield played.rows;
    }
  } finally {
    await pool.destroy();
  }
}

/** Names the games of a block that fails. Others that fail while nobody waits for them are not reported. */
export function named(block: Block, played: () => Promise<PlayedBlock>): Promise<PlayedBlock> {
  const promise = played().catch((error: unknown) => {
    const last = block.from + block.games - 1;
    const games = last === block.from ? `Game ${last}` : `Games ${block.from} to ${last}`;
    throw new BlockError(`${games}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  });
  promise.catch(() => {});
  return promise;
}

/** Lets signals and streams have their turn. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
