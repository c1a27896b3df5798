/**
 * Utility as DESIGN §3 says it: Σ weight·value, each term multiplied by the factors and then raised by the adds of the
 * linkages whose conditions hold. The oracle below is written from that text on ids; the tables must agree with it.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meets, TOLERANCE } from "../../../src/exact.ts";
import { compile } from "../../../src/protocol/course.ts";
import { bestOutcome, worstUtility } from "../../../src/scenario/best/best.ts";
import { type Outcome, outcomeById, outcomeOf, stepsBetween } from "../../../src/scenario/outcome.ts";
import {
  acceptable,
  brokenLimits,
  brokenShift,
  countBroken,
  reservationOf,
  utility,
  utilityShift,
  withReservation,
} from "../../../src/scenario/preference.ts";
import type { Condition, Scenario } from "../../../src/scenario/schema.ts";
import { SEED } from "../../fixtures/games.ts";
import { clause, level, parsed, type Written, wants, written } from "../../fixtures/scenarios.ts";
import { sample } from "../../long.ts";

type WrittenLimit = NonNullable<Written["parties"][number]["preferences"]["limits"]>[number];
type WrittenLinkage = NonNullable<Written["linkages"]>[number];

const RATIONALE = { rationale: "Invented." } as const;

// ── The oracle: ids, lists and loops, nothing compiled ──

function holdsIn(scenario: Scenario, outcome: Outcome, conditions: readonly Condition[]): boolean {
  return conditions.every((condition) => {
    const index = scenario.issues.findIndex((issue) => issue.id === condition.issue);
    const ids = scenario.issues[index]!.options.map((option) => option.id);
    const at = outcome[index]!;
    if (condition.is !== undefined) return ids[at] === condition.is;
    const from = condition.min === undefined ? 0 : ids.indexOf(condition.min);
    const to = condition.max === undefined ? ids.length - 1 : ids.indexOf(condition.max);
    return from <= at && at <= to;
  });
}

function utilityOracle(scenario: Scenario, party: number, outcome: Outcome): number {
  const { id, preferences } = scenario.parties[party]!;
  const linkages = scenario.linkages.filter(
    ({ parties, when }) =>
      parties.some((ref) => ref === "all" || ref === id) && holdsIn(scenario, outcome, when),
  );
  let total = 0;
  scenario.issues.forEach((issue, i) => {
    const stake = preferences.stakes[issue.id];
    let term = 0;
    if (stake?.values !== undefined) term = stake.weight * stake.values[outcome[i]!]!;
    else if (stake !== undefined) {
      const steps = Math.abs(outcome[i]! - issue.options.findIndex((option) => option.id === stake.ideal));
      term = stake.weight * (1 - steps / (issue.options.length - 1));
    }
    const own = linkages.filter((linkage) => linkage.issue === issue.id);
    for (const { factor } of own) term *= factor ?? 1;
    for (const { add } of own) term += add ?? 0;
    total += term;
  });
  for (const { issue, add } of linkages) if (issue === undefined) total += add!;
  return total;
}

function brokenOracle(scenario: Scenario, party: number, outcome: Outcome): number {
  return scenario.parties[party]!.preferences.limits.filter(({ issue, min, max, unless }) => {
    const range = [{ issue, ...(min !== undefined && { min }), ...(max !== undefined && { max }) }];
    return (
      !holdsIn(scenario, outcome, range) && !(unless !== undefined && holdsIn(scenario, outcome, unless))
    );
  }).length;
}

function* outcomesOf(scenario: Scenario): Generator<number[]> {
  function* from(issue: number): Generator<number[]> {
    if (issue === scenario.issues.length) yield [];
    else
      for (const rest of from(issue + 1))
        for (let o = 0; o < scenario.issues[issue]!.options.length; o++) yield [o, ...rest];
  }
  yield* from(0);
}

// ── Random small scenarios: up to 4 issues of 2–4 options, linkages and limits of every form ──

const COUNTS = fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 1, maxLength: 4 });

function conditionFor(counts: readonly number[]): fc.Arbitrary<Condition> {
  return fc.nat(counts.length - 1).chain((i) => {
    const option = fc.nat(counts[i]! - 1);
    return fc.tuple(option, option, fc.constantFrom("is", "min", "max", "both")).map(([a, b, form]) => {
      const [low, high] = [`o${Math.min(a, b)}`, `o${Math.max(a, b)}`];
      const issue = `i${i}`;
      if (form === "is") return { issue, is: low };
      if (form === "min") return { issue, min: low };
      return form === "max" ? { issue, max: high } : { issue, min: low, max: high };
    });
  });
}

function linkageFor(counts: readonly number[]): fc.Arbitrary<WrittenLinkage> {
  const when = fc.array(conditionFor(counts), { minLength: 1, maxLength: 2 });
  const effect = fc.oneof(
    fc.record({
      issue: fc.nat(counts.length - 1).map((i) => `i${i}`),
      factor: fc.constantFrom(0, 0.5, 1.25, 2),
    }),
    fc.record({
      issue: fc.nat(counts.length - 1).map((i) => `i${i}`),
      add: fc.integer({ min: -20, max: 20 }),
    }),
    fc.record({ add: fc.integer({ min: -20, max: 20 }) }),
  );
  const parties = fc.constantFrom("all", "p0", "p1").map((party) => [party]);
  return fc.record({ when, effect, parties }).map(({ effect: change, ...rest }) => {
    return { ...rest, ...change, ...RATIONALE };
  });
}

function limitFor(counts: readonly number[]): fc.Arbitrary<WrittenLimit> {
  const unless = fc.option(fc.array(conditionFor(counts), { minLength: 1, maxLength: 2 }), {
    nil: undefined,
  });
  return fc
    .record({ range: conditionFor(counts), unless })
    .map(({ range: { issue, is, min, max }, unless: u }) => ({
      issue,
      ...((min ?? is) !== undefined && { min: (min ?? is)! }),
      ...((max ?? is) !== undefined && { max: (max ?? is)! }),
      ...(u !== undefined && { unless: u }),
    }));
}

const scenarios: fc.Arbitrary<Scenario> = COUNTS.chain((counts) =>
  fc
    .record({
      values: fc.tuple(
        ...counts.map((count) =>
          fc.option(fc.array(fc.integer({ min: -5, max: 10 }), { minLength: count, maxLength: count }), {
            nil: undefined,
          }),
        ),
      ),
      ideals: fc.tuple(...counts.map((count) => fc.option(fc.nat(count - 1), { nil: undefined }))),
      linkages: fc.array(linkageFor(counts), { maxLength: 4 }),
      limits: fc.array(limitFor(counts), { maxLength: 4 }),
    })
    .map(({ values, ideals, linkages, limits }) => {
      const scenario = written(2, 1);
      scenario.issues = counts.map((count, i) => level(`i${i}`, count));
      for (const party of scenario.parties) {
        party.preferences.stakes = Object.fromEntries(
          counts.flatMap((_, i) => {
            const own = values[i];
            const ideal = ideals[i];
            const basis = "assumption" as const;
            if (own !== undefined) return [[`i${i}`, { weight: 3, values: own, basis, ...RATIONALE }]];
            return ideal === undefined ? [] : [[`i${i}`, wants(`o${ideal}`, 7)]];
          }),
        );
        party.preferences.limits = limits;
      }
      scenario.linkages = linkages;
      return parsed(scenario);
    }),
);

const SCENARIOS = sample(60, 5000);
const runs = { numRuns: SCENARIOS, seed: SEED };

describe(`the compiled tables agree with the plain definition (${SCENARIOS} scenarios, every outcome)`, () => {
  it("utility and limits", () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const { preferences } = compile(scenario);
        for (const outcome of outcomesOf(scenario)) {
          preferences.forEach((preference, party) => {
            expect(utility(preference, outcome)).toBeCloseTo(utilityOracle(scenario, party, outcome), 9);
            const broken = brokenOracle(scenario, party, outcome);
            expect(countBroken(preference, outcome)).toBe(broken);
            expect(brokenLimits(preference, outcome)).toHaveLength(broken);
            expect(acceptable(preference, outcome)).toBe(broken === 0);
          });
        }
      }),
      runs,
    );
  });

  it("the change that one issue makes", () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const [preference] = compile(scenario).preferences;
        for (const before of outcomesOf(scenario)) {
          for (const [issue, { options }] of scenario.issues.entries()) {
            const after = before.with(issue, (before[issue]! + 1) % options.length);
            const shift = utilityOracle(scenario, 0, after) - utilityOracle(scenario, 0, before);
            expect(utilityShift(preference!, before, after, issue)).toBeCloseTo(shift, 9);
            const broken = brokenOracle(scenario, 0, after) - brokenOracle(scenario, 0, before);
            expect(brokenShift(preference!, before, after, issue)).toBe(broken);
          }
        }
      }),
      runs,
    );
  });

  it("the best outcome within the limits, or the best of all where no outcome keeps them, and the worst", () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        compile(scenario).preferences.forEach((preference, party) => {
          const all = [...outcomesOf(scenario)];
          const kept = all.filter((outcome) => brokenOracle(scenario, party, outcome) === 0);
          const most = (outcomes: readonly Outcome[]) =>
            Math.max(...outcomes.map((outcome) => utilityOracle(scenario, party, outcome)));
          const best = bestOutcome(preference);
          expect(best.utility).toBeCloseTo(most(kept.length > 0 ? kept : all), 9);
          expect(utility(preference, best.outcome)).toBe(best.utility);
          expect(acceptable(preference, best.outcome)).toBe(kept.length > 0);
          const least = Math.min(...all.map((outcome) => utilityOracle(scenario, party, outcome)));
          expect(worstUtility(preference)).toBeCloseTo(least, 9);
        });
      }),
      runs,
    );
  });
});

/** The first party's preference and the outcome with these options. */
function first(scenario: Written) {
  const compiled = compile(parsed(scenario));
  return { preference: compiled.preferences[0]!, scenario: compiled.scenario };
}

