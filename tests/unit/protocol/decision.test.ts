/** Decision rules of DESIGN §4: one function decides them all. Ballots are written as one letter a party: + − 0. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Choice,
  decided,
  objectionsAllowed,
  type Rule,
  ruleOf,
  tallyOf,
} from "../../../src/protocol/decision.ts";
import { SEED } from "../../fixtures/games.ts";
import { firstDrafting, parsed, type WrittenPhase, written } from "../../fixtures/scenarios.ts";

function ruleFor(parties: number, rule: WrittenPhase["decision"]): Rule {
  const scenario = written(parties, 1);
  scenario.phases[0]!.decision = rule;
  const read = parsed(scenario);
  return ruleOf(read, firstDrafting(read).decision);
}

const CHOICE_OF: Readonly<Record<string, Choice | undefined>> = {
  "+": "for",
  "-": "against",
  "0": "abstain",
  " ": undefined,
};
const ballot = (letters: string) => [...letters].map((letter) => CHOICE_OF[letter]);
const carries = (rule: Rule, letters: string) => decided(rule, ballot(letters));

/** Every ballot of n parties. */
function ballotsOf(n: number): string[] {
  return n === 0 ? [""] : ballotsOf(n - 1).flatMap((rest) => [`${rest}+`, `${rest}-`, `${rest}0`]);
}

describe("unanimity", () => {
  const rule = ruleFor(3, { mustAgree: ["all"] });
  it("carries only when everybody is for it", () => {
    expect(ballotsOf(3).filter((letters) => carries(rule, letters))).toEqual(["+++"]);
  });
});

describe("consensus: nobody is against it", () => {
  const rule = ruleFor(3, { maxAgainst: { count: 0 } });
  it("carries with abstentions, even with nothing but abstentions", () => {
    expect(carries(rule, "+00")).toBe(true);
    expect(carries(rule, "000")).toBe(true);
  });
  it("fails with one objection", () => {
    expect(ballotsOf(3).filter((letters) => letters.includes("-") && carries(rule, letters))).toEqual([]);
  });
});

describe("simple majority", () => {
  const majority = ruleFor(4, { minFor: { share: "1/2" } });
  const half = ruleFor(4, { minFor: { share: "1/2", exactly: "carries" } });
  it("is more than half of the votes cast: exactly half fails, however it is written", () => {
    for (const share of ["1/2", "2/4", 0.5]) {
      const rule = ruleFor(4, { minFor: { share } });
      expect(carries(rule, "++--")).toBe(false);
      expect(carries(rule, "+-00")).toBe(false);
      expect(carries(rule, "++-0")).toBe(true);
      expect(carries(rule, "+000")).toBe(true);
    }
  });
  it("is half where the scenario says that exactly half carries", () => {
    expect(carries(half, "++--")).toBe(true);
    expect(carries(half, "+---")).toBe(false);
  });
  it("lets the scenario say of any share what exactly this does, for and against", () => {
    const two = (exactly: "carries" | "fails") => ruleFor(3, { minFor: { share: "2/3", exactly } });
    expect(carries(two("carries"), "++-")).toBe(true);
    expect(carries(two("fails"), "++-")).toBe(false);
    expect(carries(two("fails"), "+++")).toBe(true);
    const third = (exactly: "carries" | "fails") => ruleFor(3, { maxAgainst: { share: "1/3", exactly } });
    expect(carries(third("carries"), "++-")).toBe(true);
    expect(carries(third("fails"), "++-")).toBe(false);
  });
  it("was half in the first edition of the rules", () => {
    const scenario = written(2, 1);
    scenario.phases[0]!.decision = { minFor: { share: "1/2" } };
    const read = parsed(scenario);
    expect(decided(ruleOf(read, firstDrafting(read).decision, 1), ballot("+-"))).toBe(true);
    expect(decided(ruleOf(read, firstDrafting(read).decision, 2), ballot("+-"))).toBe(false);
  });
  it("counts abstentions neither for nor against", () => {
    expect(carries(half, "+-00")).toBe(true);
    expect(carries(half, "+000")).toBe(true);
    expect(carries(half, "+--0")).toBe(false);
  });
  it("fails when nobody votes for or against: a share of nothing is 0", () => {
    expect(carries(half, "0000")).toBe(false);
    expect(carries(majority, "0000")).toBe(false);
  });
  it("of all there are needs more than half of everybody, abstaining or not", () => {
    const all = ruleFor(4, { minFor: { share: "1/2", base: "all" } });
    expect(carries(all, "++-0")).toBe(false);
    expect(carries(all, "+++0")).toBe(true);
  });
});

