/**
 * Every legal move of drafting, one by one and lazily: for counting (perft), for random play and for searches over
 * amendments. Ballots alone are the votes of one party to the power of the parties, so nothing here builds a list.
 */
import { ballotsOf, forItself } from "./ballot.ts";
import { type Course, type Drafting, openIssues } from "./course.ts";
import { CHOICES } from "./decision.ts";
import { legalPulls } from "./levers.ts";
import type { Change, Game, GameIn, Move, Vote } from "./move.ts";

export function* legalMoves(course: Course, phase: Drafting, game: GameIn<"drafting">): Generator<Move> {
  const { play, text } = game;
  if (play.beat === "floor") {
    const party = play.speakers[play.turn]!;
    yield { type: "hold", party };
    yield* legalPulls(course, game, party);
    if (phase.decision.required[party]) yield { type: "walkaway", party };
    for (const changes of legalChanges(course, openIssues(phase, game), text, phase.changes))
      yield { type: "amend", party, changes };
  } else {
    const proposer = forItself(phase, game);
    yield* ballotsOf(course.parties, phase.parties, (party) =>
      party === proposer ? FOR : legalVotes(course, phase, game, party),
    );
  }
}

/** Every amendment of one to `most` open issues of a text. */
export function* legalChanges(
  course: Course,
  open: readonly number[],
  text: readonly number[],
  most: number,
): Generator<readonly Change[]> {
  function* extend(from: number, chosen: readonly Change[]): Generator<readonly Change[]> {
    if (chosen.length > 0) yield chosen;
    if (chosen.length === most) return;
    for (let k = from; k < open.length; k++) {
      const issue = open[k]!;
      for (let option = 0; option < course.table.counts[issue]!; option++) {
        if (option !== text[issue]) yield* extend(k + 1, [...chosen, [issue, option]]);
      }
    }
  }
  yield* extend(0, []);
}

const PLAIN: readonly Vote[] = CHOICES.map((choice) => ({ choice }));
const FOR: readonly Vote[] = [{ choice: "for" }];

/** The votes one party may cast on the question before it. */
export function legalVotes(
  course: Course,
  phase: Drafting,
  { play, text }: Game,
  party: number,
): readonly Vote[] {
  if (play.beat !== "adoption" || !phase.decision.mayReserve[party]) return PLAIN;
  const reserving = course.statusQuo.flatMap((option, issue): Vote[] =>
    text[issue] === option ? [] : [{ choice: "for", reservation: issue }],
  );
  return [...PLAIN, ...reserving];
}
