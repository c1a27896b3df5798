/**
 * The greatest utility a party can reach, exactly and without listing outcomes. Options that another one beats whatever
 * else is agreed are left out, which settles most issues at once; the rest falls into groups that no linkage and no
 * limit ties to each other, each searched depth-first and cut where even the most favourable linkages could not beat
 * what is known (branch and bound).
 */

import { TOLERANCE } from "../exact.ts";
import type { Outcome } from "./outcome.ts";
import {
  acceptable,
  type Conditions,
  type Limit,
  type Link,
  linksByIssue,
  type Preference,
  utility,
} from "./preference.ts";

export interface Best {
  readonly outcome: Outcome;
  readonly utility: number;
}

/**
 * Best outcome within the party's limits; without regard to them when no outcome keeps all of them. Utilities within
 * the tolerance tie, and the first outcome wins: in order of issues, at each the option worth more under the most
 * favourable linkages, then the one listed first. Worst case exponential in issues that linkages or `unless` tie
 * together, in practice O(options · linkages).
 */
export function bestOutcome(preference: Preference, among?: Among): Best {
  return search(preference, preference.limits, among) ?? search(preference, [], among)!;
}

/** Outcomes that equal `base` but for the open issues. */
export interface Among {
  readonly base: Outcome;
  readonly open: readonly number[];
}

/** The lowest utility, found as the best of the negated preference. */
export function worstUtility(preference: Preference): number {
  const links = preference.links.map((link) => ({ ...link, add: -link.add }));
  const negated: Preference = {
    ...preference,
    worth: preference.worth.map((worth) => -worth),
    links,
    linksOf: linksByIssue(links, preference.table.counts.length),
  };
  return -search(negated, [])!.utility;
}

/** Stands for the option of an issue that the search has not come to. */
const UNDECIDED = -1;

function search(preference: Preference, limits: readonly Limit[], among?: Among): Best | undefined {
  const order = candidates(preference, limits, among);
  if (order.some((options) => options.length === 0)) return undefined;
  const outcome = order.map((options) => (options.length === 1 ? options[0]! : UNDECIDED));
  const ceiling = (terms: readonly number[]) => {
    let sum = 0;
    for (const term of terms) sum += ceilingOf(preference, limits, order, outcome, term);
    return sum;
  };
  const touched = order.map((options, issue) => (options.length === 1 ? [] : touchedBy(preference, issue)));
  for (const { issues, terms } of groupsOf(touched, outcome)) {
    let best: number[] | undefined;
    let most = Number.NEGATIVE_INFINITY;
    const visit = (depth: number, bound: number) => {
      if (bound <= most + TOLERANCE) return;
      if (depth === issues.length) {
        best = issues.map((issue) => outcome[issue]!);
        most = bound;
        return;
      }
      const issue = issues[depth]!;
      const rest = bound - ceiling(touched[issue]!);
      for (const option of order[issue]!) {
        outcome[issue] = option;
        visit(depth + 1, rest + ceiling(touched[issue]!));
      }
      outcome[issue] = UNDECIDED;
    };
    visit(0, ceiling(terms));
    if (best === undefined) return undefined;
    for (const [depth, issue] of issues.entries()) outcome[issue] = best[depth]!;
  }
  return limits.length === 0 || acceptable(preference, outcome)
    ? { outcome, utility: utility(preference, outcome) }
    : undefined;
}

/**
 * The terms that a change of the issue can alter, also through a limit. What linkages add to the total counts by linkage,
 * from the number of issues on, as one sum would tie all their issues together.
 */
function touchedBy({ touchedTerms, touchedLimits, linksOf }: Preference, issue: number): number[] {
  const issues = touchedTerms.length;
  const totals = linksOf[issues]!.flatMap(({ when }, k) =>
    when.some((entry, c) => c % 3 === 0 && entry === issue) ? [issues + k] : [],
  );
  const terms = touchedTerms[issue]!.filter((term) => term < issues);
  return [...new Set([...terms, ...totals, ...touchedLimits[issue]!.map((limit) => limit.issue)])];
}

/** Undecided issues that linkages or limits tie together, ascending, and the terms that they can alter. */
interface Group {
  readonly issues: readonly number[];
  readonly terms: readonly number[];
}

function groupsOf(touched: readonly (readonly number[])[], outcome: Outcome): readonly Group[] {
  let groups: Group[] = [];
  for (let issue = 0; issue < outcome.length; issue++) {
    if (outcome[issue] !== UNDECIDED) continue;
    const tied = groups.filter(({ terms }) => touched[issue]!.some((term) => terms.includes(term)));
    const issues = tied.flatMap((group) => group.issues).concat(issue);
    const terms = tied.flatMap((group) => group.terms).concat(touched[issue]!);
    groups = groups.filter((group) => !tied.includes(group));
    groups.push({ issues: issues.sort((a, b) => a - b), terms: [...new Set(terms)] });
  }
  return groups;
}