describe("double majority: 55 % of the members with 65 % of the population", () => {
  const population = { p0: 50, p1: 30, p2: 10, p3: 6, p4: 4 };
  const states = { counts: "parties", share: 0.55, base: "all" } as const;
  const people = { counts: "votes", share: 0.65, base: "all" } as const;
  const heads = ruleFor(5, { minFor: states, weights: population });
  const weights = ruleFor(5, { minFor: people, weights: population });
  const double = ruleFor(5, { minFor: [states, people], weights: population });
  const qualified = (letters: string) => carries(double, letters);
  it("three of five with 90 % of the weight carry it", () => {
    expect(qualified("+++--")).toBe(true);
  });
  it("two of five are too few, whatever their weight", () => {
    expect(carries(weights, "++---")).toBe(true);
    expect(qualified("++---")).toBe(false);
  });
  it("four of five without the heaviest are too light", () => {
    expect(carries(heads, "-++++")).toBe(true);
    expect(qualified("-++++")).toBe(false);
  });
  it("is both majorities, in every ballot", () => {
    for (const letters of ballotsOf(5))
      expect(qualified(letters)).toBe(carries(heads, letters) && carries(weights, letters));
  });
  it("counts an abstention as not for", () => {
    expect(qualified("+0++0")).toBe(true);
    expect(qualified("+00+0")).toBe(false);
  });
  it("exactly 65 % is enough, in spite of rounding", () => {
    const rule = ruleFor(3, { minFor: { share: 0.65 }, weights: { p0: 0.65, p1: 0.3, p2: 0.05 } });
    expect(carries(rule, "+--")).toBe(true);
  });
});

describe("a blocking minority of states beside a share of the population", () => {
  const population = { p0: 40, p1: 30, p2: 10, p3: 10, p4: 10 };
  const share = { counts: "votes", share: 0.35, base: "all" } as const;
  const rule = ruleFor(5, {
    minFor: { counts: "parties", share: 0.55, base: "all" },
    maxAgainst: { counts: "parties", count: 1, beside: share },
    weights: population,
  });
  it("one state alone does not block, however large it is", () => {
    expect(carries(rule, "-++++")).toBe(true);
  });
  it("two states block when they have more than 35 % of the population", () => {
    expect(carries(rule, "-+-++")).toBe(false);
    expect(carries(rule, "+++--")).toBe(true);
  });
  it("blocks by either alone where the two bounds are listed", () => {
    const listed = ruleFor(5, {
      maxAgainst: [{ counts: "parties", count: 1 }, share],
      weights: population,
    });
    expect(carries(listed, "-++++")).toBe(false);
    expect(carries(listed, "+++--")).toBe(false);
    expect(carries(listed, "++++-")).toBe(true);
  });
  it("bears as many objections as the wider of the two does", () => {
    expect(objectionsAllowed(rule, 5)).toBe(1);
    expect(objectionsAllowed(ruleFor(5, { maxAgainst: [{ count: 3 }, { count: 2 }] }), 5)).toBe(2);
  });
});

describe("n − 1 with two vetoes (scorable games)", () => {
  const rule = ruleFor(6, { mustAgree: ["p0", "p1"], minFor: { count: 5 } });
  it("carries when five agree and both veto parties are among them", () => {
    expect(carries(rule, "++++++")).toBe(true);
    expect(carries(rule, "+++++-")).toBe(true);
    expect(carries(rule, "++0+++")).toBe(true);
  });
  it("fails when a veto party is the one that does not agree", () => {
    expect(carries(rule, "-+++++")).toBe(false);
    expect(carries(rule, "+0++++")).toBe(false);
  });
  it("fails when two do not agree", () => {
    expect(carries(rule, "++++--")).toBe(false);
    expect(carries(rule, "++++00")).toBe(false);
  });
});

