/**
 * What every public act teaches about who did it, with or without a reason: a vote between two texts, an amendment made, a text
 * signed or refused, an offer, an acceptance, a card. In place, on one game's own copy.
 */

import type { Negotiation } from "../protocol/course.ts";
import { isNegotiation } from "../protocol/course.ts";
import { amended, motionNow } from "../protocol/drafting.ts";
import { phaseNow } from "../protocol/game.ts";
import { type Change, changesBetween, type Game, type Move, type Reason } from "../protocol/move.ts";
import { offeredByOthers } from "../protocol/talks.ts";
import type { Outcome } from "../scenario/outcome.ts";
import {
  type Belief,
  enterPhase,
  learnBarred,
  learnCommon,
  learnPreference,
  learnSignature,
  learnTooLittle,
  NOISE,
} from "./belief.ts";
import { timeIn } from "./chances.ts";
import { cardIn, type Disclosure } from "./disclosure.ts";
import { learnFromCard } from "./publicEffects.ts";
import { supportOf } from "./support.ts";

/** Chance that an option is barred of which a party has said so, and where a clause may lift the limit. */
const STATED = 0.97;
const STATED_CLAUSE = 0.85;
/** How much of a common surprise all are believed to share. */
const POOLED = 1;

/** `game`: before the move; `disclosed`: what the move has made public of mandates. */
export function learn(belief: Belief, game: Game, move: Move, disclosed: readonly Disclosure[]): void {
  const phase = phaseNow(belief.course, game);
  enterPhase(belief, game.phase);
  const card = cardIn(move);
  if (card !== undefined) learnFromCard(belief, card, disclosed);
  if (!isNegotiation(phase)) return;
  const time = timeIn(phase, game.round);
  switch (move.type) {
    case "amend":
      learnPreference(belief, move.party, game.text, move.changes, 1, NOISE.proposal);
      learnFromReason(belief, move.party, move.reason, amended(game.text, move.changes), game.text);
      break;
    case "offer":
      learnFromOffer(belief, phase, game, move, time);
      break;
    case "accept":
      learnSignature(belief, move.party, phase.issues, game.text, time, 1);
      break;
    case "ballot":
      learnFromBallot(belief, phase, game, move, time);
      break;
    default:
      return;
  }
  belief.version++;
}

function learnFromOffer(
  belief: Belief,
  { issues }: Negotiation,
  game: Game,
  { party, outcome, reason }: Extract<Move, { type: "offer" }>,
  time: number,
): void {
  if (game.play.protocol === "talks" && offeredByOthers(game.play)) {
    learnSignature(belief, party, issues, game.text, time, -1);
    learnFromReason(belief, party, reason, game.text, undefined);
    learnPreference(belief, party, game.text, changesBetween(game.text, outcome), 1, NOISE.proposal);
  }
  learnSignature(belief, party, issues, outcome, time, 1);
}

function learnFromBallot(
  belief: Belief,
  phase: Negotiation,
  game: Game,
  { votes }: Extract<Move, { type: "ballot" }>,
  time: number,
): void {
  const motion = motionNow(game);
  if (motion !== undefined) {
    const next = amended(game.text, motion.changes);
    for (const party of phase.parties) {
      const vote = votes[party];
      if (vote == null || vote.choice === "abstain" || party === motion.party) continue;
      const sign = vote.choice === "for" ? 1 : -1;
      learnPreference(belief, party, game.text, motion.changes, sign, NOISE.vote);
      learnFromReason(belief, party, vote.reason, next, game.text);
    }
    return;
  }
  const voters = phase.parties.filter((party) => votes[party] != null);
  if (phase.protocol === "drafting") {
    let surprise = 0;
    for (const party of voters)
      surprise += Number(votes[party]!.choice === "for") - supportOf(belief, phase, party, game.text, time);
    learnCommon(belief, voters, (POOLED * surprise) / Math.max(1, voters.length), time);
  }
  for (const party of voters) {
    const vote = votes[party]!;
    if (vote.choice === "abstain") continue;
    learnSignature(
      belief,
      party,
      phase.issues,
      game.text,
      time,
      vote.choice === "for" ? 1 : -1,
      vote.reservation,
    );
    if (vote.choice === "against") learnFromReason(belief, party, vote.reason, game.text, undefined);
  }
}

/** `text`: what the reason is about; `before`: what it would change, where it is about a change. */
function learnFromReason(
  belief: Belief,
  party: number,
  reason: Reason | undefined,
  text: Outcome,
  before: Outcome | undefined,
): void {
  if (reason?.issue === undefined) return;
  const { issue, cause } = reason;
  const option = text[issue]!;
  const change: readonly Change[] = [[issue, option]];
  switch (cause) {
    case "above-mandate":
      learnBarred(belief, party, issue, option, belief.course.table.counts[issue]! - 1, STATED);
      return;
    case "below-mandate":
      learnBarred(belief, party, issue, 0, option, STATED);
      return;
    case "clause-missing":
      learnBarred(belief, party, issue, 0, 0, STATED_CLAUSE);
      return;
    case "worse":
    case "better":
      if (before !== undefined)
        learnPreference(belief, party, before, change, cause === "better" ? 1 : -1, NOISE.reason);
      return;
    case "too-little":
      learnTooLittle(belief, party, issue, option);
      return;
  }
}
