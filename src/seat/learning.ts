/**
 * How the public estimate of support (`support.ts`) moves with ballots and offers: a stated reason raises doubts where it
 * points, a plain objection a little everywhere, a vote for the whole text halves them. In place, one game's own copy.
 */

import { choicesOf } from "../protocol/ballot.ts";
import { decided } from "../protocol/decision.ts";
import { amended, motionNow } from "../protocol/drafting.ts";
import { phaseNow } from "../protocol/game.ts";
import type { Game, Move, Vote } from "../protocol/move.ts";
import { offeredByOthers } from "../protocol/talks.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { cardIn, type Disclosure } from "./disclosure.ts";
import { rememberFailed } from "./failed.ts";
import { learnFromCard } from "./publicEffects.ts";
import { forget, type Support } from "./support.ts";

/** Doubt added by a stated limit: support for such a text falls to about a quarter. */
const REASON = 3;
/** Doubt added by a reason of worth. */
const WORTH_REASON = 0.25;
/** Doubt spread over the text by an objection without a reason. */
const PLAIN_OBJECTION = 0.15;
/** What a vote for the text leaves of doubts about its parts. */
const CONSENT = 0.5;

const TEACHES_NOTHING: ReadonlySet<Move["type"]> = new Set(["news", "amend", "hold"]);

/**
 * Learns from ballots, offers, acceptances and cards in place. `game` is the game before the move, `disclosed` what the
 * move has made public of mandates.
 */
export function learn(support: Support, game: Game, move: Move, disclosed: readonly Disclosure[]): void {
  const phase = phaseNow(support.course, game);
  const card = cardIn(move);
  if (card !== undefined) learnFromCard(support, card, disclosed);
  if (!TEACHES_NOTHING.has(move.type)) forget(support);
  if (move.type === "offer") learnFromOffer(support, game, move);
  if (move.type === "accept") consent(support, move.party, { choice: "for" }, game.text);
  if (move.type !== "ballot") return;
  const motion = motionNow(game);
  if (phase.protocol === "drafting" && motion !== undefined) {
    const text = amended(game.text, motion.changes);
    if (!decided(phase.amendment, choicesOf(move.votes))) rememberFailed(support, text);
    for (const party of phase.parties) learnFromReason(support, party, move.votes[party]!, text);
    return;
  }
  for (const party of phase.parties) {
    const vote = move.votes[party];
    if (vote == null) continue;
    if (vote.choice === "for") consent(support, party, vote, game.text);
    else learnFromReason(support, party, vote, game.text);
  }
}

/** Who offers speaks for every part of the offer, and doubts what it changed of the one that stood. */
function learnFromOffer(support: Support, game: Game, move: Extract<Move, { type: "offer" }>): void {
  if (game.play.protocol === "talks" && offeredByOthers(game.play)) {
    const refusal: Vote =
      move.reason === undefined ? { choice: "against" } : { choice: "against", reason: move.reason };
    learnFromReason(support, move.party, refusal, game.text);
  }
  consent(support, move.party, { choice: "for" }, move.outcome);
}

/** Raises doubts where a reason points: at this option and all beyond it, or at a clause that is not in the text. */
function learnFromReason(support: Support, party: number, vote: Vote, text: Outcome): void {
  const { reason } = vote;
  if (reason?.issue === undefined) {
    if (vote.choice === "against") raise(support, party, text, PLAIN_OBJECTION / text.length);
    return;
  }
  const { parties, table } = support.course;
  const { issue } = reason;
  const at = (o: number) => (table.offsets[issue]! + o) * parties + party;
  const option = text[issue]!;
  switch (reason.cause) {
    case "above-mandate":
      for (let o = option; o < table.counts[issue]!; o++) support.doubts[at(o)]! += REASON;
      return;
    case "below-mandate":
      for (let o = 0; o <= option; o++) support.doubts[at(o)]! += REASON;
      return;
    case "clause-missing":
      support.doubts[at(0)]! += REASON;
      return;
    case "worse":
    case "too-little":
      support.doubts[at(option)]! += WORTH_REASON;
      return;
  }
}

function raise(support: Support, party: number, text: Outcome, amount: number): void {
  const { parties, table } = support.course;
  for (let issue = 0; issue < text.length; issue++) {
    support.doubts[(table.offsets[issue]! + text[issue]!) * parties + party]! += amount;
  }
}

/** A vote for the text speaks for every part of it but the one reserved. */
function consent(support: Support, party: number, vote: Vote, text: Outcome): void {
  const { parties, table } = support.course;
  for (let issue = 0; issue < text.length; issue++) {
    if (issue !== vote.reservation)
      support.doubts[(table.offsets[issue]! + text[issue]!) * parties + party]! *= CONSENT;
  }
}
