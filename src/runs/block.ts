/**
 * A block of games: what is played in one piece, in a worker or here, before its rows are handed on. Blocks are sized
 * by time, so that a run of slow games loses as little by a break as one of fast games. Rows never depend on it. Node only.
 */
import { join } from "node:path";
import type { Strategies } from "../agents/agent.ts";
import { formatTranscript } from "../protocol/transcript.ts";
import type { Table } from "../seat/compiled.ts";
import { type Brought, lineUpOf } from "../session/lineUp.ts";
import { type Existing, writeWhole } from "./files.ts";
import type { Row } from "./row.ts";
import { play, type Recorder, type SimulateOptions } from "./simulate.ts";

/** Where the run files of games go. */
export interface RunFiles {
  readonly folder: string;
  /** Digits of a game's number in a file's name. */
  readonly digits: number;
  readonly existing: Existing;
}

/** Plain data, as it is sent to a worker. */
export interface Block extends Omit<SimulateOptions, keyof Brought> {
  readonly from: number;
  readonly runFiles?: RunFiles | undefined;
}

export interface PlayedBlock {
  readonly rows: readonly Row[];
  readonly milliseconds: number;
}

/** Milliseconds of play that a block is meant to take: long against its transport, short for whoever waits or breaks off. */
const AIM = 250;
/** Most that a block may outgrow the one before it: the first games tell little about the others. */
const GROWTH = 8;

/** Plays a block; each game's run file is there before its row is given out. */
export function playBlock(table: Table, { runFiles, ...run }: Block): PlayedBlock {
  const started = performance.now();
  const rows = [...rowsOfBlock(table, { runFiles, ...run })];
  return { rows, milliseconds: performance.now() - started };
}

/** The rows of a block one by one. `strategies`: those that somebody brings. */
export function rowsOfBlock(
  table: Table,
  { runFiles, ...run }: Block,
  strategies?: Strategies,
): Generator<Row, undefined> {
  return play(table, { ...run, strategies }, runFiles && recorderOf(table, run, runFiles));
}

function recorderOf({ scenario }: Table, { lineUp }: Omit<Block, "runFiles">, files: RunFiles): Recorder {
  const seated = lineUpOf(scenario, lineUp);
  return ({ types }, game, seed, moves) => {
    const run = formatTranscript({ scenario, seed, lineUp: seated, moves, types });
    const text = `${JSON.stringify(run)}\n`;
    writeWhole(join(files.folder, runFileOf(scenario.id, game, files.digits)), text, files.existing);
  };
}

export function runFileOf(scenario: string, game: number, digits: number): string {
  return `${scenario}-${String(game).padStart(digits, "0")}.json`;
}

/** What is known of the speed of a run from its last block. */
export interface Pace {
  readonly games: number;
  readonly millisecondsPerGame: number;
}

export function paceOf({ rows, milliseconds }: PlayedBlock): Pace {
  return { games: rows.length, millisecondsPerGame: milliseconds / rows.length };
}

/** Games of the next block, at least 1. Towards the end blocks shrink, so that nobody waits long for the last. */
export function blockSize(left: number, workers: number, pace: Pace | undefined): number {
  if (pace === undefined) return 1;
  const inTime = Math.floor(AIM / Math.max(pace.millisecondsPerGame, Number.EPSILON));
  const fair = Math.ceil(left / (2 * workers));
  return Math.max(1, Math.min(inTime, GROWTH * pace.games, fair));
}

/** Workers that have something to do, at least 1 and at most `workers`: each a block's time of what is left. */
export function workersFor(left: number, workers: number, pace: Pace | undefined): number {
  if (pace === undefined) return 1;
  return Math.max(1, Math.min(workers, left, Math.ceil((left * pace.millisecondsPerGame) / AIM)));
}
