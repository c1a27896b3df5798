/**
 * What one party would sign, for a search over the changes of a text: kept up to date with each of them. Where the rule allows
 * it, with a reservation on the issue that most stands in its way, which is then as it was before any text.
 */
import type { Negotiation } from "../protocol/course.ts";
import type { Outcome } from "../scenario/outcome.ts";
import type { Belief } from "./belief.ts";
import { signingChance } from "./chances.ts";

export interface PartyOutlook {
  readonly belief: Belief;
  readonly party: number;
  readonly mayReserve: boolean;
  readonly time: number;
  readonly text: number[];
  mean: number;
  variance: number;
  /** Chances that nothing is barred, by issue: a product that may hold zeros is not divided. */
  readonly free: Float64Array;
}

export function partyOutlook(
  belief: Belief,
  phase: Negotiation,
  party: number,
  time: number,
  text: Outcome,
): PartyOutlook {
  const { course, worth, spread, barred } = belief;
  const outlook = {
    belief,
    party,
    mayReserve: phase.decision.mayReserve[party]!,
    time,
    text: text.slice(),
    mean: 0,
    variance: 0,
    free: new Float64Array(text.length).fill(1),
  };
  for (const issue of phase.issues) {
    const at = (course.table.offsets[issue]! + text[issue]!) * course.parties + party;
    outlook.mean += worth[at]!;
    outlook.variance += spread[at]!;
    outlook.free[issue] = 1 - barred[at]!;
  }
  return outlook;
}

export function moveParty(outlook: PartyOutlook, issue: number, option: number): void {
  const { belief, party, text, free } = outlook;
  const { course, worth, spread, barred } = belief;
  const offset = course.table.offsets[issue]!;
  const from = (offset + text[issue]!) * course.parties + party;
  const to = (offset + option) * course.parties + party;
  outlook.mean += worth[to]! - worth[from]!;
  outlook.variance += spread[to]! - spread[from]!;
  free[issue] = 1 - barred[to]!;
  text[issue] = option;
}

/** Chance that the party signs the text on which its search stands. */
export function signsHere(outlook: PartyOutlook): number {
  const { mayReserve, free } = outlook;
  const plain = signs(outlook);
  if (!mayReserve) return plain;
  let barring = 0;
  for (let issue = 1; issue < free.length; issue++) if (free[issue]! < free[barring]!) barring = issue;
  if (free[barring] === 1) return plain;
  const option = outlook.text[barring]!;
  moveParty(outlook, barring, outlook.belief.course.statusQuo[barring]!);
  const reserved = signs(outlook);
  moveParty(outlook, barring, option);
  return Math.max(plain, reserved);
}

function signs({ belief, party, time, mean, variance, free }: PartyOutlook): number {
  let open = 1;
  for (let issue = 0; issue < free.length; issue++) open *= free[issue]!;
  return signingChance(belief, party, mean, variance, open, time);
}
