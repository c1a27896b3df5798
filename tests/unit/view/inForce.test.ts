/** What of a result is carried out, what falls back, and what had been so before. */
import { expect, test } from "vitest";
import { mandateOf } from "../../../src/protocol/mandate.ts";
import type { PhaseResult } from "../../../src/protocol/move.ts";
import { tableOf } from "../../../src/seat/compiled.ts";
import { publicOf } from "../../../src/seat/public.ts";
import { standingOf } from "../../../src/view/inForce.ts";
import { courseScenario } from "../../fixtures/course.ts";

const scenario = courseScenario();
const { course } = tableOf(scenario).positions;

function standing(outcome: readonly number[], signed: readonly boolean[]) {
  const result: PhaseResult = {
    phase: 0,
    end: "agreement",
    round: 1,
    outcome,
    signed,
    reservations: [],
    unity: 1,
    cards: [],
  };
  return standingOf(course, publicOf(scenario), result, mandateOf(course, [result]));
}

test("what was agreed and is as it was before is not told as something that stays", () => {
  const [first] = scenario.issues;
  const { falls, stays } = standing([1, 0, 0], [true, true, true, false]);
  expect(falls).toEqual([]);
  expect(stays).toHaveLength(1);
  expect(stays[0]).toContain(first!.title);
});

test("what needs a party that did not sign falls back to what was before, and says whom it needs", () => {
  const label = (option: number) => scenario.issues[2]!.options[option]!.label;
  const { falls } = standing([0, 0, 2], [true, true, true, false]);
  expect(falls).toEqual([
    { issue: scenario.issues[2]!.label, needs: ["p3"], agreed: label(2), instead: label(0) },
  ]);
  expect(standing([0, 0, 2], [true, true, true, true]).falls).toEqual([]);
});
