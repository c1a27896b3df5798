/**
 * One thread with the agents that somebody brings. It can be ended from outside at any moment: when an answer takes
 * longer than it may, or when the agents end it themselves. Whoever waits for it is told why. Node only.
 */
import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import { thrown } from "../session/acts.ts";
import type { Row } from "./row.ts";
import { newWatch, openQuestion, type Watch } from "./watch.ts";
import type { AgentsThread, Reply, Request } from "./workerOfAgents.ts";

export interface OwnAgents {
  /** Address of the module. */
  readonly module: string;
  /** Seconds that an answer may take. */
  readonly limit: number;
  /** Receives what agents print. */
  readonly say: (text: string) => void;
}

/** The thread is no more. */
export interface Died {
  readonly said: "died";
  readonly why: string;
}

export interface Thread {
  readonly watch: Watch;
  /** Sends a request and waits for its end; rows on the way go to `take`. */
  exchange(request: Request, take?: (row: Row) => void): Promise<End>;
  /** Ends it, whatever it does. */
  end(): Promise<unknown>;
}

type End = Exclude<Reply, { readonly said: "row" }> | Died;

const EXTENSION = extname(import.meta.url);
const WORKER = new URL(`./workerOfAgents${EXTENSION}`, import.meta.url);
/** In a checkout, where `parley` is not installed, the module may import it all the same: it means this source. */
const CONDITIONS = EXTENSION === ".ts" ? ["--conditions=parley-source"] : [];
/** Megabytes that a thread may fill. */
const MEMORY = 2048;
/** How often in the time of one answer somebody looks whether it is there. */
const LOOKS = 8;
/** Seconds that the module may take to load, which is nobody's answer. */
const LOADING = 30;

/** Resolves when the module is loaded. Rejects with a sentence when it can't be used. */
export async function startThread({ module, limit, say }: OwnAgents): Promise<Thread> {
  const watch = newWatch();
  const started: AgentsThread = { module, watch };
  const worker = new Worker(WORKER, {
    workerData: started,
    execArgv: [...process.execArgv, ...CONDITIONS],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    stdout: true,
    stderr: true,
  });
  for (const stream of [worker.stdout, worker.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => say(text));
  let why: string | undefined;
  let alive = true;
  let waiting: { readonly end: (end: End) => void; readonly take: (row: Row) => void } | undefined;

  const finish = (end: End) => {
    const { end: resolve } = waiting ?? { end: () => {} };
    waiting = undefined;
    resolve(end);
  };
  const until = (take: (row: Row) => void): Promise<End> =>
    new Promise((end) => {
      waiting = { end, take };
      if (!alive) finish({ said: "died", why: why! });
    });

  worker.on("message", (reply: Reply) => (reply.said === "row" ? waiting?.take(reply.row) : finish(reply)));
  worker.on("error", (error) => {
    why ??= `It ended its thread: ${thrown(error)}.`;
  });
  worker.on("exit", () => {
    clearInterval(looking);
    alive = false;
    why ??= "It ended its thread.";
    finish({ said: "died", why });
  });

  /** The question that was open at the last look, 0 while the module is loaded; and how many looks it has been. */
  let open: number | undefined = 0;
  let looks = 0;
  const looking = setInterval(
    () => {
      const now = loaded ? openQuestion(watch) : 0;
      looks = now !== undefined && now === open ? looks + 1 : 0;
      open = now;
      if (looks <= (loaded ? LOOKS : (LOOKS * Math.max(LOADING, limit)) / limit)) return;
      why ??= loaded ? `It took more than ${limit} s.` : "It was loaded for too long.";
      worker.terminate();
    },
    (1000 * limit) / LOOKS,
  );
  let loaded = false;
  const first = await until(() => {});
  loaded = true;
  if (first.said !== "loaded") {
    await worker.terminate();
    throw new RangeError("why" in first ? first.why : "It can't be used.");
  }
  return {
    watch,
    exchange: (request, take = () => {}) => {
      const end = until(take);
      if (alive) worker.postMessage(request);
      return end;
    },
    end: () => worker.terminate(),
  };
}
