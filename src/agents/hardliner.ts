/**
 * Signs nothing below its ideals: moves one open issue at a time towards its best outcome and votes for a text only
 * when it is worth as much as that. The "take it or leave it" strategy of the literature on commitment (Schelling
 * 1960), used to show that a seat matters.
 */

import { meets } from "../exact.ts";
import { amended } from "../protocol/drafting.ts";
import { acceptable, utility } from "../scenario/preference.ts";
import type { Observation } from "../seat/observation.ts";
import { strategy } from "./agent.ts";

export const hardliner = strategy({}, () => ({
  speak: (observation) => {
    const { seat, open, text } = observation;
    const issue = open.find((i) => text[i] !== seat.best.outcome[i]);
    if (issue === undefined) return { type: "hold", party: seat.party, reason: { cause: "nothing-to-add" } };
    const changes = [[issue, seat.best.outcome[issue]!]] as const;
    return { type: "amend", party: seat.party, changes, reason: { cause: "better", issue } };
  },
  bargain: ({ seat, text, mayAccept }) =>
    mayAccept && acceptable(seat.preference, text) && meets(utility(seat.preference, text), seat.best.utility)
      ? { type: "accept", party: seat.party, reason: { cause: "enough" } }
      : { type: "offer", party: seat.party, outcome: seat.best.outcome, reason: { cause: "too-little" } },
  vote: (observation) => {
    const { seat, beat, text, motion } = observation;
    const now = utility(seat.preference, text);
    if (beat !== "ballot") {
      return acceptable(seat.preference, text) && meets(now, seat.best.utility)
        ? { choice: "for", reason: { cause: "enough" } }
        : { choice: "against", reason: { cause: "too-little", issue: farthest(observation) } };
    }
    const then = utility(seat.preference, amended(text, motion!.changes));
    const issue = motion!.changes[0]![0];
    return meets(then, now)
      ? { choice: "for", reason: { cause: "better", issue } }
      : { choice: "against", reason: { cause: "worse", issue } };
  },
}));

/** The issue on which the text falls shortest of the seat's best outcome, in points. */
function farthest({ seat, text, course }: Observation): number {
  const { worth } = seat.preference;
  const gap = (issue: number) => {
    const at = course.table.offsets[issue]!;
    return worth[at + seat.best.outcome[issue]!]! - worth[at + text[issue]!]!;
  };
  return text.reduce((widest, _, issue) => (gap(issue) > gap(widest) ? issue : widest), 0);
}