describe("the core five agree, and at most a third of the others objects", () => {
  const rule = ruleFor(11, {
    mustAgree: ["p0", "p1", "p2", "p3", "p4"],
    maxAgainst: { share: "1/3", of: "others" },
  });
  it("carries with two of six others against, not with three", () => {
    expect(carries(rule, "+++++++++--")).toBe(true);
    expect(carries(rule, "++++++++---")).toBe(false);
  });
  it("abstentions of the others make each objection count for more", () => {
    expect(carries(rule, "+++++++00--")).toBe(false);
    expect(carries(rule, "+++++++++0-")).toBe(true);
  });
  it("carries when all others abstain", () => {
    expect(carries(rule, "+++++000000")).toBe(true);
  });
  it("the core's votes do not dilute the objections of the others", () => {
    expect(tallyOf(rule, ballot("++++++++---"), { counts: "votes", others: true })).toEqual({
      for: 3,
      against: 3,
      abstain: 0,
    });
    expect(tallyOf(rule, ballot("++++++++---"))).toEqual({ for: 8, against: 3, abstain: 0 });
  });
  it("tells how many objections can be borne", () => {
    expect(objectionsAllowed(rule, 6)).toBe(2);
    expect(objectionsAllowed(rule, 5)).toBe(1);
    expect(objectionsAllowed(ruleFor(3, { maxAgainst: { count: 1 } }), 3)).toBe(1);
    expect(objectionsAllowed(ruleFor(3, {}), 3)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("every rule", () => {
  it("takes the abstention of a required party as no agreement", () => {
    expect(carries(ruleFor(2, { mustAgree: ["p0"] }), "0+")).toBe(false);
    expect(carries(ruleFor(2, { mustAgree: ["p0"] }), "+0")).toBe(true);
  });

  it("without any condition carries whatever the votes are", () => {
    expect(ballotsOf(2).every((letters) => carries(ruleFor(2, {}), letters))).toBe(true);
  });

  it("leaves out parties without a seat", () => {
    expect(carries(ruleFor(3, { minFor: { share: 1 } }), "+ +")).toBe(true);
    expect(carries(ruleFor(3, { minFor: { count: 3 } }), "+ +")).toBe(false);
  });

  it("resolves groups and blocs to their members, each once", () => {
    const scenario = written(4, 1);
    scenario.parties[1]!.groups = ["g"];
    scenario.parties[2]!.groups = ["g"];
    scenario.parties[3]!.bloc = "far away";
    scenario.phases[0]!.decision = { mustAgree: ["p2", "group:g", "bloc:far away"] };
    const read = parsed(scenario);
    expect(ruleOf(read, firstDrafting(read).decision).mustAgree).toEqual([2, 1, 3]);
  });
});

describe("monotonicity", () => {
  const five = parsed(written(5, 1));
  const of = fc.constantFrom("all" as const, "others" as const);
  const counts = fc.constantFrom("parties" as const, "votes" as const);
  const share = fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.constantFrom("1/2", "1/3", "2/3", "3/5"),
  );
  const base = fc.constantFrom("cast" as const, "all" as const);
  const exactly = fc.constantFrom("carries" as const, "fails" as const);
  const bound = fc.oneof(
    fc.record({ count: fc.nat(5), of, counts }),
    fc.record({ share, of, counts, base }),
    fc.record({ share, of, counts, base, exactly }),
  );
  const bounds = fc.oneof(bound, fc.array(bound, { minLength: 1, maxLength: 3 }));
  const beside = fc.tuple(bound, bound).map(([one, other]) => ({ ...one, beside: other }));
  const rules = fc
    .record(
      {
        mustAgree: fc.subarray(["p0", "p1", "p2", "p3", "p4"]),
        minFor: bounds,
        maxAgainst: fc.oneof(bounds, beside),
        weights: fc.record({ p0: fc.nat(9), p3: fc.nat(9) }),
      },
      { requiredKeys: ["mustAgree"] },
    )
    .map((rule) => ruleOf(five, rule));
  const choices = fc.array(fc.constantFrom("+", "-", "0"), { minLength: 5, maxLength: 5 });
  const change = (letters: readonly string[], party: number, letter: string) =>
    letters.with(party, letter).join("");

  it("a ballot that carries still carries when somebody changes to for", () => {
    fc.assert(
      fc.property(rules, choices, fc.nat(4), (rule, letters, party) => {
        fc.pre(carries(rule, letters.join("")));
        expect(carries(rule, change(letters, party, "+"))).toBe(true);
      }),
      { numRuns: 1000, seed: SEED },
    );
  });

  it("a ballot that fails still fails when somebody changes from for to against", () => {
    fc.assert(
      fc.property(rules, choices, fc.nat(4), (rule, letters, party) => {
        fc.pre(!carries(rule, letters.join("")) && letters[party] === "+");
        expect(carries(rule, change(letters, party, "-"))).toBe(false);
      }),
      { numRuns: 1000, seed: SEED },
    );
  });

  it("a ballot that carries with an objection carries with an abstention in its place", () => {
    fc.assert(
      fc.property(rules, choices, fc.nat(4), (rule, letters, party) => {
        fc.pre(carries(rule, letters.join("")) && letters[party] === "-");
        expect(carries(rule, change(letters, party, "0"))).toBe(true);
      }),
      { numRuns: 1000, seed: SEED },
    );
  });
});
