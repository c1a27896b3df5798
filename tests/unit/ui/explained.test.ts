/** A person's vote against says why, unless the person does not want it to. */
import { expect, test } from "vitest";
import { createPlay, type Play } from "../../../src/ui/desk/play.ts";
import { paris } from "../../fixtures/scenarios.ts";

/** The seat's last vote on a text that its mandate forbids, after it voted against everything. */
function lastVoteOf(play: Play) {
  for (let stop = 0; stop < 60; stop++) {
    const { ask, objection } = play.view.value;
    if (ask === "speech") play.hold();
    else if (ask === "motion") play.vote("against");
    else if (ask === "text" && objection !== undefined) {
      play.vote("against");
      break;
    } else if (ask === "text") play.vote("against");
    else play.toNextStop();
  }
  const { moves } = play.session.snapshot();
  const ballot = moves.findLast((move) => move.type === "ballot");
  return ballot?.type === "ballot" ? ballot.votes[play.seat] : undefined;
}

const scenario = paris();
const issueOf = (id: string) => scenario.issues.findIndex((issue) => issue.id === id);

test("with the limit that the text breaks", () => {
  const play = createPlay({ scenario, seat: "united_states", seed: 1 });
  expect(lastVoteOf(play)).toEqual({
    choice: "against",
    reason: { cause: "above-mandate", issue: issueOf("us_backstop") },
  });
});

test("or with nothing", () => {
  const play = createPlay({ scenario, seat: "united_states", seed: 1 });
  play.explained.value = false;
  expect(lastVoteOf(play)).toEqual({ choice: "against" });
});
