/**
 * A scenario file as the program reads it: its seats may have agents of the roster, and of the strategies that somebody
 * brings. The rest of the format is `scenario/reading/parse.ts`, which knows no agent.
 */
import { type Parsed, parseWith } from "../scenario/reading/parse.ts";
import { checkCost } from "../seat/cost.ts";
import type { Strategies } from "./agent.ts";
import * as roster from "./roster.ts";

/**
 * Unknown text, or a value as `JSON.parse` gives it → Scenario, or every problem at once. Never throws. `own`:
 * strategies that seats may name beside those of the roster.
 */
export function parseScenario(source: unknown, own?: Strategies): Parsed {
  return parseWith(own === undefined ? roster : { ...roster, ...own }, checkCost, source);
}
