/**
 * Warnings: a file that is well-formed but can't mean what was meant. Each has a code that tests and editors can rely on,
 * a place, and a sentence that says what follows and how to mend it. A scenario with warnings can be played. A check is
 * one function from the scenario to its warnings; the lists of checks are `checks.ts` here (what the file alone shows)
 * and `analysis/warnings.ts` (what follows from the rules).
 */
import type { Finding, Path } from "../problem.ts";
import type { Scenario } from "../schema.ts";

export const WARNING_CODES = [
  "nothing-at-stake",
  "no-stake",
  "missing-stake",
  "idle-issue",
  "dominated-option",
  "weight-range",
  "limits-conflict",
  "idle-limit",
  "idle-linkage",
  "never-holds",
  "one-side",
  "no-seat",
  "one-speaker",
  "never-open",
  "never-comes",
  "never-pulled",
  "idle-news",
  "idle-effect",
  "unused",
  "reservation-unreachable",
  "reservation-scale",
  "rule-never",
  "rule-always",
  "no-agreement",
  "told-early",
  "hidden-source",
  "state-media",
  "not-decided",
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

export type Warning = Finding<WarningCode>;

/** What has to be mended or looked at; that something was not decided within the work allowed is not. */
export function faultsIn(warnings: readonly Warning[]): readonly Warning[] {
  return warnings.filter(({ code }) => code !== "not-decided");
}

export type Warn = (code: WarningCode, path: Path, message: string) => void;
export type Check = (scenario: Scenario, warn: Warn) => void;

/** `a`, `a and b`, `a, b and c`; ids of a long list are counted after the fifth. */
export function listed(ids: readonly string[]): string {
  const shown = ids.length > 6 ? [...ids.slice(0, 5), `${ids.length - 5} others`] : ids;
  return shown.length < 2 ? shown.join() : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
