/**
 * Decision rules: who must agree, how many must be for, how many may be against. One function decides every ballot:
 * unanimity, majorities simple and qualified, n − 1 with vetoes, "the core agrees and at most a third object".
 */

import { TOLERANCE } from "../exact.ts";
import { partiesOfAll } from "../scenario/parties.ts";
import type { DecisionRule } from "../scenario/schema.ts";
import type { Participants } from "../scenario/setting.ts";

export const CHOICES = ["for", "against", "abstain"] as const;
export type Choice = (typeof CHOICES)[number];

interface Threshold {
  /** Exactly one of the two is set. */
  readonly count: number | undefined;
  /** A share of the votes for and against, from 0 to 1. */
  readonly share: number | undefined;
  /** True: parties in `mustAgree` are left out of the count. */
  readonly others: boolean;
}

export interface Rule {
  readonly mustAgree: readonly number[];
  /** Indexed by party. */
  readonly required: readonly boolean[];
  readonly minFor: Threshold | undefined;
  readonly maxAgainst: Threshold | undefined;
  /** Votes a party has, indexed by party. */
  readonly weights: readonly number[];
  /** Indexed by party: may it agree with a reservation? */
  readonly mayReserve: readonly boolean[];
  /** What each reservation takes off unity. */
  readonly reservationCost: number;
}

export interface Tally {
  for: number;
  against: number;
  abstain: number;
}

/** A rule as written, or nothing but the parties that must agree; `{}` is always met. */
export function ruleOf(scenario: Participants, rule: Partial<DecisionRule>): Rule {
  const mustAgree = partiesOfAll(scenario, rule.mustAgree ?? []);
  const reserving = partiesOfAll(scenario, rule.reservations?.parties ?? []);
  const threshold = (written: DecisionRule["minFor"]): Threshold | undefined =>
    written && { count: written.count, share: shareOf(written.share), others: written.of === "others" };
  return {
    mustAgree,
    required: scenario.parties.map((_, party) => mustAgree.includes(party)),
    minFor: threshold(rule.minFor),
    maxAgainst: threshold(rule.maxAgainst),
    weights: scenario.parties.map((party) => rule.weights?.[party.id] ?? 1),
    mayReserve: scenario.parties.map((_, party) => reserving.includes(party)),
    reservationCost: rule.reservations?.unity ?? 0,
  };
}

function shareOf(share: number | string | undefined): number | undefined {
  if (typeof share !== "string") return share;
  const [part, whole] = share.split("/").map(Number);
  return part! / whole!;
}

/**
 * Whether a ballot carries. `choices` is indexed by party; `undefined` means no seat. Abstentions count neither for
 * nor against; a party that must agree and abstains has not agreed. Shares of no votes at all are 0.
 */
export function decided(rule: Rule, choices: readonly (Choice | undefined)[]): boolean {
  for (const party of rule.mustAgree) if (choices[party] !== "for") return false;
  if (rule.minFor !== undefined) {
    const votes = tallyOf(rule, choices, rule.minFor.others);
    if (amountOf(rule.minFor, votes.for, votes) < needed(rule.minFor) - TOLERANCE) return false;
  }
  if (rule.maxAgainst !== undefined) {
    const votes = tallyOf(rule, choices, rule.maxAgainst.others);
    if (amountOf(rule.maxAgainst, votes.against, votes) > needed(rule.maxAgainst) + TOLERANCE) return false;
  }
  return true;
}

/** Weighted votes; with `others`, only of parties that need not agree. */
export function tallyOf(rule: Rule, choices: readonly (Choice | undefined)[], others: boolean): Tally {
  const tally: Tally = { for: 0, against: 0, abstain: 0 };
  for (let party = 0; party < choices.length; party++) {
    const choice = choices[party];
    if (choice === undefined || (others && rule.required[party])) continue;
    tally[choice] += rule.weights[party]!;
  }
  return tally;
}

/** How many of `others` parties outside `mustAgree` may object, one vote each; Infinity without such a bound. */
export function objectionsAllowed(rule: Rule, others: number): number {
  const { maxAgainst } = rule;
  if (maxAgainst === undefined) return Number.POSITIVE_INFINITY;
  if (maxAgainst.count !== undefined) return maxAgainst.count;
  return Math.floor(
    maxAgainst.share! * (maxAgainst.others ? others : others + rule.mustAgree.length) + TOLERANCE,
  );
}

function needed(threshold: Threshold): number {
  return threshold.count ?? threshold.share!;
}

function amountOf(threshold: Threshold, side: number, votes: Tally): number {
  if (threshold.count !== undefined) return side;
  const cast = votes.for + votes.against;
  return cast === 0 ? 0 : side / cast;
}
