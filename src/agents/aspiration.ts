/** What delegates share in drafting and in talks: how their aspiration falls, and how they name what stands in the way. */

import { quantised } from "../exact.ts";
import type { Reason } from "../protocol/move.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { type Limit, termOf } from "../scenario/preference.ts";
import type { Observation } from "../seat/observation.ts";

export interface Settings {
  readonly concession: number;
  readonly patience: number;
  readonly adoptability: number;
  readonly variety: number;
  /** Least chance of its best offer with which it stays to the end of talks. */
  readonly hope: number;
}

/** a(t) = lo + (hi − lo)(1 − t^(1/e)); t starts after the patience. Quantised, as powers differ between engines. */
export function aspiration({ seat, relativeTime }: Observation, { concession, patience }: Settings): number {
  const lo = seat.reservationValue;
  const hi = Math.max(lo, seat.best.utility);
  const t = patience >= 1 ? 0 : Math.max(0, (relativeTime - patience) / (1 - patience));
  const falling = concession === 1 ? t : quantised(t ** (1 / concession));
  return lo + (hi - lo) * (1 - falling);
}

/** Names the clause that would lift the limit, if one would; otherwise the side on which the text leaves it. */
export function reasonOfLimit({ course }: Observation, limit: Limit, text: Outcome): Reason {
  for (let c = 0; c < limit.unless.length; c += 3) {
    const issue = limit.unless[c]!;
    if (course.isClause[issue] && text[issue] === 0 && limit.unless[c + 1] === 1) {
      return { cause: "clause-missing", issue };
    }
  }
  return { cause: text[limit.issue]! > limit.max ? "above-mandate" : "below-mandate", issue: limit.issue };
}

/** The issue on which the text falls shortest of the seat's best outcome, in points. */
export function widestGap({ seat, text }: Observation): number {
  const gap = (issue: number) =>
    termOf(seat.preference, seat.best.outcome, issue) - termOf(seat.preference, text, issue);
  return text.reduce((widest, _, issue) => (gap(issue) > gap(widest) ? issue : widest), 0);
}
