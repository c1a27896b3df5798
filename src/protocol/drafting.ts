/**
 * Rules of drafting: a single negotiating text (DESIGN §4). Each round: news (chance draws the other speakers, an event
 * may come) → floor (speakers in turn pull levers, then amend, hold or walk away; a ballot follows each amendment, in which
 * its proposer is for it without being asked)
 * → adoption ballot on the text as it stands. Adopted: agreement. After the last round: deadline. A party that must agree
 * may walk away.
 *
 * Counting (perft), written before the code. With R rounds left, S speakers a round of which the i-th may make aᵢ
 * amendments and has wᵢ ∈ {0, 1} walkaways, lᵢₖ pulls after k pulls, E ways the news may be, n voters, V = 3ⁿ⁻¹ amendment
 * ballots, B adoption ballots of which C carry, the paths of exactly d moves that have not ended before are
 *   N(d) = news(R, d)
 *   news(r, d)        = E·floor(r, 1, 0, d − 1)                          (1 when d = 0)
 *   floor(r, i, k, d) = (1 + [d = 1]·wᵢ)·after(d − 1) + aᵢ·V·after(d − 2) + lᵢₖ·floor(r, i, k + 1, d − 1)   for d ≥ 2;
 *                       1 + wᵢ + aᵢ + lᵢₖ when d = 1
 *   after             = floor(r, i + 1, 0, ·), or adopt(r, ·) after the last speaker
 *   adopt(r, d)       = B when d = 1, else (B − C)·news(r − 1, d − 1), and 0 when r was the last round
 * with every function 1 at d = 0. Tests hold code and recurrence together: `perft.test.ts`, and with cards `cards.test.ts`.
 */
import { ballotViolation, choicesOf, forItself, type Votes } from "./ballot.ts";
import { type Course, type Drafting, openIssues } from "./course.ts";
import { CHOICES, decided } from "./decision.ts";
import { legalMoves } from "./enumeration.ts";
import { leverViolation } from "./levers.ts";
import type { Change, DraftingPlay, Ended, Game, GameIn, Motion, Move, ToMove, Vote } from "./move.ts";
import type { Rules } from "./protocol.ts";

type DraftingGame = GameIn<"drafting">;

export const drafting: Rules<"drafting"> = {
  enter: () => ({ protocol: "drafting", beat: "news" }),
  afterNews: (_, speakers) => floorOf(speakers, 0),
  toMove,
  legalMoves,
  violation,
  voteViolation,
  ruleNow: (phase, { play }) =>
    play.beat === "ballot" ? phase.amendment : play.beat === "adoption" ? phase.decision : undefined,
  advance,
};

function floorOf(speakers: readonly number[], turn: number): DraftingPlay {
  return turn < speakers.length
    ? { protocol: "drafting", beat: "floor", speakers, turn }
    : { protocol: "drafting", beat: "adoption" };
}

function toMove(phase: Drafting, { play }: DraftingGame): ToMove {
  return play.beat === "floor"
    ? { who: "speaker", party: play.speakers[play.turn]! }
    : { who: "voters", parties: play.beat === "ballot" ? phase.askedOn[play.motion.party]! : phase.parties };
}

/** The amendment that is voted on, if one is. */
export function motionNow({ play }: Game): Motion | undefined {
  return play.beat === "ballot" ? play.motion : undefined;
}

/** The text as the motion on the table would leave it. */
export function amended(text: readonly number[], changes: readonly Change[]): number[] {
  const next = text.slice();
  for (const [issue, option] of changes) next[issue] = option;
  return next;
}

function violation(course: Course, phase: Drafting, game: DraftingGame, move: Move): string | undefined {
  const { play } = game;
  if (move.type === "ballot") {
    return play.beat === "ballot" || play.beat === "adoption"
      ? ballotViolation(course.parties, phase.parties, move.votes, (party, vote) =>
          voteViolation(vote, party, course, phase, game),
        )
      : outOfTurn(game, "a ballot");
  }
  if (play.beat !== "floor" || !("party" in move)) return outOfTurn(game, move.type);
  const speaker = play.speakers[play.turn];
  if (move.party !== speaker) {
    return `Party ${move.party} can't ${move.type} now: the floor is with party ${speaker}.`;
  }
  if (move.type === "walkaway" && !phase.decision.required[move.party]) {
    return `Party ${move.party} can't end the talks by walking away: its agreement is not required. Vote against instead.`;
  }
  if (move.type === "lever") return leverViolation(course, game, move);
  if (move.type === "amend") return amendmentViolation(course, phase, game, move.changes);
  return move.type === "hold" || move.type === "walkaway"
    ? undefined
    : `There is no ${move.type} while a text is drafted.`;
}

