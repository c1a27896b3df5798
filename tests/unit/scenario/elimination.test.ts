/**
 * Elimination and branch and bound against a list of everything; the steps of elimination depend on which issues share a
 * linkage or a limit, whatever the numbers are, and are never more than was counted before.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TOLERANCE } from "../../../src/exact.ts";
import { compile } from "../../../src/protocol/course.ts";
import { bestOutcome, groupsAtMost, SEARCH_STEPS } from "../../../src/scenario/best/best.ts";
import { branched, TooDear, UNDECIDED } from "../../../src/scenario/best/branching.ts";
import { eliminated, planOf, type Summand } from "../../../src/scenario/best/elimination.ts";
import { structureOf } from "../../../src/scenario/best/structure.ts";
import { acceptable, type Preference, preferenceFrom, utility } from "../../../src/scenario/preference.ts";
import { SEED } from "../../fixtures/games.ts";
import { contested, limitsOf, linkagesOf, type Ties, ties } from "../../fixtures/hostile.ts";
import { parsed } from "../../fixtures/scenarios.ts";
import { sample } from "../../long.ts";

/** Every combination of options, the last variable fastest. */
function combinations(sizes: readonly number[]): number[][] {
  return sizes.reduce<number[][]>(
    (lists, count) =>
      lists.flatMap((list) => Array.from({ length: count }, (_, option) => [...list, option])),
    [[]],
  );
}

/** The first of the combinations with the greatest worth; undefined when none is above −∞. */
function firstOfBest(all: readonly number[][], worthOf: (options: readonly number[]) => number) {
  let best: number[] | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const options of all) {
    const worth = worthOf(options);
    if (worth <= most + TOLERANCE) continue;
    best = options;
    most = worth;
  }
  return best;
}

const sizes = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 6 });
const points = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constant(Number.NEGATIVE_INFINITY));
const problems = sizes.chain((counts) => {
  const scope = fc.subarray([...counts.keys()], { minLength: 1, maxLength: Math.min(3, counts.length) });
  const summand = scope.chain((variables) => {
    const length = variables.reduce((cells, variable) => cells * counts[variable]!, 1);
    return fc
      .array(points, { minLength: length, maxLength: length })
      .map((values): Summand => ({ scope: variables, values: Float64Array.from(values) }));
  });
  return fc.record({
    counts: fc.constant(counts),
    summands: fc.array(summand, { maxLength: 6 }),
    order: fc.shuffledSubarray([...counts.keys()], { minLength: counts.length }),
  });
});

describe("elimination", () => {
  it("gives the first of the greatest sums, in whatever order the variables go", () => {
    fc.assert(
      fc.property(problems, ({ counts, summands, order }) => {
        const valueAt = ({ scope, values }: Summand, options: readonly number[]) =>
          values[scope.reduce((cell, variable) => cell * counts[variable]! + options[variable]!, 0)]!;
        const expected = firstOfBest(combinations(counts), (options) =>
          summands.reduce((sum, summand) => sum + valueAt(summand, options), 0),
        );
        expect(eliminated(counts, summands, order, TOLERANCE / counts.length)).toEqual(expected);
      }),
      { numRuns: sample(500, 20_000), seed: SEED },
    );
  });

  it("takes steps in proportion to the length of a chain, and to the combinations of a clique", () => {
    const stepsOf = (among: Ties, variables: number) => planOf(new Array(variables).fill(4), among).steps;
    expect(stepsOf(ties.chain(21), 21) - stepsOf(ties.chain(20), 20)).toBe(2 * 4 ** 2);
    expect(stepsOf(ties.star(40), 40)).toBeLessThan(40 * 2 * 4 ** 2);
    expect(stepsOf(ties.ring(40), 40)).toBeLessThan(40 * 3 * 4 ** 3);
    expect(stepsOf(ties.clique(8), 8)).toBeGreaterThan(4 ** 8);
  });
});

const ISSUES = 6;
const OPTIONS = 4;

