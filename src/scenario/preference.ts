/**
 * One party's preferences in flat tables, compiled once a session: the worth of every option, the linkages that
 * change a term, the limits of the mandate. Utility is Σ weight·value, a term multiplied by the factors and then
 * raised by the adds of the linkages whose conditions the outcome meets (DESIGN §3). A long file, because what lays the
 * tables out and what reads them belong together.
 */
import { quantised } from "../exact.ts";
import { type Structure, structureOf } from "./best/structure.ts";
import { issueIndex, type Outcome, optionIndex, optionSpan, outcomeOf } from "./outcome.ts";
import { partiesOfAll } from "./parties.ts";
import { isRange, middle } from "./privateTypes.ts";
import type { Condition, OutcomeById, Scenario, ScenarioParty } from "./schema.ts";
import type { Issues } from "./setting.ts";

/** Where each issue's options begin in flat option tables; the last entry is the number of all options. */
export interface OptionTable {
  readonly offsets: Int32Array;
  readonly counts: Int32Array;
  readonly total: number;
}

/** Conditions that must all hold, as flat triples (issue, least option, greatest option). */
export type Conditions = Int32Array;

export interface Link {
  readonly when: Conditions;
  /** −1: the total. */
  readonly issue: number;
  readonly factor: number;
  readonly add: number;
}

export interface Limit {
  readonly issue: number;
  readonly min: number;
  readonly max: number;
  /** Empty: the limit always binds. */
  readonly unless: Conditions;
}

/** What a party wants, before anything is derived from it: what effects change. */
export interface Stakes {
  readonly table: OptionTable;
  /** By issue; 0 without a stake. */
  readonly weights: Float64Array;
  /** By flat option. */
  readonly values: Float64Array;
  readonly links: readonly Link[];
  readonly limits: readonly Limit[];
  /** Of the links and limits as written. */
  readonly structure: Structure;
  /** As written; `undefined` for "disagreement", which depends on the phase. */
  readonly reservationValue: number | undefined;
  /** What effects add to it, in points. */
  readonly reservationShift: number;
  /** What a whole phase leaves of any worth, in (0, 1]; 1 where time costs nothing. */
  readonly discount: number;
  /** What time has left so far, in (0, 1]; the numbers of these preferences are multiplied by it already. */
  readonly left: number;
}

export interface Preference extends Stakes {
  /** weight × value of each option, at offsets[issue] + option. Unit: the party's points. */
  readonly worth: Float64Array;
  /** Links by the issue whose term they change; the last entry has those that change the total. */
  readonly linksOf: readonly (readonly Link[])[];
  /** 0 where there are none of them: the sum over an outcome looks here. */
  readonly linked: Uint8Array;
  /** By issue: the issues whose terms a change of it can alter, itself first; the number of issues means the total. */
  readonly touchedTerms: readonly (readonly number[])[];
  /** By issue: the limits that a change of it can alter. */
  readonly touchedLimits: readonly (readonly Limit[])[];
}

export function optionTableOf(scenario: Issues): OptionTable {
  const counts = Int32Array.from(scenario.issues, (issue) => issue.options.length);
  const offsets = new Int32Array(counts.length + 1);
  counts.forEach((count, i) => {
    offsets[i + 1] = offsets[i]! + count;
  });
  return { offsets, counts, total: offsets[counts.length]! };
}

/** The linkages that concern a party. */
export function linkagesOf(scenario: Scenario, party: number): Scenario["linkages"] {
  return scenario.linkages.filter(({ parties }) => partiesOfAll(scenario, parties).includes(party));
}

