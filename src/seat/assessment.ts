/**
 * The estimate of `support.ts` for a search over many single changes of one text: what they share is worked out once,
 * and a candidate costs a division only for parties whose doubt it changes. This is the hot path of delegates.
 */

import { objectionsAllowed } from "../protocol/decision.ts";
import type { Change } from "../protocol/move.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { BOUNDS } from "../scenario/schema.ts";
import { comfortOf, type Deciding, doubtsAfter, type Support } from "./support.ts";

/** Doubts about a text with what follows from them, so that a search need not work it out for each candidate. */
export interface Assessment {
  readonly doubts: Float64Array;
  /** Support of each party. */
  readonly assent: Float64Array;
  /** Expected objections of the parties that need not agree, and how many these are. */
  objections: number;
  others: number;
  /** Objections that the rule bears. */
  allowed: number;
}

/** Room for one assessment, so that a search of thousands of texts allocates nothing. */
const room: Assessment = {
  doubts: new Float64Array(BOUNDS.parties),
  assent: new Float64Array(BOUNDS.parties),
  objections: 0,
  others: 0,
  allowed: 0,
};

/** Assesses a text after some changes. Holds until the next call. O(parties × changes). */
export function assess(
  support: Support,
  phase: Deciding,
  text: Outcome,
  changes: readonly Change[],
): Readonly<Assessment> {
  const doubts = doubtsAfter(support, phase, text, changes, room.doubts);
  room.objections = 0;
  room.others = 0;
  for (const party of phase.parties) {
    const assent = 1 / (1 + Math.max(0, doubts[party]!));
    room.assent[party] = assent;
    if (phase.decision.required[party]) continue;
    room.objections += 1 - assent;
    room.others++;
  }
  room.allowed = objectionsAllowed(phase.decision, room.others);
  return room;
}

/**
 * The chance after one more change to an assessed text: what a search calls for each option. Only parties whose doubt
 * changes cost a division. O(parties), allocates nothing.
 */
export function chanceWith(
  support: Support,
  phase: Deciding,
  assessment: Readonly<Assessment>,
  issue: number,
  from: number,
  to: number,
): number {
  const { doubts, assent } = assessment;
  const { parties, table } = support.course;
  const before = (table.offsets[issue]! + from) * parties;
  const after = (table.offsets[issue]! + to) * parties;
  const known = support.doubts;
  const mustAgree = phase.decision.required;
  const voters = phase.parties;
  let required = 1;
  let { objections } = assessment;
  for (let k = 0; k < voters.length; k++) {
    const party = voters[k]!;
    const shift = known[after + party]! - known[before + party]!;
    if (shift === 0) {
      if (mustAgree[party]) required *= assent[party]!;
      continue;
    }
    const doubt = doubts[party]! + shift;
    const then = doubt > 0 ? 1 / (1 + doubt) : 1;
    if (mustAgree[party]) required *= then;
    else objections += assent[party]! - then;
  }
  return required * comfortOf(assessment.allowed, objections, assessment.others);
}
