/** What delegates share in drafting and in talks: how their aspiration falls, and how they name what stands in the way. */

import { z } from "zod";
import { quantised } from "../exact.ts";
import type { Reason } from "../protocol/move.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { type Limit, termOf } from "../scenario/preference.ts";
import type { Observation } from "../seat/observation.ts";

const DEFAULTS = { concession: 1, patience: 0, adoptability: 0.9, variety: 1.5, hope: 0.02 };

export const PARAMETERS = {
  concession: z
    .number()
    .min(0.05)
    .max(20)
    .optional()
    .describe("Exponent e of Faratin et al.: < 1 boulware, > 1 conceder."),
  patience: z.number().min(0).max(1).optional().describe("Share of the phase before it concedes at all."),
  adoptability: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe("0: looks at its own worth only; 1: at the expected worth."),
  variety: z
    .number()
    .min(0)
    .max(100)
    .optional()
    .describe("Points within which proposals count as equally good."),
  hope: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe("Walks away late in talks when its best offer has less chance than this; 0.02 without."),
};

export type Settings = Readonly<typeof DEFAULTS>;

/** What a seat leaves out is the default. */
export function settingsOf(given: { readonly [Name in keyof Settings]?: number | undefined }): Settings {
  return {
    concession: given.concession ?? DEFAULTS.concession,
    patience: given.patience ?? DEFAULTS.patience,
    adoptability: given.adoptability ?? DEFAULTS.adoptability,
    variety: given.variety ?? DEFAULTS.variety,
    hope: given.hope ?? DEFAULTS.hope,
  };
}

/** a(t) = lo + (hi − lo)(1 − t^(1/e)); t starts after the patience. Quantised, as powers differ between engines. */
export function aspiration({ seat, relativeTime }: Observation, { concession, patience }: Settings): number {
  const lo = seat.reservationValue;
  const hi = Math.max(lo, seat.best.utility);
  const t = patience >= 1 ? 0 : Math.max(0, (relativeTime - patience) / (1 - patience));
  const falling = concession === 1 ? t : quantised(t ** (1 / concession));
  return lo + (hi - lo) * (1 - falling);
}

/** What is worth as much now as `hoped` would be a round later, and no less than no agreement. */
export function enoughNow({ seat }: Observation, hoped: number): number {
  return seat.waiting === 1 ? hoped : Math.max(seat.reservationValue, hoped * seat.waiting);
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
