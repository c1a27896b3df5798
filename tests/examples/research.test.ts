/** A small experiment as a researcher would write it: copy this file, change the question, run `npm run unit`. */
import { readFileSync } from "node:fs";
import { compile, initial, outcomeOf, parseLineUp, parseScenario, simulate, utility } from "parley";
import { expect, test } from "vitest";

const text = readFileSync(new URL("../../scenarios/paris-2026.json", import.meta.url), "utf8");
const parsed = parseScenario(text);
if (!parsed.ok) throw new Error(parsed.problems.map((problem) => problem.message).join("\n"));
const { scenario } = parsed;

test("a German delegation that gives nothing up ends with fewer agreements, which costs itself most of what it could have had", () => {
  const means = (written: string) => {
    const { summary } = simulate(scenario, { games: 60, seed: 7, lineUp: parseLineUp(scenario, written) });
    const { mean } = summary.parties.find((party) => party.id === "germany")!.utility;
    return { agreement: summary.phases[0]!.agreement, mean };
  };
  const usual = means("");
  const tough = means("germany=hardliner");
  expect(tough.agreement).toBeLessThan(usual.agreement);
  expect(tough.mean).toBeLessThan(usual.mean);
});

test("the adopted Declaration is worth more to Ukraine than no agreement, and less than its draft", () => {
  const { course, preferences } = compile(scenario);
  const ukraine = preferences[scenario.parties.findIndex((party) => party.id === "ukraine")]!;
  const declaration = utility(ukraine, outcomeOf(scenario, scenario.history!.outcome));
  expect(declaration).toBeGreaterThan(utility(ukraine, initial(course).inForce));
  expect(declaration).toBeLessThan(utility(ukraine, initial(course).opening));
});
