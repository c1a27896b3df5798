/**
 * A scenario compiled for play: the course of phases with rules, agenda and seats as indices. Only what every seat
 * may know is in `Course`; each party's own numbers are in `preferences`, which no rule and no observation of another
 * seat reads. Compiled once a session, passed along, never changed.
 */
import { type Outcome, outcomeOf } from "../scenario/outcome.ts";
import { partiesOfAll } from "../scenario/parties.ts";
import {
  type OptionTable,
  optionTableOf,
  type Preference,
  preferenceOf,
  statusQuoOf,
} from "../scenario/preference.ts";
import { BOUNDS, type Scenario, type ScenarioPhase } from "../scenario/schema.ts";
import { type Rule, ruleOf } from "./decision.ts";

/** Most issues, clauses included, that one amendment may change. */
export const CHANGES_AT_ONCE = BOUNDS.changes;

export interface Phase {
  readonly id: string;
  readonly rounds: number;
  /** Parties with a vote, as party indices in the order of the scenario's list. */
  readonly parties: readonly number[];
  readonly opening: Outcome;
  /** What is in force without agreement. */
  readonly disagreement: Outcome;
  readonly amendment: Rule;
  readonly decision: Rule;
  readonly principals: readonly number[];
  /** Parties from which the other speakers of a round are drawn, and how many. */
  readonly rotation: readonly number[];
  readonly rotating: number;
  /** Open issues by round (index round − 1), clauses included, ascending. */
  readonly agenda: readonly (readonly number[])[];
  readonly unity: number;
  /** Index of the phase that follows; −1: the course ends. */
  readonly next: { readonly agreement: number; readonly none: number };
}

export interface Course {
  readonly table: OptionTable;
  readonly parties: number;
  readonly statusQuo: Outcome;
  /** Indexed by issue. */
  readonly isClause: readonly boolean[];
  readonly phases: readonly Phase[];
}

export interface Positions {
  readonly course: Course;
  readonly scenario: Scenario;
  /** Indexed by party. */
  readonly preferences: readonly Preference[];
}

export function compile(scenario: Scenario): Positions {
  const table = optionTableOf(scenario);
  const course: Course = {
    table,
    parties: scenario.parties.length,
    statusQuo: statusQuoOf(scenario),
    isClause: scenario.issues.map((issue) => issue.kind === "clause"),
    phases: scenario.phases.map((phase) => phaseOf(scenario, phase)),
  };
  const preferences = scenario.parties.map((_, party) => preferenceOf(scenario, party, table));
  return { course, scenario, preferences };
}

function phaseOf(scenario: Scenario, phase: ScenarioPhase): Phase {
  const parties = partiesOfAll(scenario, phase.parties).sort((a, b) => a - b);
  const principals = partiesOfAll(scenario, phase.floor.principals);
  const rotation = parties.filter((party) => !principals.includes(party));
  const indexOf = (id: string | null) => scenario.phases.findIndex((other) => other.id === id);
  return {
    id: phase.id,
    rounds: phase.rounds,
    parties,
    opening: outcomeOf(scenario, phase.opening),
    disagreement: outcomeOf(scenario, phase.disagreement),
    amendment: ruleOf(scenario, phase.amendment),
    decision: ruleOf(scenario, phase.decision),
    principals,
    rotation,
    rotating: Math.min(phase.floor.rotating, rotation.length),
    agenda: Array.from({ length: phase.rounds }, (_, round) => openIn(scenario, phase, round)),
    unity: phase.unity,
    next: { agreement: indexOf(phase.next.agreement), none: indexOf(phase.next.none) },
  };
}

/** Issues open in a round (from 0): those of the agenda and the clauses that open with them. */
function openIn(scenario: Scenario, phase: ScenarioPhase, round: number): number[] {
  const listed = phase.agenda === "all" ? undefined : (phase.agenda[round] ?? []);
  return scenario.issues.flatMap((issue, i) => {
    const open = listed === undefined || listed.includes(issue.id) || listed.includes(issue.opensWith ?? "");
    return open ? [i] : [];
  });
}