/**
 * By issue, the options that the best outcome may have, in the order of `bestOutcome`. Left out is what a limit without
 * conditions rules out, and what no condition and no limit tells from an option that comes first and is worth as much.
 */
function candidates(preference: Preference, limits: readonly Limit[], among?: Among): number[][] {
  const { table, worth, linksOf } = preference;
  const { offsets, counts, total } = table;
  const ruledOut = new Uint8Array(total);
  for (const { issue, min, max, unless } of limits) {
    if (unless.length > 0) continue;
    ruledOut.fill(1, offsets[issue]!, offsets[issue]! + min);
    ruledOut.fill(1, offsets[issue]! + max + 1, offsets[issue + 1]!);
  }
  const cuts = cutsOf(preference, limits);
  const most = new Float64Array(total);
  const undecided: Outcome = new Array(counts.length).fill(UNDECIDED);
  return Array.from(counts, (count, issue) => {
    const at = offsets[issue]!;
    if (among !== undefined && !among.open.includes(issue)) {
      const option = among.base[issue]!;
      return ruledOut[at + option] ? [] : [option];
    }
    const kept: number[] = [];
    let alike = 0;
    for (let option = 0; option < count; option++) {
      const flat = at + option;
      if (cuts[flat]) alike = kept.length;
      if (ruledOut[flat]) continue;
      most[flat] = favourable(linksOf[issue]!, worth[flat]!, undecided);
      let beaten = false;
      for (let k = kept.length - 1; k >= alike && !beaten; k--) {
        const other = at + kept[k]!;
        if (most[other]! >= most[flat]!) beaten = worth[other]! >= worth[flat]!;
        else if (worth[flat]! >= worth[other]!) kept.splice(k, 1);
      }
      if (!beaten) kept.push(option);
    }
    return kept.length > 1 ? kept.sort((a, b) => most[at + b]! - most[at + a]!) : kept;
  });
}

/** By flat option: 1 where a condition or limit begins or has ended, so that it treats those between two cuts alike. */
function cutsOf({ table, links }: Preference, limits: readonly Limit[]): Uint8Array {
  const cuts = new Uint8Array(table.total + 1);
  const cut = (issue: number, min: number, max: number) => {
    cuts[table.offsets[issue]! + min] = 1;
    cuts[table.offsets[issue]! + max + 1] = 1;
  };
  const cutAll = (when: Conditions) => {
    for (let c = 0; c < when.length; c += 3) cut(when[c]!, when[c + 1]!, when[c + 2]!);
  };
  for (const link of links) cutAll(link.when);
  for (const limit of limits) {
    cut(limit.issue, limit.min, limit.max);
    cutAll(limit.unless);
  }
  return cuts;
}

/** The most that a term, or what one linkage adds to the total, can come to; −∞ where limits leave no option. */
function ceilingOf(
  { worth, table, linksOf, touchedLimits }: Preference,
  limits: readonly Limit[],
  order: readonly (readonly number[])[],
  outcome: number[],
  term: number,
): number {
  const issues = outcome.length;
  if (term >= issues) return favourable([linksOf[issues]![term - issues]!], 0, outcome);
  const links = linksOf[term]!;

  const decided = outcome[term]!;
  let most = Number.NEGATIVE_INFINITY;
  for (const option of order[term]!) {
    if (decided !== UNDECIDED && option !== decided) continue;
    outcome[term] = option;
    if (
      limits.length > 0 &&
      touchedLimits[term]!.some((limit) => limit.issue === term && lost(limit, outcome))
    )
      continue;
    most = Math.max(most, favourable(links, worth[table.offsets[term]! + option]!, outcome));
  }
  outcome[term] = decided;
  return most;
}

/** A term under the links that hold, and under those that are open where they raise it. */
function favourable(links: readonly Link[], worth: number, outcome: Outcome): number {
  let term = worth;
  let add = 0;
  for (const link of links) {
    const known = holds(link.when, outcome);
    if (known === false) continue;
    term = known ? term * link.factor : Math.max(term, term * link.factor);
    add += known ? link.add : Math.max(0, link.add);
  }
  return term + add;
}

/** Broken, whatever becomes of what is undecided. */
function lost({ issue, min, max, unless }: Limit, outcome: Outcome): boolean {
  const option = outcome[issue]!;
  return (option < min || option > max) && (unless.length === 0 || holds(unless, outcome) === false);
}

/** Undefined while it depends on what is undecided. */
function holds(when: Conditions, outcome: Outcome): boolean | undefined {
  let known: true | undefined = true;
  for (let c = 0; c < when.length; c += 3) {
    const option = outcome[when[c]!]!;
    if (option === UNDECIDED) known = undefined;
    else if (option < when[c + 1]! || option > when[c + 2]!) return false;
  }
  return known;
}
