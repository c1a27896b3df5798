/** What runs inside a worker thread: one block of games after the other, at the table of one scenario. */
import { Tinypool } from "tinypool";
import { type Table, tableOf } from "../seat/compiled.ts";
import { type Block, type PlayedBlock, playBlock } from "./block.ts";

let kept: Table | undefined;

export function playBlockHere(block: Block): PlayedBlock {
  kept ??= tableOf(Tinypool.workerData);
  return playBlock(kept, block);
}
