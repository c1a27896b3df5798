/**
 * The greatest utility a party can reach, exactly and without listing outcomes: depth-first over the issues, best
 * options first, cut where a limit is broken for good and where even the most favourable linkages could not beat what
 * is known (branch and bound).
 */
import type { Outcome } from "./outcome.ts";
import { breaks, type Limit, linksByIssue, type Preference, utility } from "./preference.ts";

export interface Best {
  readonly outcome: Outcome;
  readonly utility: number;
}

/**
 * Best outcome within the party's limits; without regard to them when no outcome keeps all of them. Ties: the first
 * found in order of issues and falling worth. Worst case exponential in issues tied by linkages, in practice
 * O(issues² · options).
 */
export function bestOutcome(preference: Preference, among?: Among): Best {
  return search(preference, true, among) ?? search(preference, false, among)!;
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
  return -search(negated, false)!.utility;
}

function search(preference: Preference, within: boolean, among?: Among): Best | undefined {
  const { counts, offsets } = preference.table;
  const issues = counts.length;
  const outcome: number[] = new Array(issues).fill(0);

  // The most one option can be worth under any set of linkages, and the best such figure from each issue on.
  const ceiling = preference.worth.map((worth, flat) => {
    const issue = offsets.findIndex((offset, i) => i < issues && flat >= offset && flat < offsets[i + 1]!);
    let most = worth;
    let add = 0;
    for (const link of preference.links) {
      if (link.issue !== issue) continue;
      most = Math.max(most, most * link.factor);
      add += Math.max(0, link.add);
    }
    return most + add;
  });

  // Options that no unconditional limit rules out, most promising first; the other limits by the issue that settles them.
  const limits = within ? preference.limits : [];
  const order = Array.from({ length: issues }, (_, i) =>
    (among === undefined || among.open.includes(i)
      ? Array.from({ length: counts[i]! }, (_, option) => option)
      : [among.base[i]!]
    )
      .filter((option) => limits.every((limit) => permits(limit, i, option)))
      .sort((a, b) => ceiling[offsets[i]! + b]! - ceiling[offsets[i]! + a]! || a - b),
  );
  if (order.some((options) => options.length === 0)) return undefined;
  const settled = order.map((_, i) => limits.filter((limit) => lastIssueOf(limit) === i));

  const bonus = preference.links.reduce(
    (sum, link) => (link.issue < 0 ? sum + Math.max(0, link.add) : sum),
    0,
  );
  const rest = new Float64Array(issues + 1);
  rest[issues] = bonus;
  for (let i = issues - 1; i >= 0; i--) rest[i] = rest[i + 1]! + ceiling[offsets[i]! + order[i]![0]!]!;

  let best: Best | undefined;
  const visit = (issue: number, soFar: number) => {
    if (best !== undefined && soFar + rest[issue]! <= best.utility) return;
    if (issue === issues) {
      const reached = utility(preference, outcome);
      if (best === undefined || reached > best.utility) best = { outcome: outcome.slice(), utility: reached };
      return;
    }
    for (const option of order[issue]!) {
      outcome[issue] = option;
      if (settled[issue]!.some((limit) => breaks(limit, outcome))) continue;
      visit(issue + 1, soFar + ceiling[offsets[issue]! + option]!);
    }
    outcome[issue] = 0;
  };
  visit(0, 0);
  return best;
}

/** False when a limit without conditions rules the option out. */
function permits(limit: Limit, issue: number, option: number): boolean {
  return limit.issue !== issue || limit.unless.length > 0 || (option >= limit.min && option <= limit.max);
}

/** Once this issue is decided, so is the limit. */
function lastIssueOf(limit: Limit): number {
  return limit.unless.reduce((last, entry, c) => (c % 3 === 0 ? Math.max(last, entry) : last), limit.issue);
}
