/**
 * A run split over worker threads. Each worker plays a block of games and sends rows back; rows are put in their
 * order before anything is added up, so the number of workers changes nothing but the time. Node only.
 */
import { extname } from "node:path";
import { Tinypool } from "tinypool";
import type { Scenario } from "../scenario/schema.ts";
import type { SimulateOptions } from "./simulate.ts";
import type { GameRow } from "./summary.ts";

/** One block of games, as it is sent to a worker. */
export interface Block extends SimulateOptions {
  readonly scenario: Scenario;
  readonly from: number;
}

/** Games in a block: enough to outweigh its transport, few enough for a lively progress bar. */
const BLOCK = 100;

/** The worker lies beside this file: TypeScript in a checkout, JavaScript in the package. */
const WORKER = new URL(`./worker${extname(import.meta.url)}`, import.meta.url).href;

export interface PoolOptions extends SimulateOptions {
  readonly workers: number;
  /** Called with the number of games done so far. */
  readonly progress?: (done: number) => void;
}

/** Rows of all games in order. The first error of a worker rejects. */
export async function simulateInPool(scenario: Scenario, options: PoolOptions): Promise<GameRow[]> {
  const { workers, progress, ...run } = options;
  const { games } = run;
  const pool = new Tinypool({
    filename: WORKER,
    minThreads: workers,
    maxThreads: workers,
  });
  try {
    let done = 0;
    const blocks = Array.from({ length: Math.ceil(games / BLOCK) }, async (_, k) => {
      const from = k * BLOCK;
      const block: Block = { ...run, scenario, from, games: Math.min(BLOCK, games - from) };
      const rows: GameRow[] = await pool.run(block, { name: "playBlock" });
      done += rows.length;
      progress?.(done);
      return rows;
    });
    return (await Promise.all(blocks)).flat();
  } finally {
    await pool.destroy();
  }
}
