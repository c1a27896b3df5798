/**
 * Rules of drafting: a single negotiating text (DESIGN §4). Each round: news (chance draws the other speakers, an event
 * may come) → floor (speakers in turn pull levers, then amend, hold or walk away; a ballot of all follows each amendment)
 * → adoption ballot on the text as it stands. Adopted: agreement. After the last round: deadline. A party that must agree
 * may walk away.
 *
 * Counting (perft), written before the code. With R rounds left, S speakers a round of which the i-th may make aᵢ
 * amendments and has wᵢ ∈ {0, 1} walkaways, lᵢₖ pulls after k pulls, E ways the news may be, n voters, V = 3ⁿ amendment
 * ballots, B adoption ballots of which C carry, the paths of exactly d moves that have not ended before are
 *   N(d) = news(R, d)
 *   news(r, d)        = E·floor(r, 1, 0, d − 1)                          (1 when d = 0)
 *   floor(r, i, k, d) = (1 + [d = 1]·wᵢ)·after(d − 1) + aᵢ·V·after(d − 2) + lᵢₖ·floor(r, i, k + 1, d − 1)   for d ≥ 2;
 *                       1 + wᵢ + aᵢ + lᵢₖ when d = 1
 *   after             = floor(r, i + 1, 0, ·), or adopt(r, ·) after the last speaker
 *   adopt(r, d)       = B when d = 1, else (B − C)·news(r − 1, d − 1), and 0 when r was the last round
 * with every function 1 at d = 0. Tests hold code and recurrence together: `perft.test.ts`, and with cards `cards.test.ts`.
 */
import { CHANGES_AT_ONCE, type Course, type Phase } from "./course.ts";
import { CHOICES, type Choice, decided } from "./decision.ts";
import { leverViolation } from "./levers.ts";
import type { Change, Ended, Game, Move, ToMove, Vote } from "./move.ts";

export function enter(_: Phase, game: Game): void {
  game.beat = "news";
}

/** The beat after the news. */
export const opens = "floor";

export function toMove(phase: Phase, game: Game): ToMove {
  if (game.beat === "floor") return { who: "speaker", party: game.speakers[game.turn]! };
  return { who: "voters", parties: phase.parties };
}

/** Issues open in the present round, ascending. */
export function openIssues(phase: Phase, game: Game): readonly number[] {
  return phase.agenda[game.round - 1]!;
}

/** The text as the motion on the table would leave it. */
export function amended(text: readonly number[], changes: readonly Change[]): number[] {
  const next = text.slice();
  for (const [issue, option] of changes) next[issue] = option;
  return next;
}

export function violation(course: Course, phase: Phase, game: Game, move: Move): string | undefined {
  if (move.type === "ballot") {
    return game.beat === "ballot" || game.beat === "adoption"
      ? ballotViolation(course, phase, game, move.votes)
      : outOfTurn(game, "a ballot");
  }
  if (game.beat !== "floor" || !("party" in move)) return outOfTurn(game, move.type);
  if (move.party !== game.speakers[game.turn]) {
    return `Party ${move.party} can't ${move.type} now: the floor is with party ${game.speakers[game.turn]}.`;
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

/** Changes `game` in place; returns the phase's result when the move ends it. */
export function advance(phase: Phase, game: Game, move: Move): Ended | undefined {
  switch (move.type) {
    case "hold":
      passTheFloor(game);
      return undefined;
    case "amend":
      game.motion = { party: move.party, changes: move.changes.map(([issue, option]) => [issue, option]) };
      game.beat = "ballot";
      return undefined;
    case "walkaway":
      return resultOf(phase, game, "walkaway", []);
    case "ballot":
      return game.beat === "ballot"
        ? settleMotion(phase, game, move.votes)
        : settleText(phase, game, move.votes);
  }
}

export function choicesOf(votes: readonly (Vote | null)[]): (Choice | undefined)[] {
  return votes.map((vote) => vote?.choice);
}

function settleMotion(phase: Phase, game: Game, votes: readonly (Vote | null)[]): undefined {
  if (decided(phase.amendment, choicesOf(votes))) {
    for (const [issue, option] of game.motion!.changes) game.text[issue] = option;
  }
  game.motion = null;
  passTheFloor(game);
}

function settleText(phase: Phase, game: Game, votes: readonly (Vote | null)[]): Ended | undefined {
  if (decided(phase.decision, choicesOf(votes))) return resultOf(phase, game, "agreement", votes);
  if (game.round === phase.rounds) return resultOf(phase, game, "deadline", []);
  game.round++;
  game.beat = "news";
  return undefined;
}

function passTheFloor(game: Game): void {
  game.turn++;
  game.beat = game.turn < game.speakers.length ? "floor" : "adoption";
}

function resultOf(phase: Phase, game: Game, end: Ended["end"], votes: readonly (Vote | null)[]): Ended {
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
  phase: Phase,
  game: Game,
  changes: readonly Change[],
): string | undefined {
  if (changes.length < 1 || changes.length > CHANGES_AT_ONCE) {
    return `An amendment changes one to ${CHANGES_AT_ONCE} issues, not ${changes.length}.`;
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

function ballotViolation(
  course: Course,
  phase: Phase,
  game: Game,
  votes: readonly (Vote | null)[],
): string | undefined {
  if (votes.length !== course.parties) {
    return `A ballot has one entry for each of ${course.parties} parties, not ${votes.length}.`;
  }
  for (let party = 0; party < votes.length; party++) {
    const vote = votes[party] ?? null;
    const seated = phase.parties.includes(party);
    if (seated !== (vote !== null)) return `Party ${party} ${seated ? "has not voted" : "has no vote here"}.`;
    const problem = vote === null ? undefined : voteViolation(course, phase, game, party, vote);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Why one vote is not legal now; undefined when it is. */
export function voteViolation(
  course: Course,
  phase: Phase,
  game: Game,
  party: number,
  vote: Vote,
): string | undefined {
  if (!CHOICES.includes(vote.choice)) return `A vote is for, against or abstain, not "${vote.choice}".`;
  if (vote.reservation === undefined) return undefined;
  if (game.beat !== "adoption") return "A reservation can be made only when the whole text is voted on.";
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
  return `It is not the time for ${what}: the beat is ${game.beat} of round ${game.round}.`;
}
