/** What worth and mandate are held against: what lies on the table, and what is in force once nothing lies there any more. */
import { expect, test } from "vitest";
import { createPlay, type Play } from "../../../src/ui/desk/play.ts";
import { parsed, type Written, written } from "../../fixtures/scenarios.ts";
import { talksAmong } from "../../fixtures/talks.ts";

/** No agreement is worth 7 points, what is in force 0, and a limit rules that out. */
function source(): Written {
  const scenario = written(2, 1);
  const [you, other] = scenario.parties;
  you!.preferences.reservationValue = 7;
  you!.preferences.limits = [{ issue: "i0", min: "o1" }];
  // It never agrees: its best is what is in force.
  other!.preferences.reservationValue = 50;
  return scenario;
}

const told = ({ view }: Play) => {
  const { measured, textUtility, draftUtility, limits } = view.value.you;
  return [measured, textUtility, draftUtility, limits.map(({ broken }) => broken)];
};

test("an offer counts while it stands, and no longer when the talks have failed", () => {
  const play = createPlay({ scenario: talksAmong(source(), { rounds: 1 }), seat: "p0", seed: 1 });
  expect(told(play)).toEqual(["force", 7, 7, [true]]);
  play.choose(0, 2);
  expect(play.propose()).toBeUndefined();
  expect(told(play)).toEqual(["offer", 10, 10, [false]]);
  play.toNextStop();
  expect(play.view.value.end).not.toBe("agreement");
  expect(told(play)).toEqual(["force", 7, 7, [true]]);
});

test("a text counts while it is drafted, and no longer when it was not adopted", () => {
  const scenario = source();
  scenario.phases[0]!.opening = { i0: "o2" };
  scenario.phases[0]!.rounds = 1;
  const play = createPlay({ scenario: parsed(scenario), seat: "p0", seed: 1 });
  expect(told(play)).toEqual(["text", 10, 10, [false]]);
  expect(finish(play, "against")).toBe("deadline");
  expect(told(play)).toEqual(["force", 7, 7, [true]]);
});

test("what was signed counts as it was signed", () => {
  const scenario = source();
  scenario.phases[0]!.opening = { i0: "o2" };
  const play = createPlay({ scenario: parsed(scenario), seat: "p0", seed: 1 });
  expect(finish(play, "for")).toBe("agreement");
  expect(told(play)).toEqual(["signed", 10, 10, [false]]);
});

function finish(play: Play, vote: "for" | "against"): string | undefined {
  for (let i = 0; i < 50 && !play.view.value.ended; i++) {
    const { ask } = play.view.value;
    if (ask === "speech") play.hold();
    else if (ask === undefined) play.step();
    else play.vote(ask === "text" ? vote : "against");
  }
  return play.view.value.end;
}
