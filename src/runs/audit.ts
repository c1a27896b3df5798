/**
 * A scenario file with every warning there is: what the file alone shows, and what follows from its rules and numbers.
 * `parley validate` and the page ask this; the parser by itself warns only of the first.
 */
import * as roster from "../agents/roster.ts";
import { checkAgainstRules } from "../analysis/warnings.ts";
import { type Parsed, parseWith } from "../scenario/reading/parse.ts";
import { FILE_CHECKS } from "../scenario/warnings/checks.ts";
import { checkCost } from "../seat/cost.ts";

const CHECKS = [...FILE_CHECKS, checkAgainstRules];

/** `playable` is called once the file turns out to be one that can be played, before its rules are looked into. */
export function auditScenario(source: unknown, playable: () => void = () => {}): Parsed {
  return parseWith(roster, checkCost, source, [playable, ...CHECKS]);
}
