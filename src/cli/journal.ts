/**
 * The journal of a run, FILE.journal beside the rows in FILE: in its first line the command as it is played, then a
 * line for each block of rows that was written. It is a file of its own because FILE has to stay a row a game for
 * whatever reads it. If it is lost, nothing is: the rows are played again and compared instead of believed.
 */
import { appendFileSync, readFileSync } from "node:fs";
import { z } from "zod";
import { ENGINE, type SeatHolder } from "../protocol/transcript.ts";
import { ALGORITHM } from "../random.ts";
import { writeWhole } from "../runs/files.ts";
import type { SimulateOptions } from "../runs/simulate.ts";
import { hashOf } from "../scenario/hash.ts";
import type { Scenario } from "../scenario/schema.ts";
import { type Brought, lineUpOf } from "../session/lineUp.ts";
import { InputError } from "./files.ts";
import { reasonOf } from "./output.ts";

/** What rows depend on, each by the name that a sentence about it uses. The number of games is no part of it. */
export type Command = Readonly<Record<string, string>>;

/** Rows that were written, and in how many of their games each party signed. */
export interface Checkpoint {
  readonly rows: number;
  readonly signed: readonly number[];
}

export interface Journal {
  readonly command: Command;
  /** In the order of the rows. */
  readonly checkpoints: readonly Checkpoint[];
}

const headSchema = z.strictObject({ parley: z.literal(1), command: z.record(z.string(), z.string()) });
const checkpointSchema = z.strictObject({ rows: z.int().min(1), signed: z.array(z.int().min(0)) });

export function journalOf(file: string): string {
  return `${file}.journal`;
}

/** What a row file is told of its run. */
export interface WrittenRun extends Omit<SimulateOptions, keyof Brought> {
  /** Hash of the module that `--agents` names. */
  readonly agentsHash?: string | undefined;
}

export function commandOf(scenario: Scenario, run: WrittenRun): Command {
  const seats = Object.entries(lineUpOf(scenario, run.lineUp));
  return {
    scenario: scenario.id,
    "the scenario's content": hashOf(scenario),
    engine: ENGINE,
    "the random generator": ALGORITHM,
    "--seed": String(run.seed),
    "--until": run.until ?? "the end",
    "--futures": String(run.futures ?? 0),
    "--types": run.types ?? "drawn",
    ...(run.agentsHash !== undefined && { "the content of --agents": run.agentsHash }),
    ...Object.fromEntries(seats.map(([seat, holder]) => [`--line-up ${seat}`, writtenHolder(holder)])),
  };
}

function writtenHolder(holder: SeatHolder): string {
  if (holder === "human") return holder;
  const { strategy, ...parameters } = holder;
  const written = Object.entries(parameters).map(([name, value]) => `:${name}=${JSON.stringify(value)}`);
  return `${strategy}${written.join("")}`;
}

/** Longest value in a sentence. */
const SHOWN = 60;

/** What two commands differ in, in words: "--seed: 1, not 2; engine: 0.2.0, not 0.3.0". Empty when in nothing. */
export function differencesBetween(made: Command, asked: Command): string {
  return [...new Set([...Object.keys(made), ...Object.keys(asked)])]
    .filter((name) => made[name] !== asked[name])
    .map((name) => `${name}: ${shown(made[name])}, not ${shown(asked[name])}`)
    .join("; ");
}

function shown(value = "nothing"): string {
  return value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value;
}

/** Undefined without a journal. Throws InputError when a file of that name is something else. */
export function readJournal(file: string): Journal | undefined {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new InputError(`${file} can't be read: ${reasonOf(error)}.`, 2);
  }
  const [head, ...lines] = text.split("\n").slice(0, -1).map(parsedLine);
  const { success, data } = headSchema.safeParse(head);
  if (!success) throw new InputError(`${file} is no journal of a run. Move it away.`, 2);
  const checkpoints = lines.flatMap((line) => checkpointSchema.safeParse(line).data ?? []);
  return { command: data.command, checkpoints };
}

function parsedLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Notes in a journal; the first note begins it anew, in place of one that is there. */
export function noteInto(file: string, command: Command): (checkpoint: Checkpoint | undefined) => void {
  let begun = false;
  return (checkpoint) => {
    const note = checkpoint === undefined ? "" : `${JSON.stringify(checkpoint)}\n`;
    if (begun) appendFileSync(file, note);
    else writeWhole(file, `${JSON.stringify({ parley: 1, command })}\n${note}`, "replaced");
    begun = true;
  };
}
