/** The chance that a rule of decision is met when each member votes with a chance of its own. */
import type { Condition, Rule } from "../protocol/decision.ts";
import { chanceAt } from "./belief.ts";

/** Voters up to which the distribution of votes is worked out in full. */
export const SMALL_BODY = 12;
/** What all have in common makes large bodies less sure than their members: variance a squared vote. */
const COMMON = 0.0025;

const distribution = new Float64Array(SMALL_BODY + 1);

/**
 * A bound on those for or on those against, as so many votes for that are still needed from members that are not sure: required ones
 * and oneself are. `alternatives`: others of which one is enough (`beside`).
 */
export interface Quorum {
  readonly needed: number;
  /** All votes that are not sure. */
  readonly open: number;
  /** Half of the smallest step between two results, at most half a vote. */
  readonly half: number;
  /** Each vote is one and there are few: the distribution is worked out in full. */
  readonly full: boolean;
  /** Votes of a party. */
  readonly weights: readonly number[] | undefined;
  readonly alternative: Quorum | undefined;
}

/** `self` is for. */
export function quorumsOf(rule: Rule, members: readonly number[], self: number): Quorum[] {
  return [
    ...rule.minFor.map((condition) => quorumOf(rule, condition, "for", members, self)),
    ...rule.maxAgainst.map((condition) => quorumOf(rule, condition, "against", members, self)),
  ];
}

function quorumOf(
  rule: Rule,
  { counts, bound, shareOf, others, exactly, beside }: Condition,
  side: "for" | "against",
  members: readonly number[],
  self: number,
): Quorum {
  const votesOf = (party: number) => (counts === "parties" ? 1 : rule.weights[party]!);
  const counted = members.filter((party) => !(others && rule.required[party]));
  const unsure = counted.filter((party) => !rule.required[party] && party !== self);
  const sum = (parties: readonly number[]) => parties.reduce((total, party) => total + votesOf(party), 0);
  const [whole, open] = [sum(counted), sum(unsure)];
  const limit = shareOf === undefined ? bound : bound * whole;
  const least = side === "for" ? limit : whole - limit;
  const even = unsure.every((party) => votesOf(party) === 1);
  return {
    needed: least - (whole - open) + (exactly === "fails" ? 1e-6 : -1e-6),
    open,
    half: 0.5 * Math.min(1, ...unsure.map(votesOf)),
    full: even && unsure.length <= SMALL_BODY,
    weights: even ? undefined : rule.weights,
    alternative: beside && quorumOf(rule, beside, side, members, self),
  };
}

/** Chance that all are met, by the expected votes for of members that are not sure and their variance. */
export function quorumChance(quorums: readonly Quorum[], votes: number, variance: number): number {
  let met = 1;
  for (const quorum of quorums) met = Math.min(met, reached(quorum, votes, variance));
  return met;
}

function reached({ needed, open, half, alternative }: Quorum, votes: number, variance: number): number {
  const chance =
    needed <= 0
      ? 1
      : needed > open
        ? 0
        : chanceAt((votes - needed + half) / Math.sqrt(variance + COMMON * open * open));
  return alternative === undefined ? chance : Math.max(chance, reached(alternative, votes, variance));
}

const quorumsKept = new WeakMap<Rule, Map<number, readonly Quorum[]>>();

/** Of a rule whose members are always the same. */
function quorumsIn(rule: Rule, members: readonly number[], self: number): readonly Quorum[] {
  const known = quorumsKept.get(rule) ?? new Map<number, readonly Quorum[]>();
  quorumsKept.set(rule, known);
  const quorums = known.get(self) ?? quorumsOf(rule, members, self);
  known.set(self, quorums);
  return quorums;
}

/** Chance that a rule is met when each member is for with its own chance and against otherwise. `self` is for. */
export function ruleChance(
  rule: Rule,
  members: readonly number[],
  chances: Float64Array,
  self: number,
): number {
  let agreed = 1;
  for (const party of rule.mustAgree) if (party !== self) agreed *= chances[party]!;
  if (agreed === 0) return 0;
  let met = 1;
  for (const quorum of quorumsIn(rule, members, self)) {
    if (quorum.needed <= 0) continue;
    met = Math.min(met, metBy(quorum, rule, members, chances, self));
  }
  return agreed * met;
}

function metBy(
  quorum: Quorum,
  rule: Rule,
  members: readonly number[],
  chances: Float64Array,
  self: number,
): number {
  if (quorum.full && quorum.alternative === undefined)
    return tailOf(members, rule, chances, self, Math.ceil(quorum.needed));
  let votes = 0;
  let variance = 0;
  for (const party of members) {
    if (party === self || rule.required[party]) continue;
    const weight = quorum.weights?.[party] ?? 1;
    const chance = chances[party]!;
    votes += weight * chance;
    variance += weight * weight * chance * (1 - chance);
  }
  return reached(quorum, votes, variance);
}

/** Chance of at least `needed` votes for among those that are open. */
function tailOf(
  parties: readonly number[],
  rule: Rule,
  chances: Float64Array,
  self: number,
  needed: number,
): number {
  distribution.fill(0);
  distribution[0] = 1;
  let voters = 0;
  for (const party of parties) {
    if (party === self || rule.required[party]) continue;
    const chance = chances[party]!;
    for (let k = ++voters; k > 0; k--)
      distribution[k] = distribution[k]! * (1 - chance) + distribution[k - 1]! * chance;
    distribution[0]! *= 1 - chance;
  }
  let sum = 0;
  for (let k = needed; k <= voters; k++) sum += distribution[k]!;
  return sum;
}
