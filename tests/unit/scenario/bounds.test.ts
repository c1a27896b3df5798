/** The bounds of a decision rule as they may be written, and what is said of one that can't be meant so. */
import { describe, expect, it } from "vitest";
import { parseScenario } from "../../../src/agents/parse.ts";
import { hashOf } from "../../../src/scenario/hash.ts";
import { parsed, written } from "../../fixtures/scenarios.ts";

function problemsOf(decision: object): readonly [path: string, message: string][] {
  const scenario: object = written(3, 1);
  const text = JSON.stringify(scenario, (key, value) => (key === "decision" ? decision : value));
  const result = parseScenario(text);
  return result.ok ? [] : result.problems.map(({ path, message }) => [path, message]);
}

describe("a bound", () => {
  it.each([
    [{ minFor: { share: "2/3", counts: "parties", base: "all", exactly: "fails" } }],
    [{ minFor: [{ count: 2 }, { share: 0.65, base: "all" }] }],
    [{ maxAgainst: { counts: "parties", count: 1, beside: { share: 0.35 } } }],
    [{ maxAgainst: [{ count: 1, beside: { share: 0.35 } }, { share: "1/2" }] }],
  ])("may be written as %j", (decision) => {
    expect(problemsOf(decision)).toEqual([]);
  });

  const at = (side: string) => `phases[0].decision.${side}`;
  it.each([
    [{ minFor: {} }, at("minFor"), /either a "count" or a "share"/],
    [{ minFor: [{ count: 1 }, { count: 1, share: 0.5 }] }, at("minFor[1]"), /one of the two/],
    [{ maxAgainst: { count: 1, beside: {} } }, at("maxAgainst.beside"), /either a "count"/],
    [{ minFor: { count: 2, base: "all" } }, at("minFor.base"), /Remove it beside a "count"/],
    [{ minFor: [{ count: 2, exactly: "fails" }] }, at("minFor[0].exactly"), /Remove it beside a "count"/],
    [{ minFor: { share: 2 } }, at("minFor.share"), /too large/],
    [{ minFor: [{ share: 0.5, counts: "heads" }] }, at("minFor[0].counts"), /"parties"/],
    [{ minFor: { count: 1, beside: { count: 1 } } }, at("minFor.beside"), /not part of the format/],
    [{ minFor: [] }, at("minFor"), /at least 1/],
    [{ minFor: Array(11).fill({ count: 1 }) }, at("minFor"), /at most 10/],
    [{ minFor: "half" }, at("minFor"), /./],
  ])("%j is refused where it stands, with a sentence", (decision, path, message) => {
    const problems = problemsOf(decision);
    expect(problems.map(([place]) => place)).toEqual([path]);
    expect(problems[0]![1]).toMatch(message);
  });
});

it("a rule that says nothing new has the hash it had before", () => {
  const scenario = written(3, 1);
  const [plain, said] = [{ share: "1/3" }, { share: "1/3", of: "all" as const }].map((maxAgainst) => {
    scenario.phases[0]!.decision = { maxAgainst };
    return hashOf(parsed(scenario));
  });
  expect(said).toBe(plain);
  scenario.phases[0]!.decision = { maxAgainst: { share: "1/3", base: "all" } };
  expect(hashOf(parsed(scenario))).not.toBe(plain);
});
