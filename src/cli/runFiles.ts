/** The folder of `--transcripts`: checked and made before any game is played, and what it lacks when a run is resumed. */
import { accessSync, constants, mkdirSync, readdirSync } from "node:fs";
import { type RunFiles, runFileOf } from "../runs/block.ts";
import type { Scenario } from "../scenario/schema.ts";
import { InputError } from "./files.ts";
import { reasonOf } from "./output.ts";

/** Throws InputError with a sentence when nothing can be written there. */
export function openRunFiles(folder: string, games: number, existing: RunFiles["existing"]): RunFiles {
  if (folder === "") throw new InputError("--transcripts: name a folder.", 2);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === "EEXIST" ? "a file has that name" : reasonOf(error);
    throw new InputError(`--transcripts: ${folder} can't be a folder of run files: ${reason}.`, 2);
  }
  return { folder, digits: String(games - 1).length, existing };
}

/** A run of games one after the other. */
export interface Stretch {
  readonly from: number;
  readonly games: number;
}

/** Those of the first games whose run file is not there. */
export function missingRunFiles({ folder, digits }: RunFiles, { id }: Scenario, games: number): Stretch[] {
  const there = new Set(readdirSync(folder));
  const missing: { from: number; games: number }[] = [];
  for (let game = 0; game < games; game++) {
    if (there.has(runFileOf(id, game, digits))) continue;
    const last = missing.at(-1);
    if (last !== undefined && last.from + last.games === game) last.games++;
    else missing.push({ from: game, games: 1 });
  }
  return missing;
}
