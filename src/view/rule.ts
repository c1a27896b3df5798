/**
 * Decision rules in plain words, one sentence a condition, made from the compiled rule so that the help can't say
 * anything else than what counts; and what a ballot reached of each.
 */
import {
  amountOf,
  type Ballot,
  bearable,
  type Condition,
  enough,
  objectionsAllowed,
  type Rule,
} from "../protocol/decision.ts";
import { nameIn } from "./sentences.ts";
import { rules as words } from "./words/rules.ts";

/** A condition as a sentence, and whether a ballot has met it. */
export interface Reached {
  readonly sentence: string;
  readonly holds: boolean;
}

type Side = "for" | "against";

/** Each condition as one sentence. `parties`: those with a vote. */
export function describeRule(scenario: Named, parties: readonly number[], rule: Rule): readonly string[] {
  const clauses = [
    ...requiredClauses(scenario, rule),
    ...rule.minFor.map((condition) => clauseOf(parties, rule, condition, "for")),
    ...rule.maxAgainst.map((condition) => clauseOf(parties, rule, condition, "against")),
  ];
  return clauses.length === 0 ? [words.always] : clauses.map((clause) => words.sentence({ clause }));
}

/** What a ballot reached of each condition. */
export function describeBallot(scenario: Named, rule: Rule, ballot: Ballot): readonly Reached[] {
  const parties = ballot.flatMap((choice, party) => (choice === undefined ? [] : [party]));
  const missing = rule.mustAgree.filter((party) => ballot[party] !== "for");
  const reached = (condition: Condition, side: Side, holds: boolean): Reached => ({
    sentence: words.reached({
      clause: clauseOf(parties, rule, condition, side),
      amount: amountNamed(condition, amountOf(rule, condition, side, ballot)),
    }),
    holds,
  });
  return [
    ...requiredClauses(scenario, rule).map((clause) =>
      missing.length === 0
        ? { sentence: words.sentence({ clause }), holds: true }
        : { sentence: words.requiredFailed({ parties: namesOf(scenario, missing) }), holds: false },
    ),
    ...rule.minFor.map((condition) => reached(condition, "for", enough(rule, condition, ballot))),
    ...rule.maxAgainst.map((condition) => reached(condition, "against", bearable(rule, condition, ballot))),
  ];
}

type Named = Parameters<typeof nameIn>[0];

function requiredClauses(scenario: Named, { mustAgree }: Rule): string[] {
  if (mustAgree.length === 0) return [];
  return [words.required({ count: mustAgree.length, parties: namesOf(scenario, mustAgree) })];
}

function namesOf(scenario: Named, parties: readonly number[]): string[] {
  return parties.map((party) => nameIn(scenario, party));
}

function clauseOf(parties: readonly number[], rule: Rule, condition: Condition, side: Side): string {
  const { bound, exactly, shareOf, beside } = condition;
  const counted = parties.filter((party) => !condition.others || !rule.required[party]);
  const single = condition.counts === "parties" || counted.every((party) => rule.weights[party] === 1);
  const all = single ? counted.length : counted.reduce((sum, party) => sum + rule.weights[party]!, 0);
  const most = objectionsAllowed({ ...rule, maxAgainst: [condition] }, rest(parties, rule));
  const others = condition.others ? "yes" : "no";
  const values = { bound, share: shareNamed(bound), exactly, others, all, most };
  const clause = words[side][single ? "delegations" : "votes"][shareOf ?? "number"](values);
  return beside === undefined
    ? clause
    : words.beside({ clause, beside: clauseOf(parties, rule, beside, side) });
}

function rest(parties: readonly number[], rule: Rule): number {
  return parties.filter((party) => !rule.required[party]).length;
}

function amountNamed({ shareOf }: Condition, amount: number): string {
  return shareOf === undefined ? String(amount) : shareNamed(amount);
}

function shareNamed(share: number): string {
  const named = [
    [1 / 2, words.shares.half],
    [1 / 3, words.shares.third],
    [2 / 3, words.shares.twoThirds],
    [3 / 4, words.shares.threeQuarters],
  ] as const;
  return (
    named.find(([value]) => Math.abs(value - share) < 1e-6)?.[1] ??
    words.percent({ percent: Math.round(share * 10_000) / 100 })
  );
}
