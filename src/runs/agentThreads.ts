/**
 * A run with agents that somebody brings, in threads of their own however few are asked for: an agent that never
 * answers, ends its thread or fills the memory costs its game and no other. That game's row is an error, and a new
 * thread goes on with the next. Rows are given out in the order of games, as without such agents. Node only.
 */
import type { LineUp } from "../protocol/transcript.ts";
import { gameSeed } from "../random.ts";
import type { Parsed } from "../scenario/reading/parse.ts";
import type { Scenario } from "../scenario/schema.ts";
import type { Checked } from "../session/check.ts";
import type { Replay } from "../session/replay.ts";
import { type OwnAgents, startThread, type Thread } from "./agentThread.ts";
import { type Block, blockSize, type Pace, type PlayedBlock, paceOf, workersFor } from "./block.ts";
import { named, type PoolOptions } from "./pool.ts";
import { failedGame, type Row } from "./row.ts";
import { gameInPlay, lastAsked } from "./watch.ts";

/** A scenario and a line-up that may name the strategies of a module. Throws RangeError with a sentence. */
export async function readWithAgents(
  own: OwnAgents,
  source: Uint8Array,
  lineUp: string,
): Promise<{ readonly parsed: Parsed; readonly lineUp: LineUp }> {
  const thread = await startThread(own);
  try {
    const reply = await thread.exchange({ do: "read", source, lineUp });
    if (reply.said === "read") return reply;
    throw new RangeError("why" in reply ? reply.why : "It can't be used.");
  } finally {
    await thread.end();
  }
}

/** As `checkRun`, with the strategies of a module. Throws RangeError with a sentence when one of them never answers. */
export async function checkWithAgents(own: OwnAgents, { table, transcript }: Replay): Promise<Checked> {
  const thread = await startThread(own);
  try {
    const reply = await thread.exchange({ do: "check", scenario: table.scenario, transcript });
    if (reply.said === "checked") return reply.checked;
    throw new RangeError("why" in reply ? reply.why : "It can't be used.");
  } finally {
    await thread.end();
  }
}

/** Plays games `from` … `from + games − 1` and gives out their rows, block by block in order. Throws BlockError. */
export async function* playedWithAgents(
  own: OwnAgents,
  scenario: Scenario,
  options: PoolOptions,
): AsyncGenerator<readonly Row[]> {
  const { workers, ...run } = options;
  if (run.games === 0) return;
  const threads = Math.max(1, Math.min(workers, run.games));
  const places = Array.from({ length: threads }, () => placeOf(own, scenario));
  const end = run.from + run.games;
  const begun: Promise<PlayedBlock>[] = [];
  let pace: Pace | undefined;
  let turn = 0;
  try {
    for (let from = run.from; from < end || begun.length > 0; ) {
      const busy = workersFor(end - from, threads, pace);
      while (from < end && begun.length < busy) {
        const block = { ...run, from, games: blockSize(end - from, busy, pace) };
        const place = places[turn++ % busy]!;
        begun.push(named(block, () => place.play(block)));
        from += block.games;
      }
      const played = await begun.shift()!;
      pace = paceOf(played);
      yield played.rows;
    }
  } finally {
    await Promise.all(places.map((place) => place.close()));
  }
}

/** Where one block after the other is played, by one thread or, if it dies, by the next. */
interface Place {
  play(block: Block): Promise<PlayedBlock>;
  close(): Promise<void>;
}

/** Threads in a row that may die before they begin a game. */
const STILLBORN = 3;

function placeOf(own: OwnAgents, scenario: Scenario): Place {
  let thread: Thread | undefined;
  let before: Promise<unknown> = Promise.resolve();
  let closed = false;

  async function play(block: Block): Promise<PlayedBlock> {
    const started = performance.now();
    const end = block.from + block.games;
    const rows: Row[] = [];
    const failed = new Map<number, Row>();
    let stillborn = 0;
    while (rows.length < block.games && !closed) {
      const from = block.from + rows.length;
      const broken = failed.get(from);
      if (broken !== undefined) {
        rows.push(broken);
        failed.delete(from);
        continue;
      }
      thread ??= await startThread(own);
      // Rows that a dead thread gave out and that did not arrive are played again, up to the game that it died of.
      const games = Math.min(end, ...failed.keys()) - from;
      const request = { do: "play", scenario, block: { ...block, from, games } } as const;
      const reply = await thread.exchange(request, (row) => rows.push(row));
      if (reply.said === "refused") throw new Error(reply.why);
      if (reply.said !== "died") continue;
      const { watch } = thread;
      thread = undefined;
      const game = gameInPlay(watch);
      const fault = game < from ? undefined : lastAsked(watch, reply.why);
      if (fault !== undefined)
        failed.set(game, failedGame(scenario, block.lineUp ?? {}, game, gameSeed(block.seed, game), fault));
      else if (++stillborn === STILLBORN) throw new Error(reply.why);
    }
    return { rows, milliseconds: performance.now() - started };
  }

  return {
    play: (block) => {
      const played = before.then(() => play(block));
      before = played.catch(() => {});
      return played;
    },
    close: async () => {
      closed = true;
      await thread?.end();
    },
  };
}
