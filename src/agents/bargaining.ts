/**
 * How a delegate bargains in talks. It offers the text that the others would most likely sign among those worth at
 * least its aspiration to it, found by hill climbing from its best outcome, from what is in force and from the standing
 * offer, as the space is too large to list. It accepts what is worth as much as its aspiration or its own next offer
 * (AC_next of Baarslag et al. 2014). A mediator looks only at what the sides would sign.
 */

import { departureFrom } from "../protocol/mandate.ts";
import type { Reason } from "../protocol/move.ts";
import type { Observation } from "../protocol/observation.ts";
import { chanceOf } from "../protocol/support.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { brokenLimits, countBroken, meets, utility } from "../scenario/preference.ts";
import type { Bargain, Draw } from "./agent.ts";
import { aspiration, reasonOfLimit, type Settings, widestGap } from "./aspiration.ts";

/** Steps of one climb; each takes the best single change. */
const STEPS = 40;
/** What a broken limit, or a point below the aspiration, costs a candidate against chances of at most 1. */
const BROKEN_LIMIT = 10;
const SHORTFALL = 1;
/** With less hope than this late in the talks, a side leaves. */
const HOPELESS = 0.02;
const LATE = 0.8;
/** A mediator leaves an offer alone that is nearly as promising as its own. */
const PROMISING = 0.7;

export function bargain(observation: Observation, settings: Settings, random: Draw): Bargain {
  const { seat, phase, mayAccept, text, support, relativeTime } = observation;
  const { party } = seat;
  const mediator = phase.seats.some((side) => side.mediator && side.spokesperson === party);
  const wanted = mediator
    ? Number.NEGATIVE_INFINITY
    : Math.max(
        seat.reservationValue,
        aspiration(observation, settings) - settings.variety * random().fraction(),
      );
  const offer = bestOffer(observation, wanted, random);
  const hope = chanceOf(support, phase, offer);
  if (mediator) {
    const promising = observation.bound > 0 && chanceOf(support, phase, text) >= PROMISING * hope;
    if (promising) return { type: "hold", party, reason: { cause: "nothing-to-add" } };
    return { type: "offer", party, outcome: offer, reason: { cause: "adoptable" } };
  }
  if (mayAccept) {
    const worth = worthOf(observation, text);
    const enough = Math.min(wanted, worthOf(observation, offer));
    if (
      countBroken(seat.preference, text) === 0 &&
      meets(worth, enough) &&
      meets(worth, seat.reservationValue)
    ) {
      return {
        type: "accept",
        party,
        reason: { cause: relativeTime > 0.6 ? "beats-no-agreement" : "enough" },
      };
    }
  }
  if (relativeTime > LATE && hope < HOPELESS)
    return { type: "walkaway", party, reason: objection(observation) };
  return {
    type: "offer",
    party,
    outcome: offer,
    reason: mayAccept ? objection(observation) : { cause: "better" },
  };
}

/** Utility less what departing from the mandate costs. */
function worthOf({ seat, course }: Observation, outcome: Outcome): number {
  const departed =
    seat.mandate === undefined ? 0 : seat.departure * departureFrom(course, seat.mandate, outcome);
  return utility(seat.preference, outcome) - departed;
}

/** The best end of the climbs; one of equals by chance. */
function bestOffer(observation: Observation, wanted: number, random: Draw): Outcome {
  const { seat, text, inForce, mayAccept } = observation;
  const starts = [seat.best.outcome, inForce, ...(mayAccept ? [text] : [])];
  const ends = starts.map((start) => climb(observation, start, wanted));
  const most = ends.reduce((greatest, end) => Math.max(greatest, end.score), Number.NEGATIVE_INFINITY);
  const equal = ends.filter((end) => meets(end.score, most));
  return equal[equal.length === 1 ? 0 : random().below(equal.length)]!.outcome;
}

interface Candidate {
  readonly outcome: Outcome;
  readonly score: number;
}

/** Takes the best single change until none helps. O(steps × options of the open issues × parties). */
function climb(observation: Observation, start: Outcome, wanted: number): Candidate {
  const { open, course } = observation;
  let best: Candidate = { outcome: start, score: score(observation, start, wanted) };
  for (let step = 0; step < STEPS; step++) {
    let next = best;
    const trial = best.outcome.slice();
    for (const issue of open) {
      const from = trial[issue]!;
      for (let option = 0; option < course.table.counts[issue]!; option++) {
        if (option === from) continue;
        trial[issue] = option;
        const reached = score(observation, trial, wanted);
        if (reached > next.score + 1e-9) next = { outcome: trial.slice(), score: reached };
      }
      trial[issue] = from;
    }
    if (next === best) return best;
    best = next;
  }
  return best;
}

/** Chance that all sides sign, plus a little for one's own worth; far less for texts the seat could not offer. */
function score(observation: Observation, outcome: Outcome, wanted: number): number {
  const { seat, support, phase } = observation;
  const worth = worthOf(observation, outcome);
  const broken = countBroken(seat.preference, outcome);
  const shortfall = Math.max(0, wanted - worth);
  return chanceOf(support, phase, outcome) + worth * 1e-4 - BROKEN_LIMIT * broken - SHORTFALL * shortfall;
}

/** Why the standing offer is not accepted. */
function objection(observation: Observation): Reason {
  const { seat, text } = observation;
  const broken = brokenLimits(seat.preference, text)[0];
  if (broken !== undefined) return reasonOfLimit(observation, broken, text);
  return { cause: "too-little", issue: widestGap(observation) };
}