function advance(phase: Drafting, game: DraftingGame, move: Move): Ended | undefined {
  const { play } = game;
  if (play.beat === "floor") {
    const { speakers, turn } = play;
    if (move.type === "walkaway") return resultOf(phase, game, "walkaway", []);
    if (move.type === "amend") {
      const changes = move.changes.map(([issue, option]) => [issue, option] as const);
      const motion = { party: move.party, changes };
      game.play = { protocol: "drafting", beat: "ballot", speakers, turn, motion };
    } else game.play = floorOf(speakers, turn + 1);
  } else if (move.type === "ballot") {
    if (play.beat === "adoption") return settleText(phase, game, move.votes);
    if (play.beat === "ballot") {
      if (decided(phase.amendment, choicesOf(move.votes))) {
        for (const [issue, option] of play.motion.changes) game.text[issue] = option;
      }
      game.play = floorOf(play.speakers, play.turn + 1);
    }
  }
  return undefined;
}

function settleText(phase: Drafting, game: DraftingGame, votes: Votes): Ended | undefined {
  if (decided(phase.decision, choicesOf(votes))) return resultOf(phase, game, "agreement", votes);
  if (game.round === phase.rounds) return resultOf(phase, game, "deadline", []);
  game.round++;
  game.play = { protocol: "drafting", beat: "news" };
  return undefined;
}

function resultOf(phase: Drafting, game: Game, end: Ended["end"], votes: Votes): Ended {
  const reservations = votes.flatMap((vote, party) =>
    vote?.reservation === undefined ? [] : [[party, vote.reservation] as const],
  );
  return {
    phase: game.phase,
    end,
    round: game.round,
    outcome: end === "agreement" ? game.text.slice() : game.inForce.slice(),
    signed: phase.decision.required.map((_, party) => votes[party]?.choice === "for"),
    reservations,
    unity: Math.max(0, phase.unity - phase.decision.reservationCost * reservations.length),
  };
}

function amendmentViolation(
  course: Course,
  phase: Drafting,
  game: Game,
  changes: readonly Change[],
): string | undefined {
  if (changes.length < 1 || changes.length > phase.changes) {
    return `An amendment changes ${phase.changes === 1 ? "one issue" : `one to ${phase.changes} issues`}, not ${changes.length}.`;
  }
  const open = openIssues(phase, game);
  for (const [k, [issue, option]] of changes.entries()) {
    if (!open.includes(issue)) return `Issue ${issue} is not open in round ${game.round}.`;
    if (changes.findIndex(([other]) => other === issue) !== k) return `Issue ${issue} is changed twice.`;
    if (!Number.isInteger(option) || option < 0 || option >= course.table.counts[issue]!) {
      return `Issue ${issue} has no option ${option}.`;
    }
    if (option === game.text[issue]) return `Issue ${issue} already stands at option ${option}.`;
  }
  return undefined;
}

function voteViolation(
  vote: Vote,
  party: number,
  course: Course,
  phase: Drafting,
  game: DraftingGame,
): string | undefined {
  if (party === forItself(phase, game) && vote.choice !== "for")
    return `Party ${party} has proposed the amendment, so it is for it.`;
  if (!CHOICES.includes(vote.choice)) return `A vote is for, against or abstain, not "${vote.choice}".`;
  if (vote.reservation === undefined) return undefined;
  if (game.play.beat !== "adoption") return "A reservation can be made only when the whole text is voted on.";
  if (vote.choice !== "for") return "A reservation goes with a vote for the text.";
  if (!phase.decision.mayReserve[party]) return `Party ${party} can't sign with a reservation.`;
  const { reservation } = vote;
  if (
    course.table.counts[reservation] === undefined ||
    game.text[reservation] === course.statusQuo[reservation]
  ) {
    return `There is nothing to opt out of in issue ${reservation}: it stands at its status quo.`;
  }
  return undefined;
}

function outOfTurn(game: Game, what: string): string {
  return `It is not the time for ${what}: the beat is ${game.play.beat} of round ${game.round}.`;
}