describe("utility", () => {
  it("is in the party's own points: weights are used as written and never normalised", () => {
    const scenario = written(1, 2);
    scenario.parties[0]!.preferences.stakes = { i0: wants("o2", 60), i1: wants("o0", 90) };
    const { preference } = first(scenario);
    expect(utility(preference, [2, 0])).toBe(150);
    expect(utility(preference, [0, 2])).toBe(0);
  });

  it("falls evenly from the ideal by one part of the full scale a step, on both sides", () => {
    const scenario = written(1, 1, 5);
    scenario.parties[0]!.preferences.stakes = { i0: wants("o3", 100) };
    const { preference } = first(scenario);
    expect([0, 1, 2, 3, 4].map((option) => utility(preference, [option]))).toEqual([25, 50, 75, 100, 75]);
  });

  it("of an issue without a stake is nothing", () => {
    const scenario = written(1, 1);
    scenario.parties[0]!.preferences.stakes = {};
    expect(utility(first(scenario).preference, [2])).toBe(0);
  });

  it("multiplies a term by every factor before anything is added to it", () => {
    const scenario = written(1, 1);
    const when = [{ issue: "i0", is: "o2" }];
    scenario.linkages = [
      { when, parties: ["all"], issue: "i0", add: 5, ...RATIONALE },
      { when, parties: ["all"], issue: "i0", factor: 3, ...RATIONALE },
      { when, parties: ["all"], issue: "i0", factor: 2, ...RATIONALE },
    ];
    expect(utility(first(scenario).preference, [2])).toBe(10 * 3 * 2 + 5);
  });

  it("an add without an issue goes to the total, once", () => {
    const scenario = written(1, 2);
    scenario.linkages = [
      {
        when: [
          { issue: "i0", min: "o1" },
          { issue: "i1", min: "o1" },
        ],
        parties: ["p0"],
        add: 100,
        ...RATIONALE,
      },
    ];
    const { preference } = first(scenario);
    expect(utility(preference, [2, 2])).toBe(120);
    expect(utility(preference, [2, 0])).toBe(10);
    expect(utilityShift(preference, [2, 0], [2, 1], 1)).toBe(105);
  });

  it("a linkage concerns only the parties it names", () => {
    const scenario = written(2, 1);
    scenario.linkages = [{ when: [{ issue: "i0", is: "o2" }], parties: ["p1"], add: 7, ...RATIONALE }];
    const { preferences } = compile(parsed(scenario));
    expect(preferences.map((preference) => utility(preference, [2]))).toEqual([10, 17]);
  });
});

