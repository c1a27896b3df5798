/** What a class may switch after the result: assumptions within their ranges, issues to one of their options. */
import { expect, test } from "vitest";
import { parseSwitch } from "../../../src/analysis/aftermath.ts";
import { paris } from "../../fixtures/scenarios.ts";

const scenario = paris();

test("a switch is assumptions with numbers and issues with options", () => {
  expect(parseSwitch(scenario, "lens=1, tension=-10,military=mil4")).toEqual({
    assumptions: { lens: 1, tension: -10 },
    options: { military: "mil4" },
  });
  expect(parseSwitch(scenario, "")).toEqual({ assumptions: {}, options: {} });
});

test.each([
  ["unity=2", 'unity needs a number from 0 to 1, not "2"'],
  ["unity=-0.1", 'unity needs a number from 0 to 1, not "-0.1"'],
  ["ratified=1e308", "ratified needs a number from 0 to 1"],
  ["powerShift=11", 'powerShift needs a number from -10 to 10, not "11"'],
  ["lens=NaN", 'lens needs a number from 0 to 1, not "NaN"'],
  ["lens=", 'lens needs a number from 0 to 1, not ""'],
  ["lens", 'lens needs a number from 0 to 1, not ""'],
  ["lens=1,lens=0", '"lens" is switched twice; only one can count'],
  ["military=mil4,military=mil3", '"military" is switched twice'],
  ["lens=1=0", '"lens=1=0" is not name=value'],
  ["military=mil99", 'Issue "military" has no option "mil99"'],
  ["constructor=1", '"constructor" is neither an issue nor one of: ratified, unity'],
])("%s is refused with a sentence", (written, words) => {
  expect(() => parseSwitch(scenario, written)).toThrow(words);
});
