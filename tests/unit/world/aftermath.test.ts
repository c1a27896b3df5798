/** The aftermath model against its calibration table (domain of the scenario: known designs and their plausible order). */
import { describe, expect, test } from "vitest";
import { outcomeOf } from "../../../src/scenario/outcome.ts";
import type { OutcomeById } from "../../../src/scenario/schema.ts";
import { type Assumptions, assumptionsOf, holdProbability, indicesOf } from "../../../src/world/aftermath.ts";
import { fanOf } from "../../../src/world/fan.ts";
import { paris } from "../../fixtures/scenarios.ts";

const scenario = paris();

const PREFIXES = ["mil", "int", "log", "dip", "san", "mon", "bin", "all", "usb"];

/** A text from nine digits, one a pillar, and the clauses in it; Ukraine's own forces are not limited. */
function text(digits: string, clauses: readonly string[]): number[] {
  const levels = scenario.issues.filter((issue) => issue.kind === "level").slice(0, PREFIXES.length);
  const byId: OutcomeById = Object.fromEntries(
    levels.map((issue, i) => [issue.id, `${PREFIXES[i]}${digits[i]}`]),
  );
  for (const id of clauses) byId[id] = "in";
  return outcomeOf(scenario, byId);
}

const PARIS = ["R_VOL", "R_CONST", "R_AFTER", "R_NOUS", "R_DECON"];
const STRONG = ["R_CONST", "R_NOUS", "R_DECON", "R_RELIEF", "R_VOID"];

/** design, levels, ratified, unity, force, clauses, hold after five years at lens 0, 0.5 and 1. */
const TABLE: [string, string, number, number, number, string[], [number, number, number]][] = [
  ["assurances only", "000100020", 0, 0.6, 0.35, [], [0.34, 0.29, 0.24]],
  ["observers without enforcement", "011121020", 0, 0.6, 0.45, [], [0.48, 0.43, 0.38]],
  [
    "neutrality, guarantors with a veto",
    "200101302",
    0.8,
    0.6,
    0.35,
    ["R_VETO", "R_RELIEF"],
    [0.59, 0.55, 0.5],
  ],
  ["neutrality, guarantors without a veto", "200101302", 0.8, 0.6, 0.35, ["R_RELIEF"], [0.68, 0.64, 0.59]],
  ["Paris text, nobody ratifies", "323223221", 0, 0.8, 0.75, PARIS, [0.75, 0.68, 0.59]],
  ["Paris text, most ratify", "323223221", 0.8, 0.8, 0.75, PARIS, [0.77, 0.7, 0.62]],
  ["Paris draft, most ratify", "323223223", 0.8, 0.8, 0.75, PARIS, [0.8, 0.73, 0.63]],
  ["treaty, triggers, snapback, promise, relief", "323234323", 0.8, 0.8, 0.75, STRONG, [0.89, 0.85, 0.79]],
  ["highest levels, all ratify", "444444434", 1, 0.9, 0.9, ["R_NOUS", "R_DECON"], [0.91, 0.86, 0.78]],
  ["highest levels on paper", "444444434", 0, 0.4, 0.9, ["R_NOUS"], [0.85, 0.77, 0.65]],
];

function assumed(ratified: number, unity: number, force: number, lens: number): Assumptions {
  return { ...assumptionsOf(scenario.aftermath!, ratified), unity, force, lens };
}

describe("the closed form reproduces the calibration table within 0.02", () => {
  test.each(TABLE)("%s", (_, digits, ratified, unity, force, clauses, expected) => {
    [0, 0.5, 1].forEach((lens, i) => {
      const indices = indicesOf(scenario, text(digits, clauses), assumed(ratified, unity, force, lens));
      expect(Math.abs(holdProbability(scenario, indices) - expected[i]!)).toBeLessThan(0.02);
    });
  });

  test("read as a threat, the highest levels no longer beat the middle package", () => {
    const hold = (row: (typeof TABLE)[number], lens: number) => {
      const [, digits, ratified, unity, force, clauses] = row;
      return holdProbability(
        scenario,
        indicesOf(scenario, text(digits, clauses), assumed(ratified, unity, force, lens)),
      );
    };
    const [middle, highest] = [TABLE[7]!, TABLE[8]!];
    expect(hold(highest, 0)).toBeGreaterThan(hold(middle, 0));
    expect(hold(highest, 1)).toBeLessThan(hold(middle, 1));
  });
});

describe("the fan of futures", () => {
  const outcome = text("323223221", PARIS);
  const assumptions = assumed(0.8, 0.8, 0.75, 0.5);

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
  const outcome = text("323223221", PARIS);
  const assumptions = assumed(0.8, 0.8, 0.75, 0.5);
  const held = (tension: number) =>
    fanOf(scenario, outcome, { ...assumptions, tension }, 5, 4000).shares.held;
  const shares = [-0.5, 0, 0.5, 1.5].map(held);
  expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  expect(shares[0]! - shares[3]!).toBeGreaterThan(0.02);
});
