/**
 * What is believed of each party, from public things only: how much it wants each option, what a text has to be worth to it,
 * how much more it asks for early, and which options its mandate rules out; each with its uncertainty. The same for people
 * and agents. Long, because the model and what moves it are read together. Units are nobody's points but shares: a party that
 * cared for all issues alike would move by about 1 between its worst and its best text.
 *
 * A text is signed at a time from 0, the first round of a phase, to 1, the last, when Σ worth − threshold − √(1 − time) · demand
 * is above 0 and no option is barred. The worth of an option is the issue's slope times its place (−½ to ½) plus a deviation of its
 * own. All of these are independent normal variables, and what is done updates them as a comparison with an algebraic tail,
 * which a surprise does not throw off. Only + − × ÷ and √ are used, so every engine gets the same bits.
 */
import type { Course } from "../protocol/course.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { BOUNDS } from "../scenario/schema.ts";

/** Of what is asked of a text before anything is known: in the last round, and how much more in the first. */
const THRESHOLD = { mean: 0, deviation: 0.4 };
const DEMAND = { mean: 0.6, deviation: 0.4 };
/** What a signature leaves of the chance that an option is barred. */
const SIGNED_BARRED = 0.3;
/** No more than this is believed of what is barred, however often it is said: what divides by the rest must stay exact. */
const MOST_BARRED = 0.999;
/** Least share of a variance that one act leaves. */
const LEAST_LEFT = 0.05;

/** (π/2): the tail 1/2 (1 + z/√(π/2 + z²)) has the slope of the normal distribution at 0. */
const TAIL = 1.5707963267948966;

/** How noisy acts are, as standard deviations: the less, the more they teach. */
export const NOISE = { vote: 0.15, proposal: 0.15, signature: 0.15, reason: 0.05 } as const;

export interface Belief {
  readonly course: Course;
  /** At party · features + feature: of each issue its slope and its options' deviations, then threshold and demand. */
  readonly means: Float64Array;
  readonly variances: Float64Array;
  /** At flat option · parties + party, worked out from these: mean worth of the option, its variance, and the chance that it is barred. */
  readonly worth: Float64Array;
  readonly spread: Float64Array;
  readonly barred: Float64Array;
  /** By party: 1 once it has said or done something that tells. */
  readonly heard: Uint8Array;
  /** Index of the phase in which thresholds and demands were learnt. */
  phase: number;
  /** Counts what was learnt, so that what follows from it can be kept until it changes. */
  version: number;
}

/** From 0 to 1: `z` is how far something is from even odds, in standard deviations. */
export function chanceAt(z: number): number {
  return 0.5 * (1 + z / Math.sqrt(TAIL + z * z));
}

/** How fast that chance rises with `z`. */
export function slopeAt(z: number): number {
  const square = TAIL + z * z;
  return (0.5 * TAIL) / (square * Math.sqrt(square));
}

/** Place of each flat option on its issue, from −½ to ½; 0 where there is only one. */
function placesOf({ table }: Course): Float64Array {
  const places = new Float64Array(table.total);
  table.counts.forEach((count, issue) => {
    for (let option = 0; option < count && count > 1; option++)
      places[table.offsets[issue]! + option] = option / (count - 1) - 0.5;
  });
  return places;
}

const known = new WeakMap<Course, Float64Array>();
export function placesIn(course: Course): Float64Array {
  const places = known.get(course) ?? placesOf(course);
  known.set(course, places);
  return places;
}

export function featuresOf({ table }: Course): number {
  return table.total + table.counts.length + 2;
}

export function thresholdAt({ course }: Belief, party: number): number {
  return (party + 1) * featuresOf(course) - 2;
}

/** A copy that learns on its own. */
export function beliefLike(belief: Belief): Belief {
  const { course, means, variances, worth, spread, barred, heard, phase, version } = belief;
  return {
    course,
    means: means.slice(),
    variances: variances.slice(),
    worth: worth.slice(),
    spread: spread.slice(),
    barred: barred.slice(),
    heard: heard.slice(),
    phase,
    version,
  };
}

