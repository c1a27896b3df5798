/**
 * How a delegate bargains in talks. It offers what the others would most likely sign among what gains it as much as it asks
 * for, found by hill climbing. What it asks for is the gain of the best offer that it can hope for, less and less of it, and
 * nothing with its last offer that can still be agreed: that one is what gain and chance together make best, and an offer of
 * others is accepted then if it is worth as much. Later it accepts what is better than no agreement. A mediator looks only
 * at what the sides would sign, and leaves an offer alone that half of them are bound to, or that is nearly as promising as its own.
 */
import { meets } from "../exact.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { countBroken } from "../scenario/preference.ts";
import { chanceAt } from "../seat/belief.ts";
import { agreementChance, emptyEstimate, estimateText, signersOf, timeIn } from "../seat/chances.ts";
import type { Observation } from "../seat/observation.ts";
import type { Bargain, Draw } from "./agent.ts";
import { demandNow, enoughNow, gainOf, lastProposal, objectionTo, type Settings } from "./aspiration.ts";
import { climb, type Offer, type Score } from "./climb.ts";

/** In what it hopes for, a side weighs the chance so often against its gain. */
const HOPED = 3;
/** From here on, and in the last round of short talks, a side leaves that has too little hope. */
const LATE = 0.8;
/** A gain that is short of what is wanted by so much, as a share of the range, counts for about a fifth. */
const NEAR = 0.1;
/** A mediator leaves an offer alone that is nearly as promising as its own. */
const PROMISING = 0.7;

export function bargain(observation: Observation, settings: Settings, random: Draw): Bargain {
  const { seat, phase, mayAccept, text, belief, round, bound } = observation;
  const { party } = seat;
  const sides = phase.protocol === "talks" ? phase.seats : [];
  if (sides.some((side) => side.mediator && side.spokesperson === party)) {
    const hold: Bargain = { type: "hold", party, reason: { cause: "nothing-to-add" } };
    if (2 * bound >= sides.filter(({ mediator }) => !mediator).length) return hold;
    const offer = bestOffer(observation, ({ chance }) => chance);
    const room = estimateText(belief, phase, signersOf(phase), text, 1, emptyEstimate(observation.course));
    const promising = bound > 0 && agreementChance(phase, room.signs, -1) >= PROMISING * offer.chance;
    if (promising) return hold;
    return { type: "offer", party, outcome: offer.text, reason: { cause: "adoptable" } };
  }
  const last = round >= lastProposal(observation);
  const demand = demandNow(observation, settings);
  const hoped = last ? undefined : bestOffer(observation, ({ gain, chance }) => gain * chance ** HOPED);
  const wanted =
    hoped === undefined
      ? 0
      : Math.max(0, enoughNow(observation, demand * Math.max(0, hoped.gain))) *
        (1 - settings.variety * random().fraction());
  const offer = last
    ? bestOffer(observation, ({ gain, chance }) => (gain < 0 ? gain - 1 : gain * chance))
    : offerOf(observation, wanted);
  if (mayAccept && countBroken(seat.preference, text) === 0) {
    const gain = gainOf(observation, text);
    const enough = last
      ? round > lastProposal(observation)
        ? 0
        : Math.max(0, offer.gain * offer.chance)
      : Math.min(wanted, Math.max(0, offer.gain));
    if (meets(gain, enough))
      return { type: "accept", party, reason: { cause: last ? "beats-no-agreement" : "enough" } };
  }
  const late = last || timeIn(phase, round) > LATE;
  if (late && offer.chance < settings.hope)
    return { type: "walkaway", party, reason: objectionTo(observation) };
  return {
    type: "offer",
    party,
    outcome: offer.text,
    reason: mayAccept ? objectionTo(observation) : { cause: "better" },
  };
}

/**
 * What the others would most likely sign of what gains so much. A climb that asks for the gain first would take from others
 * what they can least give; so one comes before it for which gain and chance make up for each other.
 */
function offerOf(observation: Observation, wanted: number): Offer {
  const near = bestOffer(observation, ({ gain, chance }) => chance * chanceAt((gain - wanted) / NEAR));
  return bestOffer(
    observation,
    ({ gain, chance }) => (gain >= wanted ? chance * (1 + 0.05 * gain) : gain - wanted),
    [near.text],
  );
}

/** The best by a score among the ends of climbs from its own best outcome, from what is in force and from the offer that stands. */
function bestOffer(observation: Observation, score: Score, more: readonly Outcome[] = []): Offer {
  const { seat, text, inForce, mayAccept } = observation;
  const starts = [...more, seat.best.outcome, inForce, ...(mayAccept ? [text] : [])];
  let best: Offer | undefined;
  for (const start of starts) {
    const end = climb(observation, start, score);
    if (best === undefined || score(end) > score(best)) best = end;
  }
  return best!;
}
