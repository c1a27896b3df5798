/**
 * References inside a scenario: names of issues, options, parties and conditions that must exist. Each finding is
 * reported at the place that has to be mended, with the name that was probably meant.
 */
import { partiesOf } from "../parties.ts";
import { nearestName, type Path, type ProblemCode } from "../problem.ts";
import type { Condition, OutcomeById, Scenario, ScenarioPhase } from "../schema.ts";
import { changesAtOnce } from "../setting.ts";

export type Add = (code: ProblemCode, path: Path, message: string) => void;

export interface Names {
  readonly sources: ReadonlySet<string>;
  readonly parties: ReadonlySet<string>;
  readonly levers: ReadonlySet<string>;
  /** Option ids in order, by issue. */
  readonly options: ReadonlyMap<string, readonly string[]>;
  /** Most issues that an amendment or an offer may change in any phase. */
  readonly changes: number;
}

export function namesOf(scenario: Scenario): Names {
  return {
    sources: new Set(scenario.sources.map((s) => s.id)),
    parties: new Set(scenario.parties.map((p) => p.id)),
    levers: new Set((scenario.levers ?? []).map((lever) => lever.id)),
    options: new Map(scenario.issues.map((i) => [i.id, i.options.map((o) => o.id)])),
    changes: Math.max(...scenario.phases.map((phase) => changesIn(scenario, phase))),
  };
}

/** An offer in talks may change everything. */
function changesIn(scenario: Scenario, phase: ScenarioPhase): number {
  return phase.protocol === "drafting" ? changesAtOnce(scenario, phase) : scenario.issues.length;
}

/** `from`: index of the first reference in its list. */
export function checkPartyRefs(
  scenario: Scenario,
  refs: readonly string[],
  path: Path,
  add: Add,
  from = 0,
): void {
  refs.forEach((ref, i) => {
    if (partiesOf(scenario, ref).length > 0) return;
    const known = [
      "all",
      ...scenario.parties.flatMap((p) => [p.id, `bloc:${p.bloc}`, ...p.groups.map((g) => `group:${g}`)]),
    ];
    add(
      "unknown-party",
      [...path, from + i],
      unknown("party", ref, known, "Write an id, group:x, bloc:x or all."),
    );
  });
}

export function checkOutcome(outcome: OutcomeById, path: Path, names: Names, add: Add): void {
  for (const [issue, option] of Object.entries(outcome)) {
    if (checkIssueRef(issue, [...path, issue], names, add))
      checkOptionRef(issue, option, [...path, issue], names, add);
  }
}

export function checkConditions(conditions: readonly Condition[], path: Path, names: Names, add: Add): void {
  conditions.forEach((condition, i) => {
    const at = [...path, i];
    const bounded = condition.min !== undefined || condition.max !== undefined;
    if ((condition.is !== undefined) === bounded) {
      add("condition-form", at, 'A condition has either "is", or "min" and/or "max".');
    }
    checkRange(condition.issue, condition, at, names, add);
    if (condition.is !== undefined && names.options.has(condition.issue)) {
      checkOptionRef(condition.issue, condition.is, [...at, "is"], names, add);
    }
  });
}

/** An option range `{min?, max?}` of an issue: both exist, and min is not above max. */
export function checkRange(
  issue: string,
  range: { min?: string | undefined; max?: string | undefined; issue?: string },
  path: Path,
  names: Names,
  add: Add,
): void {
  if (!names.options.has(issue)) {
    if (range.issue !== undefined) checkIssueRef(issue, [...path, "issue"], names, add);
    return;
  }
  const { min, max } = range;
  const minKnown = min === undefined || checkOptionRef(issue, min, [...path, "min"], names, add);
  const maxKnown = max === undefined || checkOptionRef(issue, max, [...path, "max"], names, add);
  if (min === undefined || max === undefined || !minKnown || !maxKnown) return;
  const options = names.options.get(issue) ?? [];
  if (options.indexOf(min) > options.indexOf(max)) {
    add(
      "empty-range",
      path,
      `No option of ${issue} lies from "${min}" to "${max}". Swap them or widen the range.`,
    );
  }
}

export function checkIssueRef(id: string, path: Path, names: Names, add: Add): boolean {
  if (names.options.has(id)) return true;
  add("unknown-issue", path, unknown("issue", id, names.options.keys(), "Add it to `issues`."));
  return false;
}

export function checkOptionRef(issue: string, option: string, path: Path, names: Names, add: Add): boolean {
  const options = names.options.get(issue) ?? [];
  if (options.includes(option)) return true;
  add(
    "unknown-option",
    path,
    unknown(`option of ${issue}`, option, options, `It has: ${options.join(", ")}.`),
  );
  return false;
}

export function unknown(kind: string, name: string, known: Iterable<string>, otherwise: string): string {
  const meant = nearestName(name, known);
  return `There is no ${kind} "${name}". ${meant === undefined ? otherwise : `Did you mean "${meant}"?`}`;
}
