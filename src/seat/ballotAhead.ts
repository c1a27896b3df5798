/**
 * What is expected of a ballot while a text is drafted, by what is believed of everybody just before it: the same numbers for the
 * forecast and for what is told of it when the ballot is over.
 */
import { type Drafting, isNegotiation } from "../protocol/course.ts";
import { amended, motionNow } from "../protocol/drafting.ts";
import { phaseNow } from "../protocol/game.ts";
import type { Game, Motion, Move } from "../protocol/move.ts";
import type { Belief } from "./belief.ts";
import { momentOf, toldOfParty } from "./calibrated.ts";
import { agreementChance, emptyEstimate, estimateText, preferenceChances, timeIn } from "./chances.ts";
import { signaturesNow } from "./support.ts";

/** Chance of each party's vote for changes of the text; who proposes them is for them. */
export function motionVotes(
  belief: Belief,
  phase: Drafting,
  game: Game,
  { party, changes }: Motion,
): Float64Array {
  const { course } = belief;
  const { parties } = phase;
  const next = amended(game.text, changes);
  const [before, after] = [emptyEstimate(course), emptyEstimate(course)];
  estimateText(belief, phase, parties, game.text, 1, before);
  estimateText(belief, phase, parties, next, 1, after);
  const chance = (signs: Float64Array) => agreementChance(phase, signs, party);
  const ratio = chance(after.signs) / Math.max(1e-9, chance(before.signs));
  const votes = preferenceChances(belief, parties, game.text, changes, before, after, ratio, after.signs);
  votes[party] = 1;
  return votes;
}

/** Chance of each party's vote for the whole text now, as it is told. */
export function textVotes(belief: Belief, phase: Drafting, game: Game): Float64Array {
  const signs = signaturesNow(belief, phase, game.text, timeIn(phase, game.round));
  const moment = momentOf(phase, game.round);
  return signs.map((chance) => toldOfParty(chance, moment));
}

/** Expected votes for, rounded. */
export function votesFor({ parties }: Drafting, votes: Float64Array): number {
  return Math.round(parties.reduce((sum, voter) => sum + votes[voter]!, 0));
}

/** Whether anything is known of anybody who is asked. */
export function anyHeard({ heard }: Belief, { parties }: Drafting, proposer = -1): boolean {
  return parties.some((voter) => voter !== proposer && heard[voter] === 1);
}

/**
 * Votes for that were expected of a ballot on a motion or the text, before anything is learnt from it; undefined of other moves, in
 * talks, and where nothing was known.
 */
export function votesForeseen(belief: Belief, game: Game, move: Move): number | undefined {
  const phase = phaseNow(belief.course, game);
  if (move.type !== "ballot" || !isNegotiation(phase) || phase.protocol !== "drafting") return undefined;
  const motion = motionNow(game);
  if (!anyHeard(belief, phase, motion?.party)) return undefined;
  const votes =
    motion === undefined ? textVotes(belief, phase, game) : motionVotes(belief, phase, game, motion);
  return votesFor(phase, votes);
}
