/** What a mediator is told: it signs nothing, so there is no mandate that a text could break. */
import { expect, test } from "vitest";
import { createPlay, type Play } from "../../../src/ui/desk/play.ts";
import { written } from "../../fixtures/scenarios.ts";
import { talksAmong } from "../../fixtures/talks.ts";

/** Everybody has a limit that what is in force breaks. */
function sitDown(seat: string): Play {
  const source = written(3, 1);
  for (const { preferences } of source.parties) preferences.limits = [{ issue: "i0", min: "o1" }];
  const seats = [
    { id: "host", members: ["p0"], mediator: true },
    { id: "p1", members: ["p1"] },
    { id: "p2", members: ["p2"] },
  ];
  return createPlay({ scenario: talksAmong(source, { rounds: 1, seats }), seat, seed: 1 });
}

const beyond = ({ view }: Play) => view.value.issues[0]!.options.map(({ breaksMandate }) => breaksMandate);

test("a mediator breaks no mandate, whatever lies on the table", () => {
  const play = sitDown("p0");
  expect(play.view.value.talks?.mediator).toBe(true);
  play.choose(0, 2);
  expect(play.view.value.you.limits).toEqual([]);
  expect(beyond(play)).toEqual([false, false, false]);
});

test("a side is told of its limits as before", () => {
  const play = sitDown("p1");
  expect(play.view.value.you.limits.map(({ broken }) => broken)).toEqual([true]);
  expect(beyond(play)).toEqual([true, false, false]);
});
