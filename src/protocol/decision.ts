/**
 * Decision rules: who must agree, how many must be for, how many may be against. One function decides every ballot:
 * unanimity, majorities simple, qualified and double, n − 1 with vetoes, "the core agrees and at most a third objects",
 * a blocking minority of states beside a share of the population.
 */

import { TOLERANCE } from "../exact.ts";
import { partiesOfAll } from "../scenario/parties.ts";
import type { Bound, DecisionRule, Objections } from "../scenario/schema.ts";
import type { Participants } from "../scenario/setting.ts";
import { type Edition, LATEST } from "./edition.ts";

export const CHOICES = ["for", "against", "abstain"] as const;
export type Choice = (typeof CHOICES)[number];

/** By party; undefined: no seat. */
export type Ballot = readonly (Choice | undefined)[];

/** One condition on those who are for, or on those who are against. */
export interface Condition {
  readonly counts: "parties" | "votes";
  /** A number of what is counted, or a share of it in [0, 1]. */
  readonly bound: number;
  /** What the bound is a share of: all that is cast for and against, or all there is; undefined: it is a number. */
  readonly shareOf: "cast" | "all" | undefined;
  /** True: parties in `mustAgree` are left out of the count. */
  readonly others: boolean;
  /** What exactly the bound does. */
  readonly exactly: "carries" | "fails";
  /** Objections block only when this is exceeded too. */
  readonly beside: Condition | undefined;
}

export interface Rule {
  readonly mustAgree: readonly number[];
  /** Indexed by party. */
  readonly required: readonly boolean[];
  /** All must be met by those who are for. */
  readonly minFor: readonly Condition[];
  /** None may be exceeded by those who are against. */
  readonly maxAgainst: readonly Condition[];
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
export function ruleOf(scenario: Participants, rule: Partial<DecisionRule>, edition: Edition = LATEST): Rule {
  const mustAgree = partiesOfAll(scenario, rule.mustAgree ?? []);
  const reserving = partiesOfAll(scenario, rule.reservations?.parties ?? []);
  const half = edition === 1 ? "carries" : "fails";
  return {
    mustAgree,
    required: scenario.parties.map((_, party) => mustAgree.includes(party)),
    minFor: [rule.minFor ?? []].flat().map((bound) => conditionOf(bound, half)),
    maxAgainst: [rule.maxAgainst ?? []].flat().map((bound) => conditionOf(bound, "carries")),
    weights: scenario.parties.map((party) => rule.weights?.[party.id] ?? 1),
    mayReserve: scenario.parties.map((_, party) => reserving.includes(party)),
    reservationCost: rule.reservations?.unity ?? 0,
  };
}

/** `half`: what exactly one half does where the scenario does not say. */
function conditionOf(written: Bound & Pick<Objections, "beside">, half: Condition["exactly"]): Condition {
  const { counts = "votes", count, of, base = "cast", beside } = written;
  const share = shareOf(written.share);
  return {
    counts,
    bound: count ?? share!,
    shareOf: count === undefined ? base : undefined,
    others: of === "others",
    exactly: written.exactly ?? (share === 1 / 2 ? half : "carries"),
    beside: beside && conditionOf(beside, "carries"),
  };
}

function shareOf(share: number | string | undefined): number | undefined {
  if (typeof share !== "string") return share;
  const [part, whole] = share.split("/").map(Number);
  return part! / whole!;
}

/**
 * Whether a ballot carries. Abstentions count neither for nor against; a party that must agree and abstains has not
 * agreed. Shares of nothing at all are 0.
 */
export function decided(rule: Rule, ballot: Ballot): boolean {
  for (const party of rule.mustAgree) if (ballot[party] !== "for") return false;
  for (const condition of rule.minFor) if (!enough(rule, condition, ballot)) return false;
  for (const condition of rule.maxAgainst) if (!bearable(rule, condition, ballot)) return false;
  return true;
}

/** Those who are for meet a condition. */
export function enough(rule: Rule, condition: Condition, ballot: Ballot): boolean {
  const amount = amountOf(rule, condition, "for", ballot);
  const least = condition.exactly === "carries" ? condition.bound - TOLERANCE : condition.bound + TOLERANCE;
  return condition.exactly === "carries" ? amount >= least : amount > least;
}

/** Those who are against do not exceed a condition, or not the one beside it. */
export function bearable(rule: Rule, condition: Condition, ballot: Ballot): boolean {
  const { bound, exactly, beside } = condition;
  const amount = amountOf(rule, condition, "against", ballot);
  const within = exactly === "carries" ? amount <= bound + TOLERANCE : amount < bound - TOLERANCE;
  return within || (beside !== undefined && bearable(rule, beside, ballot));
}

/** What a condition measures of one side: a number of parties or votes, or a share. */
export function amountOf(
  rule: Rule,
  { counts, shareOf, others }: Condition,
  side: "for" | "against",
  ballot: Ballot,
): number {
  const tally = tallyOf(rule, ballot, { counts, others });
  if (shareOf === undefined) return tally[side];
  const whole = tally.for + tally.against + (shareOf === "all" ? tally.abstain : 0);
  return whole === 0 ? 0 : tally[side] / whole;
}

/** What is for, against and neither: parties, or the votes they have; perhaps only of parties that need not agree. */
export function tallyOf(
  rule: Rule,
  ballot: Ballot,
  { counts, others }: Pick<Condition, "counts" | "others"> = { counts: "votes", others: false },
): Tally {
  const tally: Tally = { for: 0, against: 0, abstain: 0 };
  for (let party = 0; party < ballot.length; party++) {
    const choice = ballot[party];
    if (choice === undefined || (others && rule.required[party])) continue;
    tally[choice] += counts === "parties" ? 1 : rule.weights[party]!;
  }
  return tally;
}

/**
 * How many of `others` parties outside `mustAgree` may object if all of them vote, one vote each; Infinity without such
 * a bound. What weights do to it is left out: it is a number of parties.
 */
export function objectionsAllowed(rule: Rule, others: number): number {
  let allowed = Number.POSITIVE_INFINITY;
  for (const condition of rule.maxAgainst)
    allowed = Math.min(allowed, allowedBy(condition, others, others + rule.mustAgree.length));
  return allowed;
}

function allowedBy(condition: Condition, others: number, all: number): number {
  const { bound, shareOf, exactly, beside } = condition;
  const most = shareOf === undefined ? bound : bound * (condition.others ? others : all);
  const allowed = exactly === "carries" ? Math.floor(most + TOLERANCE) : Math.ceil(most - TOLERANCE) - 1;
  return beside === undefined ? allowed : Math.max(allowed, allowedBy(beside, others, all));
}
