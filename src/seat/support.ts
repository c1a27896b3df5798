/** The two questions that most ask of what is believed of the others: does this party sign, and does this text pass? */
import type { Negotiation } from "../protocol/course.ts";
import type { Outcome } from "../scenario/outcome.ts";
import type { Belief } from "./belief.ts";
import { agreementChance, type Estimate, emptyEstimate, estimateText, signersOf } from "./chances.ts";
import { partyOutlook, signsHere } from "./partyOutlook.ts";

/** Estimated chance that a party signs a text in the last round, or at an earlier `time` of the phase. In (0, 1). */
export function supportOf(
  belief: Belief,
  phase: Pick<Negotiation, "issues">,
  party: number,
  text: Outcome,
  time = 1,
): number {
  return estimateText(belief, phase, [party], text, time, roomFor(belief)).signs[party]!;
}

/**
 * Estimated chance that a text is agreed in the last round, or at an earlier `time`, if `self` signs (−1: nobody is sure). In
 * [0, 1].
 */
export function chanceOf(belief: Belief, phase: Negotiation, text: Outcome, time = 1, self = -1): number {
  return agreementChance(phase, estimateNow(belief, phase, text, time).signs, self);
}

/** The latest estimate of a game, kept because many seats ask about the same text. */
interface Kept {
  readonly estimate: Estimate;
  belief: Belief | undefined;
  version: number;
  phase: Negotiation | undefined;
  time: number;
  readonly text: number[];
}
const keptIn = new WeakMap<Belief["course"], Kept>();

/** What everybody whose signature is asked for is expected to do with a text. Holds until the next question. */
export function estimateNow(belief: Belief, phase: Negotiation, text: Outcome, time: number): Estimate {
  const { course } = belief;
  const kept = keptIn.get(course) ?? {
    estimate: emptyEstimate(course),
    belief: undefined,
    version: 0,
    phase: undefined,
    time: 0,
    text: [],
  };
  const known =
    kept.belief === belief &&
    kept.version === belief.version &&
    kept.phase === phase &&
    kept.time === time &&
    sameText(kept.text, text);
  if (known) return kept.estimate;
  estimateText(belief, phase, signersOf(phase), text, time, kept.estimate);
  kept.text.length = 0;
  kept.text.push(...text);
  keptIn.set(course, Object.assign(kept, { belief, version: belief.version, phase, time }));
  return kept.estimate;
}

/**
 * Chance that each party signs a text, where the rule allows it with a reservation on the issue that most stands in its way: by
 * party, for those whose signature is asked for. A copy.
 */
export function signaturesNow(belief: Belief, phase: Negotiation, text: Outcome, time: number): Float64Array {
  const signs = estimateNow(belief, phase, text, time).signs.slice();
  for (const party of signersOf(phase))
    if (phase.decision.mayReserve[party])
      signs[party] = signsHere(partyOutlook(belief, phase, party, time, text));
  return signs;
}

const rooms = new WeakMap<Belief["course"], Estimate>();
function roomFor({ course }: Belief): Estimate {
  const room = rooms.get(course) ?? emptyEstimate(course);
  rooms.set(course, room);
  return room;
}

export function sameText(a: Outcome, b: Outcome): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
