/**
 * "What would it take?": the change of fewest issues after which a party is expected to sign, and of those the one that costs the
 * seat least. Exact over all changes of one, two and three open issues, by what is believed of the party; it knows nothing that the
 * seat could not know.
 */
import type { Negotiation } from "../protocol/course.ts";
import type { Change } from "../protocol/move.ts";
import type { Outcome } from "../scenario/outcome.ts";
import type { Belief } from "./belief.ts";
import { moveParty, partyOutlook, signsHere } from "./partyOutlook.ts";

export interface Step {
  readonly changes: readonly Change[];
  /** Chance that the party then signs. */
  readonly chance: number;
  /** What the changes cost the seat, in its points; below 0 they gain. */
  readonly cost: number;
}

/** An estimate of so much is told as likely in the last round (`calibrated.ts`): the party is expected to sign. */
export const EXPECTED = 0.15;
const MOST_CHANGES = 3;

export interface Question {
  readonly belief: Belief;
  readonly phase: Negotiation;
  readonly text: Outcome;
  readonly open: readonly number[];
  /** Most issues that may be changed at once. */
  readonly most: number;
  readonly party: number;
  /** Of the phase, for which the signature is expected. */
  readonly time: number;
  /** What a change costs the seat; undefined where it may not offer it. Asked only of what would help. */
  readonly costOf: (changes: readonly Change[]) => number | undefined;
}

/** Undefined when no such change would do, or none that the seat may offer. O(open options³) at most. */
export function smallestStep({
  belief,
  phase,
  text,
  open,
  most,
  party,
  time,
  costOf,
}: Question): Step | undefined {
  const outlook = partyOutlook(belief, phase, party, time, text);
  const { counts } = belief.course.table;
  let best: Step | undefined;
  const visit = (size: number, from: number, changes: readonly Change[]) => {
    for (let k = from; k <= open.length - size; k++) {
      const issue = open[k]!;
      const before = outlook.text[issue]!;
      for (let option = 0; option < counts[issue]!; option++) {
        if (option === text[issue]) continue;
        moveParty(outlook, issue, option);
        const next: readonly Change[] = [...changes, [issue, option]];
        if (size > 1) visit(size - 1, k + 1, next);
        else consider(next);
      }
      moveParty(outlook, issue, before);
    }
  };
  const consider = (changes: readonly Change[]) => {
    const chance = signsHere(outlook);
    if (chance < EXPECTED) return;
    const cost = costOf(changes);
    if (cost === undefined || (best !== undefined && cost >= best.cost)) return;
    best = { changes, chance, cost };
  };
  for (let size = 1; size <= Math.min(most, MOST_CHANGES, open.length); size++) {
    visit(size, 0, []);
    if (best !== undefined) return best;
  }
  return undefined;
}