/** `linkages`: those that concern the party. */
export function preferenceOf(
  scenario: Issues,
  preferences: ScenarioParty["preferences"],
  linkages: Scenario["linkages"],
  table: OptionTable,
): Preference {
  const weights = new Float64Array(table.counts.length);
  const values = new Float64Array(table.total);
  for (const [id, stake] of Object.entries(preferences.stakes)) {
    const i = issueIndex(scenario, id);
    const issue = scenario.issues[i]!;
    weights[i] = stake.weight;
    values.set(
      stake.values ?? closeness(issue.options.length, optionIndex(issue, stake.ideal!)),
      table.offsets[i]!,
    );
  }
  const links = linkages.map(({ when, issue, factor = 1, add = 0 }) => ({
    when: conditionsOf(scenario, when),
    issue: issue === undefined ? -1 : issueIndex(scenario, issue),
    factor,
    add,
  }));
  const limits = preferences.limits.map((limit) => {
    const i = issueIndex(scenario, limit.issue);
    const issue = scenario.issues[i]!;
    const [min, max] = optionSpan(issue, limit);
    return {
      issue: i,
      min,
      max,
      unless: conditionsOf(scenario, limit.unless ?? []),
    };
  });
  const { reservationValue: stated, shift } = preferences;
  const reservationValue = isRange(stated) ? middle(stated) : stated;
  return preferenceFrom({
    table,
    weights,
    values,
    links,
    limits,
    structure: structureOf(table.counts, links, limits),
    reservationValue: reservationValue === "disagreement" ? undefined : reservationValue,
    reservationShift: shift === undefined ? 0 : middle(shift),
    discount: preferences.discount ?? 1,
    left: 1,
  });
}

/** δᵗ: what time t leaves of an agreement's worth and of the reservation value alike. */
export function leftAt({ discount }: Pick<Stakes, "discount">, time: number): number {
  return discount === 1 ? 1 : quantised(discount ** time);
}

/** The same preferences when so much of all worth is left. */
export function discounted(preference: Preference, left: number): Preference {
  if (left === 1) return preference;
  const { weights, links, reservationValue, reservationShift } = preference;
  return preferenceFrom({
    ...preference,
    weights: weights.map((weight) => weight * left),
    links: links.map((link) => ({ ...link, add: link.add * left })),
    reservationValue: reservationValue === undefined ? undefined : reservationValue * left,
    reservationShift: reservationShift * left,
    left,
  });
}

/** Compiles what follows from stakes. O(options + issues × (linkages + limits)). */
export function preferenceFrom(stakes: Stakes): Preference {
  const { table, weights, values, links, limits } = stakes;
  const issues = table.counts.length;
  const worth = new Float64Array(table.total);
  for (let i = 0; i < issues; i++) {
    for (let flat = table.offsets[i]!; flat < table.offsets[i + 1]!; flat++)
      worth[flat] = weights[i]! * values[flat]!;
  }
  const linksOf = linksByIssue(links, issues);
  return {
    ...stakes,
    worth,
    linksOf,
    linked: Uint8Array.from(linksOf, (some) => Math.min(1, some.length)),
    touchedTerms: Array.from(weights, (_, i) => [
      ...new Set([
        i,
        ...links.filter((l) => mentions(l.when, i)).map((l) => (l.issue < 0 ? issues : l.issue)),
      ]),
    ]),
    touchedLimits: Array.from(weights, (_, i) =>
      limits.filter((l) => l.issue === i || mentions(l.unless, i)),
    ),
  };
}

export function linksByIssue(links: readonly Link[], issues: number): Link[][] {
  return Array.from({ length: issues + 1 }, (_, i) =>
    links.filter((link) => link.issue === (i < issues ? i : -1)),
  );
}

/** Values that fall evenly from 1 at the ideal by one part of the full scale a step. Length: options. */
function closeness(options: number, ideal: number): number[] {
  return Array.from({ length: options }, (_, option) => 1 - Math.abs(option - ideal) / (options - 1));
}

/** Utility of an outcome, in the party's points. O(issues + linkages). */
export function utility(preference: Preference, outcome: Outcome): number {
  let total = 0;
  const { worth, linked, table } = preference;
  const { offsets } = table;
  for (let i = 0; i < outcome.length; i++) {
    total += linked[i] === 0 ? worth[offsets[i]! + outcome[i]!]! : termOf(preference, outcome, i);
  }
  return linked[outcome.length] === 0 ? total : total + bonusOf(preference, outcome);
}

