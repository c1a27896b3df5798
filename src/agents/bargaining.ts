/**
 * How a delegate bargains in talks. It offers the text that the others would most likely sign among those worth at
 * least its aspiration to it, found by hill climbing from its best outcome, from what is in force and from the standing
 * offer, as the space is too large to list. It accepts what is worth as much as its aspiration or its own next offer
 * (AC_next of Baarslag et al. 2014). A mediator looks only at what the sides would sign.
 */

import { meets } from "../exact.ts";
import type { Reason } from "../protocol/move.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { brokenLimits, brokenShift, countBroken, utilityShift } from "../scenario/preference.ts";
import { assess, chanceWith } from "../seat/assessment.ts";
import type { Observation } from "../seat/observation.ts";
import { chanceOf, type Deciding, sameText } from "../seat/support.ts";
import { worthTo } from "../seat/worth.ts";
import type { Bargain, Draw } from "./agent.ts";
import { aspiration, enoughNow, reasonOfLimit, type Settings, widestGap } from "./aspiration.ts";

/** Steps of one climb; each takes the best single change. */
const STEPS = 40;
/** What a broken limit, or a point below the aspiration, costs a candidate against chances of at most 1. */
const BROKEN_LIMIT = 10;
const SHORTFALL = 1;
/** From here on, and in the last round of short talks, a side leaves that has too little hope. */
const LATE = 0.8;
/** A mediator leaves an offer alone that is nearly as promising as its own. */
const PROMISING = 0.7;

export function bargain(observation: Observation, settings: Settings, random: Draw): Bargain {
  const { seat, phase, mayAccept, text, support, relativeTime, round } = observation;
  const { party } = seat;
  const late = relativeTime > LATE || round === phase.rounds;
  const mediator =
    phase.protocol === "talks" && phase.seats.some((side) => side.mediator && side.spokesperson === party);
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
    const enough = enoughNow(observation, Math.min(wanted, worthOf(observation, offer)));
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
  if (late && hope < settings.hope) return { type: "walkaway", party, reason: objection(observation) };
  return {
    type: "offer",
    party,
    outcome: offer,
    reason: mayAccept ? objection(observation) : { cause: "better" },
  };
}

function worthOf({ seat, course }: Observation, outcome: Outcome): number {
  return worthTo(course, seat.preference, seat, outcome);
}

/** The best end of the climbs; one of equals by chance. */
function bestOffer(observation: Observation, wanted: number, random: Draw): Outcome {
  const { seat, text, inForce, mayAccept } = observation;
  const starts = [seat.best.outcome, inForce, ...(mayAccept ? [text] : [])];
  const paths: Path[] = [];
  for (const start of starts) paths.push(climb(observation, start, wanted, paths));
  const most = paths.reduce((greatest, { score }) => Math.max(greatest, score), Number.NEGATIVE_INFINITY);
  const equal = paths.filter(({ score }) => meets(score, most));
  return equal[equal.length === 1 ? 0 : random().below(equal.length)]!.texts.at(-1)!;
}

interface Path {
  /** From the first to the best. */
  readonly texts: readonly Outcome[];
  /** Of the best. */
  readonly score: number;
}

/**
 * Takes the best single change until none helps, or to the end of an earlier path that it meets. A change is scored by
 * what it shifts, its chance asked only where its own worth does not rule it out. O(steps × options of the open issues ×
 * sides).
 */
function climb(observation: Observation, start: Outcome, wanted: number, earlier: readonly Path[]): Path {
  const { seat, course, support, open } = observation;
  const { preference } = seat;
  const phase = decidingIn(observation.phase);
  const texts = [start];
  let worth = worthOf(observation, start);
  let broken = countBroken(preference, start);
  let score = chanceOf(support, phase, start) + ownScore(worth, broken, wanted);
  for (let step = 0; step < STEPS; step++) {
    const text = texts.at(-1)!;
    const met = earlier.find((path) => path.texts.some((other) => sameText(other, text)));
    if (met !== undefined) return met;
    const assessment = assess(support, phase, text, []);
    const trial = text.slice();
    let best = { issue: -1, option: -1, worth, broken, score };
    for (const issue of open) {
      const from = text[issue]!;
      for (let option = 0; option < course.table.counts[issue]!; option++) {
        if (option === from) continue;
        trial[issue] = option;
        const departed = departureShift(observation, issue, from, option);
        const worthThen = worth + utilityShift(preference, text, trial, issue) - departed;
        const brokenThen = broken + brokenShift(preference, text, trial, issue);
        const own = ownScore(worthThen, brokenThen, wanted);
        if (own + 1 <= best.score) continue;
        const reached = own + chanceWith(support, phase, assessment, issue, from, option);
        if (reached > best.score + 1e-9)
          best = { issue, option, worth: worthThen, broken: brokenThen, score: reached };
      }
      trial[issue] = from;
    }
    if (best.issue < 0) break;
    texts.push(text.with(best.issue, best.option));
    ({ worth, broken, score } = best);
  }
  return { texts, score };
}

/** What one change adds to the cost of departing from the mandate. */
function departureShift({ seat, course }: Observation, issue: number, from: number, to: number): number {
  if (seat.mandate === undefined || course.isClause[issue]) return 0;
  const mandate = seat.mandate[issue]!;
  return seat.departure * (Math.abs(to - mandate) - Math.abs(from - mandate));
}

/** The phase with only those parties whose support its decision asks for: without a bound on objections, the sides. */
function decidingIn(phase: Deciding): Deciding {
  const { required, maxAgainst } = phase.decision;
  return maxAgainst.length === 0
    ? { decision: phase.decision, parties: phase.parties.filter((party) => required[party]) }
    : phase;
}

/** A little for one's own worth; far less than any chance is worth for texts that the seat could not offer. */
function ownScore(worth: number, broken: number, wanted: number): number {
  return worth * 1e-4 - BROKEN_LIMIT * broken - SHORTFALL * Math.max(0, wanted - worth);
}

/** Why the standing offer is not accepted. */
function objection(observation: Observation): Reason {
  const { seat, text } = observation;
  const broken = brokenLimits(seat.preference, text)[0];
  if (broken !== undefined) return reasonOfLimit(observation, broken, text);
  return { cause: "too-little", issue: widestGap(observation) };
}
