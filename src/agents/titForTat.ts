/**
 * Relative tit-for-tat (Faratin, Sierra and Jennings 1998): each time it acts it concedes in the proportion in which the
 * other side has conceded over its last `window` proposals, target × earlier ÷ later, each measured by what it is worth to
 * this seat, from 0 for its worst outcome to 1 for its best within its limits. Among several the one that has conceded
 * least is answered. It proposes what it reaches from its best outcome towards the last proposal of another without
 * falling below the target, and accepts what is worth as much. In drafting a proposal is a text, which it reaches by
 * amendments; it votes for each amendment that makes the text no worse.
 */
import { z } from "zod";
import { meets, quantised } from "../exact.ts";
import { worstUtility } from "../scenario/best/best.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { acceptable, utility } from "../scenario/preference.ts";
import type { Observation } from "../seat/observation.ts";
import { strategy } from "./agent.ts";
import {
  type Proposal,
  proposalsReader,
  signs,
  spokenFor,
  towards,
  voteOnMotion,
  voteOnText,
} from "./proposals.ts";

const PARAMETERS = {
  window: z
    .int()
    .min(1)
    .max(100)
    .optional()
    .describe("Over how many of the others' last proposals a concession is measured; 1 without."),
};
/** Less counts as this much: the first step up from nothing is no reason to give up everything. */
const LEAST = 0.1;

export const titForTat = strategy(PARAMETERS, ({ window = 1 }) => {
  const read = proposalsReader();
  /** What a text has to be worth, in points. */
  const wanted = (observation: Observation, proposals: readonly Proposal[]): number => {
    const { seat } = observation;
    const own = spokenFor(observation);
    const top = seat.best.utility;
    const bottom = Math.min(worstUtility(seat.preference), seat.reservationValue);
    const scores = new Map<number, number[]>();
    let target = 1;
    const answer = () => {
      const kept = Math.max(...[...scores.values()].map((theirs) => keptBy(theirs, window)));
      if (scores.size > 0) target = Math.min(1, quantised(target * kept));
    };
    for (const { party, text } of proposals) {
      if (party === own) answer();
      else if (text !== undefined) {
        const score = (utility(seat.preference, text) - bottom) / (top - bottom);
        scores.set(party, [...(scores.get(party) ?? []), Math.max(LEAST, score)]);
      }
    }
    answer();
    return Math.max(seat.reservationValue, bottom + (top - bottom) * target);
  };
  return {
    speak: (observation) => {
      const proposals = read(observation);
      return towards(observation, proposalOf(observation, proposals, wanted(observation, proposals)));
    },
    bargain: (observation) => {
      const { seat, text, mayAccept } = observation;
      const { party } = seat;
      const proposals = read(observation);
      const enough = wanted(observation, proposals);
      const outcome = proposalOf(observation, proposals, enough);
      return mayAccept && signs(observation, text, Math.min(enough, utility(seat.preference, outcome)))
        ? { type: "accept", party, reason: { cause: "enough" } }
        : { type: "offer", party, outcome, reason: { cause: "better" } };
    },
    vote: (observation) =>
      observation.motion === undefined
        ? voteOnText(observation, wanted(observation, read(observation)))
        : voteOnMotion(observation),
  };
});

/** Which part of its worth a side has kept from this seat: below 1 when it has conceded. */
function keptBy(scores: readonly number[], window: number): number {
  const earlier = scores[Math.max(0, scores.length - 1 - window)]!;
  return earlier / scores.at(-1)!;
}

/** From the best outcome issue by issue to what another has proposed last, each time where it costs least. */
function proposalOf(observation: Observation, proposals: readonly Proposal[], enough: number): Outcome {
  const { seat, open } = observation;
  const own = spokenFor(observation);
  const goal = proposals.findLast(({ party, text }) => party !== own && text !== undefined)?.text;
  let reached: Outcome = seat.best.outcome;
  for (let left = open.slice(); goal !== undefined && left.length > 0; ) {
    const steps = left
      .filter((issue) => reached[issue] !== goal[issue])
      .map((issue) => ({ issue, text: reached.with(issue, goal[issue]!) }))
      .filter(
        ({ text }) => acceptable(seat.preference, text) && meets(utility(seat.preference, text), enough),
      )
      .map((step) => ({ ...step, worth: utility(seat.preference, step.text) }));
    if (steps.length === 0) break;
    const cheapest = steps.reduce((most, step) => (step.worth > most.worth ? step : most));
    reached = cheapest.text;
    left = left.filter((issue) => issue !== cheapest.issue);
  }
  return reached;
}
