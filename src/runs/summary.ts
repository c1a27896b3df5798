/** What a run of games comes to: how phases ended, which texts were agreed, what it was worth to each party. */

import { quantised } from "../exact.ts";
import type { PhaseResult } from "../protocol/move.ts";
import { ENGINE } from "../protocol/transcript.ts";
import { hashOf } from "../scenario/hash.ts";
import type { OutcomeById, Scenario } from "../scenario/schema.ts";
import { FATES, type Fan } from "../world/fan.ts";

/** One game of a run. Utilities in each party's points, rounded to 1e-9. */
export interface GameRow {
  readonly game: number;
  readonly seed: number;
  readonly phases: readonly {
    readonly id: string;
    readonly end: PhaseResult["end"];
    readonly round: number;
    readonly outcome: OutcomeById;
  }[];
  readonly utilities: Readonly<Record<string, number>>;
  /** Parties that agreed in the first phase. */
  readonly signed: readonly string[];
  /** Of those who stand behind what is in force at the end, from 0 to 1. */
  readonly unity: number;
  /** Weighted share of the bodies that have approved it, or are expected to before they were asked. */
  readonly ratified: number;
  /** Shares of seeded futures by their end; only with `futures` and an aftermath model. */
  readonly aftermath?: Fan["shares"];
}

/** Agreed texts, most frequent first. */
export type Texts = readonly { readonly outcome: OutcomeById; readonly count: number }[];

export interface Summary {
  readonly scenario: string;
  readonly sha256: string;
  readonly engine: string;
  readonly seed: number;
  readonly games: number;
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

/** Adds rows up in their order, so that the bytes of the result don't depend on who played which. */
export function summarise(scenario: Scenario, seed: number, rows: readonly GameRow[]): Summary {
  const { aftermath } = rows[0] ?? {};
  return {
    scenario: scenario.id,
    sha256: hashOf(scenario),
    engine: ENGINE,
    seed,
    games: rows.length,
    phases: scenario.phases.map(({ id }) => {
      const reached = rows.flatMap((row) => row.phases.filter((phase) => phase.id === id));
      const ended = (end: PhaseResult["end"]) => reached.filter((phase) => phase.end === end).length;
      return {
        id,
        agreement: ended("agreement"),
        deadline: ended("deadline"),
        walkaway: ended("walkaway"),
        meanRounds: mean(reached.map((phase) => phase.round)),
        texts: textsOf(rows, id),
      };
    }),
    texts: textsOf(rows, scenario.phases[0]!.id),
    parties: scenario.parties.map(({ id }) => {
      const values = rows.map((row) => row.utilities[id]!);
      const average = mean(values);
      return {
        id,
        utility: {
          mean: average,
          sd: quantised(Math.sqrt(mean(values.map((value) => (value - average) ** 2)))),
          min: values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
          max: values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
        },
        signed: rows.filter((row) => row.signed.includes(id)).length,
      };
    }),
    unity: mean(rows.map((row) => row.unity)),
    ratified: mean(rows.map((row) => row.ratified)),
    ...(aftermath && {
      aftermath: Object.fromEntries(
        FATES.map((fate) => [fate, mean(rows.map((row) => row.aftermath![fate]))]),
      ) as Fan["shares"],
    }),
  };
}

function textsOf(rows: readonly GameRow[], id: string): Texts {
  const texts = new Map<string, { outcome: OutcomeById; count: number }>();
  for (const { phases } of rows) {
    const phase = phases.find((one) => one.id === id);
    if (phase?.end !== "agreement") continue;
    const key = Object.values(phase.outcome).join();
    const known = texts.get(key);
    if (known) known.count++;
    else texts.set(key, { outcome: phase.outcome, count: 1 });
  }
  return [...texts.entries()]
    .sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1))
    .map(([, text]) => text);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : quantised(values.reduce((sum, value) => sum + value, 0) / values.length);
}
