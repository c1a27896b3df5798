/**
 * The question after the result: what would become of this text? Puts the world's models together for one result:
 * who is expected to ratify, what follows for unity and grievance, the fan of futures; and the same with switches.
 */
import { cardsAt, unityOf } from "../protocol/mandate.ts";
import type { PhaseResult } from "../protocol/move.ts";
import { issueIndex, type Outcome, optionIndex } from "../scenario/outcome.ts";
import { utility } from "../scenario/preference.ts";
import type { Scenario } from "../scenario/schema.ts";
import type { Table } from "../seat/compiled.ts";
import { type Assumptions, assumptionsOf, modelOf } from "../world/aftermath.ts";
import type { Played } from "../world/cards.ts";
import { ratificationShift, worldOf } from "../world/effects.ts";

import { type Fan, fanOf } from "../world/fan.ts";
import { type Approval, approvalsOf, expectedShare } from "../world/ratification.ts";

/** What is assumed otherwise: assumptions by name, and options of single issues by issue id. */
export interface Switch {
  readonly assumptions?: Partial<Assumptions>;
  readonly options?: Readonly<Record<string, string>>;
}

export interface AftermathView {
  readonly outcome: Outcome;
  readonly approvals: readonly Approval[];
  readonly assumptions: Assumptions;
  readonly fan: Fan;
}

/** Shares run from 0 to 1; what cards move, as far as a card may move it. */
const SHARE = { least: 0, most: 1 };
const MOVED = { least: -10, most: 10 };
const RANGES: Readonly<Record<keyof Assumptions, { readonly least: number; readonly most: number }>> = {
  ratified: SHARE,
  unity: SHARE,
  force: SHARE,
  lens: SHARE,
  grievance: SHARE,
  powerShift: MOVED,
  tension: MOVED,
  capability: MOVED,
  communication: MOVED,
};

const isAssumption = (name: string): name is keyof Assumptions => Object.hasOwn(RANGES, name);

/** What a text stands on: who signed and approved it, and the cards played up to then. */
export type Standing = Pick<
  PhaseResult,
  "phase" | "round" | "outcome" | "signed" | "unity" | "approved" | "cards"
>;

/** Futures of how a phase ended, with a switch. Throws RangeError for unknown ids or without a model. */
export function aftermathOf(
  table: Table,
  result: Standing,
  switched: Switch,
  seed: number,
  runs: number,
): AftermathView {
  const { scenario, positions } = table;
  const { course } = positions;
  const lying = cardsAt(course, result);
  const model = modelOf(scenario);
  const outcome = withOptions(scenario, result.outcome, switched.options ?? {});
  const signatories = signatoriesOf(result);
  const approvals = approvalsAt(table, signatories, outcome, lying);
  const base = signatories.length === 0 ? model.unity : result.unity;
  const assumptions = {
    ...assumptionsOf(model, shareOf(approvals, result.approved)),
    ...worldOf(course.cards, lying),
    unity: unityOf(course, { ...result, unity: base }),
    grievance: grievanceOf(table, outcome),
    ...switched.assumptions,
  };
  return { outcome, approvals, assumptions, fan: fanOf(scenario, outcome, assumptions, seed, runs) };
}

/** What the bodies of signatories are expected to do with a text, with these cards on the table. */
export function approvalsAt(
  table: Table,
  signatories: readonly number[],
  text: Outcome,
  lying: readonly Played[],
): Approval[] {
  const { positions, scenario, best } = table;
  const { cards } = positions.course;
  const shift = (party: number) => ratificationShift(cards, lying, party, text);
  return approvalsOf(scenario, signatories, text, positions.preferences, best, shift);
}

/** Weighted share that has approved what is in force, or is expected to before anybody was asked; in [0, 1]. */
export function ratifiedShare(table: Table, standing: Standing): number {
  const signatories = signatoriesOf(standing);
  const lying = cardsAt(table.positions.course, standing);
  return shareOf(approvalsAt(table, signatories, standing.outcome, lying), standing.approved);
}

function signatoriesOf({ signed }: Pick<Standing, "signed">): number[] {
  return signed.flatMap((did, party) => (did ? [party] : []));
}

function shareOf(approvals: readonly Approval[], approved: PhaseResult["approved"]): number {
  if (approved === undefined) return expectedShare(approvals);
  return expectedShare(
    approvals.map((approval) => ({ ...approval, chance: approved[approval.party] ? 1 : 0 })),
  );
}

/** The same futures under each switch, in their order: paired, as they share their seeds. */
export function compareAftermath(
  table: Table,
  result: Standing,
  switches: readonly Switch[],
  seed: number,
  runs: number,
): AftermathView[] {
  return switches.map((switched) => aftermathOf(table, result, switched, seed, runs));
}

/** 1 minus the lower of the protected party's and the adversary's share of their best utility. */
export function grievanceOf({ scenario, positions, best }: Table, outcome: Outcome): number {
  const { protected: guarded, adversary } = modelOf(scenario);
  const shares = [guarded, adversary].map((id) => {
    const party = scenario.parties.findIndex((candidate) => candidate.id === id);
    return utility(positions.preferences[party]!, outcome) / best[party]!.utility;
  });
  return Math.min(1, Math.max(0, 1 - Math.min(...shares)));
}

function withOptions(
  scenario: Scenario,
  outcome: Outcome,
  options: Readonly<Record<string, string>>,
): number[] {
  const changed = outcome.slice();
  for (const [id, option] of Object.entries(options)) {
    const issue = issueIndex(scenario, id);
    changed[issue] = optionIndex(scenario.issues[issue]!, option);
  }
  return changed;
}

/**
 * Reads `name=value,…`: an assumption with a number or an issue with an option, each once. Throws RangeError with a
 * sentence.
 */
export function parseSwitch(scenario: Scenario, written: string): Switch {
  const assumptions: Partial<Record<keyof Assumptions, number>> = {};
  const options: Record<string, string> = {};
  for (const entry of written.split(",").filter((part) => part.trim() !== "")) {
    const [name = "", value = "", ...more] = entry.trim().split("=");
    if (more.length > 0) throw new RangeError(`"${entry}" is not name=value.`);
    if (Object.hasOwn(assumptions, name) || Object.hasOwn(options, name)) {
      throw new RangeError(`"${name}" is switched twice; only one can count.`);
    }
    if (isAssumption(name)) assumptions[name] = assumed(name, value);
    else {
      const issue = scenario.issues.find((candidate) => candidate.id === name);
      if (issue === undefined) {
        throw new RangeError(`"${name}" is neither an issue nor one of: ${Object.keys(RANGES).join(", ")}.`);
      }
      optionIndex(issue, value);
      options[name] = value;
    }
  }
  return { assumptions, options };
}

function assumed(name: keyof Assumptions, value: string): number {
  const { least, most } = RANGES[name];
  const number = Number(value);
  if (value.trim() === "" || !(number >= least && number <= most)) {
    throw new RangeError(`${name} needs a number from ${least} to ${most}, not "${value}".`);
  }
  return number;
}
