/** A decision rule is told one sentence a condition, and says what the engine counts. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Choice, decided, type Rule, ruleOf } from "../../../src/protocol/decision.ts";
import type { Scenario } from "../../../src/scenario/schema.ts";
import { describeBallot, describeRule } from "../../../src/view/rule.ts";
import { SEED } from "../../fixtures/games.ts";
import { firstDrafting, parsed, type WrittenPhase, written } from "../../fixtures/scenarios.ts";

function ruleFor(count: number, rule: WrittenPhase["decision"]): { scenario: Scenario; rule: Rule } {
  const source = written(count, 1);
  source.phases[0]!.decision = rule;
  const scenario = parsed(source);
  return { scenario, rule: ruleOf(scenario, firstDrafting(scenario).decision) };
}

function sentencesOf(count: number, written: WrittenPhase["decision"]): readonly string[] {
  const { scenario, rule } = ruleFor(count, written);
  return describeRule(scenario, [...Array(count).keys()], rule);
}

const population = { p0: 50, p1: 30, p2: 20 };

describe("a rule in words", () => {
  it.each<[string, WrittenPhase["decision"], readonly string[]]>([
    ["nothing", {}, ["Whatever the votes are, it is carried."]],
    ["one that must agree", { mustAgree: ["p1"] }, ["P1 votes for it."]],
    ["several", { mustAgree: ["p0", "p1"] }, ["P0 and p1 all vote for it."]],
    [
      "a majority",
      { minFor: { share: "1/2" } },
      ["Of the delegations that vote for or against it, more than half are for it."],
    ],
    [
      "half",
      { minFor: { share: 0.5, exactly: "carries" } },
      ["Of the delegations that vote for or against it, at least half are for it."],
    ],
    ["a number", { minFor: { count: 2 } }, ["At least 2 of the 3 delegations vote for it."]],
    [
      "a share of all",
      { minFor: { share: 0.555, base: "all" } },
      ["At least 55.5 % of all 3 delegations vote for it."],
    ],
    [
      "votes, where some have more than one",
      { minFor: { share: "2/3" }, maxAgainst: { count: 10 }, weights: population },
      [
        "Of the votes cast for or against it, at least two thirds are for it.",
        "At most 10 of all 100 votes are against it.",
      ],
    ],
    [
      "a double majority",
      {
        minFor: [
          { counts: "parties", share: 0.55, base: "all" },
          { counts: "votes", share: 0.65, base: "all" },
        ],
        weights: population,
      },
      ["At least 55 % of all 3 delegations vote for it.", "At least 65 % of all 100 votes are for it."],
    ],
    [
      "a blocking minority of states beside a share of the population",
      {
        maxAgainst: { counts: "parties", count: 1, beside: { share: 0.35, base: "all" } },
        weights: population,
      },
      ["At most 1 of the 3 delegations vote against it, or at most 35 % of all 100 votes are against it."],
    ],
    ["consensus", { maxAgainst: { count: 0 } }, ["None of the 3 delegations votes against it."]],
    [
      "a bound on the others",
      { mustAgree: ["p0"], maxAgainst: { share: "1/2", of: "others" } },
      [
        "P0 votes for it.",
        "Of the others that vote for or against it, at most half are against it; of all 2, at most 1.",
      ],
    ],
  ])("tells %s", (_name, rule, sentences) => {
    expect(sentencesOf(3, rule)).toEqual(sentences);
  });
});

describe("a ballot in words", () => {
  const { scenario, rule } = ruleFor(3, {
    mustAgree: ["p0"],
    minFor: { share: "2/3" },
    maxAgainst: { counts: "parties", count: 0 },
    weights: population,
  });

  it("tells of each condition what was reached, and whose agreement is missing", () => {
    expect(describeBallot(scenario, rule, ["abstain", "for", "against"])).toEqual([
      { sentence: "Not for it, though their agreement is required: p0.", holds: false },
      {
        sentence: "Of the votes cast for or against it, at least two thirds are for it: here it was 60 %.",
        holds: false,
      },
      { sentence: "None of the 3 delegations votes against it: here it was 1.", holds: false },
    ]);
  });

  it("is carried exactly when every sentence of it holds", () => {
    const choice = fc.constantFrom<Choice>("for", "against", "abstain");
    fc.assert(
      fc.property(fc.tuple(choice, choice, choice), (ballot) => {
        const told = describeBallot(scenario, rule, ballot);
        expect(told.every(({ holds }) => holds)).toBe(decided(rule, ballot));
      }),
      { numRuns: 200, seed: SEED },
    );
  });
});
