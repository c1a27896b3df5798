/** The search through texts that delegates share: issue by issue to what is best by a score of own gain and chance of agreement. */
import type { Outcome } from "../scenario/outcome.ts";
import { brokenShift, countBroken, utilityShift } from "../scenario/preference.ts";
import { timeIn } from "../seat/chances.ts";
import type { Observation } from "../seat/observation.ts";
import { chanceHere, moveTo, outlookOn } from "../seat/outlook.ts";
import { worthTo } from "../seat/worth.ts";
import { gainFrom } from "./aspiration.ts";

/** Most rounds of one climb through the open issues. */
const ROUNDS = 6;
/** What the others sign is estimated for so much later than now, as a share of the phase: an offer stays on the table. */
const AHEAD = 0.15;

/** A text, what it gains the seat and the chance that the others agree to it. */
export interface Offer {
  readonly text: Outcome;
  readonly gain: number;
  readonly chance: number;
}

export type Promising = Pick<Offer, "gain" | "chance">;
export type Score = (offer: Promising) => number;

/**
 * Takes issue after issue the option that is best by the score, until a round of them changes nothing; what is
 * expected of large bodies is drawn anew for each round. `open`: the issues that may be changed. O(rounds × open options × sides).
 */
export function climb(
  observation: Observation,
  start: Outcome,
  score: Score,
  open: readonly number[] = observation.open,
): Offer {
  const { course, belief, phase, seat, round } = observation;
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
