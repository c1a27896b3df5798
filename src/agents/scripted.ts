/**
 * Does what its script says for a round and otherwise nothing: amends once when it has the floor, votes for its own
 * motion, and gives its scripted vote on the text. For tests, demonstrations and controlled experiments. A script that
 * names what the scenario does not have throws RangeError at once, not in the middle of a game.
 */
import { CHANGES_AT_ONCE } from "../protocol/course.ts";
import type { Change } from "../protocol/move.ts";
import { issueIndexIn, optionIndex } from "../scenario/outcome.ts";
import type { Strategy } from "./agent.ts";

export const scripted: Strategy = (parameters, issues) => {
  const changesOf = (amend: Readonly<Record<string, string>> = {}): Change[] => {
    const changes = Object.entries(amend).map(([id, option]): Change => {
      const index = issueIndexIn(issues, id);
      return [index, optionIndex(issues[index]!, option)];
    });
    if (changes.length <= CHANGES_AT_ONCE) return changes;
    throw new RangeError(
      `A script amends ${changes.length} issues at once; at most ${CHANGES_AT_ONCE} are possible.`,
    );
  };
  const lines = new Map(
    (parameters.script ?? []).map(({ round, amend, adopt }) => [round, { changes: changesOf(amend), adopt }]),
  );
  return {
    speak: ({ seat, round, text, open }) => {
      const changes = (lines.get(round)?.changes ?? []).filter(
        ([issue, option]) => open.includes(issue) && text[issue] !== option,
      );
      return changes.length === 0
        ? { type: "hold", party: seat.party }
        : { type: "amend", party: seat.party, changes };
    },
    bargain: ({ seat, round, text, inForce, mayAccept }) => {
      const line = lines.get(round);
      if (mayAccept && line?.adopt === "for") return { type: "accept", party: seat.party };
      const outcome = (mayAccept ? text : inForce).slice();
      for (const [issue, option] of line?.changes ?? []) outcome[issue] = option;
      return { type: "offer", party: seat.party, outcome };
    },
    vote: ({ seat, beat, round, motion }) => {
      if (beat !== "ballot") return { choice: lines.get(round)?.adopt ?? "abstain" };
      return { choice: motion?.party === seat.party ? "for" : "abstain" };
    },
  };
};