/** What another phase asks of a text is not what the last one did. */
export function enterPhase(belief: Belief, phase: number): void {
  if (belief.phase === phase) return;
  belief.phase = phase;
  belief.version++;
  for (let party = 0; party < belief.course.parties; party++) forgetDemand(belief, party);
}

export function forgetDemand(belief: Belief, party: number): void {
  const at = thresholdAt(belief, party);
  belief.means[at] = THRESHOLD.mean;
  belief.variances[at] = THRESHOLD.deviation ** 2;
  belief.means[at + 1] = DEMAND.mean;
  belief.variances[at + 1] = DEMAND.deviation ** 2;
}

/** Works out what one party's features of an issue mean for its options. */
export function derive(
  { course, means, variances, worth, spread }: Belief,
  party: number,
  issue: number,
): void {
  const { offsets, counts } = course.table;
  const places = placesIn(course);
  const slope = party * featuresOf(course) + offsets[issue]! + issue;
  for (let option = 0; option < counts[issue]!; option++) {
    const flat = offsets[issue]! + option;
    const place = places[flat]!;
    const at = flat * course.parties + party;
    worth[at] = means[slope]! * place + means[slope + 1 + option]!;
    spread[at] = variances[slope]! * place * place + variances[slope + 1 + option]!;
  }
}

/** The comparison at hand: features and the factors they enter with. Filled and read by one update at a time. */
const MOST_FEATURES = BOUNDS.issues * (BOUNDS.options + 1) + 2;
const features = new Int32Array(MOST_FEATURES);
const factors = new Float64Array(MOST_FEATURES);
let size = 0;

function compare(feature: number, factor: number): void {
  if (factor === 0) return;
  features[size] = feature;
  factors[size] = factor;
  size++;
}

/** Moves one party's features so that the comparison at hand is more likely to be positive, or negative: `sign` 1 or −1. */
function update({ means, variances }: Belief, sign: number, noise: number): void {
  let mean = 0;
  let variance = noise * noise;
  for (let k = 0; k < size; k++) {
    const factor = factors[k]!;
    mean += means[features[k]!]! * factor;
    variance += variances[features[k]!]! * factor * factor;
  }
  const deviation = Math.sqrt(variance);
  const z = (sign * mean) / deviation;
  const square = TAIL + z * z;
  const root = Math.sqrt(square);
  const chance = 0.5 * (1 + z / root);
  const pull = (0.5 * TAIL) / (square * root) / Math.max(1e-12, chance);
  const certainty = Math.min(1, Math.max(0, pull * (pull + z)));
  for (let k = 0; k < size; k++) {
    const feature = features[k]!;
    const factor = factors[k]!;
    const before = variances[feature]!;
    means[feature]! += (before * factor * sign * pull) / deviation;
    variances[feature] =
      before * Math.max(LEAST_LEFT, 1 - ((before * factor * factor) / variance) * certainty);
  }
}

/** A party was for (`sign` 1) or against a text with these options instead of those of `text`. */
export function learnPreference(
  belief: Belief,
  party: number,
  text: Outcome,
  changes: readonly (readonly [number, number])[],
  sign: number,
  noise: number,
): void {
  const { course } = belief;
  const { offsets } = course.table;
  const places = placesIn(course);
  size = 0;
  for (const [issue, option] of changes) {
    const from = text[issue]!;
    if (from === option) continue;
    const slope = party * featuresOf(course) + offsets[issue]! + issue;
    compare(slope, places[offsets[issue]! + option]! - places[offsets[issue]! + from]!);
    compare(slope + 1 + option, 1);
    compare(slope + 1 + from, -1);
  }
  if (size === 0) return;
  belief.heard[party] = 1;
  update(belief, sign, noise);
  for (const [issue] of changes) derive(belief, party, issue);
}

/**
 * A party signed (`sign` 1) or refused a whole text, as far as its issues are negotiated, at a time of the phase; `reserved`: the issue
 * it opted out of.
 */
