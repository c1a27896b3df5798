import { expect, test } from "vitest";
import { type Moment, toldOfParty, toldOfText } from "../../../src/seat/calibrated.ts";

const MOMENTS: readonly Moment[] = ["more-to-come", "early", "last"];

test("a higher estimate is never told as less likely, and what is told stays between 0 and 1", () => {
  for (const told of [toldOfText, toldOfParty])
    for (const moment of MOMENTS) {
      let before = 0;
      for (let k = 0; k <= 1000; k++) {
        const now = told(k / 1000, moment);
        expect(now).toBeGreaterThanOrEqual(before);
        expect(now).toBeLessThanOrEqual(1);
        before = now;
      }
      expect(told(1 + Number.EPSILON, moment)).toBe(1);
    }
});
