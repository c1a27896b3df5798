/** What a delegation is said to mind most about a text: of a clause, whether it is the clause or its absence. */
import { expect, test } from "vitest";
import { createPlay } from "../../../src/ui/desk/play.ts";
import { clause, parsed, wants, written } from "../../fixtures/scenarios.ts";

/** Three parties; the second claims a clause or its absence, the third a level; `inText`: the clause is in the draft. */
function worries(says: { min?: string; max?: string }, inText: boolean): readonly (string | undefined)[] {
  const scenario = written(3, 1);
  const { parties, issues, phases } = scenario;
  issues.push({ ...clause("no_troops"), title: "No foreign troops", label: "No troops" });
  issues[0]!.label = "How far";
  for (const { preferences } of parties) preferences.stakes.no_troops = wants("in", 1);
  scenario.sources.push({ id: "press", title: "Press" });
  const claim = (range: object) => ({
    text: "Said so.",
    sources: ["press"],
    date: "2026-01-01",
    says: range,
  });
  parties[1]!.preferences.stakes.no_troops!.claim = claim(says);
  parties[2]!.preferences.stakes.i0!.claim = claim({ min: "o2" });
  phases[0]!.opening = { no_troops: inText ? "in" : "out" };
  const { blocs } = createPlay({ scenario: parsed(scenario), seat: "p0", seed: 1 }).view.value;
  return blocs.flatMap(({ states }) => states.map(({ worry }) => worry));
}

test("who demands a clause minds that it is left out", () => {
  expect(worries({ min: "in" }, false)).toEqual([undefined, "“No foreign troops” left out", "How far"]);
  expect(worries({ min: "in" }, true)).toEqual([undefined, undefined, "How far"]);
});

test("who rules a clause out minds that it is in the text", () => {
  expect(worries({ max: "out" }, true)).toEqual([undefined, "“No foreign troops” in the text", "How far"]);
});
