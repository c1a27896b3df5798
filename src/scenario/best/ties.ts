/**
 * What ties the undecided issues of a party together: the terms that linkages multiply or add to, what they add to the
 * total, and the limits that conditions lift. Issues that nothing ties are settled apart from each other.
 */

import type { Outcome } from "../outcome.ts";
import { breaks, type Conditions, holds, type Limit, type Preference } from "../preference.ts";
import { holdsSoFar, UNDECIDED } from "./branching.ts";
import { type Plan, planOf } from "./elimination.ts";
import type { Structure } from "./structure.ts";

/** A part of the utility that depends on undecided issues, or a limit that does. */
export interface Tie {
  /** Ascending. */
  readonly scope: readonly number[];
  /** Conditions that a look at it takes. */
  readonly weight: number;
  /** −∞: not allowed. Asked for with the whole scope decided. */
  valueAt(outcome: Outcome): number;
}

/** Undefined when a limit is broken, whatever becomes of what is undecided. Every undecided issue is in some scope. */
export function tiesOf(
  { worth, table, linksOf }: Preference,
  limits: readonly Limit[],
  outcome: Outcome,
): Tie[] | undefined {
  const ties: Tie[] = [];
  for (const [issue, all] of linksOf.entries()) {
    const factors: (typeof all)[number][] = [];
    for (const link of all) {
      if (holdsSoFar(link.when, outcome) === false) continue;
      if (link.factor !== 1) factors.push(link);
      if (link.add === 0) continue;
      const scope = scopeOf(outcome, [link.when]);
      const weight = link.when.length / 3;
      const valueAt = (at: Outcome) => (holds(link.when, at) ? link.add : 0);
      if (scope.length > 0) ties.push({ scope, weight, valueAt });
    }
    if (issue === outcome.length) continue;
    const scope = scopeOf(
      outcome,
      factors.map(({ when }) => when),
      issue,
    );
    const from = table.offsets[issue]!;
    const weight = factors.reduce((sum, { when }) => sum + when.length / 3, 1);
    const valueAt = (at: Outcome) => {
      let term = worth[from + at[issue]!]!;
      for (const { when, factor } of factors) if (holds(when, at)) term *= factor;
      return term;
    };
    if (scope.length > 0) ties.push({ scope, weight, valueAt });
  }
  for (const limit of limits) {
    if (limit.unless.length === 0) continue;
    const scope = scopeOf(outcome, [limit.unless], limit.issue);
    const valueAt = (at: Outcome) => (breaks(limit, at) ? Number.NEGATIVE_INFINITY : 0);
    if (scope.length > 0) ties.push({ scope, weight: 1 + limit.unless.length / 3, valueAt });
    else if (breaks(limit, outcome)) return undefined;
  }
  return ties;
}

/** The undecided of an issue and those that the conditions name, ascending. */
function scopeOf(outcome: Outcome, conditions: readonly Conditions[], issue?: number): number[] {
  const scope: number[] = [];
  const add = (other: number) => {
    if (outcome[other] === UNDECIDED && !scope.includes(other)) scope.push(other);
  };
  if (issue !== undefined) add(issue);
  for (const when of conditions) for (let c = 0; c < when.length; c += 3) add(when[c]!);
  return scope.sort((a, b) => a - b);
}

/** Undecided issues that are tied together, ascending, and by what. */
export interface Group {
  readonly issues: readonly number[];
  readonly ties: readonly Tie[];
}

export function groupsOf(ties: readonly Tie[]): readonly Group[] {
  let groups: Group[] = [];
  for (const tie of ties) {
    const tied = groups.filter(({ issues }) => tie.scope.some((issue) => issues.includes(issue)));
    const issues = new Set([...tied.flatMap((group) => group.issues), ...tie.scope]);
    groups = groups.filter((group) => !tied.includes(group));
    groups.push({
      issues: [...issues].sort((a, b) => a - b),
      ties: [...tied.flatMap((group) => group.ties), tie],
    });
  }
  return groups;
}

/**
 * How elimination goes about a group whose issues have so many options: by positions in its list of issues, in the order
 * that suits the party's structure. The steps count also what it takes to write out the ties.
 */
export function planFor(
  { issues, ties }: Group,
  sizes: readonly number[],
  structure: Structure,
): Plan & { readonly scopes: readonly (readonly number[])[] } {
  const position = new Map(issues.map((issue, k) => [issue, k]));
  const scopes = ties.map(({ scope }) => scope.map((issue) => position.get(issue)!));
  const order = structure.elimination.flatMap((issue) => position.get(issue) ?? []);
  const { steps } = planOf(sizes, scopes, order);
  const written = ties.reduce(
    (sum, { weight }, k) => sum + weight * scopes[k]!.reduce((cells, other) => cells * sizes[other]!, 1),
    0,
  );
  return { order, scopes, steps: steps + written };
}

/** The values of a tie by the options of its scope, the last issue fastest. */
export function tabulated(
  { scope, valueAt }: Tie,
  order: readonly (readonly number[])[],
  outcome: number[],
): Float64Array {
  const values = new Float64Array(scope.reduce((cells, issue) => cells * order[issue]!.length, 1));
  let cell = 0;
  eachOf(scope, order, outcome, () => {
    values[cell++] = valueAt(outcome);
  });
  return values;
}

/** Settles a group by trying every combination; the first of those within `slack` of the best. False when none is allowed. */
export function listed(
  { issues, ties }: Group,
  order: readonly (readonly number[])[],
  outcome: number[],
  slack: number,
): boolean {
  let best: number[] | undefined;
  let most = Number.NEGATIVE_INFINITY;
  eachOf(issues, order, outcome, () => {
    let sum = 0;
    for (const tie of ties) sum += tie.valueAt(outcome);
    if (sum <= most + slack) return;
    best = issues.map((issue) => outcome[issue]!);
    most = sum;
  });
  if (best === undefined) return false;
  for (const [k, issue] of issues.entries()) outcome[issue] = best[k]!;
  return true;
}

/** Every combination of options, the last issue fastest; the issues are undecided again afterwards. */
function eachOf(
  issues: readonly number[],
  order: readonly (readonly number[])[],
  outcome: number[],
  visit: () => void,
): void {
  const fill = (k: number) => {
    if (k === issues.length) {
      visit();
      return;
    }
    for (const option of order[issues[k]!]!) {
      outcome[issues[k]!] = option;
      fill(k + 1);
    }
    outcome[issues[k]!] = UNDECIDED;
  };
  fill(0);
}
