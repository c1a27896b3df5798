/** What delegates share in drafting and in talks: what a text gains them, what they ask for as time goes by, and how they name what is in the way. */

import { z } from "zod";
import { quantised } from "../exact.ts";
import type { Reason } from "../protocol/move.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { brokenLimits, countBroken, termOf } from "../scenario/preference.ts";
import { reasonOfLimit } from "../seat/objection.ts";
import type { Observation } from "../seat/observation.ts";
import { worthTo } from "../seat/worth.ts";

const DEFAULTS = { concession: 1, patience: 0, variety: 0.02, hope: 0.02 };

export const PARAMETERS = {
  concession: z
    .number()
    .min(0.05)
    .max(20)
    .optional()
    .describe("Exponent e of Faratin et al.: < 1 boulware, > 1 conceder."),
  patience: z.number().min(0).max(1).optional().describe("Share of the phase before it concedes at all."),
  variety: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe("Proposals within this share of the best count as equally good."),
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
    variety: given.variety ?? DEFAULTS.variety,
    hope: given.hope ?? DEFAULTS.hope,
  };
}

/** What a broken limit takes off, as a share of the seat's range. */
const BROKEN_LIMIT = 0.1;

/** The seat's range from no agreement to its best outcome, in points; never 0. */
export function rangeOf({ seat }: Pick<Observation, "seat">): number {
  const range = seat.best.utility - seat.reservationValue;
  return range > 0 ? range : Math.max(Math.abs(seat.best.utility), Number.MIN_VALUE * 2 ** 52);
}

/**
 * What a text gains the seat over no agreement, as a share of its range: 1 is its best outcome, below 0 what it would not
 * sign, and so is whatever breaks a limit.
 */
export function gainOf(observation: Observation, text: Outcome): number {
  const { seat, course } = observation;
  const worth = worthTo(course, seat.preference, seat, text);
  return gainFrom(observation, worth, countBroken(seat.preference, text));
}

/** The same of a text that is worth so many points and breaks so many limits. */
export function gainFrom(observation: Pick<Observation, "seat">, worth: number, broken: number): number {
  const gain = (worth - observation.seat.reservationValue) / rangeOf(observation);
  return broken === 0 ? gain : Math.min(gain, 0) - BROKEN_LIMIT * broken;
}

/**
 * The last round in which a proposal of the seat can still be agreed. An offer in talks binds when all other sides have had
 * their turn after it, so in the last round only that of the side which acts first can; 0 where no round is left for others.
 */
export function lastProposal({ phase, seat }: Pick<Observation, "phase" | "seat">): number {
  if (phase.protocol !== "talks") return phase.rounds;
  const first = phase.seats.find(({ mediator }) => !mediator);
  return first?.spokesperson === seat.party ? phase.rounds : phase.rounds - 1;
}

/** What is asked for above no agreement, falling from 1 to 0 in its last proposal: 1 − t^(1/e), t counted from the end of patience. */
export function demandNow(observation: Observation, { concession, patience }: Settings): number {
  const last = lastProposal(observation);
  const time = last <= 1 ? 1 : (observation.round - 1) / (last - 1);
  if (time >= 1) return 0;
  const t = patience >= 1 ? 0 : Math.max(0, (time - patience) / (1 - patience));
  return 1 - (concession === 1 ? t : quantised(t ** (1 / concession)));
}

/** What is worth as much now as `hoped` would be a round later, as gains; with what time takes off. */
export function enoughNow(observation: Observation, hoped: number): number {
  const { seat } = observation;
  if (seat.waiting === 1) return hoped;
  const later = hoped * rangeOf(observation) + seat.reservationValue;
  return Math.max(0, (later * seat.waiting - seat.reservationValue) / rangeOf(observation));
}

/** Why the text on the table, or the offer that stands, is not enough. */
export function objectionTo(observation: Observation): Reason {
  const { seat, text } = observation;
  const broken = brokenLimits(seat.preference, text)[0];
  if (broken !== undefined) return reasonOfLimit(observation, broken, text);
  return { cause: "too-little", issue: widestGap(observation) };
}

/** The issue on which the text falls shortest of the seat's best outcome, in points. */
export function widestGap({ seat, text }: Observation): number {
  const gap = (issue: number) =>
    termOf(seat.preference, seat.best.outcome, issue) - termOf(seat.preference, text, issue);
  return text.reduce((widest, _, issue) => (gap(issue) > gap(widest) ? issue : widest), 0);
}
