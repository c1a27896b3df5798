/**
 * Does what its script says for a round and otherwise nothing: amends once when it has the floor, votes for its own
 * motion, and gives its scripted vote on the text. For tests, demonstrations and controlled experiments.
 */
import type { Change } from "../protocol/move.ts";
import { issueIndexIn, optionIndex } from "../scenario/outcome.ts";
import type { Strategy } from "./agent.ts";

export const scripted: Strategy = (parameters, issues) => {
  const lines = new Map((parameters.script ?? []).map((line) => [line.round, line]));
  const changesIn = (round: number): Change[] =>
    Object.entries(lines.get(round)?.amend ?? {}).map(([id, option]) => {
      const index = issueIndexIn(issues, id);
      return [index, optionIndex(issues[index]!, option)];
    });
  return {
    speak: ({ seat, round, text, open }) => {
      const changes = changesIn(round).filter(
        ([issue, option]) => open.includes(issue) && text[issue] !== option,
      );
      return changes.length === 0
        ? { type: "hold", party: seat.party }
        : { type: "amend", party: seat.party, changes };
    },
    vote: ({ seat, beat, round, motion }) => {
      if (beat === "adoption") return { choice: lines.get(round)?.adopt ?? "abstain" };
      return { choice: motion?.party === seat.party ? "for" : "abstain" };
    },
  };
};
