/** What runs inside a worker thread: one block of games. The table is kept for the next block of the same run. */

import { type Table, tableOf } from "../seat/compiled.ts";
import type { Block } from "./pool.ts";
import { play } from "./simulate.ts";
import type { GameRow } from "./summary.ts";

let kept: { readonly key: string; readonly table: Table } | undefined;

export function playBlock({ scenario, ...run }: Block): GameRow[] {
  const key = JSON.stringify(scenario);
  if (kept?.key !== key) kept = { key, table: tableOf(scenario) };
  return [...play(kept.table, run)];
}
