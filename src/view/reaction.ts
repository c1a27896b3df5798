/**
 * What the table learns from a ballot: how it went in one sentence, and the two or three reasons that matter most.
 * Objections of those who must agree come first, then the most frequent objections of the others.
 */
import type { Vote } from "../protocol/move.ts";
import type { PublicScenario } from "../seat/public.ts";
import { countsOf, type ToldBallot } from "./ballot.ts";
import { describeVoters } from "./sentences.ts";
import { record } from "./words/record.ts";

const words = record.reaction;

const MOST_REASONS = 3;

export interface Reaction {
  readonly question: string;
  readonly sentence: string;
  readonly carried: boolean;
  /** The conditions that it has not met. */
  readonly missed: readonly string[];
  readonly reasons: readonly string[];
}

interface Group {
  readonly vote: Vote;
  readonly parties: number[];
  rank: number;
}

/** `required`: parties that must agree, by index. `adoption`: the ballot was on the whole text. */
export function reactionOf(
  scenario: PublicScenario,
  ballot: ToldBallot,
  required: readonly boolean[],
  seat: number,
  adoption: boolean,
): Reaction {
  const { tally, carried } = ballot;
  const outcome = adoption ? (carried ? "adopted" : "notAdopted") : carried ? "carried" : "failed";
  const groups = new Map<string, Group>();
  for (const [party, vote] of ballot.votes) {
    // Why somebody was for what failed explains nothing; nor do you need your own reason told.
    if (party === seat || vote.reason === undefined || (!carried && vote.choice === "for")) continue;
    const key = `${vote.choice} ${vote.reservation ?? ""} ${vote.reason.cause} ${vote.reason.issue ?? ""}`;
    const group = groups.get(key) ?? { vote, parties: [], rank: 0 };
    group.parties.push(party);
    group.rank = Math.max(group.rank, rankOf(vote, required[party] === true, carried));
    groups.set(key, group);
  }
  const reasons = [...groups.values()]
    .sort((a, b) => b.rank - a.rank || b.parties.length - a.parties.length)
    .slice(0, MOST_REASONS)
    .map(({ vote, parties }) => {
      const weighty = parties.filter((party) => required[party]);
      const rest = parties.filter((party) => !required[party]);
      return describeVoters(scenario, [...weighty, ...rest], vote);
    });
  const missed = ballot.conditions.flatMap(({ sentence, holds }) => (holds ? [] : [sentence]));
  return {
    question: ballot.question,
    sentence: words[outcome](countsOf(tally)),
    carried,
    missed,
    reasons,
  };
}

function rankOf(vote: Vote, required: boolean, carried: boolean): number {
  const weight = { against: 4, abstain: 1, for: carried ? 2 : 0 }[vote.choice];
  return weight + (required && vote.choice !== "for" ? 5 : 0) + (vote.reservation === undefined ? 0 : 1);
}
