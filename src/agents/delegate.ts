/**
 * The default of every seat: weighs what a text gains it over no agreement against the chance that the others agree to it, by what
 * their claims and acts have shown (`seat/belief.ts`). It looks for packages that give others what is cheap to itself, asks for
 * less as time goes by, and signs in the last round whatever is better for it than no agreement. All that it weighs are
 * shares of its own range, so its points may have any unit. Voting for what one likes better is not enough here: such
 * sincere voters keep a promise that a required party can't sign, and nothing is ever adopted.
 */
import { meets } from "../exact.ts";
import { issuesToCome } from "../protocol/course.ts";
import { amended } from "../protocol/drafting.ts";
import type { Change, Reason, Vote } from "../protocol/move.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { brokenLimits, countBroken, termOf, withReservation } from "../scenario/preference.ts";
import type { Belief } from "../seat/belief.ts";
import { agreementChance, emptyEstimate, estimateText, signersOf, timeIn } from "../seat/chances.ts";
import { reasonOfLimit } from "../seat/objection.ts";
import type { Observation } from "../seat/observation.ts";
import { chanceOf } from "../seat/support.ts";
import { type Draw, type Speech, strategy } from "./agent.ts";
import {
  demandNow,
  enoughNow,
  gainOf,
  objectionTo,
  PARAMETERS,
  rangeOf,
  type Settings,
  settingsOf,
} from "./aspiration.ts";
import { bargain } from "./bargaining.ts";
import { climb, type Promising } from "./climb.ts";
import { bestPull } from "./leverage.ts";
import { promiseOf, prospectsOf } from "./packages.ts";

/** An amendment is worth making if it adds so much to the best that can be hoped for, as a share of it. */
const WORTH_MAKING = 0.02;
/** A smaller difference between two texts, as a share of the better one's value, leaves a voter indifferent. */
const INDIFFERENCE = 0.002;
/** What later rounds must promise more than the text on the table, as a share of the own range. */
const CLEARLY = 0.03;
const INDIFFERENT: Vote = { choice: "abstain", reason: { cause: "indifferent" } };
/** From here on it signs with a reservation what it could not sign without. */
const RESERVATION_TIME = 0.5;

export const delegate = strategy(PARAMETERS, (parameters) => {
  const settings = settingsOf(parameters);
  return {
    speak: (observation, random) => speak(observation, settings, random),
    bargain: (observation, random) => {
      const act = bargain(observation, settings, random);
      return act.type === "offer" ? (pullFor(observation, act.outcome) ?? act) : act;
    },
    vote: (observation) =>
      observation.beat === "ballot" ? voteOnMotion(observation) : voteOnText(observation, settings),
  };
});

function speak(observation: Observation, settings: Settings, random: Draw): Speech {
  const { seat, text } = observation;
  const { party } = seat;
  const { standing, candidates } = prospectsOf(observation);
  const hope = candidates.reduce(
    (most, { gain, chance }) => Math.max(most, promiseOf(observation, gain, chance)),
    Math.max(0, standing),
  );
  const good = candidates.filter(({ score }) => score > WORTH_MAKING * hope && score > 0);
  const equal = good.filter(({ score }) => score >= good[0]!.score * (1 - settings.variety));
  const chosen = equal[equal.length < 2 ? 0 : random().below(equal.length)];
  const hoped = chosen === undefined ? text : amended(text, chosen.changes);
  const pull = pullFor(observation, hoped);
  if (pull !== undefined) return pull;
  if (chosen === undefined) return { type: "hold", party, reason: { cause: "nothing-to-add" } };
  const { changes } = chosen;
  return { type: "amend", party, changes: [...changes], reason: reasonFor(observation, hoped, changes) };
}

function voteOnMotion(observation: Observation): Vote {
  const { text, motion, seat } = observation;
  const { changes } = motion!;
  const next = amended(text, changes);
  const chances = motionChances(observation, next);
  const now = promiseOf(observation, gainOf(observation, text), chances.before);
  const then = promiseOf(observation, gainOf(observation, next), chances.after);
  const least = INDIFFERENCE * Math.max(Math.abs(now), Math.abs(then));
  if (then - now > least) return { choice: "for", reason: reasonFor(observation, next, changes) };
  if (then - now >= -least) return INDIFFERENT;
  const before = brokenLimits(seat.preference, text);
  const newly = brokenLimits(seat.preference, next).find((limit) => !before.includes(limit));
  if (newly !== undefined) return { choice: "against", reason: reasonOfLimit(observation, newly, next) };
  const [issue, shift] = extreme(observation, next, changes, -1);
  return {
    choice: "against",
    reason: shift < 0 ? { cause: "worse", issue } : { cause: "not-adoptable", issue },
  };
}