/** What linkages add to the total, whatever the issue. */
function bonusOf(preference: Preference, outcome: Outcome): number {
  let bonus = 0;
  for (const link of preference.linksOf[outcome.length]!) if (holds(link.when, outcome)) bonus += link.add;
  return bonus;
}

/** Utility of `after` minus that of `before`, which differ in one issue only. O(terms it touches). */
export function utilityShift(preference: Preference, before: Outcome, after: Outcome, issue: number): number {
  let shift = 0;
  for (const term of preference.touchedTerms[issue]!) {
    shift +=
      term === before.length
        ? bonusOf(preference, after) - bonusOf(preference, before)
        : termOf(preference, after, term) - termOf(preference, before, term);
  }
  return shift;
}

/** Broken limits of `after` minus those of `before`, which differ in one issue only. */
export function brokenShift(preference: Preference, before: Outcome, after: Outcome, issue: number): number {
  let shift = 0;
  for (const limit of preference.touchedLimits[issue]!) {
    shift += Number(breaks(limit, after)) - Number(breaks(limit, before));
  }
  return shift;
}

/** What one issue contributes to the utility of an outcome, linkages included. */
export function termOf(preference: Preference, outcome: Outcome, issue: number): number {
  let term = preference.worth[preference.table.offsets[issue]! + outcome[issue]!]!;
  let add = 0;
  for (const link of preference.linksOf[issue]!) {
    if (!holds(link.when, outcome)) continue;
    term *= link.factor;
    add += link.add;
  }
  return term + add;
}

/** True when no limit of the mandate is broken. */
export function acceptable(preference: Preference, outcome: Outcome): boolean {
  for (const limit of preference.limits) if (breaks(limit, outcome)) return false;
  return true;
}

export function brokenLimits(preference: Preference, outcome: Outcome): readonly Limit[] {
  return preference.limits.filter((limit) => breaks(limit, outcome));
}

/** How many limits an outcome breaks. */
export function countBroken(preference: Preference, outcome: Outcome): number {
  let count = 0;
  for (const limit of preference.limits) if (breaks(limit, outcome)) count++;
  return count;
}

export function breaks(limit: Limit, outcome: Outcome): boolean {
  const option = outcome[limit.issue]!;
  if (option >= limit.min && option <= limit.max) return false;
  return limit.unless.length === 0 || !holds(limit.unless, outcome);
}

/** Utility of no agreement when the given outcome is then in force. */
export function reservationOf(preference: Preference, disagreement: Outcome): number {
  const { reservationValue, reservationShift } = preference;
  return (reservationValue ?? utility(preference, disagreement)) + reservationShift;
}

export function holds(when: Conditions, outcome: Outcome): boolean {
  for (let c = 0; c < when.length; c += 3) {
    const option = outcome[when[c]!]!;
    if (option < when[c + 1]! || option > when[c + 2]!) return false;
  }
  return true;
}

function mentions(when: Conditions, issue: number): boolean {
  for (let c = 0; c < when.length; c += 3) if (when[c] === issue) return true;
  return false;
}

export function conditionsOf(scenario: Issues, conditions: readonly Condition[]): Conditions {
  return Int32Array.from(
    conditions.flatMap((condition) => {
      const i = issueIndex(scenario, condition.issue);
      const issue = scenario.issues[i]!;
      const { is, min = is, max = is } = condition;
      return [i, ...optionSpan(issue, { min, max })];
    }),
  );
}

/** The outcome a party gets after opting out of one issue: that issue stays at its status quo for it. */
export function withReservation(outcome: Outcome, issue: number, statusQuo: Outcome): number[] {
  const own = outcome.slice();
  own[issue] = statusQuo[issue]!;
  return own;
}

/** The outcome in which every issue is at its status quo. */
export function statusQuoOf(scenario: Issues): number[] {
  const nothing: OutcomeById = {};
  return outcomeOf(scenario, nothing);
}