describe("limits", () => {
  const limited = (limit: WrittenLimit) => {
    const scenario = written(1, 1, 4);
    scenario.issues.push(clause("c"));
    scenario.parties[0]!.preferences.limits = [limit];
    return first(scenario).preference;
  };
  const kept = (limit: WrittenLimit, clauseOption = 0) =>
    [0, 1, 2, 3].filter((option) => acceptable(limited(limit), [option, clauseOption]));

  it("bound an issue from below, from above or on both sides, ends included", () => {
    expect(kept({ issue: "i0", min: "o1" })).toEqual([1, 2, 3]);
    expect(kept({ issue: "i0", max: "o1" })).toEqual([0, 1]);
    expect(kept({ issue: "i0", min: "o1", max: "o2" })).toEqual([1, 2]);
  });

  it("do not bind when all conditions of unless hold, and bind when one does not", () => {
    const limit = { issue: "i0", max: "o0", unless: [{ issue: "c", is: "in" }] };
    expect(kept(limit, 0)).toEqual([0]);
    expect(kept(limit, 1)).toEqual([0, 1, 2, 3]);
    const both = { ...limit, unless: [...limit.unless, { issue: "i0", max: "o2" }] };
    expect(kept(both, 1)).toEqual([0, 1, 2]);
  });

  it("of an issue shift with the clause that lifts them", () => {
    const preference = limited({ issue: "i0", max: "o0", unless: [{ issue: "c", is: "in" }] });
    expect(brokenShift(preference, [3, 0], [3, 1], 1)).toBe(-1);
    expect(brokenShift(preference, [0, 0], [3, 0], 0)).toBe(1);
  });

  it("that contradict each other leave the best outcome of all, at once, however many issues there are", () => {
    const scenario = written(1, 40, 5);
    scenario.parties[0]!.preferences.limits = [
      { issue: "i39", max: "o0" },
      { issue: "i39", min: "o1" },
    ];
    expect(bestOutcome(first(scenario).preference).utility).toBe(400);
  });

  it("of many issues do not slow the search for the best outcome down", () => {
    const scenario = written(1, 40, 5);
    scenario.parties[0]!.preferences.limits = Array.from({ length: 40 }, (_, i) => ({
      issue: `i${i}`,
      max: i % 2 === 0 ? "o1" : "o4",
    }));
    const best = bestOutcome(first(scenario).preference);
    expect(best.outcome).toEqual(Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 1 : 4)));
  });
});

