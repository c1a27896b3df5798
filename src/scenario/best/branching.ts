/**
 * The best options of issues that are tied together too closely for elimination: depth-first in the order of the issues,
 * cut where even the most favourable linkages could not beat what is known (branch and bound). How long that takes
 * depends on the numbers, so its steps are counted while it runs, and it gives up when they are spent: steps, not
 * seconds, so that every engine gives up at the same place.
 */
import { TOLERANCE } from "../../exact.ts";
import type { Outcome } from "../outcome.ts";
import type { Conditions, Limit, Link, Preference } from "../preference.ts";

/** Stands for the option of an issue that the search has not come to. */
export const UNDECIDED = -1;

/** Steps that are left; one is a look at one option of a term, or at a linkage of it. */
export interface Steps {
  left: number;
}

/** Thrown when a search has spent its steps. The parser has refused a scenario in which that can happen. */
export class TooDear extends Error {
  override readonly name = "TooDear";
  /** The issues that are tied together. */
  readonly issues: readonly number[];

  constructor(issues: readonly number[]) {
    super(`The best outcome takes too long to find: ${issues.length} issues are tied together.`);
    this.issues = issues;
  }
}

/**
 * The options of `issues`, written into `outcome`, which is UNDECIDED there and decided elsewhere or not tied to them.
 * Utilities within the tolerance tie, and the first in the order of options wins. False when the limits leave none.
 */
export function branched(
  preference: Preference,
  limits: readonly Limit[],
  order: readonly (readonly number[])[],
  outcome: number[],
  issues: readonly number[],
  steps: Steps,
): boolean {
  const touched = new Map(issues.map((issue) => [issue, touchedBy(preference, issue)]));
  const ceiling = (terms: readonly number[]) => {
    let sum = 0;
    for (const term of terms) {
      const links = preference.linksOf[term]?.length ?? 0;
      steps.left -= (order[term]?.length ?? 1) * (1 + (term < order.length ? links : 0));
      sum += ceilingOf(preference, limits, order, outcome, term);
    }
    if (steps.left < 0) throw new TooDear(issues);
    return sum;
  };
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
    const terms = touched.get(issue)!;
    const rest = bound - ceiling(terms);
    for (const option of order[issue]!) {
      outcome[issue] = option;
      visit(depth + 1, rest + ceiling(terms));
    }
    outcome[issue] = UNDECIDED;
  };
  visit(0, ceiling([...new Set([...touched.values()].flat())]));
  if (best === undefined) return false;
  for (const [depth, issue] of issues.entries()) outcome[issue] = best[depth]!;
  return true;
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
export function favourable(links: readonly Link[], worth: number, outcome: Outcome): number {
  let term = worth;
  let add = 0;
  for (const link of links) {
    const known = holdsSoFar(link.when, outcome);
    if (known === false) continue;
    term = known ? term * link.factor : Math.max(term, term * link.factor);
    add += known ? link.add : Math.max(0, link.add);
  }
  return term + add;
}

/** Broken, whatever becomes of what is undecided. */
function lost({ issue, min, max, unless }: Limit, outcome: Outcome): boolean {
  const option = outcome[issue]!;
  return (option < min || option > max) && (unless.length === 0 || holdsSoFar(unless, outcome) === false);
}

/** Undefined while it depends on what is undecided. */
export function holdsSoFar(when: Conditions, outcome: Outcome): boolean | undefined {
  let known: true | undefined = true;
  for (let c = 0; c < when.length; c += 3) {
    const option = outcome[when[c]!]!;
    if (option === UNDECIDED) known = undefined;
    else if (option < when[c + 1]! || option > when[c + 2]!) return false;
  }
  return known;
}
