/**
 * Moves at random: pulls a lever one time in four that it may, holds half of the time, otherwise amends one open issue;
 * votes for, against or abstains with equal chance; in talks offers anything and accepts one offer in three. The zero-intelligence baseline (Gode and Sunder 1993) and the fuzzer of the rules; it never walks away, as
 * that would only shorten the game.
 */
import { targetsOf } from "../protocol/levers.ts";
import type { Move } from "../protocol/move.ts";
import type { Random } from "../random.ts";
import type { Observation } from "../seat/observation.ts";
import { strategy } from "./agent.ts";

export const uniform = strategy({}, () => ({
  speak: (observation, random) => {
    const { seat, open, text, course } = observation;
    const draw = random();
    const pull = anyPull(observation, draw);
    if (pull !== undefined) return pull;
    if (open.length === 0 || draw.below(2) === 0) return { type: "hold", party: seat.party };
    const issue = open[draw.below(open.length)]!;
    const step = 1 + draw.below(course.table.counts[issue]! - 1);
    const option = (text[issue]! + step) % course.table.counts[issue]!;
    return { type: "amend", party: seat.party, changes: [[issue, option]] };
  },
  bargain: (observation, random) => {
    const { seat, open, inForce, mayAccept, course } = observation;
    const draw = random();
    const pull = anyPull(observation, draw);
    if (pull !== undefined) return pull;
    if (mayAccept && draw.below(3) === 0) return { type: "accept", party: seat.party };
    const outcome = inForce.slice();
    for (const issue of open) outcome[issue] = draw.below(course.table.counts[issue]!);
    return { type: "offer", party: seat.party, outcome };
  },
  vote: (_, random) => ({ choice: (["for", "against", "abstain"] as const)[random().below(3)]! }),
}));

function anyPull(
  { seat, course, levers }: Observation,
  draw: Random,
): Extract<Move, { type: "lever" }> | undefined {
  if (levers.length === 0 || draw.below(4) > 0) return undefined;
  const lever = levers[draw.below(levers.length)]!;
  const targets = targetsOf(course, lever, seat.party);
  return { type: "lever", party: seat.party, lever, target: targets[draw.below(targets.length)]! };
}
