/** Whether anything can be agreed: the search against every outcome of small spaces, and its budget. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { agreeable, couldSign, type Question } from "../../../src/analysis/signing.ts";
import { compile } from "../../../src/protocol/course.ts";
import type { Outcome } from "../../../src/scenario/outcome.ts";
import { SEED } from "../../fixtures/games.ts";
import { parsed, type Written, wants, written } from "../../fixtures/scenarios.ts";

const OPTIONS = 3;
const ISSUES = 3;

/** Every outcome in which only open issues differ from the base. */
function* outcomes(base: Outcome, open: readonly number[], issue = 0): Generator<Outcome> {
  if (issue === base.length) {
    yield base;
    return;
  }
  for (let option = 0; option < OPTIONS; option++) {
    if (!open.includes(issue) && option !== base[issue]) continue;
    yield* outcomes(base.with(issue, option), open, issue + 1);
  }
}

const option = fc.integer({ min: 0, max: OPTIONS - 1 }).map((o) => `o${o}`);
const issue = fc.integer({ min: 0, max: ISSUES - 1 }).map((i) => `i${i}`);
const preferences = fc.record({
  values: fc.array(fc.array(fc.integer({ min: -5, max: 20 }), { minLength: OPTIONS, maxLength: OPTIONS }), {
    minLength: ISSUES,
    maxLength: ISSUES,
  }),
  reservationValue: fc.integer({ min: 0, max: 45 }),
  limits: fc.array(
    fc.record({
      issue,
      max: option,
      unless: fc.option(fc.record({ issue, is: option }), { nil: undefined }),
    }),
    { maxLength: 2 },
  ),
  mayReserve: fc.boolean(),
});
const linkage = fc.record({
  when: fc.record({ issue, is: option }),
  issue: fc.option(issue, { nil: undefined }),
  add: fc.integer({ min: -10, max: 10 }),
  factor: fc.constantFrom(undefined, 0, 0.5, 2),
});

const question = fc
  .record({
    parties: fc.array(preferences, { minLength: 1, maxLength: 4 }),
    linkages: fc.array(linkage, { maxLength: 3 }),
    open: fc.uniqueArray(fc.integer({ min: 0, max: ISSUES - 1 }), { minLength: 1 }),
    needed: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ parties, linkages, open, needed }): Question => {
    const scenario: Written = written(parties.length, ISSUES, OPTIONS);
    scenario.parties.forEach((party, p) => {
      const { values, limits } = parties[p]!;
      party.preferences.stakes = Object.fromEntries(
        values.map((own, i) => [`i${i}`, { ...wants("o0", 1), ideal: undefined, values: own }]),
      );
      party.preferences.limits = limits.map(({ unless, ...limit }) => ({
        ...limit,
        ...(unless && { unless: [unless] }),
      }));
    });
    scenario.linkages = linkages.map(({ when, issue: term, add, factor }) => ({
      when: [when],
      parties: ["all"],
      rationale: "Drawn.",
      ...(term !== undefined && { issue: term }),
      ...(term !== undefined && factor !== undefined ? { factor } : { add }),
    }));
    const positions = compile(parsed(scenario));
    return {
      signatories: positions.preferences.map((preference, p) => ({
        preference,
        reservationValue: parties[p]!.reservationValue,
        mayReserve: parties[p]!.mayReserve,
      })),
      carries: (signs) => signs.filter(Boolean).length >= Math.min(needed, parties.length),
      open: open.toSorted(),
      base: [0, 1, 2],
      statusQuo: positions.course.statusQuo,
    };
  });

it("finds an outcome that can be agreed exactly when there is one", () => {
  const seen = { some: 0, none: 0 };
  fc.assert(
    fc.property(question, (asked) => {
      const agreed = (outcome: Outcome) =>
        asked.carries(asked.signatories.map((one) => couldSign(one, outcome, asked.statusQuo)));
      const any = [...outcomes(asked.base, asked.open)].some(agreed);
      const found = agreeable(asked, 100_000);
      seen[any ? "some" : "none"]++;
      if (any) expect(agreed(found as Outcome)).toBe(true);
      else expect(found).toBe("none");
    }),
    { numRuns: 1500, seed: SEED },
  );
  expect(Math.min(seen.some, seen.none)).toBeGreaterThan(200);
});

it("says that it does not know when its budget is spent", () => {
  const scenario = written(2, 8);
  scenario.phases[0]!.decision = { mustAgree: ["all"] };
  const { preferences: own, course } = compile(parsed(scenario));
  const asked: Question = {
    // Half a point more than there is; that opting out gains nothing is seen only where the search ends.
    signatories: own.map((preference) => ({ preference, reservationValue: 80.5, mayReserve: true })),
    carries: (signs) => signs.every(Boolean),
    open: [0, 1, 2, 3, 4, 5, 6, 7],
    base: course.statusQuo,
    statusQuo: course.statusQuo.map(() => 2),
  };
  expect(agreeable(asked, 200)).toBeUndefined();
  expect(agreeable(asked, 10_000_000)).toBe("none");
});
