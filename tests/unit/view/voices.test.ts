/** The delegation and the capital of a seat: heard where they differ, each for its own reason. */
import { describe, expect, test } from "vitest";
import { acceptable } from "../../../src/scenario/preference.ts";
import { preferenceNow } from "../../../src/seat/seats.ts";
import { walkAwayNow, worthNow } from "../../../src/seat/worth.ts";
import { createPlay } from "../../../src/ui/desk/play.ts";
import { voicesOn } from "../../../src/view/voices.ts";
import { paris, parsed, written } from "../../fixtures/scenarios.ts";
import { talksAmong } from "../../fixtures/talks.ts";

/** p0 wants the last option of both issues, 10 points each; no agreement is worth 12 to it, and its capital allows o1 of i0 at most. */
function standpointOf(reserves: boolean) {
  const scenario = written(3, 2, 3);
  scenario.parties[0]!.preferences.reservationValue = 12;
  scenario.parties[0]!.preferences.limits = [{ issue: "i0", max: "o1" }];
  if (reserves)
    scenario.phases[0]!.decision = {
      ...scenario.phases[0]!.decision,
      reservations: { parties: ["p0"], unity: 0 },
    };
  return createPlay({ scenario: parsed(scenario), seat: "p0", seed: 1 }).standpoint.value;
}

describe("a seat", () => {
  const at = standpointOf(false);

  test("hears one voice where both would sign, and where neither would", () => {
    expect(voicesOn(at, [1, 2], "likely")).toBeUndefined();
    expect(voicesOn(at, [2, 0], "likely")).toBeUndefined();
  });

  test("is told by its delegation what a text gains, and by its capital what it breaks", () => {
    expect(voicesOn(at, [2, 2], "possible")).toEqual({
      delegation:
        "Your delegation would sign: it is worth 8 points more to you than walking away, and agreement by the last round is possible.",
      capital: "Your capital would not sign: it breaks your mandate on i0.",
    });
  });

  test("is told that a text is worth as much as walking away where it is", () => {
    const scenario = written(3, 2, 3);
    scenario.parties[0]!.preferences.reservationValue = 10;
    scenario.parties[0]!.preferences.limits = [{ issue: "i0", max: "o1" }];
    const even = createPlay({ scenario: parsed(scenario), seat: "p0", seed: 1 }).standpoint.value;
    expect(voicesOn(even, [2, 0], "unknown")?.delegation).toBe(
      "Your delegation would sign: it is worth as much to you as walking away.",
    );
  });

  test("is told by its capital that the mandate is kept, and by its delegation that it loses", () => {
    expect(voicesOn(at, [1, 0], "likely")).toEqual({
      delegation:
        "Your delegation would not sign: walking away is worth 7 points more to you, though agreement by the last round is likely.",
      capital: "Your capital would sign: it breaks no limit of your mandate.",
    });
  });

  test("is not told how likely it is where nothing is known", () => {
    expect(voicesOn(at, [1, 0], "unknown")?.delegation).toBe(
      "Your delegation would not sign: walking away is worth 7 points more to you.",
    );
  });

  test("may sign with a reservation that mends the mandate, if the rule lets it", () => {
    expect(voicesOn(standpointOf(true), [2, 2], "likely")?.capital).toBe(
      "Your capital would sign only with a reservation on i0: without one it breaks your mandate.",
    );
  });

  test("that mediates hears none", () => {
    const seats = [
      { id: "a", members: ["p1"] },
      { id: "b", members: ["p2"] },
      { id: "m", members: ["p0"], mediator: true },
    ];
    const scenario = written(3, 2, 3);
    scenario.parties[0]!.preferences.reservationValue = 12;
    const play = createPlay({ scenario: talksAmong(scenario, { seats }), seat: "p0", seed: 1 });
    expect(voicesOn(play.standpoint.value, [0, 0], "likely")).toBeUndefined();
  });
});

test("in Paris the two differ exactly where worth and mandate do", () => {
  const heard = { differing: 0, alike: 0 };
  for (const seat of ["united_states", "ukraine", "poland", "germany"]) {
    const play = createPlay({ scenario: paris(), seat, seed: 1 });
    for (let k = 0; k < 40 && play.standpoint.value.game.phase === 0; k++) {
      const { own, game } = play.standpoint.value;
      const better = worthNow(own, game, game.text) >= walkAwayNow(own, game);
      const differ = better !== acceptable(preferenceNow(own, game), game.text);
      expect(play.view.value.voices !== undefined).toBe(differ);
      heard[differ ? "differing" : "alike"]++;
      const { ask } = play.view.value;
      if (ask === "speech") play.hold();
      else if (ask !== undefined) play.vote("against");
      else if (play.phaseEnd.value) play.goOn();
      else play.toNextStop();
    }
  }
  expect(heard.differing).toBeGreaterThan(0);
  expect(heard.alike).toBeGreaterThan(0);
});
