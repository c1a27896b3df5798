/**
 * The best outcome and its tie rule, against a list of all outcomes in the order of that rule. Small whole numbers make
 * ties frequent; issues are tied by linkages with several conditions and by limits with `unless`.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meets } from "../../../src/exact.ts";
import { compile } from "../../../src/protocol/course.ts";
import { type Among, bestOutcome, worstUtility } from "../../../src/scenario/best/best.ts";
import type { Outcome } from "../../../src/scenario/outcome.ts";
import { acceptable, type Preference, utility } from "../../../src/scenario/preference.ts";
import { SEED } from "../../fixtures/games.ts";
import { parsed, wants, written } from "../../fixtures/scenarios.ts";

const ISSUES = 5;
const OPTIONS = 3;
const RATIONALE = { rationale: "Invented." } as const;

const range = fc
  .tuple(fc.nat(ISSUES - 1), fc.nat(OPTIONS - 1), fc.nat(OPTIONS - 1))
  .map(([i, a, b]) => ({ issue: `i${i}`, min: `o${Math.min(a, b)}`, max: `o${Math.max(a, b)}` }));
const ranges = fc.array(range, { minLength: 1, maxLength: 3 });
const worth = fc.integer({ min: -2, max: 3 });
const target = fc.nat(ISSUES - 1).map((i) => `i${i}`);
const effect = fc.oneof(
  fc.record({ issue: target, factor: fc.constantFrom(0, 0.5, 2) }),
  fc.record({ issue: target, add: worth }),
  fc.record({ add: worth }),
);

const preferences: fc.Arbitrary<Preference> = fc
  .record({
    values: fc.array(fc.array(worth, { minLength: OPTIONS, maxLength: OPTIONS }), {
      minLength: ISSUES,
      maxLength: ISSUES,
    }),
    linkages: fc.array(fc.tuple(ranges, effect), { maxLength: 5 }),
    limits: fc.array(fc.tuple(range, fc.option(ranges, { nil: undefined })), { maxLength: 4 }),
  })
  .map(({ values, linkages, limits }) => {
    const scenario = written(1, ISSUES);
    const own = scenario.parties[0]!.preferences;
    own.stakes = Object.fromEntries(
      values.map((list, i) => [
        `i${i}`,
        { weight: 1, values: list, basis: "assumption" as const, ...RATIONALE },
      ]),
    );
    own.limits = limits.map(([limit, unless]) => ({ ...limit, ...(unless !== undefined && { unless }) }));
    scenario.linkages = linkages.map(([when, change]) => ({
      when,
      parties: ["all"],
      ...change,
      ...RATIONALE,
    }));
    return compile(parsed(scenario)).preferences[0]!;
  });

const among: fc.Arbitrary<Among | undefined> = fc.option(
  fc.record({
    base: fc.array(fc.nat(OPTIONS - 1), { minLength: ISSUES, maxLength: ISSUES }),
    open: fc.subarray(Array.from({ length: ISSUES }, (_, i) => i)),
  }),
  { nil: undefined },
);

/** All outcomes, those that win ties first: at each issue the option worth most under favourable linkages, then as listed. */
function listed({ table, worth: worths, linksOf }: Preference, within?: Among): Outcome[] {
  return Array.from(table.counts).reduce<number[][]>(
    (outcomes, count, i) => {
      const most = (option: number) =>
        linksOf[i]!.reduce(
          (sum, link) => sum + Math.max(0, link.add),
          linksOf[i]!.reduce(
            (term, link) => Math.max(term, term * link.factor),
            worths[table.offsets[i]! + option]!,
          ),
        );
      const options =
        within === undefined || within.open.includes(i)
          ? Array.from({ length: count }, (_, option) => option)
          : [within.base[i]!];
      options.sort((a, b) => most(b) - most(a) || a - b);
      return outcomes.flatMap((outcome) => options.map((option) => [...outcome, option]));
    },
    [[]],
  );
}

describe("the best outcome", () => {
  it("is the first of the best when all are listed, within the limits if any keeps them (500 preferences)", () => {
    fc.assert(
      fc.property(preferences, among, (preference, within) => {
        const all = listed(preference, within);
        const kept = all.filter((outcome) => acceptable(preference, outcome));
        const outcomes = kept.length > 0 ? kept : all;
        const most = Math.max(...outcomes.map((outcome) => utility(preference, outcome)));
        const outcome = outcomes.find((other) => meets(utility(preference, other), most))!;
        expect(bestOutcome(preference, within)).toEqual({ outcome, utility: utility(preference, outcome) });
      }),
      { numRuns: 500, seed: SEED },
    );
  });

  it("negated is the worst", () => {
    fc.assert(
      fc.property(preferences, (preference) => {
        const least = Math.min(...listed(preference).map((outcome) => utility(preference, outcome)));
        expect(worstUtility(preference)).toBeCloseTo(least, 9);
      }),
      { numRuns: 200, seed: SEED },
    );
  });

  it("is found at once in a table of pairs that linkages tie, however many there are", () => {
    const scenario = written(1, 60, 5);
    scenario.parties[0]!.preferences.stakes = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [`i${i}`, wants("o4", 10)]),
    );
    scenario.linkages = Array.from({ length: 30 }, (_, pair) => ({
      when: [
        { issue: `i${2 * pair}`, min: "o2" },
        { issue: `i${2 * pair + 1}`, min: "o2" },
      ],
      parties: ["all"],
      add: -100,
      ...RATIONALE,
    }));
    const best = bestOutcome(compile(parsed(scenario)).preferences[0]!);
    expect(best.outcome).toEqual(Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? 4 : 1)));
  });
});
