/** The whole Paris course is played to its end from every seat, by what the screen asks and offers that seat. */
import { describe, expect, test } from "vitest";
import { createPlay, type Play } from "../../src/ui/desk/play.ts";
import { paris } from "../fixtures/scenarios.ts";

const scenario = paris();

/** The plainest answer to what is asked; a refusal is an error. */
function answer(play: Play): void {
  const { ask, talks } = play.view.value;
  const refused =
    ask === "speech"
      ? play.hold()
      : ask !== "offer"
        ? play.vote("for")
        : talks?.mayAccept
          ? play.accept()
          : talks?.mediator
            ? play.hold()
            : play.propose();
  expect(refused).toBeUndefined();
}

/** What the seat was asked, in order, without repetitions. */
function playThrough(seat: string, seed: number): { asked: Set<string>; phaseEnds: number; play: Play } {
  const play = createPlay({ scenario, seat, seed });
  const asked = new Set<string>();
  let phaseEnds = 0;
  for (let stop = 0; stop < 2000 && !play.view.value.ended; stop++) {
    const { ask } = play.view.value;
    if (play.phaseEnd.value !== undefined) {
      phaseEnds++;
      play.goOn();
    } else if (ask === undefined) play.toNextStop();
    else {
      asked.add(ask);
      answer(play);
    }
  }
  return { asked, phaseEnds, play };
}

describe("from every seat of the Paris course", () => {
  test.each(scenario.parties.map(({ id }) => id))("%s", (seat) => {
    const { asked, phaseEnds, play } = playThrough(seat, 3);
    expect(play.view.value.ended).toBe(true);
    expect(phaseEnds).toBe(play.snapshot.value.game.results.length - 1);
    const inParis = seat !== "russia";
    expect(asked.has("speech")).toBe(inParis);
    expect(asked.has("text")).toBe(inParis);
    const speaks = ["ukraine", "united_states", "russia", "france", "turkiye"].includes(seat);
    expect(asked.has("offer")).toBe(speaks);
  });
});
