/** What your panel says of your seat: the best you can reach as things stand, also where you only watch. */
import { expect, test } from "vitest";
import { publicOf } from "../../../src/seat/public.ts";
import { createPlay } from "../../../src/ui/desk/play.ts";
import { issuesOf, withDraft } from "../../../src/view/issues.ts";
import { cardsScenario } from "../../fixtures/cards.ts";
import { parsed, written } from "../../fixtures/scenarios.ts";
import { talksAmong } from "../../fixtures/talks.ts";

test("a card that moves your weights moves the best you can reach", () => {
  const source = JSON.parse(cardsScenario(0));
  const effects = [{ changes: "weight", parties: ["$self"], issue: "us_backstop", add: 2.2 }];
  source.levers[0] = { ...source.levers[0], target: undefined, effects };
  const play = createPlay({ scenario: parsed(JSON.stringify(source)), seat: "ukraine", seed: 1 });
  play.toNextStop();
  const { best } = play.view.value.you;
  const { options } = play.view.value.issues[0]!;
  expect(play.pull(1, -1)).toBeUndefined();
  expect(play.view.value.you.best).toBeGreaterThan(best);
  expect(play.view.value.issues[0]!.options).not.toEqual(options);
});

test("who has no seat in the talks is still told what could be best", () => {
  const seats = ["p0", "p1"].map((id) => ({ id, members: [id] }));
  const play = createPlay({ scenario: talksAmong(written(3, 2), { seats }), seat: "p2", seed: 1 });
  expect(play.view.value.course.role).toBe("observer");
  expect(play.view.value.you.best).toBe(play.standpoint.value.own.best.utility);
});

test("what a draft leaves alone stays the same object, so that it need not be drawn anew", () => {
  const scenario = publicOf(parsed(written(2, 2)));
  const before = issuesOf(scenario, [], [0, 0], [0, 0], [0, 1], () => 0);
  const after = withDraft(before, [[0, 1]]);
  expect(after[1]).toBe(before[1]);
  expect(after[0]!.options.map((option, o) => option === before[0]!.options[o])).toEqual([
    false,
    false,
    true,
  ]);
  expect(after[0]).toMatchObject({ drafted: true, options: [{ chosen: false }, { chosen: true }, {}] });
});
