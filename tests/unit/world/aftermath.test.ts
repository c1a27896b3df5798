/** The aftermath model against its calibration table (known designs and their plausible order), and what it must say. */
import { describe, expect, test } from "vitest";
import {
  assumptionsOfDesign,
  DESIGNS,
  type Design,
  holdOf,
  LENSES,
  textOfDesign,
} from "../../../scripts/calibration.ts";
import { parseScenario } from "../../../src/agents/parse.ts";
import { issueIndex } from "../../../src/scenario/outcome.ts";
import type { Scenario } from "../../../src/scenario/schema.ts";
import { assumptionsOf, indicesOf } from "../../../src/world/aftermath.ts";
import { fanOf, heldProbability } from "../../../src/world/fan.ts";
import { paris, textOf } from "../../fixtures/scenarios.ts";

const scenario = paris();
const model = scenario.aftermath!;

const AS_ADOPTED = DESIGNS.find(({ name }) => name === "Paris text, most ratify")!;
const adopted = textOfDesign(scenario, AS_ADOPTED.digits, AS_ADOPTED.clauses);

const design = (name: string): Design => DESIGNS.find((one) => one.name === name)!;

/** The text with another option of one issue. */
function withLevel(text: readonly number[], id: string, level: number): number[] {
  return text.with(issueIndex(scenario, id), level);
}

function heldAt(text: readonly number[], ratified: number, lens: number): number {
  return heldProbability(scenario, text, { ...assumptionsOf(model, ratified), lens });
}

describe("the closed form reproduces the calibration table within 0.03", () => {
  test.each(DESIGNS.map((one) => [one.name, one] as const))("%s", (_, one) => {
    LENSES.forEach((lens, i) => {
      expect(Math.abs(holdOf(scenario, one, lens) - one.holds[i]!)).toBeLessThan(0.03);
    });
  });

  test("read as a threat, the highest levels no longer beat the middle package", () => {
    const middle = design("treaty, triggers, snapback, promise, relief");
    const highest = design("highest levels, all ratify");
    expect(holdOf(scenario, highest, 0)).toBeGreaterThan(holdOf(scenario, middle, 0));
    expect(holdOf(scenario, highest, 1)).toBeLessThan(holdOf(scenario, middle, 1));
  });

  test("the highest levels on paper hold no more than the adopted text that most have ratified", () => {
    for (const lens of [0.5, 1])
      expect(holdOf(scenario, design("highest levels on paper"), lens)).toBeLessThan(
        holdOf(scenario, AS_ADOPTED, lens) - 0.03,
      );
  });
});

describe("a promise is worth what stands behind it", () => {
  test("a ratified treaty holds at least nine points more than a political statement, at every lens", () => {
    for (const lens of LENSES) {
      const treaty = heldAt(withLevel(adopted, "bindingness", 3), 1, lens);
      expect(treaty - heldAt(withLevel(adopted, "bindingness", 0), 1, lens)).toBeGreaterThan(0.09);
      expect(treaty - heldAt(withLevel(adopted, "bindingness", 3), 0, lens)).toBeGreaterThan(0.04);
    }
  });

  test("what is promised beyond what is in force costs credibility, and less once it is ratified", () => {
    const cost = (ratified: number) => {
      const credibility = (one: Scenario) =>
        indicesOf(one, adopted, assumptionsOf(model, ratified)).credibility;
      const { burden: _, ...free } = model;
      return credibility({ ...scenario, aftermath: free }) - credibility(scenario);
    };
    expect(cost(0)).toBeGreaterThan(cost(1));
    expect(cost(1)).toBeGreaterThan(0);
  });
});

