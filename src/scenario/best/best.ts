/**
 * The greatest utility a party can reach, exactly and without listing outcomes. Options that another one beats whatever
 * else is agreed are left out, which settles most issues at once. The rest falls into groups that no linkage and no limit
 * ties to each other (`ties.ts`); each is settled by elimination (`elimination.ts`), or by branch and bound where that
 * would take too many steps (`branching.ts`).
 */

import { TOLERANCE } from "../../exact.ts";
import type { Outcome } from "../outcome.ts";
import {
  acceptable,
  type Conditions,
  type Limit,
  linksByIssue,
  type Preference,
  utility,
} from "../preference.ts";
import { branched, favourable, type Steps, TooDear, UNDECIDED } from "./branching.ts";
import { eliminated } from "./elimination.ts";
import { type Group, groupsOf, listed, planFor, tabulated, tiesOf } from "./ties.ts";

export interface Best {
  readonly outcome: Outcome;
  readonly utility: number;
}

/** Steps that one search may take: some hundredths of a second. */
export const SEARCH_STEPS = 2_000_000;
/** Up to here elimination is taken, as it needs the same steps whatever the numbers are. */
export const ELIMINATION_STEPS = 1_000_000;
/** So few combinations are listed, which is faster than to plan anything. */
const FEW = 64;

/**
 * Best outcome within the party's limits; without regard to them when no outcome keeps all of them. Utilities within
 * the tolerance tie, and the first outcome wins: in order of issues, at each the option worth more under the most
 * favourable linkages, then the one listed first. Takes its steps from `steps` and throws TooDear when they are spent,
 * which does not happen in a scenario that the parser has accepted (`checkCost.ts`).
 */
export function bestOutcome(
  preference: Preference,
  among?: Among,
  steps: Steps = { left: SEARCH_STEPS },
): Best {
  return search(preference, preference.limits, among, steps) ?? search(preference, [], among, steps)!;
}

/** Outcomes that equal `base` but for the open issues. */
export interface Among {
  readonly base: Outcome;
  readonly open: readonly number[];
}

/** The lowest utility, found as the best of the negated preference. Throws TooDear like `bestOutcome`. */
export function worstUtility(preference: Preference, steps: Steps = { left: SEARCH_STEPS }): number {
  const links = preference.links.map((link) => ({ ...link, add: -link.add }));
  const negated: Preference = {
    ...preference,
    worth: preference.worth.map((worth) => -worth),
    links,
    linksOf: linksByIssue(links, preference.table.counts.length),
  };
  return -search(negated, [], undefined, steps)!.utility;
}

function search(
  preference: Preference,
  limits: readonly Limit[],
  among: Among | undefined,
  steps: Steps,
): Best | undefined {
  const order = candidates(preference, limits, among);
  if (order.some((options) => options.length === 0)) return undefined;
  const outcome = order.map((options) => (options.length === 1 ? options[0]! : UNDECIDED));
  const ties = tiesOf(preference, limits, outcome);
  if (ties === undefined) return undefined;
  for (const group of groupsOf(ties)) {
    if (!settled(preference, limits, order, outcome, group, steps)) return undefined;
  }
  return limits.length === 0 || acceptable(preference, outcome)
    ? { outcome, utility: utility(preference, outcome) }
    : undefined;
}

/** Writes the group's options into the outcome; false when the limits leave none. */
function settled(
  preference: Preference,
  limits: readonly Limit[],
  order: readonly (readonly number[])[],
  outcome: number[],
  group: Group,
  steps: Steps,
): boolean {
  const { issues, ties } = group;
  const sizes = issues.map((issue) => order[issue]!.length);
  const slack = TOLERANCE / outcome.length;
  if (sizes.reduce((product, size) => product * size, 1) <= FEW) return listed(group, order, outcome, slack);
  const plan = planFor(group, sizes, preference.structure);
  if (plan.steps > ELIMINATION_STEPS) return branched(preference, limits, order, outcome, issues, steps);
  steps.left -= plan.steps;
  if (steps.left < 0) throw new TooDear(issues);
  const summands = ties.map((tie, k) => ({ scope: plan.scopes[k]!, values: tabulated(tie, order, outcome) }));
  const chosen = eliminated(sizes, summands, plan.order, slack);
  if (chosen === undefined) return false;
  for (const [k, issue] of issues.entries()) outcome[issue] = order[issue]![chosen[k]!]!;
  return true;
}

/**
 * What the linkages and limits of a party tie together, in groups, with the steps that elimination takes at most, whatever
 * becomes of its weights, values and ends of limits in a game.
 */
export function groupsAtMost(preference: Preference): { issues: readonly number[]; steps: number }[] {
  const { structure, limits, table } = preference;
  const ties = tiesOf(
    preference,
    limits,
    Array.from(table.counts, () => UNDECIDED),
  );
  return groupsOf(ties ?? []).map((group) => {
    const sizes = group.issues.map((issue) => structure.classes[issue]!);
    return { issues: group.issues, steps: planFor(group, sizes, structure).steps };
  });
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