/** The chances of the text on the table and of the one that a motion would make: the same for all voters but oneself. */
function motionChances(observation: Observation, next: Outcome): { before: number; after: number } {
  const { belief, phase, text, seat, course } = observation;
  if (memo.belief !== belief || memo.version !== belief.version || memo.motion !== observation.motion) {
    const signers = signersOf(phase);
    const room = () => (memo.course === course ? undefined : emptyEstimate(course));
    memo = {
      belief,
      version: belief.version,
      motion: observation.motion,
      course,
      before: estimateText(belief, phase, signers, text, 1, room() ?? memo.before!),
      after: estimateText(belief, phase, signers, next, 1, room() ?? memo.after!),
    };
  }
  return {
    before: agreementChance(phase, memo.before!.signs, seat.party),
    after: agreementChance(phase, memo.after!.signs, seat.party),
  };
}

/** The estimates for the motion that was voted on last, as every voter asks about the same one. */
let memo: {
  belief?: Belief;
  version?: number;
  motion?: Observation["motion"];
  course?: Observation["course"];
  before?: ReturnType<typeof emptyEstimate>;
  after?: ReturnType<typeof emptyEstimate>;
} = {};

function voteOnText(observation: Observation, settings: Settings): Vote {
  const { seat, text, course, phase, round } = observation;
  const late = timeIn(phase, round) >= 1;
  const signs = (own: Outcome) =>
    countBroken(seat.preference, own) === 0 &&
    isEnough(observation, settings, gainOf(observation, own)) &&
    !mayImprove(observation, own);
  if (signs(text)) return { choice: "for", reason: { cause: late ? "beats-no-agreement" : "enough" } };
  const broken = brokenLimits(seat.preference, text)[0];
  if (broken === undefined) return { choice: "against", reason: objectionTo(observation) };
  const { issue } = broken;
  if (
    seat.mayReserve &&
    timeIn(phase, round) >= RESERVATION_TIME &&
    text[issue] !== course.statusQuo[issue]
  ) {
    if (signs(withReservation(text, issue, course.statusQuo)))
      return { choice: "for", reservation: issue, reason: reasonOfLimit(observation, broken, text) };
  }
  return { choice: "against", reason: reasonOfLimit(observation, broken, text) };
}

/**
 * What is asked for is half of the own range and half of what the text on the table promises, less and less of it, and nothing in
 * the last round. A council signs what is better than no agreement: it is its spokesperson that bargains.
 */
function isEnough(observation: Observation, settings: Settings, gain: number): boolean {
  const { belief, phase, text, seat } = observation;
  const demand = phase.protocol === "talks" ? 0 : demandNow(observation, settings);
  const enough = (hope: number) => enoughNow(observation, demand * 0.5 * (1 + hope));
  if (demand === 0 || meets(gain, enough(1))) return meets(gain, 0);
  if (!meets(gain, enough(0))) return false;
  const chance = chanceOf(belief, phase, text, 1, seat.party);
  return meets(gain, enough(Math.max(0, promiseOf(observation, gain, chance))));
}

/**
 * A delegation whose signature is required does not give it away while a later round opens what would likely gain it more:
 * the text that is best by gain × chance among those that can still be reached is worth clearly more to it.
 */
function mayImprove(observation: Observation, text: Outcome): boolean {
  const { phase, round, seat } = observation;
  if (!seat.required) return false;
  const later = issuesToCome(phase, round);
  if (later.length === 0) return false;
  const promised = ({ gain, chance }: Promising) => promiseOf(observation, gain, chance);
  return climb(observation, text, promised, later).gain > gainOf(observation, text) + CLEARLY;
}

/** The pull that pays for the text the seat hopes for, if one does. */
function pullFor(observation: Observation, hoped: Outcome) {
  if (observation.levers.length === 0) return undefined;
  const gain = gainOf(observation, hoped);
  return gain <= 0 ? undefined : bestPull(observation, hoped, gain * rangeOf(observation));
}

/** For changes: the issue of theirs on which the seat gains most, or that it is the chance that makes them good. */
function reasonFor(observation: Observation, next: Outcome, changes: readonly Change[]): Reason {
  const { seat, text } = observation;
  const [issue, shift] = extreme(observation, next, changes, 1);
  if (countBroken(seat.preference, next) < countBroken(seat.preference, text)) {
    const limit = brokenLimits(seat.preference, text).find(
      (one) => !brokenLimits(seat.preference, next).includes(one),
    );
    return { cause: "within-mandate", issue: limit?.issue ?? issue };
  }
  return { cause: shift > 0 ? "better" : "adoptable", issue };
}

/** The changed issue whose own term rises most (`sign` 1) or falls most (−1), and by how many points. */
function extreme(
  { seat, text }: Observation,
  next: Outcome,
  changes: readonly Change[],
  sign: 1 | -1,
): readonly [issue: number, shift: number] {
  const shift = (issue: number) =>
    termOf(seat.preference, next, issue) - termOf(seat.preference, text, issue);
  const issue = changes.reduce(
    (most, [i]) => (sign * shift(i) > sign * shift(most) ? i : most),
    changes[0]![0],
  );
  return [issue, shift(issue)];
}