/** A party with linkages of every kind and limits that others lift, in small whole numbers and so with many ties. */
const tied: fc.Arbitrary<Preference> = fc
  .record({
    seed: fc.nat(100_000),
    links: fc.integer({ min: 0, max: 7 }),
    limits: fc.integer({ min: 0, max: 5 }),
    tied: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ seed, links, limits, tied: among }) => {
    const scenario = contested(1, ISSUES, OPTIONS);
    const drawn = (count: number, k: number) => ties.drawn(ISSUES, count, among, seed + k);
    scenario.linkages = [
      ...linkagesOf(drawn(links, 1), OPTIONS, seed, "total"),
      ...linkagesOf(drawn(links, 2), OPTIONS, seed, "add"),
      ...linkagesOf(drawn(links, 3), OPTIONS, seed, "factor"),
    ].map(({ factor, add, ...rest }, k) => ({
      ...rest,
      ...(factor !== undefined && { factor: k % 3 === 0 ? 0 : Math.round(factor) }),
      ...(add !== undefined && { add: Math.round(add) }),
    }));
    const { preferences } = scenario.parties[0]!;
    for (const stake of Object.values(preferences.stakes)) {
      stake.weight = 1;
      stake.values = stake.values!.map((value) => Math.round(value) - 5);
    }
    preferences.limits = limitsOf(drawn(limits, 4), OPTIONS, seed).map(({ unless, ...limit }) =>
      unless!.length > 0 ? { ...limit, unless: unless! } : limit,
    );
    return compile(parsed(scenario)).preferences[0]!;
  });

const everything = combinations(new Array(ISSUES).fill(OPTIONS));

describe("branch and bound", () => {
  it("finds what a list of all outcomes finds, within the limits and without", () => {
    fc.assert(
      fc.property(tied, fc.boolean(), (preference, within) => {
        const limits = within ? preference.limits : [];
        const order = Array.from({ length: ISSUES }, () => [...new Array(OPTIONS).keys()]);
        const outcome = new Array<number>(ISSUES).fill(UNDECIDED);
        const found = branched(preference, limits, order, outcome, [...order.keys()], { left: 1e9 });
        const expected = firstOfBest(everything, (other) =>
          within && !acceptable(preference, other) ? Number.NEGATIVE_INFINITY : utility(preference, other),
        );
        expect(found ? outcome : undefined).toEqual(expected);
      }),
      { numRuns: sample(60, 1000), seed: SEED },
    );
  });

  it("gives up when its steps are spent, and names the issues that are tied together", () => {
    const { course, preferences } = compile(parsed(contested(1, 20, 8)));
    const links = ties.clique(20).map(([i, j]) => ({
      when: Int32Array.from([i!, (3 * i! + j!) % 7, 6, j!, 1, 1 + ((i! + j!) % 6)]),
      issue: -1,
      factor: 1,
      add: i! + j! / 10,
    }));
    const structure = structureOf(course.table.counts, links, []);
    const preference = preferenceFrom({ ...preferences[0]!, links, structure });
    const steps = { left: 10_000 };
    expect(() => bestOutcome(preference, undefined, steps)).toThrow(new TooDear([...new Array(20).keys()]));
    expect(steps.left).toBeGreaterThan(-10_000);
  });
});

describe("the best outcome", () => {
  it("of tied issues is worth what the best of all outcomes is worth", () => {
    fc.assert(
      fc.property(tied, (preference) => {
        const kept = everything.filter((outcome) => acceptable(preference, outcome));
        const outcomes = kept.length > 0 ? kept : everything;
        const most = Math.max(...outcomes.map((outcome) => utility(preference, outcome)));
        const best = bestOutcome(preference);
        expect(best.utility).toBeCloseTo(most, 8);
        expect(best.utility).toBe(utility(preference, best.outcome));
        if (kept.length > 0) expect(acceptable(preference, best.outcome)).toBe(true);
      }),
      { numRuns: sample(60, 1000), seed: SEED },
    );
  });

  it("takes no more steps than its structure says, whatever cards make of the numbers", () => {
    const numbers = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(tied, numbers, fc.integer({ min: -3, max: 3 }), (written, values, shift) => {
        const most = groupsAtMost(written).reduce((sum, { steps }) => sum + steps, 0);
        const within = (option: number) => Math.min(OPTIONS - 1, Math.max(0, option));
        const limits = written.limits.map((limit) => ({
          ...limit,
          min: within(limit.min + Math.min(0, shift)),
          max: within(limit.max + Math.max(0, shift)),
        }));
        const preference = preferenceFrom({ ...written, values: Float64Array.from(values), limits });
        const steps = { left: SEARCH_STEPS };
        bestOutcome(preference, undefined, steps);
        // Once within the limits, and once more without where no outcome keeps them.
        expect(SEARCH_STEPS - steps.left).toBeLessThanOrEqual(2 * most);
      }),
      { numRuns: sample(100, 1000), seed: SEED },
    );
  });
});
