/** The smallest step that helps, against a list of all changes of one or two open issues. */
import { describe, expect, it } from "vitest";
import { compile, isNegotiation } from "../../../src/protocol/course.ts";
import { amended } from "../../../src/protocol/drafting.ts";
import { legalChanges } from "../../../src/protocol/enumeration.ts";
import type { Change } from "../../../src/protocol/move.ts";
import { tableOf } from "../../../src/seat/compiled.ts";
import { smallestStep } from "../../../src/seat/smallestStep.ts";
import { chanceOf } from "../../../src/seat/support.ts";
import { supportAt } from "../../../src/session/table.ts";
import { numbers } from "../../fixtures/hostile.ts";
import { paris } from "../../fixtures/scenarios.ts";
import { sample } from "../../long.ts";

describe("the smallest step that helps", () => {
  it("is the first of the best of all changes of one or two issues that are allowed", () => {
    const scenario = paris();
    const table = tableOf(scenario);
    const { course } = compile(scenario);
    const phase = course.phases[0]!;
    if (!isNegotiation(phase)) throw new Error("Paris begins with drafting.");
    const draw = numbers(1);
    let found = 0;
    for (let k = 0; k < sample(15, 500); k++) {
      const support = supportAt(table);
      for (let i = 0; i < support.doubts.length; i++) if (draw(4) === 0) support.doubts[i] = draw(30) / 10;
      const text = Array.from(course.table.counts, (count) => draw(count));
      const open = [...course.table.counts.keys()].filter(() => draw(4) === 0);
      const now = chanceOf(support, phase, text);
      const least = now * 1.15;
      const allowed = (changes: readonly Change[]) =>
        changes.every(([issue, option]) => (issue + option) % 3 !== k % 3);
      let best: { changes: readonly Change[]; chance: number } | undefined;
      for (const changes of legalChanges(course, open, text, 2)) {
        if (!allowed(changes)) continue;
        const chance = chanceOf(support, phase, amended(text, changes));
        const gain = (one: { changes: readonly Change[]; chance: number }) =>
          (one.chance - now) / one.changes.length;
        if (chance >= least && (best === undefined || gain({ changes, chance }) > gain(best) + 1e-9))
          best = { changes, chance };
      }
      const step = smallestStep(support, phase, text, open, least, allowed);
      expect(step?.changes).toEqual(best?.changes);
      if (best !== undefined) found++;
    }
    expect(found).toBeGreaterThan(0);
  });
});
