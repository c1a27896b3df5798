/** Why a seat is against what is voted on, from its own mandate and points: what agents say, and what persons may. */
import { type Course, isNegotiation, type Negotiation } from "../protocol/course.ts";
import { amended, motionNow } from "../protocol/drafting.ts";
import { phaseNow } from "../protocol/game.ts";
import type { Reason } from "../protocol/move.ts";
import type { Outcome } from "../scenario/outcome.ts";
import {
  brokenLimits,
  countBroken,
  type Limit,
  type Preference,
  termOf,
  utilityShift,
} from "../scenario/preference.ts";
import { preferenceNow } from "./seats.ts";
import type { Standpoint } from "./standpoint.ts";

/**
 * Names the clause that would lift the limit, if one would that can be moved in this phase; otherwise the side on which the text leaves
 * it.
 */
export function reasonOfLimit(
  { course, phase }: { readonly course: Course; readonly phase: Pick<Negotiation, "issues"> },
  limit: Limit,
  text: Outcome,
): Reason {
  for (let c = 0; c < limit.unless.length; c += 3) {
    const issue = limit.unless[c]!;
    const within = course.isClause[issue] && phase.issues.includes(issue);
    if (within && text[issue] === 0 && limit.unless[c + 1] === 1) return { cause: "clause-missing", issue };
  }
  return { cause: text[limit.issue]! > limit.max ? "above-mandate" : "below-mandate", issue: limit.issue };
}

/** A person is offered so many reasons. */
const MOST_REASONS = 5;

/**
 * What a seat can truly say against what is voted on now, the weightiest first. Of an amendment: each limit that it breaks anew, then
 * the issues on which it loses most. Of a text: each limit that it breaks, then the issues on which most is left to hope for within
 * the mandate. Empty where there is nothing of the kind.
 */
export function objectionsNow({ own, game }: Standpoint): readonly Reason[] {
  const phase = phaseNow(own.course, game);
  if (!isNegotiation(phase)) return [];
  const preference = preferenceNow(own, game);
  const broken = brokenLimits(preference, game.text);
  const motion = motionNow(game);
  const next = motion === undefined ? game.text : amended(game.text, motion.changes);
  const limits =
    motion === undefined ? broken : brokenLimits(preference, next).filter((limit) => !broken.includes(limit));
  const losses =
    motion === undefined
      ? missedOn(preference, phase, game.text)
      : motion.changes.map(([issue]) => ({
          issue,
          loss: termOf(preference, game.text, issue) - termOf(preference, next, issue),
        }));
  const cause = motion === undefined ? "too-little" : "worse";
  const lost = losses.filter(({ loss }) => loss > 0).sort((a, b) => b.loss - a.loss);
  const reasons = [
    ...limits.map((limit) => reasonOfLimit({ course: own.course, phase }, limit, next)),
    ...lost.map(({ issue }): Reason => ({ cause, issue })),
  ];
  return reasons
    .filter((reason, at) => reasons.findIndex((other) => sameReason(reason, other)) === at)
    .slice(0, MOST_REASONS);
}

/** By issue of the phase: what the best option within the mandate would add, in points, all else as it stands. */
function missedOn(
  preference: Preference,
  { issues }: Negotiation,
  text: Outcome,
): { readonly issue: number; readonly loss: number }[] {
  const { counts } = preference.table;
  const broken = countBroken(preference, text);
  return issues.map((issue) => {
    let loss = 0;
    for (let option = 0; option < counts[issue]!; option++) {
      const next = amended(text, [[issue, option]]);
      if (countBroken(preference, next) <= broken)
        loss = Math.max(loss, utilityShift(preference, text, next, issue));
    }
    return { issue, loss };
  });
}

export function sameReason(a: Reason, b: Reason): boolean {
  return a.cause === b.cause && a.issue === b.issue;
}
