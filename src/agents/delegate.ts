/**
 * The default of every seat: weighs what a text is worth to it against the chance that it is adopted, and falls back
 * on what no agreement means. The chance is the public estimate (`protocol/support.ts`): that the required parties
 * sign and not too many object. Aspiration falls with time as in Faratin, Sierra and Jennings (1998), from the seat's
 * best outcome within its limits to its reservation value. Voting for what one likes better is not enough here: such
 * sincere voters keep a promise that a required party can't sign, and nothing is ever adopted.
 */

import { meets } from "../exact.ts";
import { changesIn } from "../protocol/course.ts";
import { amended } from "../protocol/drafting.ts";
import type { Change, Reason, Vote } from "../protocol/move.ts";
import type { Outcome } from "../scenario/outcome.ts";
import {
  brokenLimits,
  brokenShift,
  countBroken,
  termOf,
  utility,
  utilityShift,
  withReservation,
} from "../scenario/preference.ts";
import { assess, chanceWith } from "../seat/assessment.ts";
import { hasFailed } from "../seat/failed.ts";
import type { Observation } from "../seat/observation.ts";
import { chanceAfterMotion, chanceOf, supportOf } from "../seat/support.ts";
import { type Draw, type Speech, strategy } from "./agent.ts";
import {
  aspiration,
  enoughNow,
  PARAMETERS,
  reasonOfLimit,
  type Settings,
  settingsOf,
  widestGap,
} from "./aspiration.ts";
import { bargain } from "./bargaining.ts";
import { bestPull } from "./leverage.ts";

/** What a broken limit costs in the comparison of texts that the seat could not sign, in points. */
const BROKEN_LIMIT = 5;
/** Less is not worth an amendment, in points. */
const MARGIN = 0.5;
/** Smaller differences leave a voter indifferent, in points. */
const INDIFFERENCE = 0.2;
const INDIFFERENT: Vote = { choice: "abstain", reason: { cause: "indifferent" } };
/** From here on it signs with a reservation what it could not sign without. */
const RESERVATION_TIME = 0.5;

export const delegate = strategy(PARAMETERS, (parameters) => {
  const settings = settingsOf(parameters);
  return {
    speak: (observation, random) => speak(observation, settings, random),
    bargain: (observation, random) => {
      const act = bargain(observation, settings, random);
      return act.type === "offer" ? (pullFor(observation, settings, act.outcome) ?? act) : act;
    },
    vote: (observation) =>
      observation.beat === "ballot" ? voteOnMotion(observation, settings) : voteOnText(observation, settings),
  };
});

/** Tries every single change of an open issue, then widens the best one found by one more, as far as it may. */
function speak(observation: Observation, settings: Settings, random: Draw): Speech {
  const { seat, text, support, phase, open, course } = observation;
  const party = seat.party;
  const own = ownSupport(observation, observation.text);
  const standing = value(observation, settings, text, chanceOf(support, phase, text) / own);
  const before = text.slice();
  const trial = text.slice();
  const good: { changes: Change[]; value: number }[] = [];
  let base: Change[] = [];
  for (let size = 1; size <= changesIn(phase); size++) {
    const assessment = assess(support, phase, text, base);
    const utilityBefore = utility(seat.preference, before);
    const brokenBefore = countBroken(seat.preference, before);
    let best = Number.NEGATIVE_INFINITY;
    let bestChange: Change | undefined;
    for (const issue of open) {
      const from = text[issue]!;
      if (trial[issue] !== from) continue;
      for (let option = 0; option < course.table.counts[issue]!; option++) {
        if (option === from) continue;
        trial[issue] = option;
        const chance = chanceWith(support, phase, assessment, issue, from, option) / own;
        const worth = expectedWorth(
          seat.reservationValue,
          settings,
          utilityBefore + utilityShift(seat.preference, before, trial, issue),
          brokenBefore + brokenShift(seat.preference, before, trial, issue),
          chance,
        );
        const failed = worth >= Math.min(best, standing + MARGIN) && hasFailed(support, trial);
        if (worth >= standing + MARGIN && !failed)
          good.push({ changes: [...base, [issue, option]], value: worth });
        if (worth > best && !failed) {
          best = worth;
          bestChange = [issue, option];
        }
      }
      trial[issue] = from;
    }
    if (bestChange === undefined) break;
    base = [...base, bestChange];
    trial[bestChange[0]] = bestChange[1];
    before[bestChange[0]] = bestChange[1];
  }
  const most = good.reduce((greatest, candidate) => Math.max(greatest, candidate.value), standing);
  const equal = good.filter((candidate) => candidate.value >= most - settings.variety);
  const changes = equal[equal.length < 2 ? 0 : random().below(equal.length)]?.changes ?? [];
  const hoped = amended(text, changes);
  const pull = pullFor(observation, settings, hoped);
  if (pull !== undefined) return pull;
  if (changes.length === 0) return { type: "hold", party, reason: { cause: "nothing-to-add" } };
  return { type: "amend", party, changes, reason: reasonFor(observation, hoped, changes) };
}

