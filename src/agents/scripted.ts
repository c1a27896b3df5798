/**
 * Does what its script says for a round and otherwise nothing: pulls a lever at its first target, amends once when it has the floor, votes for its own
 * motion, and gives its scripted vote on the text. For tests, demonstrations and controlled experiments. A script that
 * names what the scenario does not have throws RangeError at once, not in the middle of a game.
 */
import { CHANGES_AT_ONCE } from "../protocol/course.ts";
import { targetsOf } from "../protocol/levers.ts";
import type { Change, Move } from "../protocol/move.ts";
import { issueIndexIn, optionIndex } from "../scenario/outcome.ts";
import type { Observation } from "../seat/observation.ts";
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
    (parameters.script ?? []).map(({ round, lever, amend, adopt }) => [
      round,
      { lever, changes: changesOf(amend), adopt },
    ]),
  );
  return {
    speak: (observation) => {
      const { seat, round, text, open } = observation;
      const pull = scriptedPull(observation, lines.get(round)?.lever);
      if (pull !== undefined) return pull;
      const changes = (lines.get(round)?.changes ?? []).filter(
        ([issue, option]) => open.includes(issue) && text[issue] !== option,
      );
      return changes.length === 0
        ? { type: "hold", party: seat.party }
        : { type: "amend", party: seat.party, changes };
    },
    bargain: (observation) => {
      const { seat, round, text, inForce, mayAccept } = observation;
      const line = lines.get(round);
      const pull = scriptedPull(observation, line?.lever);
      if (pull !== undefined) return pull;
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

/** Undefined when the script names no lever for this round, or one that can't be pulled (again) now. */
function scriptedPull(
  { seat, course, levers }: Observation,
  id: string | undefined,
): Extract<Move, { type: "lever" }> | undefined {
  const lever = levers.find((index) => course.cards[index]!.id === id);
  if (lever === undefined) return undefined;
  return { type: "lever", party: seat.party, lever, target: targetsOf(course, lever, seat.party)[0]! };
}
