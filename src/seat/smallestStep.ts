/**
 * The change of one or two issues that raises the chance of a text most for its size, by the public estimate: exact over all
 * such changes, and without listing what can't beat the best so far. O(open options² × parties) at most.
 */
import { meets } from "../exact.ts";
import type { Change } from "../protocol/move.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { chanceFrom, chanceOf, type Deciding, doubtsAfter, type Support } from "./support.ts";

export interface Step {
  readonly changes: readonly Change[];
  readonly chance: number;
}

/**
 * Among changes of the open issues that reach at least a chance of `least` and that `allowed` lets pass, which is asked
 * only of what would be better than the best so far. Of equals the first, by issues and options.
 */
export function smallestStep(
  support: Support,
  phase: Deciding,
  text: Outcome,
  open: readonly number[],
  least: number,
  allowed: (changes: readonly Change[]) => boolean,
): Step | undefined {
  const { parties, table } = support.course;
  const now = chanceOf(support, phase, text);
  const doubts = doubtsAfter(support, phase, text, [], new Float64Array(parties));
  const shifts = open.map((issue) => shiftsOf(support, issue, text[issue]!));
  // What any later change can still take off each party's doubt, by the position of the first that is allowed.
  const room = open.map(() => new Float64Array(parties));
  for (let k = open.length - 2; k >= 0; k--) {
    room[k]!.set(room[k + 1]!);
    for (const shift of shifts[k + 1]!)
      for (let p = 0; p < parties; p++) room[k]![p] = Math.min(room[k]![p]!, shift[p]!);
  }
  let best: Step | undefined;
  let most = Number.NEGATIVE_INFINITY;
  const once = new Float64Array(parties);
  const twice = new Float64Array(parties);
  const added = (to: Float64Array, from: Float64Array, shift: Float64Array) => {
    for (let p = 0; p < parties; p++) to[p] = from[p]! + shift[p]!;
    return chanceFrom(phase, to);
  };
  const consider = (chance: number, changes: readonly Change[]) => {
    const gain = (chance - now) / changes.length;
    if (chance < least || (best !== undefined && meets(most, gain)) || !allowed(changes)) return;
    best = { changes, chance };
    most = gain;
  };
  for (const [k, issue] of open.entries()) {
    for (let option = 0; option < table.counts[issue]!; option++) {
      if (option === text[issue]) continue;
      const first: Change = [issue, option];
      consider(added(once, doubts, shifts[k]![option]!), [first]);
      const atMost = added(twice, once, room[k]!);
      if (atMost < least || (best !== undefined && meets(most, (atMost - now) / 2))) continue;
      for (let j = k + 1; j < open.length; j++) {
        const second = open[j]!;
        for (let other = 0; other < table.counts[second]!; other++) {
          if (other === text[second]) continue;
          const chance = added(twice, once, shifts[j]![other]!);
          if (chance < least || (best !== undefined && meets(most, (chance - now) / 2))) continue;
          consider(chance, [first, [second, other]]);
        }
      }
    }
  }
  return best;
}

/** By option of an issue: what it adds to each party's doubt about the text that has `from` there. */
function shiftsOf({ course, doubts }: Support, issue: number, from: number): Float64Array[] {
  const { parties, table } = course;
  const at = (option: number) => (table.offsets[issue]! + option) * parties;
  return Array.from({ length: table.counts[issue]! }, (_, option) =>
    Float64Array.from({ length: parties }, (_, p) => doubts[at(option) + p]! - doubts[at(from) + p]!),
  );
}
