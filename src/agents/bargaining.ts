/**
 * How a delegate bargains in talks. It offers what the others would most likely sign among what gains it as much as it asks for,
 * found in the whole space where that is small and by hill climbing where it is not. What it asks for is the gain of the best
 * offer it can hope for, less and less of it, and nothing in the last round: then it offers what gain and chance together make
 * best, and accepts what is better than no agreement unless its own last word promises more. A mediator looks only at what the
 * sides would sign, and leaves an offer alone that others have bound themselves to unless its own is much more promising.
 */
import { meets } from "../exact.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { brokenShift, countBroken, utilityShift } from "../scenario/preference.ts";
import { agreementChance, emptyEstimate, estimateText, signersOf, timeIn } from "../seat/chances.ts";
import type { Observation } from "../seat/observation.ts";
import { chanceHere, moveTo, outlookOn } from "../seat/outlook.ts";
import { worthTo } from "../seat/worth.ts";
import type { Bargain, Draw } from "./agent.ts";
import { demandNow, enoughNow, gainFrom, gainOf, objectionTo, type Settings } from "./aspiration.ts";

/** Most rounds of one climb through the open issues. */
const ROUNDS = 6;
/** What the others sign is estimated for so much later than now, as a share of the phase: an offer stays on the table. */
const AHEAD = 0.15;
/** In what it hopes for, a side weighs the chance so often against its gain. */
const HOPED = 3;
/** From here on, and in the last round of short talks, a side leaves that has too little hope. */
const LATE = 0.8;
/** A mediator leaves an offer alone that is nearly as promising as its own. */
const PROMISING = 0.7;

interface Offer {
  readonly text: Outcome;
  readonly gain: number;
  readonly chance: number;
}

export function bargain(observation: Observation, settings: Settings, random: Draw): Bargain {
  const { seat, phase, mayAccept, text, belief, round, bound } = observation;
  const { party } = seat;
  const mediator =
    phase.protocol === "talks" && phase.seats.some((side) => side.mediator && side.spokesperson === party);
  if (mediator) {
    const offer = bestOffer(observation, ({ chance }) => chance);
    const room = estimateText(belief, phase, signersOf(phase), text, 1, emptyEstimate(observation.course));
    const promising = bound > 0 && agreementChance(phase, room.signs, -1) >= PROMISING * offer.chance;
    if (promising) return { type: "hold", party, reason: { cause: "nothing-to-add" } };
    return { type: "offer", party, outcome: offer.text, reason: { cause: "adoptable" } };
  }
  const last = round === phase.rounds;
  const demand = demandNow(observation, settings);
  const hoped = last ? undefined : bestOffer(observation, ({ gain, chance }) => gain * chance ** HOPED);
  const wanted =
    hoped === undefined
      ? 0
      : Math.max(0, enoughNow(observation, demand * Math.max(0, hoped.gain))) *
        (1 - settings.variety * random().fraction());
  const offer = bestOffer(observation, ({ gain, chance }) => {
    if (last) return gain < 0 ? gain - 1 : gain * chance;
    return gain >= wanted ? chance * (1 + 0.05 * gain) : gain - wanted;
  });
  if (mayAccept && countBroken(seat.preference, text) === 0) {
    const gain = gainOf(observation, text);
    const lastWord = phase.protocol === "talks" && phase.seats.at(-1)?.spokesperson === party;
    const enough = last
      ? lastWord
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

type Score = (offer: Pick<Offer, "gain" | "chance">) => number;

/** The best by a score among the ends of climbs from its own best outcome, from what is in force and from the offer that stands. */
function bestOffer(observation: Observation, score: Score): Offer {
  const { seat, text, inForce, mayAccept } = observation;
  const starts = [seat.best.outcome, inForce, ...(mayAccept ? [text] : [])];
  let best: Offer | undefined;
  for (const start of starts) {
    const end = climb(observation, start, score);
    if (best === undefined || score(end) > score(best)) best = end;
  }
  return best!;
}

/**
 * Takes issue after issue the option that is best by the score, until a round of them changes nothing; what is
 * expected of large bodies is drawn anew for each round. O(rounds × open options × sides).
 */
function climb(observation: Observation, start: Outcome, score: Score): Offer {
  const { open, course, belief, phase, seat, round } = observation;
  const { preference } = seat;
  const ahead = Math.min(1, timeIn(phase, round) + AHEAD);
  const text = start.slice();
  let offer: Offer | undefined;
  for (let step = 0; step < ROUNDS; step++) {
    const outlook = outlookOn(belief, phase, seat.party, ahead, text, open);
    let worth = worthTo(course, preference, seat, text);
    let broken = countBroken(preference, text);
    let gain = gainFrom(observation, worth, broken);
    let chance = chanceHere(outlook);
    if (offer === undefined || score({ gain, chance }) > score(offer))
      offer = { text: text.slice(), gain, chance };
    let changed = false;
    const trial = text.slice();
    for (const issue of open) {
      const from = text[issue]!;
      let most = score({ gain, chance });
      let best: { option: number; worth: number; broken: number; gain: number; chance: number } | undefined;
      for (let option = 0; option < course.table.counts[issue]!; option++) {
        if (option === from) continue;
        trial[issue] = option;
        const worthThen =
          worth +
          utilityShift(preference, text, trial, issue) -
          departureShift(observation, issue, from, option);
        const brokenThen = broken + brokenShift(preference, text, trial, issue);
        const gainThen = gainFrom(observation, worthThen, brokenThen);
        // What it would be with certainty is not enough.
        if (score({ gain: gainThen, chance: 1 }) <= most) continue;
        moveTo(outlook, issue, option);
        const chanceThen = chanceHere(outlook);
        const reached = score({ gain: gainThen, chance: chanceThen });
        if (reached <= most + 1e-9 * Math.abs(most)) continue;
        most = reached;
        best = { option, worth: worthThen, broken: brokenThen, gain: gainThen, chance: chanceThen };
      }
      const option = best?.option ?? from;
      moveTo(outlook, issue, option);
      trial[issue] = option;
      text[issue] = option;
      if (best === undefined) continue;
      ({ worth, broken, gain, chance } = best);
      changed = true;
    }
    if (!changed) break;
  }
  return offer!;
}

/** What one change adds to the cost of departing from the mandate. */
function departureShift({ seat, course }: Observation, issue: number, from: number, to: number): number {
  if (seat.mandate === undefined || course.isClause[issue]) return 0;
  const mandate = seat.mandate[issue]!;
  return seat.departure * (Math.abs(to - mandate) - Math.abs(from - mandate));
}
