/**
 * What runs inside a thread with agents that somebody brings: it loads their module, says whom a line-up means, asks
 * them again about a run, and plays blocks game by game, each row given out at once, so that nothing of a block is lost if the thread has to be ended.
 */
import { parentPort, workerData } from "node:worker_threads";
import type { Strategies } from "../agents/agent.ts";
import { strategiesIn } from "../agents/module.ts";
import { parseScenario } from "../agents/parse.ts";
import type { LineUp, Transcript } from "../protocol/transcript.ts";
import type { Parsed } from "../scenario/reading/parse.ts";
import type { Scenario } from "../scenario/schema.ts";
import { type Table, tableOf } from "../seat/compiled.ts";
import { type Checked, checkRun } from "../session/check.ts";
import { castOf, parseLineUp } from "../session/lineUp.ts";
import { replay } from "../session/replay.ts";
import { type Block, rowsOfBlock } from "./block.ts";
import type { Row } from "./row.ts";
import { noteGame, type Watch, watched } from "./watch.ts";

/** What the thread is started with. */
export interface AgentsThread {
  /** Address of the module. */
  readonly module: string;
  readonly watch: Watch;
}

export type Request =
  | { readonly do: "read"; readonly source: Uint8Array; readonly lineUp: string }
  | { readonly do: "play"; readonly scenario: Scenario; readonly block: Block }
  | { readonly do: "check"; readonly scenario: Scenario; readonly transcript: Transcript };

export type Reply =
  | { readonly said: "loaded" }
  | { readonly said: "refused"; readonly why: string }
  | { readonly said: "read"; readonly parsed: Parsed; readonly lineUp: LineUp }
  | { readonly said: "checked"; readonly checked: Checked }
  | { readonly said: "row"; readonly row: Row }
  | { readonly said: "played" };

const { module, watch }: AgentsThread = workerData;
const say = (reply: Reply) => parentPort!.postMessage(reply);
let table: Table | undefined;

try {
  const strategies = watched(strategiesIn(await import(module)), watch);
  parentPort!.on("message", (request: Request) => answer(request, strategies));
  say({ said: "loaded" });
} catch (error) {
  say({ said: "refused", why: error instanceof Error ? error.message : String(error) });
}

function answer(request: Request, strategies: Strategies): void {
  if (request.do === "read") read(request.source, request.lineUp, strategies);
  else if (request.do === "play") play(request.scenario, request.block, strategies);
  else check(request.scenario, request.transcript, strategies);
}

function check(scenario: Scenario, transcript: Transcript, strategies: Strategies): void {
  try {
    say({ said: "checked", checked: checkRun(replay(scenario, transcript), { strategies }) });
  } catch (error) {
    say({ said: "refused", why: (error as Error).message });
  }
}

function read(source: Uint8Array, written: string, strategies: Strategies): void {
  const parsed = parseScenario(source, strategies);
  try {
    const lineUp = parsed.ok ? parseLineUp(parsed.scenario, written, strategies) : {};
    if (parsed.ok) castOf(parsed.scenario, { lineUp, strategies });
    say({ said: "read", parsed, lineUp });
  } catch (error) {
    say({ said: "refused", why: (error as Error).message });
  }
}

function play(scenario: Scenario, block: Block, strategies: Strategies): void {
  table ??= tableOf(scenario);
  try {
    const rows = rowsOfBlock(table, block, strategies);
    for (let game = block.from; game < block.from + block.games; game++) {
      noteGame(watch, game);
      const { value: row } = rows.next();
      if (row !== undefined) say({ said: "row", row });
    }
    say({ said: "played" });
  } catch (error) {
    say({ said: "refused", why: (error as Error).message });
  }
}
