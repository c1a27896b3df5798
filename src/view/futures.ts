/**
 * The words of the aftermath and the number of its futures, told alike by the result page and the stage: the same
 * seed and the same number give the same shares on both.
 */
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

export const futureWords = {
  lead: (held: number, years: number) =>
    `In this model, ${held} of 10 futures see no return to major war within ${years} years.`,
  without: "If a ceasefire came with only this in force:",
  fate: {
    held: "No return to war",
    attack: "Renewed attack",
    escalation: "Escalation of an incident",
    breach: "Breach by the protected side",
  },
  share: (share: number) => `${Math.round(share * 100)} %`,
  holding: "Share of futures that still hold",
  years: "Years",
} as const;
