/**
 * What a run of games comes to: how phases ended, which texts were agreed, what it was worth to each party. Added up
 * game by game in their order, so that neither the number of workers nor a break in the run changes a bit of it.
 */

import { quantised } from "../exact.ts";
import type { PhaseResult } from "../protocol/move.ts";
import { ENGINE } from "../protocol/transcript.ts";
import { hashOf } from "../scenario/hash.ts";
import type { OutcomeById, Scenario } from "../scenario/schema.ts";
import { FATES, type Fan, type Fate } from "../world/fan.ts";
import { type FailedGame, type Row, signedIn, type WrittenRow } from "./row.ts";

/** Agreed texts, most frequent first. */
export type Texts = readonly { readonly outcome: OutcomeById; readonly count: number }[];

export interface Summary {
  readonly scenario: string;
  readonly sha256: string;
  readonly engine: string;
  readonly seed: number;
  /** Games that were played to their end; everything else is counted over these. */
  readonly games: number;
  /** Games that an agent broke off. */
  readonly errors: number;
  readonly phases: readonly {
    readonly id: string;
    readonly agreement: number;
    readonly deadline: number;
    readonly walkaway: number;
    readonly meanRounds: number;
    readonly texts: Texts;
  }[];
  /** Of the first phase. */
  readonly texts: Texts;
  readonly parties: readonly {
    readonly id: string;
    readonly utility: {
      readonly mean: number;
      readonly sd: number;
      readonly min: number;
      readonly max: number;
    };
    /** Games in which it signed in the first phase. */
    readonly signed: number;
  }[];
  /** Means over the games. */
  readonly unity: number;
  readonly ratified: number;
  readonly aftermath?: Fan["shares"];
}

export interface Tally {
  /** Games in which each party signed in the first phase, by party index; those added so far. */
  readonly signed: readonly number[];
  /** Takes the next game of the run; `signed` is part of its row until that is written. */
  add(row: WrittenRow | FailedGame, signed?: readonly string[]): void;
  summary(): Summary;
}

/** Adds rows up in their order, so that the bytes of the result don't depend on who played which. */
export function summarise(scenario: Scenario, seed: number, rows: Iterable<Row>): Summary {
  const tally = tallyOf(scenario, seed);
  for (const row of rows) tally.add(row, signedIn(row));
  return tally.summary();
}

/**
 * A summary that grows with each game, for runs too long to be kept: of a row it holds the utilities (8 bytes a
 * party, because the deviation needs the mean first) and texts not met before. `signedBefore`: who signed in games
 * whose rows are added without it.
 */
export function tallyOf(scenario: Scenario, seed: number, signedBefore: readonly number[] = []): Tally {
  const parties = scenario.parties.map(({ id }) => id);
  const party = new Map(parties.map((id, index) => [id, index]));
  const signed = parties.map((_, index) => signedBefore[index] ?? 0);
  const utilities = parties.map(column);
  const phases = scenario.phases.map(({ id }) => phaseTally(id));
  const totals = { unity: 0, ratified: 0 };
  let fates: Record<Fate, number> | undefined;
  let games = 0;
  let errors = 0;
  return {
    signed,
    add: (row, signatories = []) => {
      if (row.error !== undefined) {
        errors++;
        return;
      }
      for (const phase of phases) phase.add(row);
      for (const [index, id] of parties.entries()) utilities[index]!.push(row.utilities[id]!);
      for (const id of signatories) signed[party.get(id)!]!++;
      totals.unity += row.unity;
      totals.ratified += row.ratified;
      if (games === 0 && row.aftermath) fates = { held: 0, attack: 0, escalation: 0, breach: 0 };
      if (fates) for (const fate of FATES) fates[fate] += row.aftermath![fate];
      games++;
    },
    summary: () => {
      const phaseSummaries = phases.map((phase) => phase.summary());
      return {
        scenario: scenario.id,
        sha256: hashOf(scenario),
        engine: ENGINE,
        seed,
        games,
        errors,
        phases: phaseSummaries,
        texts: phaseSummaries[0]!.texts,
        parties: parties.map((id, index) => ({
          id,
          utility: spreadOf(utilities[index]!),
          signed: signed[index]!,
        })),
        unity: meanOf(totals.unity, games),
        ratified: meanOf(totals.ratified, games),
        ...(fates && {
          aftermath: {
            held: meanOf(fates.held, games),
            attack: meanOf(fates.attack, games),
            escalation: meanOf(fates.escalation, games),
            breach: meanOf(fates.breach, games),
          },
        }),
      };
    },
  };
}

/** How one phase ended, in the games that reached it. */
function phaseTally(id: string): { add(row: WrittenRow): void; summary(): Summary["phases"][number] } {
  const ends: Record<PhaseResult["end"], number> = { agreement: 0, deadline: 0, walkaway: 0 };
  const texts = new Map<string, { readonly outcome: OutcomeById; count: number }>();
  let reached = 0;
  let rounds = 0;
  return {
    add: (row) => {
      const phase = row.phases.find((one) => one.id === id);
      if (phase === undefined) return;
      reached++;
      rounds += phase.round;
      ends[phase.end]++;
      if (phase.end !== "agreement") return;
      const key = Object.values(phase.outcome).join();
      const known = texts.get(key);
      if (known) known.count++;
      else texts.set(key, { outcome: phase.outcome, count: 1 });
    },
    summary: () => ({
      id,
      ...ends,
      meanRounds: meanOf(rounds, reached),
      texts: [...texts.entries()]
        .sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1))
        .map(([, { outcome, count }]) => ({ outcome, count })),
    }),
  };
}

function spreadOf({ length, values }: Column): Summary["parties"][number]["utility"] {
  let sum = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of values()) {
    sum += value;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  const mean = meanOf(sum, length());
  let squares = 0;
  for (const value of values()) squares += (value - mean) ** 2;
  return { mean, sd: quantised(Math.sqrt(meanOf(squares, length()))), min, max };
}

function meanOf(sum: number, count: number): number {
  return count === 0 ? 0 : quantised(sum / count);
}

const CHUNK = 1024;

interface Column {
  push(value: number): void;
  length(): number;
  values(): Iterable<number>;
}

/** Numbers in the order they came, in typed arrays that never have to be copied to grow. */
function column(): Column {
  const chunks: Float64Array[] = [];
  let length = 0;
  return {
    push: (value) => {
      if (length % CHUNK === 0) chunks.push(new Float64Array(CHUNK));
      chunks.at(-1)![length++ % CHUNK] = value;
    },
    length: () => length,
    *values() {
      for (let i = 0; i < length; i++) yield chunks[Math.floor(i / CHUNK)]![i % CHUNK]!;
    },
  };
}
