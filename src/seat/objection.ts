/** Why a seat is against what is voted on, from its own mandate and points: what agents say, and what persons may. */
import { type Course, isNegotiation, type Negotiation } from "../protocol/course.ts";
import { amended, motionNow } from "../protocol/drafting.ts";
import { phaseNow } from "../protocol/game.ts";
import type { Reason } from "../protocol/move.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { brokenLimits, type Limit, termOf } from "../scenario/preference.ts";
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

/**
 * What a seat can say against what is voted on now: the limit that it breaks, of an amendment one that it breaks anew or
 * the issue on which it loses most. Undefined where there is nothing of the kind.
 */
export function objectionNow({ own, game }: Standpoint): Reason | undefined {
  const phase = phaseNow(own.course, game);
  if (!isNegotiation(phase)) return undefined;
  const preference = preferenceNow(own, game);
  const broken = brokenLimits(preference, game.text);
  const about = { course: own.course, phase };
  const motion = motionNow(game);
  if (motion === undefined) return broken[0] && reasonOfLimit(about, broken[0], game.text);
  const next = amended(game.text, motion.changes);
  const anew = brokenLimits(preference, next).find((limit) => !broken.includes(limit));
  if (anew !== undefined) return reasonOfLimit(about, anew, next);
  const losses = motion.changes.map(([issue]) => {
    return { issue, loss: termOf(preference, game.text, issue) - termOf(preference, next, issue) };
  });
  const { issue, loss } = losses.reduce((most, one) => (one.loss > most.loss ? one : most));
  return loss > 0 ? { cause: "worse", issue } : undefined;
}
