/** The number of futures and their shares, told alike by the result page and the stage. */
import { quantised } from "../exact.ts";

/** Seeded futures of one result. */
export const RUNS = 1000;

/**
 * Shares that add up to 1, in whole hundredths that still do: each is rounded down, and the hundredths left go to those
 * with the largest remainders, the first among equals.
 */
export function wholePercents<K extends string>(shares: Readonly<Record<K, number>>): Record<K, number> {
  const entries = Object.entries(shares) as [K, number][];
  const floors = entries.map(([key, share]) => ({ key, whole: Math.floor(quantised(share * 100)), share }));
  const left = 100 - floors.reduce((sum, { whole }) => sum + whole, 0);
  const byRemainder = floors.toSorted((a, b) =>
    quantised(b.share * 100 - b.whole - (a.share * 100 - a.whole)),
  );
  const raised = new Set(byRemainder.slice(0, left).map(({ key }) => key));
  return Object.fromEntries(
    floors.map(({ key, whole }) => [key, (whole + Number(raised.has(key))) / 100]),
  ) as Record<K, number>;
}
