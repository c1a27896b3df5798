/**
 * The file of `--out`. It grows by whole rows in the order of games. What it holds when a run is resumed is read back
 * as far as the journal vouches for it and compared with what is played beyond; no byte of it is ever changed, but a
 * last row without an end is cut off. So whoever is killed loses at most the blocks in play.
 */
import { closeSync, constants, fstatSync, ftruncateSync, openSync, readSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { FailedGame, Row, WrittenRow } from "../runs/row.ts";
import type { Scenario } from "../scenario/schema.ts";
import { InputError } from "./files.ts";
import {
  type Checkpoint,
  type Command,
  commandOf,
  differencesBetween,
  type Journal,
  journalOf,
  noteInto,
  readJournal,
  type WrittenRun,
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
  there(): Iterable<WrittenRow | FailedGame>;
  /** Takes the rows that follow; `signed` counts up to the last of them. */
  append(rows: readonly Row[], signed: readonly number[]): Promise<void>;
  close(): void;
  /** What remains of a run that is broken off, in a sentence. */
  kept(): string;
}

/** What becomes of rows that are there: they are in the way, replaced, or continued. */
export type Opening = "new" | "replace" | "resume";

/** Checks the file and its journal before any game is played. Throws InputError with a sentence. */
export function openRowFile(file: string, scenario: Scenario, run: WrittenRun, opening: Opening): Rows {
  const number = opened(file);
  try {
    const there = fstatSync(number).size > 0;
    if (there && opening === "new") {
      throw new InputError(
        `${file} is there already. Name another file, continue it with --resume, or replace it with --force.`,
        2,
      );
    }
    const command = commandOf(scenario, run);
    const journal = readJournal(journalOf(file));
    const note = noteInto(journalOf(file), command);
    const resumed = there && opening === "resume";
    const known = resumed ? knownRows(file, number, journal, command, run.games) : undefined;
    if (!resumed) ftruncateSync(number, 0);
    // A file that no journal vouches for gets one with its first rows that are found right.
    if (!resumed || journal !== undefined) begun(file, () => note(known));
    return rowsIn(file, number, scenario, run, known, note);
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

function begun(file: string, begin: () => void): void {
  try {
    begin();
  } catch (error) {
    throw new InputError(`${journalOf(file)} can't be written: ${reasonOf(error)}.`, 2);
  }
}

/** The last rows that the journal vouches for; cuts off a row without an end. */
function knownRows(
  file: string,
  number: number,
  journal: Journal | undefined,
  command: Command,
  games: number,
): Checkpoint | undefined {
  const { count, end } = wholeLines(number);
  const differences = journal === undefined ? "" : differencesBetween(journal.command, command);
  if (differences !== "") {
    throw new InputError(
      `${file} was made by another command (${differences}). Give that command, name another file, or replace it with --force.`,
      2,
    );
  }
  if (count > games) {
    throw new InputError(
      `${file} holds ${count} rows, more than --games ${games}. Ask for at least as many.`,
      2,
    );
  }
  if (journal === undefined) {
    tell(`${journalOf(file)} is missing: the rows of ${file} are played again and compared.`);
    return undefined;
  }
  ftruncateSync(number, end);
  return journal.checkpoints.findLast(({ rows }) => rows <= count);
}

/** The rows of an opened file, the journal beside it kept in step. */
function rowsIn(
  file: string,
  number: number,
  scenario: Scenario,
  run: WrittenRun,
  known: Checkpoint | undefined,
  note: (checkpoint: Checkpoint) => void,
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
        note({ rows: rows + block.length, signed });
      } catch (error) {
        ftruncateSync(number, size);
        throw new InputError(
          `${file} can't be written: ${reasonOf(error)}. It holds ${rows} whole rows; the same command with --resume continues it.`,
        );
      }
      rows += block.length;
    },
    close: () => {
      if (rows === run.games && size > offset) ftruncateSync(number, offset);
      closeSync(number);
    },
    kept: () => `${file} holds ${rows} whole rows; the same command with --resume continues it.`,
  };
}

function readBack(place: string, read: () => WrittenRow | FailedGame): WrittenRow | FailedGame {
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
