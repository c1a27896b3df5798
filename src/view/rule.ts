/** Decision rules in plain words, made from the compiled rule so that the help can't say anything else than what counts. */
import { objectionsAllowed, type Rule } from "../protocol/decision.ts";
import type { PublicScenario } from "../seat/public.ts";
import { countOf, listed, nameIn } from "./words.ts";

export function describeAdoption(scenario: PublicScenario, parties: readonly number[], rule: Rule): string {
  return `The text is adopted when ${listed(conditionsOf(scenario, parties, rule))}.`;
}

export function describeAmendment(scenario: PublicScenario, parties: readonly number[], rule: Rule): string {
  return `An amendment is carried when ${listed(conditionsOf(scenario, parties, rule))}.`;
}

function conditionsOf(scenario: PublicScenario, parties: readonly number[], rule: Rule): string[] {
  const required = rule.mustAgree.map((party) => nameIn(scenario, party));
  const others = parties.filter((party) => !rule.required[party]).length;
  const { minFor, maxAgainst } = rule;
  const conditions: string[] = [];
  if (required.length > 0) conditions.push(`${listed(required)} vote for it`);
  if (minFor?.count !== undefined) conditions.push(`at least ${minFor.count} vote for it`);
  if (minFor?.share !== undefined) {
    conditions.push(
      `at least ${shareName(minFor.share)} of the votes cast${among(minFor.others)} are for it`,
    );
  }
  if (maxAgainst?.count !== undefined) {
    const who = maxAgainst.others
      ? countOf(others, "other", "others")
      : countOf(parties.length, "delegation", "delegations");
    conditions.push(
      maxAgainst.count === 0
        ? `none of the ${who} votes against`
        : `at most ${maxAgainst.count} of the ${who} vote against`,
    );
  }
  if (maxAgainst?.share !== undefined) {
    const most = objectionsAllowed(rule, others);
    const inNumbers = maxAgainst.others && others > 0 ? ` (${most} of ${others}, if all of them vote)` : "";
    conditions.push(
      `at most ${shareName(maxAgainst.share)} of the votes cast${among(maxAgainst.others)} are against${inNumbers}`,
    );
  }
  return conditions.length > 0 ? conditions : ["anybody asks for it"];
}

function among(others: boolean): string {
  return others ? " by the others" : "";
}

function shareName(share: number): string {
  const named = [
    [1 / 2, "half"],
    [1 / 3, "a third"],
    [2 / 3, "two thirds"],
    [3 / 4, "three quarters"],
  ] as const;
  return named.find(([value]) => Math.abs(value - share) < 1e-6)?.[1] ?? `${Math.round(share * 100)} %`;
}
