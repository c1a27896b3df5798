/** "What would it take?", of whom a person asks about: who may be asked about, and what is said. */
import { describe, expect, test } from "vitest";
import { isNegotiation } from "../../../src/protocol/course.ts";
import { amended } from "../../../src/protocol/drafting.ts";
import { countBroken } from "../../../src/scenario/preference.ts";
import { preferenceNow } from "../../../src/seat/seats.ts";
import { EXPECTED } from "../../../src/seat/smallestStep.ts";
import { signaturesNow } from "../../../src/seat/support.ts";
import { worthNow } from "../../../src/seat/worth.ts";
import { createPlay, type Play } from "../../../src/ui/desk/play.ts";
import { adviceOn, askable } from "../../../src/view/adviser.ts";
import { nameIn, signedPoints } from "../../../src/view/sentences.ts";
import { paris, parsed, wants, written } from "../../fixtures/scenarios.ts";

/** At every stop of a game in which the seat holds and votes against everything. */
function stopsOf(seat: string, seed: number): Play["standpoint"]["value"][] {
  const play = createPlay({ scenario: paris(), seat, seed });
  const stops = [];
  for (let k = 0; k < 40; k++) {
    stops.push(play.standpoint.value);
    const { ask } = play.view.value;
    if (ask === "speech") play.hold();
    else if (ask === "motion" || ask === "text") play.vote("against");
    else play.toNextStop();
    if (play.view.value.ended || play.phaseEnd.value) break;
  }
  return stops;
}

const stops = ["ukraine", "poland", "france", "turkiye", "united_states"].flatMap((seat) => stopsOf(seat, 3));

describe("in Paris", () => {
  test("all others may be asked about, those needed first and of each the least likely to sign", () => {
    let asked = 0;
    for (const at of stops) {
      const { own, game, belief } = at;
      const phase = own.course.phases[game.phase]!;
      if (!isNegotiation(phase)) throw new Error("Paris begins with drafting.");
      const list = askable(at, game.text);
      const others = phase.parties.filter((party) => party !== own.party);
      expect(list.map(({ party }) => party).toSorted((a, b) => a - b)).toEqual(others);
      const signs = signaturesNow(belief, phase, game.text, 1);
      for (const group of [true, false]) {
        const chances = list.filter((one) => one.needed === group).map(({ party }) => signs[party]!);
        expect(chances).toEqual(chances.toSorted((a, b) => a - b));
      }
      const needed = list.map((choice) => choice.needed);
      expect(needed).toEqual(needed.toSorted((a, b) => Number(b) - Number(a)));
      for (const { party, needed: must } of list) expect(must).toBe(phase.decision.mustAgree.includes(party));
      asked += list.length;
    }
    expect(asked).toBeGreaterThan(100);
  });

  test("what is said of each would win it, breaks no limit of the seat anew, and tells cost and who else is moved", () => {
    const told = { steps: 0, nothing: 0, won: 0, lost: 0 };
    for (const at of stops) {
      const { own, game, belief } = at;
      const { text } = game;
      const phase = own.course.phases[game.phase]!;
      if (!isNegotiation(phase)) throw new Error("Paris begins with drafting.");
      for (const { party } of askable(at, text)) {
        const { sentence, changes, about } = adviceOn(at, text, party);
        expect(about).toBe(party);
        const name = nameIn(own.scenario, party);
        expect(sentence).toContain(name);
        if (signaturesNow(belief, phase, text, 1)[party]! >= EXPECTED) {
          expect(sentence).toContain("is expected to sign");
          continue;
        }
        if (changes.length === 0) {
          expect(sentence).toContain("nothing that you may change now would");
          told.nothing++;
          continue;
        }
        const next = amended(text, changes);
        expect(signaturesNow(belief, phase, next, 1)[party]!).toBeGreaterThanOrEqual(EXPECTED);
        const preference = preferenceNow(own, game);
        expect(countBroken(preference, next)).toBeLessThanOrEqual(countBroken(preference, text));
        const gain = signedPoints(worthNow(own, game, next) - worthNow(own, game, text));
        expect(sentence).toContain(`for you ${gain} points`);
        const moved = (won: boolean) =>
          phase.parties
            .filter((other) => other !== party && other !== own.party)
            .filter((other) => {
              const [before, after] = [text, next].map(
                (t) => signaturesNow(belief, phase, t, 1)[other]! >= EXPECTED,
              );
              return won ? !before && after : before && !after;
            });
        expect(sentence.includes("It would be likely to win")).toBe(moved(true).length > 0);
        expect(sentence.includes("It might lose")).toBe(moved(false).length > 0);
        for (const other of [...moved(true).slice(0, 3), ...moved(false).slice(0, 3)])
          expect(sentence).toContain(nameIn(own.scenario, other));
        told.steps++;
        told.won += moved(true).length;
        told.lost += moved(false).length;
      }
    }
    expect(told.steps).toBeGreaterThan(20);
    expect(told.nothing).toBeGreaterThan(0);
    expect(told.won).toBeGreaterThan(0);
  });

  test("without a question it speaks of the nearest of those needed that can be won", () => {
    let spoken = 0;
    for (const at of stops) {
      const { own, game, belief } = at;
      const phase = own.course.phases[game.phase]!;
      if (!isNegotiation(phase)) throw new Error("Paris begins with drafting.");
      const now = signaturesNow(belief, phase, game.text, 1);
      const needed = askable(at, game.text).filter(
        (choice) => choice.needed && now[choice.party]! < EXPECTED,
      );
      const { about } = adviceOn(at, game.text);
      if (needed.length === 0) {
        expect(about).toBeUndefined();
        continue;
      }
      const signs = signaturesNow(belief, phase, game.text, 1);
      const chance = (party: number) => signs[party]!;
      const nearest = needed.map(({ party }) => party).sort((a, b) => chance(b) - chance(a));
      const winnable = nearest.find((party) => adviceOn(at, game.text, party).changes.length > 0);
      expect(about).toBe(winnable ?? nearest[0]);
      spoken++;
    }
    expect(spoken).toBeGreaterThan(5);
  });
});

test("who is expected to sign may be asked about all the same, and it says so", () => {
  const scenario = written(3, 2, 3);
  scenario.sources = [
    { id: "said", title: "What was said", outlet: "A test", date: "2026-01-01", url: "https://example.org/" },
  ];
  for (const [party, ideal] of [
    [1, "o0"],
    [2, "o2"],
  ] as const) {
    const stakes = scenario.parties[party]!.preferences.stakes;
    for (const issue of ["i0", "i1"])
      stakes[issue] = {
        ...wants(ideal),
        claim: {
          text: "So it said.",
          sources: ["said"],
          date: "2026-01-01",
          says: { min: ideal, max: ideal },
        },
      };
  }
  scenario.phases[0]!.decision = { mustAgree: ["all"] };
  const play = createPlay({ scenario: parsed(scenario), seat: "p0", seed: 1 });
  play.toNextStop();
  const at = play.standpoint.value;
  const high = at.game.text.map(() => 2);
  expect(askable(at, high).map(({ party }) => party)).toEqual([1, 2]);
  expect(adviceOn(at, high, 2)).toMatchObject({ about: 2, changes: [] });
  expect(adviceOn(at, high, 2).sentence).toContain("p2 is expected to sign this");
  expect(adviceOn(at, high, 1).changes).toEqual([[0, 0]]);
});
