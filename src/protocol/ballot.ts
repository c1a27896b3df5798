/**
 * What every ballot is, whoever holds it: one vote of each voter and of nobody else. What a vote may be is the
 * protocol's to say.
 */
import type { Phase } from "./course.ts";
import type { Choice } from "./decision.ts";
import type { Game, Move, Vote } from "./move.ts";

export type Votes = readonly (Vote | null)[];

export function choicesOf(votes: Votes): (Choice | undefined)[] {
  return votes.map((vote) => vote?.choice);
}

/** Who is for the amendment it has proposed and is not asked; undefined where no ballot is open in which somebody is so. */
export function forItself(phase: Phase, { play }: Game): number | undefined {
  if (phase.protocol !== "drafting" || play.beat !== "ballot") return undefined;
  const { party } = play.motion;
  return phase.parties.includes(party) && !phase.askedOn[party]!.includes(party) ? party : undefined;
}

/** Why these votes are no ballot of the voters; `problemOf`: why one vote is not legal. */
export function ballotViolation(
  parties: number,
  voters: readonly number[],
  votes: Votes,
  problemOf: (party: number, vote: Vote) => string | undefined,
): string | undefined {
  if (votes.length !== parties)
    return `A ballot has one entry for each of ${parties} parties, not ${votes.length}.`;
  for (let party = 0; party < votes.length; party++) {
    const vote = votes[party] ?? null;
    const votesHere = voters.includes(party);
    if (votesHere !== (vote !== null))
      return `Party ${party} ${votesHere ? "has not voted" : "has no vote here"}.`;
    const problem = vote === null ? undefined : problemOf(party, vote);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Every ballot that the voters may cast together, lazily: they are choices to the power of the voters. */
export function* ballotsOf(
  parties: number,
  voters: readonly number[],
  votesOf: (party: number) => readonly Vote[],
): Generator<Move> {
  const votes: (Vote | null)[] = new Array(parties).fill(null);
  function* fill(k: number): Generator<Move> {
    if (k === voters.length) {
      yield { type: "ballot", votes: votes.slice() };
      return;
    }
    const party = voters[k]!;
    for (const vote of votesOf(party)) {
      votes[party] = vote;
      yield* fill(k + 1);
    }
  }
  yield* fill(0);
}
