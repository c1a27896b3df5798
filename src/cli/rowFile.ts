/**
 * The file of `--out`. It grows by whole rows in the order of games. What it holds when a run is resumed is read back
 * as far as the journal vouches for it and compared with what is played beyond; no byte of it is ever changed, but a
 * last row without an end is cut off. So whoever is killed loses at most the blocks in play.
 */
import { closeSync, constants, fstatSync, ftruncateSync, openSync, readSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { SimulateOptions } from "../runs/simulate.ts";
import type { GameRow, WrittenRow } from "../runs/summary.ts";
import type { Scenario } from "../scenario/schema.ts";
import { InputError } from "./files.ts";
import {
  beginJournal,
  type Checkpoint,
  commandOf,
  differencesBetween,
  journalOf,
  noteInJournal,
  readJournal,
} from "./journal.ts";
import { linesOf, wholeLines } from "./lines.ts";
import { reasonOf, tell } from "./output.ts";
import { formatRow, parseRow } from "./row.ts";

/** Where rows go, in the order of games. */
export interface Rows {
  /** Games whose rows are there already and need not be played. */
  readonly from: number;
  /** In how many of those each party signed, by party. */
  readonly signed: readonly number[];
  /** The rows of those games; read before any is appended. */
  there(): Iterable<WrittenRow>;
  /** Takes the rows that follow; `signed` counts up to the last of them. */
  append(rows: readonly GameRow[], signed: readonly number[]): Promise<void>;
  close(): void;
  /** What remains of a run that is broken off, in a sentence. */
  kept(): string;
}

/** What becomes of rows that are there: they are in the way, replaced, or continued. */
export type Opening = "new" | "replace" | "resume";

/** Opens the file and begins its journal before any game is played. Throws InputError with a sentence. */
export function openRowFile(file: string, scenario: Scenario, run: SimulateOptions, opening: Opening): Rows {
  const number = opened(file);
  try {
    const before = fstatSync(number).size;
    if (opening === "new" && before > 0) {
      throw new InputError(
        `${file} is there already. Name another file, continue it with --resume, or replace it with --force.`,
        2,
      );
    }
    const known = prepared(file, number, scenario, run, before > 0 ? opening : "replace");
    return rowsIn(file, number, scenario, run, known);
  } catch (error) {
    closeSync(number);
    throw error;
  }
}

function opened(file: string): number {
  try {
    return openSync(file, constants.O_RDWR | constants.O_CREAT, 0o666);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === "ENOENT" ? `there is no folder ${dirname(file)}` : reasonOf(error);
    throw new InputError(`${file} can't be written: ${reason}.`, 2);
  }
}

/** Brings file and journal to where the run goes on, and returns the last checkpoint that both agree on. */
function prepared(
  file: string,
  number: number,
  scenario: Scenario,
  run: SimulateOptions,
  opening: Opening,
): Checkpoint | undefined {
  const command = commandOf(scenario, run);
  const journal = journalOf(file);
  const noted = readJournal(journal);
  let known: Checkpoint | undefined;
  if (opening === "resume") {
    const { count, end } = wholeLines(number);
    if (noted === undefined) {
      tell(`${journal} is missing: the ${count} rows of ${file} are played again and compared.`);
    } else {
      const differences = differencesBetween(noted.command, command);
      if (differences !== "") {
        throw new InputError(
          `${file} was made by another command (${differences}). Give that command, name another file, or replace it with --force.`,
          2,
        );
      }
      ftruncateSync(number, end);
    }
    if (count > run.games) {
      throw new InputError(
        `${file} holds ${count} rows, more than --games ${run.games}. Ask for at least as many.`,
        2,
      );
    }
    known = noted?.checkpoints.findLast(({ rows }) => rows <= count);
  } else ftruncateSync(number, 0);
  try {
    beginJournal(journal, command, known);
  } catch (error) {
    throw new InputError(`${journal} can't be written: ${reasonOf(error)}.`, 2);
  }
  return known;
}

/** The rows of an opened file, the journal beside it kept in step. */
function rowsIn(
  file: string,
  number: number,
  scenario: Scenario,
  run: SimulateOptions,
  known: Checkpoint | undefined,
): Rows {
  const { seed, futures = 0 } = run;
  const from = known?.rows ?? 0;
  let size = fstatSync(number).size;
  /** Rows that were read back, compared or written, and the byte after the last of them. */
  let rows = 0;
  let offset = 0;
  return {
    from,
    signed: known?.signed ?? [],
    *there() {
      for (const { text, end } of linesOf(number)) {
        if (rows === from) return;
        yield readBack(`${file}, line ${rows + 1}`, () => parseRow({ scenario, seed, futures }, text, rows));
        rows++;
        offset = end;
      }
    },
    append: async (block, signed) => {
      const fresh = block.map((row) => {
        const bytes = Buffer.from(formatRow(row));
        const there = readAt(number, offset, Math.max(0, Math.min(size - offset, bytes.length)));
        if (!bytes.subarray(0, there.length).equals(there)) {
          throw new InputError(
            `${file}, line ${row.game + 1}: this is not the row that this command plays. Name another file, or replace it with --force.`,
          );
        }
        offset += bytes.length;
        return bytes.subarray(there.length);
      });
      if (fstatSync(number).size !== size) {
        throw new InputError(`${file} was changed by something else while this run was writing to it.`);
      }
      try {
        size += writeAt(number, Buffer.concat(fresh), size);
        noteInJournal(journalOf(file), { rows: rows + block.length, signed });
      } catch (error) {
        ftruncateSync(number, size);
        throw new InputError(
          `${file} can't be written: ${reasonOf(error)}. It holds ${rows} whole rows; the same command with --resume continues it.`,
        );
      }
      rows += block.length;
    },
    close: () => {
      if (size > offset) ftruncateSync(number, offset);
      closeSync(number);
    },
    kept: () => `${file} holds ${rows} whole rows; the same command with --resume continues it.`,
  };
}

function readBack(place: string, read: () => WrittenRow): WrittenRow {
  try {
    return read();
  } catch (error) {
    throw new InputError(
      `${place} ${(error as Error).message}. Cut the file before that line, or replace it with --force.`,
    );
  }
}

function readAt(number: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(number, bytes, 0, length, position));
}

/** Writes all of it, however many calls that takes, and returns how much it was. */
function writeAt(number: number, bytes: Buffer, position: number): number {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(number, bytes, done, bytes.length - done, position + done);
  }
  return bytes.length;
}
