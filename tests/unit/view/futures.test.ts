import fc from "fast-check";
import { expect, test } from "vitest";
import { wholePercents } from "../../../src/view/futures.ts";

test("shares told in whole percents add up to a hundred and are off by less than one", () => {
  const counts = fc
    .array(fc.nat(1000), { minLength: 4, maxLength: 4 })
    .filter((runs) => runs.some((n) => n > 0));
  fc.assert(
    fc.property(counts, ([held, attack, escalation, breach]) => {
      const runs = { held: held!, attack: attack!, escalation: escalation!, breach: breach! };
      const all = Object.values(runs).reduce((sum, n) => sum + n);
      const shares = {
        held: held! / all,
        attack: attack! / all,
        escalation: escalation! / all,
        breach: breach! / all,
      };
      const told = wholePercents(shares);
      expect(Object.values(told).reduce((sum, share) => sum + Math.round(share * 100), 0)).toBe(100);
      for (const fate of ["held", "attack", "escalation", "breach"] as const)
        expect(Math.abs(told[fate] - shares[fate])).toBeLessThan(0.01);
    }),
  );
});

test("the largest remainders get what rounding down leaves", () => {
  expect(wholePercents({ a: 0.335, b: 0.333, c: 0.332 })).toEqual({ a: 0.34, b: 0.33, c: 0.33 });
  expect(wholePercents({ a: 0.005, b: 0.005, c: 0.99 })).toEqual({ a: 0.01, b: 0, c: 0.99 });
});
