/** The only randomness: pinned for ever, because a run file names its algorithm and must replay bit for bit. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ALGORITHM, fork, gameSeed, randomFrom, type Seed, seedOf } from "../../src/random.ts";
import { SEED } from "../fixtures/games.ts";

/** Computed once, on Node 24; the same in Chromium and Firefox. */
const PINNED = {
  below1000: [180, 343, 436, 352, 79, 623, 202, 901],
  below2to32: [1220741252, 3533294274, 4043975356],
  fractions: [0.802686863578856, 0.5366739330347627],
  counts: [979, 946, 1003, 1022, 1030, 1020],
  forkAgent: { high: 2576117505, low: 3755518692 },
  fork0: { high: 2462723854, low: 1863002342 },
  gameSeeds: [8094470203349930, 6822743591137779, 8094468408772037],
} as const;

const draws = (seed: Seed, n: number, count: number) => {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => random.below(n));
};

describe("the stream of a seed", () => {
  it("is pinned under the name of its algorithm: who changes these numbers changes the name", () => {
    expect(ALGORITHM).toBe("xoroshiro128plus/1");
    expect(draws(seedOf(1), 1000, 8)).toEqual(PINNED.below1000);
    expect(draws(seedOf(2 ** 53 - 1), 2 ** 32, 3)).toEqual(PINNED.below2to32);
    const random = randomFrom(seedOf(1));
    expect([random.fraction(), random.fraction()]).toEqual(PINNED.fractions);
  });

  it("is the same each time it is begun", () => {
    expect(draws(seedOf(7), 100, 50)).toEqual(draws(seedOf(7), 100, 50));
  });

  it("is another one for another seed, high bits included", () => {
    const streams = [0, 1, 2, 2 ** 32, 2 ** 32 + 1, 2 ** 53 - 1].map((value) =>
      draws(seedOf(value), 2 ** 32, 4).join(),
    );
    expect(new Set(streams).size).toBe(6);
  });

  it("gives whole numbers from 0 to n − 1, and nothing but 0 for n = 1", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 2 ** 31 - 1 }), (value, n) => {
        for (const drawn of draws(seedOf(value), n, 5)) {
          expect(Number.isInteger(drawn) && drawn >= 0 && drawn < n).toBe(true);
        }
      }),
      { seed: SEED },
    );
    expect(draws(seedOf(3), 1, 4)).toEqual([0, 0, 0, 0]);
  });

  it("gives each of six numbers about equally often: these very counts of 6,000 draws", () => {
    const counts = [0, 0, 0, 0, 0, 0];
    for (const drawn of draws(seedOf(1), 6, 6000)) counts[drawn]!++;
    expect(counts).toEqual(PINNED.counts);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThan(200);
  });

  it("gives fractions from 0 to below 1 on a grid of 2⁻³²", () => {
    const random = randomFrom(seedOf(5));
    for (let k = 0; k < 1000; k++) {
      const fraction = random.fraction();
      expect(fraction >= 0 && fraction < 1 && Number.isInteger(fraction * 2 ** 32)).toBe(true);
    }
  });
});

describe("a seed", () => {
  it("is a whole number from 0 to 2⁵³ − 1, kept without loss", () => {
    expect(seedOf(0)).toEqual({ high: 0, low: 0 });
    expect(seedOf(2 ** 32 + 5)).toEqual({ high: 1, low: 5 });
    expect(seedOf(2 ** 53 - 1)).toEqual({ high: 2 ** 21 - 1, low: 2 ** 32 - 1 });
  });

  it.each([-1, 0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY])(
    "is not %d, and the refusal says so",
    (value) => {
      expect(() => seedOf(value)).toThrow(new RegExp(`whole number .* not ${value}`));
    },
  );
});

describe("forks", () => {
  it("are pinned", () => {
    expect(fork(seedOf(1), "agent")).toEqual(PINNED.forkAgent);
    expect(fork(seedOf(1), 0)).toEqual(PINNED.fork0);
    expect([gameSeed(1, 0), gameSeed(1, 1), gameSeed(2, 0)]).toEqual(PINNED.gameSeeds);
  });

  it("of different labels, seats and move numbers differ, and differ from their parent", () => {
    const parents = [0, 1, 2, 42, 2 ** 53 - 1].map(seedOf);
    const seeds = parents.flatMap((parent) => [
      parent,
      fork(parent, "agent"),
      fork(parent, "environment"),
      ...Array.from({ length: 500 }, (_, i) => fork(fork(parent, "agent"), i)),
      ...Array.from({ length: 500 }, (_, i) => fork(fork(parent, "environment"), i)),
    ]);
    expect(new Set(seeds.map(({ high, low }) => `${high}/${low}`)).size).toBe(seeds.length);
  });

  it("do not depend on what was drawn from their parent", () => {
    const seed = seedOf(9);
    draws(seed, 10, 100);
    expect(fork(seed, "agent")).toEqual(fork(seedOf(9), "agent"));
  });

  it("give each of 10,000 games of a run a seed of its own that is itself a seed", () => {
    const seeds = Array.from({ length: 10_000 }, (_, index) => gameSeed(SEED, index));
    expect(new Set(seeds).size).toBe(10_000);
    expect(seeds.every((seed) => Number.isSafeInteger(seed) && seed >= 0)).toBe(true);
  });
});
