/** What follows from what is believed of each party: the chance that it signs a text, that it prefers another one, that all agree. */
import type { Course, Negotiation } from "../protocol/course.ts";
import type { Change } from "../protocol/move.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { type Belief, chanceAt, NOISE, thresholdAt } from "./belief.ts";
import { ruleChance } from "./quorum.ts";

/** What adds up over the issues of a text, by party; and the chance of a signature that follows. */
export interface Estimate {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  /** Chance that nothing in the text is barred. */
  readonly free: Float64Array;
  readonly signs: Float64Array;
}

export function emptyEstimate({ parties }: Course): Estimate {
  const room = () => new Float64Array(parties);
  return { mean: room(), variance: room(), free: room(), signs: room() };
}

/**
 * What these parties do with a text in a phase: what is not negotiated there is left out, as it stays as it is either way. `time`:
 * of the phase, from 0 to 1. Writes into `into`. O(parties × issues).
 */
export function estimateText(
  belief: Belief,
  phase: Pick<Negotiation, "issues">,
  parties: readonly number[],
  text: Outcome,
  time: number,
  into: Estimate,
): Estimate {
  const { course, worth, spread, barred } = belief;
  const { offsets } = course.table;
  for (const party of parties) {
    let mean = 0;
    let variance = 0;
    let free = 1;
    for (const issue of phase.issues) {
      const at = (offsets[issue]! + text[issue]!) * course.parties + party;
      mean += worth[at]!;
      variance += spread[at]!;
      free *= 1 - barred[at]!;
    }
    into.mean[party] = mean;
    into.variance[party] = variance;
    into.free[party] = free;
    into.signs[party] = signingChance(belief, party, mean, variance, free, time);
  }
  return into;
}

/** The estimate after one more change of `from`. O(parties). */
export function estimateChange(
  belief: Belief,
  parties: readonly number[],
  before: Estimate,
  issue: number,
  from: number,
  to: number,
  time: number,
  into: Estimate,
): Estimate {
  const { course, worth, spread, barred } = belief;
  const { offsets } = course.table;
  const old = (offsets[issue]! + from) * course.parties;
  const now = (offsets[issue]! + to) * course.parties;
  for (let k = 0; k < parties.length; k++) {
    const party = parties[k]!;
    const mean = before.mean[party]! + worth[now + party]! - worth[old + party]!;
    const variance = before.variance[party]! + spread[now + party]! - spread[old + party]!;
    const free =
      (before.free[party]! * (1 - barred[now + party]!)) / Math.max(1e-9, 1 - barred[old + party]!);
    into.mean[party] = mean;
    into.variance[party] = variance;
    into.free[party] = free;
    into.signs[party] = signingChance(belief, party, mean, variance, free, time);
  }
  return into;
}

/** Chance that a party signs what is worth so much to it, from the sums over the issues of a text. */
export function signingChance(
  belief: Belief,
  party: number,
  mean: number,
  variance: number,
  free: number,
  time: number,
): number {
  const at = thresholdAt(belief, party);
  const { means, variances } = belief;
  const early = Math.sqrt(1 - time);
  const gap = mean - means[at]! - early * means[at + 1]!;
  const spread = variance + variances[at]! + early * early * variances[at + 1]!;
  return free * chanceAt(gap / Math.sqrt(spread + NOISE.signature * NOISE.signature));
}

/** By how much each party is expected to like a text better than another one is between these chances. */
const NEWLY_BARRED = 0.15;
/** What a text that nothing comes of is worth to a party at least, when it is weighed by its chance. */
const LEAST_GAIN = 0.15;
/** How far the chance of a text may raise or lower what a voter sees in it. */
const MOST_RATIO = 3;

/**
 * Chance that each party votes for changes of a text: it likes them, and it likes a text that comes to something. `ratio`: of the
 * chances of agreement after and before.
 */
export function preferenceChances(
  belief: Belief,
  parties: readonly number[],
  text: Outcome,
  changes: readonly Change[],
  before: Estimate,
  after: Estimate,
  ratio: number,
  into: Float64Array,
): Float64Array {
  const { course, spread, means } = belief;
  const { offsets } = course.table;
  const more = Math.min(MOST_RATIO, ratio) - 1;
  for (const party of parties) {
    let variance = NOISE.vote * NOISE.vote;
    for (const [issue, option] of changes)
      variance +=
        spread[(offsets[issue]! + option) * course.parties + party]! +
        spread[(offsets[issue]! + text[issue]!) * course.parties + party]!;
    const gain = after.mean[party]! - means[thresholdAt(belief, party)]!;
    const better = after.mean[party]! - before.mean[party]! + more * Math.max(LEAST_GAIN, gain);
    into[party] =
      after.free[party]! < before.free[party]! * 0.5 ? NEWLY_BARRED : chanceAt(better / Math.sqrt(variance));
  }
  return into;
}

/** Chance that a phase ends in agreement on a text that each signs with its chance. `self` signs; −1: nobody is sure. */
export function agreementChance(phase: Negotiation, signs: Float64Array, self: number): number {
  if (phase.protocol === "drafting") return ruleChance(phase.decision, phase.parties, signs, self);
  let chance = 1;
  for (const { mediator, spokesperson, members, decision } of phase.seats) {
    if (!mediator && spokesperson !== self) chance *= ruleChance(decision, members, signs, self);
  }
  return chance;
}

/** Everybody whose signature a phase asks for. */
export function signersOf(phase: Negotiation): readonly number[] {
  if (phase.protocol === "drafting") return phase.parties;
  const known = signers.get(phase);
  if (known !== undefined) return known;
  const members = phase.seats.filter(({ mediator }) => !mediator).flatMap((seat) => seat.members);
  signers.set(phase, members);
  return members;
}
const signers = new WeakMap<Negotiation, readonly number[]>();

/** Time of a phase from 0 in its first round to 1 in its last. */
export function timeIn({ rounds }: Negotiation, round: number): number {
  return rounds <= 1 ? 1 : (round - 1) / (rounds - 1);
}
