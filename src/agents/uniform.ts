/**
 * Moves at random: holds half of the time, otherwise amends one open issue; votes for, against or abstains with equal
 * chance; in talks offers anything and accepts one
 * offer in three. The zero-intelligence baseline (Gode and Sunder 1993) and the fuzzer of the rules; it never walks away, as
 * that would only shorten the game.
 */
import type { Strategy } from "./agent.ts";

export const uniform: Strategy = () => ({
  speak: ({ seat, open, text, course }, random) => {
    const draw = random();
    if (open.length === 0 || draw.below(2) === 0) return { type: "hold", party: seat.party };
    const issue = open[draw.below(open.length)]!;
    const step = 1 + draw.below(course.table.counts[issue]! - 1);
    const option = (text[issue]! + step) % course.table.counts[issue]!;
    return { type: "amend", party: seat.party, changes: [[issue, option]] };
  },
  bargain: ({ seat, open, inForce, mayAccept, course }, random) => {
    const draw = random();
    if (mayAccept && draw.below(3) === 0) return { type: "accept", party: seat.party };
    const outcome = inForce.slice();
    for (const issue of open) outcome[issue] = draw.below(course.table.counts[issue]!);
    return { type: "offer", party: seat.party, outcome };
  },
  vote: (_, random) => ({ choice: (["for", "against", "abstain"] as const)[random().below(3)]! }),
});
