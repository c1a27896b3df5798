/** The zone of agreement in the direct talks: none without the clauses that open it, some with them, never beyond a limit. */
import { describe, expect, it } from "vitest";
import { compile } from "../../src/protocol/course.ts";
import { simulate } from "../../src/runs/simulate.ts";
import { acceptable } from "../../src/scenario/preference.ts";
import type { Scenario } from "../../src/scenario/schema.ts";
import { parsed, textOf } from "../fixtures/scenarios.ts";

const scenario = parsed(textOf("direct-talks.json"));
const { course, preferences } = compile(scenario);
const phase = course.phases[0]!;
if (phase.protocol !== "talks") throw new Error("direct-talks does not begin with talks.");
const sides = phase.seats.filter((seat) => !seat.mediator).map((seat) => seat.spokesperson);
/** Clauses that lift a limit of some side. */
const opening = ["R_CONSENT", "R_MUTUAL", "R_RELIEF", "R_ABSTAIN", "R_ZONES"];
const indexOf = (id: string) => scenario.issues.findIndex((issue) => issue.id === id);

/** Outcomes within the limits of every side, with these clauses out; all other issues run over all options. */
function withinAllLimits(out: readonly string[]): number {
  const fixed = out.map(indexOf);
  const outcome = course.statusQuo.slice();
  let found = 0;
  const fill = (issue: number) => {
    if (issue === outcome.length) {
      if (sides.every((party) => acceptable(preferences[party]!, outcome))) found++;
      return;
    }
    const options = fixed.includes(issue) ? 1 : course.table.counts[issue]!;
    for (outcome[issue] = 0; outcome[issue]! < options; outcome[issue]!++) fill(issue + 1);
    outcome[issue] = 0;
  };
  fill(0);
  return found;
}

/** The same talks in which these clauses can't be put into an offer. */
function withoutClauses(out: readonly string[]): Scenario {
  const [first] = scenario.phases;
  if (first?.protocol !== "talks") throw new Error("The direct talks are talks.");
  const issues = scenario.issues.map(({ id }) => id).filter((id) => !out.includes(id));
  return parsed(JSON.stringify({ ...scenario, phases: [{ ...first, issues }] }));
}

describe("direct talks", () => {
  it("have no outcome within all limits without the clauses that open the zone", () => {
    expect(withinAllLimits(opening)).toBe(0);
  });

  it("have some with them", () => {
    const clauses = scenario.issues.filter(({ kind }) => kind === "clause").map(({ id }) => id);
    const unrelated = clauses.filter((id) => !opening.includes(id));
    expect(withinAllLimits(unrelated)).toBeGreaterThan(0);
  });

  it.each(opening)("need %s: without it alone little or nothing lies within all limits", (id) => {
    const least = withinAllLimits(["R_VETO", "R_DECON"]);
    expect(withinAllLimits([id, "R_VETO", "R_DECON"])).toBeLessThan(least / 2);
  });

  it("end in agreement in a third to two thirds of 300 games, and never without the opening clauses", () => {
    const agreed = (played: Scenario) =>
      simulate(played, { games: 300, seed: 1 }).summary.phases[0]!.agreement / 300;
    expect(agreed(scenario)).toBeGreaterThan(0.33);
    expect(agreed(scenario)).toBeLessThan(0.67);
    expect(agreed(withoutClauses(opening))).toBe(0);
  });
});