function voteOnMotion(observation: Observation, settings: Settings): Vote {
  const { seat, text, motion, support, phase } = observation;
  const { preference, reservationValue } = seat;
  const { changes } = motion!;
  const own = ownSupport(observation, observation.text);
  const next = amended(text, changes);
  const brokenNow = countBroken(preference, text);
  const brokenThen = countBroken(preference, next);
  const worthNow = utility(preference, text);
  const worthThen = utility(preference, next);
  const chanceNow = chanceOf(support, phase, text) / own;
  const chanceThen = chanceAfterMotion(support, phase, text, changes) / own;
  const gain =
    expectedWorth(reservationValue, settings, worthThen, brokenThen, chanceThen) -
    expectedWorth(reservationValue, settings, worthNow, brokenNow, chanceNow);
  if (gain > INDIFFERENCE) {
    const issue = changes[0]![0];
    if (brokenThen < brokenNow) return { choice: "for", reason: { cause: "within-mandate", issue } };
    return { choice: "for", reason: { cause: worthThen >= worthNow ? "better" : "adoptable", issue } };
  }
  if (gain > -INDIFFERENCE) return INDIFFERENT;
  return { choice: "against", reason: reasonAgainst(observation, next, changes) };
}

function voteOnText(observation: Observation, settings: Settings): Vote {
  const { seat, text, relativeTime, course } = observation;
  const threshold = enoughNow(observation, aspiration(observation, settings));
  const broken = brokenLimits(seat.preference, text);
  if (broken.length === 0) {
    const worth = utility(seat.preference, text);
    if (meets(worth, threshold)) {
      return { choice: "for", reason: { cause: relativeTime > 0.8 ? "beats-no-agreement" : "enough" } };
    }
    return { choice: "against", reason: { cause: "too-little", issue: widestGap(observation) } };
  }
  const { issue } = broken[0]!;
  if (seat.mayReserve && relativeTime >= RESERVATION_TIME && text[issue] !== course.statusQuo[issue]) {
    const own = withReservation(text, issue, course.statusQuo);
    if (countBroken(seat.preference, own) === 0 && meets(utility(seat.preference, own), threshold)) {
      return { choice: "for", reservation: issue, reason: reasonOfLimit(observation, broken[0]!, text) };
    }
  }
  return { choice: "against", reason: reasonOfLimit(observation, broken[0]!, text) };
}

/** What it is worth to have a text on the table that would be adopted with this chance, in points. */
function value({ seat }: Observation, settings: Settings, text: Outcome, chance: number): number {
  const { preference, reservationValue } = seat;
  return expectedWorth(
    reservationValue,
    settings,
    utility(preference, text),
    countBroken(preference, text),
    chance,
  );
}

/**
 * Between no agreement and the text's utility, by the chance of adoption. Texts beyond the mandate are worth less than
 * no agreement, by the number of limits they break.
 */
function expectedWorth(
  reservation: number,
  settings: Settings,
  worth: number,
  broken: number,
  chance: number,
): number {
  if (broken > 0) return reservation - BROKEN_LIMIT * broken;
  const gain = worth - reservation;
  if (gain <= 0) return reservation + gain;
  return reservation + gain * (1 - settings.adoptability + settings.adoptability * chance);
}

/** The pull that pays for the text the seat is about to propose, if one does. */
function pullFor(observation: Observation, settings: Settings, hoped: Outcome) {
  if (observation.levers.length === 0) return undefined;
  const { preference, reservationValue } = observation.seat;
  const own = ownSupport(observation, hoped);
  const worth = utility(preference, hoped);
  const broken = countBroken(preference, hoped);
  return bestPull(observation, hoped, (chance) =>
    expectedWorth(reservationValue, settings, worth, broken, chance / own),
  );
}

/** The public estimate contains the seat itself; about itself it knows better. */
function ownSupport({ seat, support }: Observation, text: Outcome): number {
  return seat.required ? supportOf(support, seat.party, text) : 1;
}

function reasonFor({ seat, text }: Observation, next: Outcome, changes: readonly Change[]): Reason {
  const issue = changes[0]![0];
  if (countBroken(seat.preference, next) < countBroken(seat.preference, text))
    return { cause: "within-mandate", issue };
  const better = utility(seat.preference, next) >= utility(seat.preference, text);
  return { cause: better ? "better" : "adoptable", issue };
}

function reasonAgainst(observation: Observation, next: Outcome, changes: readonly Change[]): Reason {
  const { seat, text } = observation;
  if (countBroken(seat.preference, next) > 0) {
    const before = brokenLimits(seat.preference, text);
    const newly = brokenLimits(seat.preference, next).find((limit) => !before.includes(limit));
    if (newly !== undefined) return reasonOfLimit(observation, newly, next);
  }
  const loss = (issue: number) => termOf(seat.preference, text, issue) - termOf(seat.preference, next, issue);
  const issue = changes.reduce((most, [i]) => (loss(i) > loss(most) ? i : most), changes[0]![0]);
  return loss(issue) > 0 ? { cause: "worse", issue } : { cause: "not-adoptable", issue };
}
