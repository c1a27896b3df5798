/**
 * The second table (Putnam 1988): what each signatory's body at home is expected to do with the text. The chance falls
 * with the body's difficulty and with the text's distance from its party's best, and moves with clauses.
 */

import { quantised } from "../exact.ts";
import type { Best } from "../scenario/best/best.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { type Preference, utility } from "../scenario/preference.ts";
import type { Scenario } from "../scenario/schema.ts";
import { clauseSum } from "./aftermath.ts";

export interface Approval {
  readonly party: number;
  readonly body: string;
  readonly rule: string | undefined;
  /** Chance that the body approves, from 0 to 1. */
  readonly chance: number;
  readonly weight: number;
}

/** Without an aftermath model: a body refuses with its difficulty, and more so the farther the text is from its best. */
const PLAIN = { least: 0.4, distance: 0.8 };

/** One entry for each signatory that has a body. `shift`: what cards add to its chance. */
export function approvalsOf(
  scenario: Scenario,
  signatories: readonly number[],
  outcome: Outcome,
  preferences: readonly Preference[],
  best: readonly Best[],
  shift: (party: number) => number = () => 0,
): Approval[] {
  const { least, distance } = scenario.aftermath?.ratification ?? PLAIN;
  const clauses = scenario.aftermath === undefined ? 0 : clauseSum(scenario, outcome, "ratification");
  return signatories.flatMap((party) => {
    const { ratification } = scenario.parties[party]!;
    if (ratification === undefined) return [];
    const reached = utility(preferences[party]!, outcome) / best[party]!.utility;
    const far = Math.min(1, Math.max(0, 1 - reached));
    const chance = 1 - ratification.difficulty * (least + distance * far) + clauses + shift(party);
    return [
      {
        party,
        body: ratification.body,
        rule: ratification.rule,
        chance: Math.min(1, Math.max(0, quantised(chance))),
        weight: ratification.weight ?? 1,
      },
    ];
  });
}

/** Weighted share expected to approve; 0 when nobody signed. */
export function expectedShare(approvals: readonly Approval[]): number {
  const all = approvals.reduce((sum, approval) => sum + approval.weight, 0);
  const passed = approvals.reduce((sum, approval) => sum + approval.weight * approval.chance, 0);
  return all === 0 ? 0 : quantised(passed / all);
}