describe("comparisons and reservations", () => {
  it("a utility meets a threshold that lies at most the tolerance above it", () => {
    expect(meets(1, 1)).toBe(true);
    expect(meets(1, 1 + TOLERANCE / 2)).toBe(true);
    expect(meets(1, 1 + TOLERANCE * 2)).toBe(false);
    expect(meets(0.1 + 0.2, 0.3)).toBe(true);
    expect(meets(0.3, 0.1 + 0.2)).toBe(true);
  });

  it("the reservation value is the number written, or the utility of the disagreement outcome", () => {
    const scenario = written(2, 1);
    scenario.parties[0]!.preferences.reservationValue = 3;
    scenario.parties[1]!.preferences.reservationValue = "disagreement";
    const { preferences } = compile(parsed(scenario));
    expect(preferences.map((preference) => reservationOf(preference, [1]))).toEqual([3, 5]);
    expect(preferences.map((preference) => reservationOf(preference, [2]))).toEqual([3, 10]);
  });

  it("a party that opts out of an issue stays there at the status quo, and the text does not change", () => {
    const text = [2, 2];
    expect(withReservation(text, 1, [0, 0])).toEqual([2, 0]);
    expect(text).toEqual([2, 2]);
  });
});

describe("outcomes", () => {
  it("are written with every issue, and an issue left out is read at its status quo", () => {
    const scenario = written(1, 2);
    scenario.issues[1]!.statusQuo = "o1";
    const { scenario: read } = first(scenario);
    expect(outcomeOf(read, { i0: "o2" })).toEqual([2, 1]);
    expect(outcomeById(read, [2, 1])).toEqual({ i0: "o2", i1: "o1" });
  });

  it("differ in steps of their levels; clauses are not counted", () => {
    const scenario = written(1, 2);
    scenario.issues.push(clause("c"));
    expect(stepsBetween(first(scenario).scenario, [0, 2, 0], [2, 1, 1])).toBe(3);
  });
});
