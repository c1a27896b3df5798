/** How a run is cut: blocks by time, workers by work. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blockSize, workersFor } from "../../../src/runs/block.ts";
import { playedInBlocks } from "../../../src/runs/pool.ts";
import type { Row } from "../../../src/runs/row.ts";
import { play } from "../../../src/runs/simulate.ts";
import { tableOf } from "../../../src/seat/compiled.ts";
import { SEED } from "../../fixtures/games.ts";
import { firstMinute } from "../../fixtures/scenarios.ts";

describe("a block", () => {
  test("is one game while nothing is known of their speed", () => {
    expect(blockSize(1000, 2, undefined)).toBe(1);
  });

  test("takes about a quarter of a second", () => {
    expect(blockSize(1e6, 2, { games: 100, millisecondsPerGame: 1 })).toBe(250);
    expect(blockSize(1e6, 2, { games: 1, millisecondsPerGame: 100 })).toBe(2);
    expect(blockSize(1e6, 2, { games: 1, millisecondsPerGame: 9000 })).toBe(1);
  });

  test("outgrows the one before it by no more than eight times, however fast that was", () => {
    expect(blockSize(1e6, 2, { games: 1, millisecondsPerGame: 0 })).toBe(8);
  });

  test("leaves the other workers as much, towards the end", () => {
    expect(blockSize(40, 2, { games: 100, millisecondsPerGame: 0.1 })).toBe(10);
    expect(blockSize(1, 2, { games: 100, millisecondsPerGame: 0.1 })).toBe(1);
  });

  test("is never empty and never more than what is left", () => {
    const pace = fc.record({
      games: fc.integer({ min: 1, max: 1e5 }),
      millisecondsPerGame: fc.double({ min: 0, max: 1e6, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e7 }),
        fc.integer({ min: 1, max: 64 }),
        pace,
        (left, workers, known) => {
          const size = blockSize(left, workers, known);
          expect(size).toBeGreaterThanOrEqual(1);
          expect(size).toBeLessThanOrEqual(left);
        },
      ),
      { seed: SEED },
    );
  });
});

describe("workers", () => {
  test("are never more than there are games, nor than blocks of what is left", () => {
    expect(workersFor(2, 64, { games: 1, millisecondsPerGame: 1e4 })).toBe(2);
    expect(workersFor(1000, 64, { games: 1, millisecondsPerGame: 1 })).toBe(4);
    expect(workersFor(1e6, 64, { games: 1, millisecondsPerGame: 1 })).toBe(64);
  });

  test("begin with one, while nothing is known of the work", () => {
    expect(workersFor(1e6, 64, undefined)).toBe(1);
  });
});

describe("a run in blocks", () => {
  const rowsOf = async (from: number, games: number, workers: number) => {
    const rows: Row[] = [];
    const run = { from, games, seed: 4, workers };
    for await (const block of playedInBlocks(firstMinute(), run)) rows.push(...block);
    return rows;
  };
  const whole = [...play(tableOf(firstMinute()), { games: 60, seed: 4, from: 0 })];

  test.each([0, 3])("gives the rows of its games in order, with %d workers", async (workers) => {
    expect(await rowsOf(0, 60, workers)).toEqual(whole);
    expect(await rowsOf(47, 13, workers)).toEqual(whole.slice(47));
    expect(await rowsOf(60, 0, workers)).toEqual([]);
  });

  test.each([0, 2])("names the games of a block that fails, with %d workers", async (workers) => {
    const run = { from: 5, games: 3, seed: 4, workers, until: "nowhere" };
    const blocks = playedInBlocks(firstMinute(), run);
    await expect(blocks.next()).rejects.toThrow(/^Game 5: There is no phase "nowhere"/);
  });
});
