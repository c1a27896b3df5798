/**
 * The two voices of a seat on a text, where they differ: its delegation looks at what the text is worth against walking away and at
 * its chance, its capital at the limits of the mandate and at what a reservation would mend. By what the seat itself is given.
 */

import { meets } from "../exact.ts";
import { isNegotiation, type Negotiation } from "../protocol/course.ts";
import { phaseNow } from "../protocol/game.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { acceptable, brokenLimits, type Preference, withReservation } from "../scenario/preference.ts";
import { preferenceNow } from "../seat/seats.ts";
import type { SeatTable } from "../seat/seatTable.ts";
import type { Standpoint } from "../seat/standpoint.ts";
import { walkAwayNow, worthNow } from "../seat/worth.ts";
import type { Likelihood } from "./coalition.ts";
import { situation } from "./words/situation.ts";

const words = situation.voices;

/** Points are shown to a tenth. */
const LEAST_SHOWN = 0.05;

/** Each whether it would sign, and why, in one sentence. */
export interface Voices {
  readonly delegation: string;
  readonly capital: string;
}

/** `chance`: of agreement on the text by the last round. Undefined where both say the same, and for who signs nothing. */
export function voicesOn(at: Standpoint, text: Outcome, chance: Likelihood): Voices | undefined {
  const { own, game } = at;
  const { scenario, course, party } = own;
  const phase = phaseNow(course, game);
  if (!isNegotiation(phase) || !signs(phase, party)) return undefined;
  const gain = worthNow(own, game, text) - walkAwayNow(own, game);
  const worthIt = meets(gain, 0);
  const preference = preferenceNow(own, game);
  const issues = [...new Set(brokenLimits(preference, text).map(({ issue }) => issue))];
  const kept = issues.length === 0;
  if (worthIt === kept) return undefined;
  if (kept) return { delegation: words.notWorthIt({ loss: -gain, chance }), capital: words.keeps };
  const reserved = mendedBy(own, phase, preference, text);
  const labels = issues.map((issue) => scenario.issues[issue]!.label);
  return {
    delegation: gain < LEAST_SHOWN ? words.even({ chance }) : words.worthIt({ gain, chance }),
    capital:
      reserved === undefined
        ? words.breaks({ labels })
        : words.reserves({ label: scenario.issues[reserved]!.label }),
  };
}

/** Members of a delegation sign with it; mediators sign nothing. */
function signs(phase: Negotiation, party: number): boolean {
  if (phase.protocol === "drafting") return phase.parties.includes(party);
  return phase.seats.some(({ mediator, members }) => !mediator && members.includes(party));
}

/** The issue with a reservation on which the party could sign within its mandate, if it may make one. */
function mendedBy(
  { course: { statusQuo }, party }: SeatTable,
  phase: Negotiation,
  preference: Preference,
  text: Outcome,
): number | undefined {
  if (phase.protocol !== "drafting" || !phase.decision.mayReserve[party]) return undefined;
  const issue = text.findIndex(
    (option, at) => option !== statusQuo[at] && acceptable(preference, withReservation(text, at, statusQuo)),
  );
  return issue < 0 ? undefined : issue;
}
