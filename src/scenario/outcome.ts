/**
 * An outcome is one option index an issue, in the scenario's order of issues; clauses are issues with the options
 * out (0) and in (1). Ids appear only where a person or a file is spoken to.
 */
import type { OutcomeById, ScenarioIssue } from "./schema.ts";
import type { Issues } from "./setting.ts";

export type Outcome = readonly number[];

/** From ids; issues left out are at their status quo. Unknown ids throw (the parser has refused them before). */
export function outcomeOf(scenario: Issues, byId: OutcomeById): number[] {
  return scenario.issues.map((issue) => optionIndex(issue, byId[issue.id] ?? issue.statusQuo));
}

/** To ids, every issue named, so that a stored outcome does not depend on a status quo. */
export function outcomeById(scenario: Issues, outcome: Outcome): OutcomeById {
  return Object.fromEntries(scenario.issues.map((issue, i) => [issue.id, issue.options[outcome[i]!]!.id]));
}

export function issueIndex(scenario: Issues, id: string): number {
  return issueIndexIn(scenario.issues, id);
}

export function issueIndexIn(issues: readonly ScenarioIssue[], id: string): number {
  const index = issues.findIndex((issue) => issue.id === id);
  if (index < 0) throw new RangeError(`There is no issue "${id}".`);
  return index;
}

export function optionIndex(issue: ScenarioIssue, id: string): number {
  const index = issue.options.findIndex((option) => option.id === id);
  if (index < 0) throw new RangeError(`Issue "${issue.id}" has no option "${id}".`);
  return index;
}

/** First and last option of a range whose ends may be left open. */
export function optionSpan(
  issue: ScenarioIssue,
  { min, max }: { readonly min?: string | undefined; readonly max?: string | undefined },
): readonly [least: number, most: number] {
  return [
    min === undefined ? 0 : optionIndex(issue, min),
    max === undefined ? issue.options.length - 1 : optionIndex(issue, max),
  ];
}

/** Distance of two outcomes in steps over the level issues; clauses are not counted. */
export function stepsBetween(scenario: Issues, a: Outcome, b: Outcome): number {
  return scenario.issues.reduce(
    (sum, issue, i) => (issue.kind === "level" ? sum + Math.abs(a[i]! - b[i]!) : sum),
    0,
  );
}
