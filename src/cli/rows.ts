/** Which place `--out` names: a file that grows and can be resumed, a stream that can't, or none. */
import { openSync, type Stats, statSync, writeFileSync } from "node:fs";
import type { Scenario } from "../scenario/schema.ts";
import { InputError } from "./files.ts";
import type { WrittenRun } from "./journal.ts";
import { reasonOf, written } from "./output.ts";
import { formatRow } from "./row.ts";
import { type Opening, openRowFile, type Rows } from "./rowFile.ts";

/** The place that is standard output. */
export const STANDARD_OUTPUT = "-";

/** Checks the place before any game is played. Throws InputError with a sentence. */
export function openRows(
  out: string,
  scenarioFile: string,
  scenario: Scenario,
  run: WrittenRun,
  opening: Opening,
): Rows {
  if (out === "") throw new InputError("--out: name a file, or - for standard output.", 2);
  const stats = out === STANDARD_OUTPUT ? undefined : statsOf(out);
  if (out !== STANDARD_OUTPUT && (stats === undefined || stats.isFile() || stats.isDirectory())) {
    const input = statsOf(scenarioFile);
    if (stats !== undefined && stats.ino === input?.ino && stats.dev === input.dev) {
      throw new InputError(`--out: ${out} is the scenario itself. Name another file.`, 2);
    }
    return openRowFile(out, scenario, run, opening);
  }
  if (opening === "resume") {
    throw new InputError(`--resume: ${out} is a stream, which keeps no rows to go on from. Name a file.`, 2);
  }
  return out === STANDARD_OUTPUT
    ? streamed((text) => written(process.stdout, text))
    : streamed(writerTo(out));
}

/** Rows of a run without `--out`. */
export const NO_ROWS: Rows = {
  from: 0,
  signed: [],
  there: () => [],
  append: async () => {},
  close: () => {},
  kept: () => "No rows were written.",
};

function streamed(write: (text: string) => Promise<void>): Rows {
  let rows = 0;
  return {
    ...NO_ROWS,
    append: async (block) => {
      await write(block.map(formatRow).join(""));
      rows += block.length;
    },
    kept: () => `${rows} whole rows were written.`,
  };
}

/** Writes to a device or a named pipe. */
function writerTo(out: string): (text: string) => Promise<void> {
  try {
    const number = openSync(out, "w");
    return async (text) => {
      try {
        writeFileSync(number, text);
      } catch (error) {
        throw new InputError(`${out} can't be written: ${reasonOf(error)}.`);
      }
    };
  } catch (error) {
    throw new InputError(`${out} can't be written: ${reasonOf(error)}.`, 2);
  }
}

/** Undefined where nothing is, or nothing can be seen: opening it tells why. */
function statsOf(file: string): Stats | undefined {
  try {
    return statSync(file);
  } catch {
    return undefined;
  }
}
