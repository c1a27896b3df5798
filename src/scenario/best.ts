/**
 * The greatest utility a party can reach, exactly and without listing outcomes: depth-first over the issues, best
 * options first, cut where even the most favourable linkages could not beat what is known (branch and bound).
 */
import type { Outcome } from "./outcome.ts";
import { acceptable, linksByIssue, type Preference, utility } from "./preference.ts";

export interface Best {
  readonly outcome: Outcome;
  readonly utility: number;
}

/**
 * Best outcome within the party's limits; without regard to them when no outcome keeps all of them. Ties: the first
 * found in order of issues and falling worth. Worst case exponential in issues tied by linkages, in practice
 * O(issues² · options).
 */
export function bestOutcome(preference: Preference): Best {
  return search(preference, true) ?? search(preference, false)!;
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

function search(preference: Preference, within: boolean): Best | undefined {
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
  const order = Array.from({ length: issues }, (_, i) =>
    Array.from({ length: counts[i]! }, (_, option) => option).sort(
      (a, b) => ceiling[offsets[i]! + b]! - ceiling[offsets[i]! + a]! || a - b,
    ),
  );
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
      if (within && !acceptable(preference, outcome)) return;
      const reached = utility(preference, outcome);
      if (best === undefined || reached > best.utility) best = { outcome: outcome.slice(), utility: reached };
      return;
    }
    for (const option of order[issue]!) {
      outcome[issue] = option;
      visit(issue + 1, soFar + ceiling[offsets[issue]! + option]!);
    }
    outcome[issue] = 0;
  };
  visit(0, 0);
  return best;
}
