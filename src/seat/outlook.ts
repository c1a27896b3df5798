/**
 * The chance of agreement around one text, for searches over thousands of its neighbours: parties whose agreement is required and
 * members of small bodies are estimated one by one, a large body by its expected votes, which move in a straight line with
 * each option. What is found is worked out in full afterwards (`chances.ts`).
 */
import type { Negotiation } from "../protocol/course.ts";
import type { Rule } from "../protocol/decision.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { type Belief, chanceAt, NOISE, slopeAt, thresholdAt } from "./belief.ts";
import { signingChance } from "./chances.ts";
import { type Quorum, quorumChance, quorumsOf, ruleChance, SMALL_BODY } from "./quorum.ts";

/** Who decides by one rule: all who draft, or a side of talks. */
interface Body {
  readonly rule: Rule;
  readonly members: readonly number[];
  /** Members that are estimated one by one: the required, and all of a small body. */
  readonly tracked: readonly number[];
  /** The others of a large body; empty in a small one. */
  readonly crowd: readonly number[];
  readonly quorums: readonly Quorum[];
}

export interface Outlook {
  readonly belief: Belief;
  /** Issues that are negotiated in the phase. */
  readonly stakes: readonly number[];
  /** Time of the phase for which signatures are estimated. */
  readonly time: number;
  readonly self: number;
  readonly bodies: readonly Body[];
  /** Where the search stands. */
  readonly text: number[];
  /** By party, of those that are tracked: sums over the issues of the text. */
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  readonly free: Float64Array;
  /** By party: room for chances. */
  readonly signs: Float64Array;
  /** By body: expected votes of its crowd and their variance. */
  readonly votes: Float64Array;
  readonly spread: Float64Array;
  /** By body and flat option: what the option adds to the expected votes of its crowd. */
  readonly shifts: readonly Float64Array[];
}

const bodiesKept = new WeakMap<Negotiation, Map<number, readonly Body[]>>();

/** Without the body that `self` speaks for; −1: of nobody. */
function bodiesOf(phase: Negotiation, self: number): readonly Body[] {
  const known = bodiesKept.get(phase) ?? new Map<number, readonly Body[]>();
  bodiesKept.set(phase, known);
  const bodies = known.get(self) ?? bodiesWithout(phase, self);
  known.set(self, bodies);
  return bodies;
}

function bodiesWithout(phase: Negotiation, self: number): Body[] {
  if (phase.protocol === "drafting") return [bodyOf(phase.decision, phase.parties, self)];
  return phase.seats
    .filter(({ mediator, spokesperson }) => !mediator && spokesperson !== self)
    .map(({ decision, members }) => bodyOf(decision, members, self));
}

function bodyOf(rule: Rule, members: readonly number[], self: number): Body {
  const open = members.filter((party) => party !== self);
  const rest = open.filter((party) => !rule.required[party]);
  const small = rest.length <= SMALL_BODY;
  return {
    rule,
    members,
    tracked: small ? open : open.filter((party) => rule.required[party]),
    crowd: small ? [] : rest,
    quorums: quorumsOf(rule, members, self),
  };
}

/** `issues`: those that the search may change. O(parties × issues + crowd × options). */
export function outlookOn(
  belief: Belief,
  phase: Negotiation,
  self: number,
  time: number,
  text: Outcome,
  issues: readonly number[],
): Outlook {
  const { course } = belief;
  const bodies = bodiesOf(phase, self);
  const room = () => new Float64Array(course.parties);
  const outlook: Outlook = {
    belief,
    stakes: phase.issues,
    time,
    self,
    bodies,
    text: text.slice(),
    mean: room(),
    variance: room(),
    free: room(),
    signs: room(),
    votes: new Float64Array(bodies.length),
    spread: new Float64Array(bodies.length),
    shifts: bodies.map(({ crowd }) => new Float64Array(crowd.length > 0 ? course.table.total : 0)),
  };
  bodies.forEach(({ tracked, crowd }, b) => {
    for (const party of tracked) sumUp(outlook, party);
    if (crowd.length > 0) lookAtCrowd(outlook, b, issues);
  });
  return outlook;
}

