/**
 * What the rules of play need of a scenario: who takes part, what is negotiated, in which phases, with which cards.
 * Nobody's preferences are in it, so a course can be compiled where only what is public has arrived.
 */
import type { DraftingPhase, OutcomeById, Scenario, ScenarioParty } from "./schema.ts";

/** A party as references and bodies at home know it. */
export interface Participant extends Pick<ScenarioParty, "id" | "bloc" | "groups"> {
  readonly ratification?: object | undefined;
}

export interface Participants {
  readonly parties: readonly Participant[];
}

export type Setting = Pick<Scenario, "issues" | "phases" | "events" | "levers"> & Participants;

/** What outcomes are about. */
export type Issues = Pick<Scenario, "issues">;

/** Most issues, clauses included, that one amendment may change, where the phase does not say. */
const CHANGES_AT_ONCE = 3;

/** Most issues, clauses included, that one amendment of a phase may change. */
export function changesAtOnce({ issues }: Pick<Setting, "issues">, { amendment }: DraftingPhase): number {
  const { changes = CHANGES_AT_ONCE } = amendment;
  return changes === "all" ? issues.length : changes;
}

/** The texts that a phase may begin with: one, or those that it is drawn from. */
export function openingsOf({ opening }: Pick<DraftingPhase, "opening">): readonly OutcomeById[] {
  return isList(opening) ? opening : [opening];
}

function isList(opening: DraftingPhase["opening"]): opening is OutcomeById[] {
  return Array.isArray(opening);
}
