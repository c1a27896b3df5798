/** The card between two phases, and how offers are told: what failed is not told as agreed, nothing is refused before anything stands. */
import { expect, test } from "vitest";
import { createPlay } from "../../../src/ui/desk/play.ts";
import { courseScenario } from "../../fixtures/course.ts";
import { written } from "../../fixtures/scenarios.ts";
import { talksAmong } from "../../fixtures/talks.ts";

test("a phase that was left is over without agreement", () => {
  const play = createPlay({ scenario: courseScenario(), seat: "p0", seed: 4 });
  play.toNextStop();
  expect(play.walkAway()).toBeUndefined();
  expect(play.phaseEnd.value).toMatchObject({ agreed: false });
});

test("only an offer that answers another tells why that one was not accepted", () => {
  const play = createPlay({ scenario: talksAmong(written(3, 2)), seat: "p2", seed: 1 });
  play.handOver();
  play.toNextStop();
  const offers = play.view.value.record.filter(({ sentence }) => /offer/i.test(sentence));
  expect(offers.length).toBeGreaterThan(1);
  expect(offers[0]!.details).toEqual([]);
  expect(offers[1]!.details.length).toBeGreaterThan(0);
});