describe("more of everything is not best", () => {
  test.each(["military", "intelligence", "logistics", "diplomatic", "alliance", "us_backstop"])(
    "where most have ratified and the lens is in the middle, %s is best inside its scale",
    (id) => {
      const best = textOfDesign(scenario, "233344413", AS_ADOPTED.clauses);
      const shares = [0, 1, 2, 3, 4].map((level) => heldAt(withLevel(best, id, level), 0.8, 0.5));
      const most = shares.indexOf(Math.max(...shares));
      expect(most).toBeGreaterThan(0);
      expect(most).toBeLessThan(4);
    },
  );

  test("each step of support adds less to capability than the one before", () => {
    const capability = [0, 1, 2, 3, 4].map(
      (level) =>
        indicesOf(scenario, withLevel(adopted, "us_backstop", level), assumptionsOf(model, 0.8)).capability,
    );
    const steps = capability.slice(1).map((value, i) => value - capability[i]!);
    expect(steps).toEqual(steps.toSorted((a, b) => b - a));
    expect(steps.at(-1)).toBeGreaterThan(0);
  });

  test("restraint reassures only as far as the lens goes", () => {
    const reassurance = (level: number, lens: number) => {
      const text = withLevel(adopted, "alliance", level);
      return indicesOf(scenario, text, assumptionsOfDesign(scenario, AS_ADOPTED, lens)).reassurance;
    };
    expect(reassurance(0, 0)).toBe(reassurance(4, 0));
    expect(reassurance(0, 0.5)).toBeGreaterThan(reassurance(4, 0.5));
    expect(reassurance(0, 1)).toBeGreaterThan(reassurance(0, 0.5));
  });
});

test("what each option adds is listed once an option", () => {
  const file = JSON.parse(textOf("three-chairs.json"));
  file.aftermath.insecurity.military = [0, 0.4];
  const result = parseScenario(JSON.stringify(file));
  if (result.ok) throw new Error("A list of two values for three options is read.");
  expect(result.problems.map(({ code, path }) => [code, path])).toEqual([
    ["values-count", "aftermath.insecurity.military"],
  ]);
});

test("a model without saturation and burden, as files of earlier versions have it, is read and adds evenly", () => {
  const { saturation: _, burden: __, ...plain } = model;
  const before: Scenario = { ...scenario, aftermath: plain };
  const capability = [0, 1, 2].map(
    (level) =>
      indicesOf(before, withLevel(adopted, "logistics", level), assumptionsOf(plain, 0.8)).capability,
  );
  expect(capability[2]! - capability[1]!).toBeCloseTo(capability[1]! - capability[0]!, 12);
});

describe("the fan of futures", () => {
  const outcome = adopted;
  const assumptions = assumptionsOfDesign(scenario, AS_ADOPTED, 0.5);

  test("its held share is near the closed form, which leaves out what incidents do to credibility", () => {
    const { shares } = fanOf(scenario, outcome, assumptions, 1, 4000);
    expect(Math.abs(shares.held - heldProbability(scenario, outcome, assumptions))).toBeLessThan(0.04);
  });

  test("is the same for the same seed and adds up to all futures", () => {
    const fan = fanOf(scenario, outcome, assumptions, 7, 1000);
    expect(fanOf(scenario, outcome, assumptions, 7, 1000)).toEqual(fan);
    const { held, attack, escalation, breach } = fan.shares;
    expect(held + attack + escalation + breach).toBeCloseTo(1, 9);
    expect(fan.holding[0]).toBe(1);
    expect(fan.holding.at(-1)).toBe(held);
    fan.holding.forEach((share, t) => {
      expect(share).toBeLessThanOrEqual(fan.holding[t - 1] ?? 1);
    });
  });

  test("ends as in the reference run of the model, within four points over 4,000 futures", () => {
    const { shares } = fanOf(scenario, outcome, assumptions, 1, 4000);
    expect(Math.abs(shares.held - 0.591)).toBeLessThan(0.04);
    expect(Math.abs(shares.attack - 0.256)).toBeLessThan(0.04);
    expect(Math.abs(shares.escalation - 0.095)).toBeLessThan(0.03);
    expect(Math.abs(shares.breach - 0.059)).toBeLessThan(0.03);
  });

  test("differs between switches in the futures that the switch decides, not in the draw", () => {
    const ratified = fanOf(scenario, outcome, assumptions, 3, 2000);
    const not = fanOf(scenario, outcome, { ...assumptions, ratified: 0 }, 3, 2000);
    expect(not.shares.attack).toBeGreaterThan(ratified.shares.attack);
  });
});

test("tension makes incidents more frequent, and with them what follows", () => {
  const assumptions = assumptionsOfDesign(scenario, AS_ADOPTED, 0.5);
  const held = (tension: number) =>
    fanOf(scenario, adopted, { ...assumptions, tension }, 5, 4000).shares.held;
  const shares = [-0.5, 0, 0.5, 1.5].map(held);
  expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  expect(shares[0]! - shares[3]!).toBeGreaterThan(0.02);
});