function sumUp({ belief, stakes, text, mean, variance, free }: Outlook, party: number): void {
  const { course, worth, spread, barred } = belief;
  const { offsets } = course.table;
  let sum = 0;
  let noise = 0;
  let open = 1;
  for (const issue of stakes) {
    const at = (offsets[issue]! + text[issue]!) * course.parties + party;
    sum += worth[at]!;
    noise += spread[at]!;
    open *= 1 - barred[at]!;
  }
  mean[party] = sum;
  variance[party] = noise;
  free[party] = open;
}

function lookAtCrowd(outlook: Outlook, b: number, issues: readonly number[]): void {
  const { belief, time, text, mean, variance, free, votes, spread } = outlook;
  const { course, worth, barred, means, variances } = belief;
  const { offsets, counts } = course.table;
  const { crowd } = outlook.bodies[b]!;
  const shifts = outlook.shifts[b]!;
  shifts.fill(0);
  votes[b] = 0;
  spread[b] = 0;
  for (const party of crowd) {
    sumUp(outlook, party);
    const at = thresholdAt(belief, party);
    const early = Math.sqrt(1 - time);
    const deviation = Math.sqrt(
      variance[party]! +
        variances[at]! +
        early * early * variances[at + 1]! +
        NOISE.signature * NOISE.signature,
    );
    const z = (mean[party]! - means[at]! - early * means[at + 1]!) / deviation;
    const chance = free[party]! * chanceAt(z);
    votes[b]! += chance;
    spread[b]! += chance * (1 - chance);
    const slope = (free[party]! * slopeAt(z)) / deviation;
    for (const issue of issues) {
      const from = (offsets[issue]! + text[issue]!) * course.parties + party;
      const least = 1 / Math.max(1e-9, 1 - barred[from]!);
      for (let option = 0; option < counts[issue]!; option++) {
        const flat = offsets[issue]! + option;
        const to = flat * course.parties + party;
        shifts[flat]! += slope * (worth[to]! - worth[from]!);
        if (barred[to] !== barred[from]) shifts[flat]! += chance * ((1 - barred[to]!) * least - 1);
      }
    }
  }
}

/** Changes the text on which the search stands; the crowd's votes move in the straight line drawn at its start. */
export function moveTo(outlook: Outlook, issue: number, option: number): void {
  const { belief, bodies, text, mean, variance, free, votes, shifts } = outlook;
  const { course, worth, spread, barred } = belief;
  const { offsets } = course.table;
  const from = offsets[issue]! + text[issue]!;
  const to = offsets[issue]! + option;
  text[issue] = option;
  for (let b = 0; b < bodies.length; b++) {
    const { tracked, crowd } = bodies[b]!;
    for (let k = 0; k < tracked.length; k++) {
      const party = tracked[k]!;
      const old = from * course.parties + party;
      const now = to * course.parties + party;
      mean[party]! += worth[now]! - worth[old]!;
      variance[party]! += spread[now]! - spread[old]!;
      free[party]! *= (1 - barred[now]!) / Math.max(1e-9, 1 - barred[old]!);
    }
    if (crowd.length > 0) votes[b]! += shifts[b]![to]! - shifts[b]![from]!;
  }
}

/** Chance that the text on which the search stands is agreed. */
export function chanceHere(outlook: Outlook): number {
  const { belief, time, self, bodies, mean, variance, free, signs, votes, spread } = outlook;
  let product = 1;
  for (let b = 0; b < bodies.length; b++) {
    const { tracked, crowd, quorums, rule, members } = bodies[b]!;
    const large = crowd.length > 0;
    for (let k = 0; k < tracked.length; k++) {
      const party = tracked[k]!;
      const chance = signingChance(belief, party, mean[party]!, variance[party]!, free[party]!, time);
      if (large) product *= chance;
      else signs[party] = chance;
    }
    if (large) product *= quorumChance(quorums, Math.min(crowd.length, Math.max(0, votes[b]!)), spread[b]!);
    else product *= ruleChance(rule, members, signs, self);
  }
  return product;
}
