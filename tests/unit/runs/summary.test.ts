/** Summaries: added up game by game they are, to the last bit, what a look at all rows together gives. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quantised } from "../../../src/exact.ts";
import { ENDS } from "../../../src/protocol/move.ts";
import type { GameRow } from "../../../src/runs/row.ts";
import { simulate } from "../../../src/runs/simulate.ts";
import { type Summary, summarise, tallyOf } from "../../../src/runs/summary.ts";
import { SEED } from "../../fixtures/games.ts";
import { firstMinute, paris, parsed, written } from "../../fixtures/scenarios.ts";

const scenario = parsed(written(3, 1));
const ids = scenario.parties.map(({ id }) => id);
const share = fc.double({ noNaN: true, min: 0, max: 1 });

/** Rows with any numbers, of a few texts. */
const anyRows = fc
  .array(
    fc.record({
      phases: fc.tuple(
        fc.record({
          id: fc.constant("talk"),
          end: fc.constantFrom(...ENDS),
          round: fc.integer({ min: 1, max: 40 }),
          outcome: fc.record({ i0: fc.constantFrom("o0", "o1", "o2") }),
        }),
      ),
      utilities: fc.record(
        Object.fromEntries(ids.map((id) => [id, fc.double({ noNaN: true, min: -1e6, max: 1e6 })])),
      ),
      signed: fc.subarray(ids),
      unity: share,
      ratified: share,
      aftermath: fc.record({ held: share, attack: share, escalation: share, breach: share }),
    }),
    { maxLength: 50 },
  )
  .map((rows) => rows.map((row, game): GameRow => ({ game, seed: game, ...row })));

const mean = (values: readonly number[]) =>
  values.length === 0 ? 0 : quantised(values.reduce((sum, value) => sum + value, 0) / values.length);

/** The same as a textbook writes it, over lists of all rows. */
function together(rows: readonly GameRow[]): Pick<Summary, "phases" | "parties" | "unity" | "ratified"> {
  const ended = (end: string) => rows.filter(({ phases: [phase] }) => phase?.end === end);
  const agreed = ended("agreement").map(({ phases: [phase] }) => phase!.outcome);
  const texts = ["o0", "o1", "o2"].flatMap((i0) => {
    const count = agreed.filter((outcome) => outcome.i0 === i0).length;
    return count === 0 ? [] : [{ outcome: { i0 }, count }];
  });
  return {
    phases: [
      {
        id: "talk",
        agreement: agreed.length,
        deadline: ended("deadline").length,
        walkaway: ended("walkaway").length,
        meanRounds: mean(rows.map(({ phases: [phase] }) => phase!.round)),
        texts: texts.sort((a, b) => b.count - a.count),
      },
    ],
    parties: ids.map((id) => {
      const values = rows.map((row) => row.utilities[id]!);
      const average = mean(values);
      const sd = quantised(Math.sqrt(mean(values.map((value) => (value - average) ** 2))));
      return {
        id,
        utility: { mean: average, sd, min: Math.min(...values), max: Math.max(...values) },
        signed: rows.filter((row) => row.signed.includes(id)).length,
      };
    }),
    unity: mean(rows.map((row) => row.unity)),
    ratified: mean(rows.map((row) => row.ratified)),
  };
}

describe("a summary", () => {
  test("is to the last bit what all rows together give", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        expect(summarise(scenario, 1, rows)).toMatchObject(together(rows));
      }),
      { seed: SEED },
    );
  });

  test("of rows that are read back is that of the undisturbed run, wherever it broke off", () => {
    fc.assert(
      fc.property(anyRows, fc.nat(), (rows, cut) => {
        const whole = tallyOf(scenario, 1);
        const before = rows.slice(0, cut % (rows.length + 1));
        for (const row of before) whole.add(row, row.signed);
        const resumed = tallyOf(scenario, 1, whole.signed);
        for (const { signed: _, ...row } of before) resumed.add(row, []);
        for (const row of rows.slice(before.length)) {
          whole.add(row, row.signed);
          resumed.add(row, row.signed);
        }
        expect(JSON.stringify(resumed.summary())).toBe(JSON.stringify(whole.summary()));
      }),
      { seed: SEED },
    );
  });

  test("goes on growing after it was looked at", () => {
    const { rows } = simulate(firstMinute(), { games: 9, seed: 3 });
    const tally = tallyOf(firstMinute(), 3);
    for (const [games, row] of rows.entries()) {
      expect(tally.summary()).toEqual(summarise(firstMinute(), 3, rows.slice(0, games)));
      tally.add(row, row.signed);
    }
  });

  test("has the mean fates of rows with futures, and none without", () => {
    const run = { games: 3, seed: 1, until: "paris" };
    const { rows } = simulate(paris(), { ...run, futures: 20 });
    const { aftermath } = summarise(paris(), 1, rows);
    expect(aftermath?.held).toBe(mean(rows.map((row) => row.aftermath!.held)));
    expect(aftermath?.breach).toBe(mean(rows.map((row) => row.aftermath!.breach)));
    expect(simulate(paris(), run).summary).not.toHaveProperty("aftermath");
  });
});