export function learnSignature(
  belief: Belief,
  party: number,
  issues: readonly number[],
  text: Outcome,
  time: number,
  sign: number,
  reserved = -1,
): void {
  const { course, barred } = belief;
  const { offsets } = course.table;
  const places = placesIn(course);
  const first = party * featuresOf(course);
  size = 0;
  for (const issue of issues) {
    if (issue === reserved) continue;
    const flat = offsets[issue]! + text[issue]!;
    compare(first + offsets[issue]! + issue, places[flat]!);
    compare(first + flat + issue + 1, 1);
  }
  const threshold = thresholdAt(belief, party);
  compare(threshold, -1);
  compare(threshold + 1, -Math.sqrt(1 - time));
  belief.heard[party] = 1;
  update(belief, sign, NOISE.signature);
  for (const issue of issues) {
    if (issue === reserved) continue;
    derive(belief, party, issue);
    if (sign > 0) barred[(offsets[issue]! + text[issue]!) * course.parties + party]! *= SIGNED_BARRED;
  }
}

/** A party says that an option of the text is worth too little to it, against the mean of the issue's options. */
export function learnTooLittle(belief: Belief, party: number, issue: number, option: number): void {
  const { course } = belief;
  const { offsets, counts } = course.table;
  const slope = party * featuresOf(course) + offsets[issue]! + issue;
  size = 0;
  compare(slope, placesIn(course)[offsets[issue]! + option]!);
  for (let other = 0; other < counts[issue]!; other++)
    compare(slope + 1 + other, Number(other === option) - 1 / counts[issue]!);
  update(belief, -1, NOISE.reason * 2);
  derive(belief, party, issue);
}

/** Options `from` to `to` of an issue are barred to a party, as it says; it is right with this chance, and more surely each time that it says so. */
export function learnBarred(
  { course, barred }: Belief,
  party: number,
  issue: number,
  from: number,
  to: number,
  chance: number,
): void {
  for (let option = from; option <= to; option++) {
    const at = (course.table.offsets[issue]! + option) * course.parties + party;
    barred[at] = Math.min(MOST_BARRED, 1 - (1 - barred[at]!) * (1 - chance));
  }
}

/** Moves what is asked of a text by all parties alike: late by `share` · `surprise`, early by as much more as time is left. */
export function learnCommon(
  belief: Belief,
  parties: readonly number[],
  surprise: number,
  time: number,
): void {
  for (const party of parties) {
    const at = thresholdAt(belief, party);
    belief.means[at]! -= 0.5 * surprise;
    belief.means[at + 1]! -= Math.sqrt(1 - time) * surprise;
  }
}

/** A party is believed to care so many times as much for an issue. */
export function scaleIssue(belief: Belief, party: number, issue: number, by: number): void {
  const { course, means } = belief;
  const slope = party * featuresOf(course) + course.table.offsets[issue]! + issue;
  for (let k = 0; k <= course.table.counts[issue]!; k++) means[slope + k]! *= by;
}

/** An option is believed to be worth more, or less, to a party by so many of its deviations. */
export function shiftOption(belief: Belief, party: number, issue: number, option: number, by: number): void {
  const { course, means, variances } = belief;
  const at = party * featuresOf(course) + course.table.offsets[issue]! + issue + 1 + option;
  means[at]! += by * Math.sqrt(variances[at]!);
}

/** What is believed of a party on one issue: means of its features, and what is barred, to be put back by `restoreIssue`. */
export interface IssueBelief {
  readonly means: Float64Array;
  readonly barred: readonly number[];
}

export function issueBelief({ course, means, barred }: Belief, party: number, issue: number): IssueBelief {
  const { offsets, counts } = course.table;
  const slope = party * featuresOf(course) + offsets[issue]! + issue;
  return {
    means: means.slice(slope, slope + 1 + counts[issue]!),
    barred: Array.from(
      { length: counts[issue]! },
      (_, option) => barred[(offsets[issue]! + option) * course.parties + party]!,
    ),
  };
}

export function restoreIssue(belief: Belief, party: number, issue: number, before: IssueBelief): void {
  const { course, means, barred } = belief;
  const { offsets } = course.table;
  means.set(before.means, party * featuresOf(course) + offsets[issue]! + issue);
  before.barred.forEach((chance, option) => {
    barred[(offsets[issue]! + option) * course.parties + party] = chance;
  });
  derive(belief, party, issue);
}
