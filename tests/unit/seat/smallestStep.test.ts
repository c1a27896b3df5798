/** "What would it take?", against a list of all changes of one, two and three open issues. */
import { describe, expect, it } from "vitest";
import { compile, isNegotiation } from "../../../src/protocol/course.ts";
import { amended } from "../../../src/protocol/drafting.ts";
import { legalChanges } from "../../../src/protocol/enumeration.ts";
import type { Change } from "../../../src/protocol/move.ts";
import { tableOf } from "../../../src/seat/compiled.ts";
import { EXPECTED, smallestStep } from "../../../src/seat/smallestStep.ts";
import { signaturesNow } from "../../../src/seat/support.ts";
import { beliefAt } from "../../../src/session/table.ts";
import { numbers } from "../../fixtures/hostile.ts";
import { paris } from "../../fixtures/scenarios.ts";
import { sample } from "../../long.ts";

describe("what it would take", () => {
  it("is the change of fewest issues that wins a party, and of these the cheapest that may be offered", () => {
    const scenario = paris();
    const table = tableOf(scenario);
    const { course } = compile(scenario);
    const phase = course.phases[0]!;
    if (!isNegotiation(phase)) throw new Error("Paris begins with drafting.");
    const draw = numbers(1);
    const sizes = [0, 0, 0, 0];
    for (let k = 0; k < sample(60, 1000); k++) {
      const belief = beliefAt(table);
      for (let i = 0; i < belief.worth.length; i++) if (draw(3) === 0) belief.worth[i] = (draw(40) - 20) / 40;
      for (let i = 0; i < belief.barred.length; i++) if (draw(12) === 0) belief.barred[i] = draw(10) / 10;
      const text = Array.from(course.table.counts, (count) => draw(count));
      const open = phase.issues.filter(() => draw(3) === 0).toSorted((a, b) => a - b);
      const party = phase.parties[draw(phase.parties.length)]!;
      const time = draw(3) / 2;
      const most = 1 + draw(3);
      const costOf = (changes: readonly Change[]) =>
        changes.some(([issue, option]) => (issue + option) % 5 === k % 5)
          ? undefined
          : changes.reduce((sum, [issue, option]) => sum + ((7 * issue + 3 * option + k) % 11) - 4, 0);
      let best: { size: number; cost: number } | undefined;
      for (const changes of legalChanges(course, open, text, most)) {
        const cost = costOf(changes);
        if (
          cost === undefined ||
          signaturesNow(belief, phase, amended(text, changes), time)[party]! < EXPECTED
        )
          continue;
        const better =
          best === undefined ||
          changes.length < best.size ||
          (changes.length === best.size && cost < best.cost);
        if (better) best = { size: changes.length, cost };
      }
      const step = smallestStep({ belief, phase, text, open, most, party, time, costOf });
      expect(step && { size: step.changes.length, cost: step.cost }).toEqual(best);
      if (step !== undefined) {
        expect(signaturesNow(belief, phase, amended(text, step.changes), time)[party]).toBeCloseTo(
          step.chance,
          9,
        );
        sizes[step.changes.length]!++;
      }
    }
    for (const size of [1, 2]) expect(sizes[size], `steps of ${size}`).toBeGreaterThan(0);
  });
});
