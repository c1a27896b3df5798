/**
 * Every legal move of drafting, one by one and lazily: for counting (perft), for random play and for searches over
 * amendments. Ballots alone are the votes of one party to the power of the parties, so nothing here builds a list.
 */
import { CHANGES_AT_ONCE, type Course, type Phase } from "./course.ts";
import { CHOICES } from "./decision.ts";
import { openIssues } from "./drafting.ts";
import { legalPulls } from "./levers.ts";
import type { Change, Game, Move, Vote } from "./move.ts";

export function* legalMoves(course: Course, phase: Phase, game: Game): Generator<Move> {
  if (game.beat === "floor") {
    const party = game.speakers[game.turn]!;
    yield { type: "hold", party };
    yield* legalPulls(course, game, party);
    if (phase.decision.required[party]) yield { type: "walkaway", party };
    for (const changes of legalChanges(course, phase, game)) yield { type: "amend", party, changes };
  } else {
    yield* legalBallots(course, phase, game);
  }
}

/** Every amendment of one to three open issues. */
export function* legalChanges(course: Course, phase: Phase, game: Game): Generator<readonly Change[]> {
  const open = openIssues(phase, game);
  function* extend(from: number, chosen: readonly Change[]): Generator<readonly Change[]> {
    if (chosen.length > 0) yield chosen;
    if (chosen.length === CHANGES_AT_ONCE) return;
    for (let k = from; k < open.length; k++) {
      const issue = open[k]!;
      for (let option = 0; option < course.table.counts[issue]!; option++) {
        if (option !== game.text[issue]) yield* extend(k + 1, [...chosen, [issue, option]]);
      }
    }
  }
  yield* extend(0, []);
}

/** The votes one party may cast on the question before it. */
export function legalVotes(course: Course, phase: Phase, game: Game, party: number): Vote[] {
  const votes: Vote[] = CHOICES.map((choice) => ({ choice }));
  if (game.beat !== "adoption" || !phase.decision.mayReserve[party]) return votes;
  for (let issue = 0; issue < course.table.counts.length; issue++) {
    if (game.text[issue] !== course.statusQuo[issue]) votes.push({ choice: "for", reservation: issue });
  }
  return votes;
}

function* legalBallots(course: Course, phase: Phase, game: Game): Generator<Move> {
  const votes: (Vote | null)[] = new Array(course.parties).fill(null);
  function* fill(k: number): Generator<Move> {
    if (k === phase.parties.length) {
      yield { type: "ballot", votes: votes.slice() };
      return;
    }
    const party = phase.parties[k]!;
    for (const vote of legalVotes(course, phase, game, party)) {
      votes[party] = vote;
      yield* fill(k + 1);
    }
  }
  yield* fill(0);
}
