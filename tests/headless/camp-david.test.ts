/**
 * Camp David: every seat can play to each end, the text of 1978 keeps all limits, events come on their days, and nothing
 * in play tells how it ended.
 */
import { describe, expect, it, test } from "vitest";
import { compile } from "../../src/protocol/course.ts";
import { outcomeOf } from "../../src/scenario/outcome.ts";
import { acceptable, brokenLimits, reservationOf, utility } from "../../src/scenario/preference.ts";
import { instructionsOf, publicOf } from "../../src/seat/public.ts";
import { createSession } from "../../src/session/session.ts";
import { createPlay, type Play } from "../../src/ui/desk/play.ts";
import { everySeat } from "../fixtures/games.ts";
import { parsed, textOf } from "../fixtures/scenarios.ts";

const scenario = parsed(textOf("camp-david-1978.json"));
const { course, preferences } = compile(scenario);
const seats = scenario.parties.map(({ id }) => id);

type Way = (play: Play, ask: string) => string | undefined;

/** A game in which this seat answers in this way; a refusal is an error. Gives how it ended. */
function endOf(seat: string, seed: number, way: Way): string {
  const play = createPlay({ scenario, seat, seed });
  for (let stop = 0; stop < 200 && !play.view.value.ended; stop++) {
    const { ask } = play.view.value;
    if (play.phaseEnd.value !== undefined) play.goOn();
    else if (ask === undefined) play.toNextStop();
    else expect(way(play, ask)).toBeUndefined();
  }
  expect(play.view.value.ended).toBe(true);
  return play.snapshot.value.game.results[0]!.end;
}

const goesAlong: Way = (play, ask) => (ask === "speech" ? play.hold() : play.vote("for"));
const refuses: Way = (play, ask) => (ask === "speech" ? play.hold() : play.vote("against"));
const leaves: Way = (play, ask) => (ask === "speech" ? play.walkAway() : play.vote("abstain"));

describe.each(seats)("from the seat of %s", (seat) => {
  test("agreement, deadline and a walk out can all be played", () => {
    const seeds = Array.from({ length: 10 }, (_, k) => k + 1);
    expect(seeds.map((seed) => endOf(seat, seed, goesAlong))).toContain("agreement");
    expect(endOf(seat, 1, refuses)).toBe("deadline");
    expect(endOf(seat, 1, leaves)).toBe("walkaway");
  });
});

describe("the text of 1978", () => {
  const outcome = outcomeOf(scenario, scenario.history!.outcome);
  const home = course.phases[0]!;
  if (home.protocol !== "drafting") throw new Error("Camp David is a drafting phase.");
  const fallback = home.disagreement!;

  it.each(seats)("keeps the limits of %s and is worth more to it than going home", (seat) => {
    const preference = preferences[seats.indexOf(seat)]!;
    expect(brokenLimits(preference, outcome)).toEqual([]);
    expect(utility(preference, outcome)).toBeGreaterThanOrEqual(reservationOf(preference, fallback));
  });

  it("needed a movable limit: the host's first draft breaks one", () => {
    expect(preferences.every((preference) => acceptable(preference, home.openings[0]!))).toBe(false);
  });
});

it("has one event a round, on its day", () => {
  const session = createSession({ scenario, lineUp: everySeat(scenario, "hold"), seed: 4 });
  session.run();
  const news = session.snapshot().moves.filter((move) => move.type === "news");
  expect(news.map(({ event }) => event && scenario.events![event.card]?.id)).toEqual(
    scenario.events!.map(({ id }) => id),
  );
  expect(scenario.events!.map(({ round }) => round)).toEqual([1, 2, 3, 4, 5, 6]);
});

it.each(seats)("tells %s nothing of how it ended", (seat) => {
  const given = JSON.stringify([publicOf(scenario), instructionsOf(scenario, seats.indexOf(seat))]);
  for (const later of ["17 September", "1979", "Nobel", "Accords", "Knesset approved", "White House"])
    expect(given).not.toContain(later);
});
