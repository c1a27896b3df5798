import { expect, test } from "vitest";
import { typesProblem } from "../../../src/scenario/privateTypes.ts";
import type { Scenario } from "../../../src/scenario/schema.ts";
import { tableOf, typesFor } from "../../../src/seat/compiled.ts";
import { parsed, written } from "../../fixtures/scenarios.ts";

function withRanges(range: [number, number], order: readonly string[]): Scenario {
  const scenario = written(2, 3, 3);
  for (const { preferences } of scenario.parties) {
    preferences.reservationValue = range;
    preferences.stakes = Object.fromEntries(
      order.map((issue) => [
        issue,
        { ...preferences.stakes[issue]!, weight: 3, range: [1, 4.7] as [number, number] },
      ]),
    );
  }
  return parsed(scenario);
}

test("what is drawn lies in its range to the last bit", () => {
  const table = tableOf(withRanges([-5, -1.8], ["i0", "i1", "i2"]));
  for (let seed = 0; seed < 300; seed++)
    expect(typesProblem(table.scenario, typesFor(table, seed)!)).toBeUndefined();
});

test("the order in which stakes are written makes no difference", () => {
  const [one, other] = [
    ["i0", "i1", "i2"],
    ["i2", "i0", "i1"],
  ].map((order) => tableOf(withRanges([0, 1], order)));
  for (let seed = 0; seed < 20; seed++) expect(typesFor(one!, seed)).toEqual(typesFor(other!, seed));
});
