/**
 * A scenario compiled for play: what all seats need, worked out once and kept for any number of games.
 */

import { compile, type Positions } from "../protocol/course.ts";
import { type Best, bestOutcome } from "../scenario/best.ts";
import type { Scenario } from "../scenario/schema.ts";
import { type Kept, nothingKept } from "./seats.ts";
import { priorDoubts } from "./support.ts";

/** A scenario compiled for any number of games. */
export interface Table {
  readonly scenario: Scenario;
  readonly positions: Positions;
  /** By party: the best outcome before any card is played. */
  readonly best: readonly Best[];
  readonly prior: Float64Array;
  /** What `seats.ts` has worked out; filled as games get there. */
  readonly kept: Kept;
}

export function tableOf(scenario: Scenario): Table {
  const positions = compile(scenario);
  return {
    scenario,
    positions,
    best: positions.preferences.map((preference) => bestOutcome(preference)),
    prior: priorDoubts(scenario, positions.course),
    kept: nothingKept(),
  };
}
