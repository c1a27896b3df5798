/** What a card does to preferences, to chances at home and to the world, and that taking it away undoes it. */
import { describe, expect, it } from "vitest";
import { compile } from "../../../src/protocol/course.ts";
import type { Preference } from "../../../src/scenario/preference.ts";
import { acceptable, reservationOf, utility } from "../../../src/scenario/preference.ts";
import { lying, type Played } from "../../../src/world/cards.ts";
import { preferenceWith, ratificationShift, worldOf } from "../../../src/world/effects.ts";
import { parsed, written } from "../../fixtures/scenarios.ts";

type EffectWritten = Record<string, unknown>;

/** A small table with one event that has these effects; p1 may take i0 from o0 to o1 only. */
function tableWith(effects: readonly EffectWritten[], more: Record<string, unknown> = {}) {
  const scenario = written(2, 2, 4);
  scenario.parties[1]!.preferences.limits = [{ issue: "i0", max: "o1" }];
  const event = { id: "e", title: "e", text: "e.", weight: 1, effects, ...more };
  const { course, preferences } = compile(parsed(JSON.stringify({ ...scenario, events: [event] })));
  const played = (changed: Partial<Played> = {}): Played => ({
    ...{ card: 0, phase: 0, round: 1, by: -1, target: -1, branch: 0 },
    ...changed,
  });
  const changed = (party: number, ...cards: Played[]): Preference =>
    preferenceWith(preferences[party]!, course.cards, cards, party);
  return { course, preferences, played, changed };
}

describe("an effect on a party's own numbers", () => {
  it("adds to a weight, which never falls below zero", () => {
    const { changed, played } = tableWith([{ changes: "weight", parties: ["p0"], issue: "i0", add: 5 }]);
    expect(utility(changed(0, played()), [3, 0])).toBeCloseTo(15, 12);
    const less = tableWith([{ changes: "weight", parties: ["p0"], issue: "i0", add: -50 }]);
    expect(utility(less.changed(0, less.played()), [3, 3])).toBeCloseTo(10, 12);
  });

  it("adds to the value of one option", () => {
    const { changed, played } = tableWith([
      { changes: "value", parties: ["p0"], issue: "i1", option: "o1", add: 0.5 },
    ]);
    expect(utility(changed(0, played()), [0, 1])).toBeCloseTo(10 * (1 / 3 + 0.5), 12);
    expect(utility(changed(0, played()), [0, 2])).toBeCloseTo(20 / 3, 12);
  });

  it("moves the end of a limit, within the scale", () => {
    const wider = tableWith([{ changes: "limit", parties: ["p1"], issue: "i0", max: 1 }]);
    expect(acceptable(wider.changed(1, wider.played()), [2, 0])).toBe(true);
    expect(acceptable(wider.changed(1, wider.played()), [3, 0])).toBe(false);
    const narrower = tableWith([{ changes: "limit", parties: ["p1"], issue: "i0", max: -9 }]);
    expect(acceptable(narrower.changed(1, narrower.played()), [0, 0])).toBe(true);
    expect(acceptable(narrower.changed(1, narrower.played()), [1, 0])).toBe(false);
  });

  it("makes a limit where there was none, and widens none into nothing", () => {
    const { changed, played } = tableWith([{ changes: "limit", parties: ["all"], issue: "i1", min: 1 }]);
    expect(acceptable(changed(0, played()), [0, 0])).toBe(false);
    expect(acceptable(changed(0, played()), [0, 1])).toBe(true);
    const none = tableWith([{ changes: "limit", parties: ["all"], issue: "i1", max: 2 }]);
    expect(none.changed(0, none.played()).limits).toEqual([]);
  });

  it("raises what no agreement is worth", () => {
    const { changed, played } = tableWith([{ changes: "reservationValue", parties: ["p0"], add: 3 }]);
    expect(reservationOf(changed(0, played()), [0, 0])).toBe(3);
  });

  it("adds up over cards, and leaves the party alone that it does not name", () => {
    const { changed, played, preferences } = tableWith([
      { changes: "weight", parties: ["p0"], issue: "i0", add: 5 },
    ]);
    expect(utility(changed(0, played(), played()), [3, 0])).toBeCloseTo(20, 12);
    expect(changed(1, played())).toBe(preferences[1]);
    expect(changed(0)).toBe(preferences[0]);
  });

  it("finds whom a card is aimed at", () => {
    const { changed, played, preferences } = tableWith(
      [{ changes: "weight", parties: ["$target"], issue: "i0", add: 5 }],
      { target: { parties: ["all"] } },
    );
    expect(utility(changed(1, played({ target: 1 })), [3, 0])).toBeCloseTo(15, 12);
    expect(changed(0, played({ target: 1 }))).toBe(preferences[0]);
  });

  it("follows the branch that was drawn", () => {
    const branches = [
      { text: "up", effects: [{ changes: "weight", parties: ["p0"], issue: "i0", add: 5 }] },
      { text: "down", effects: [{ changes: "weight", parties: ["p0"], issue: "i0", add: -5 }] },
    ];
    const { changed, played } = tableWith([], { branches });
    expect(utility(changed(0, played()), [3, 0])).toBeCloseTo(15, 12);
    expect(utility(changed(0, played({ branch: 1 })), [3, 0])).toBeCloseTo(5, 12);
  });
});

describe("an effect around the table", () => {
  it("sums up the world's variables", () => {
    const { course, played } = tableWith([
      { changes: "world", variable: "tension", add: 0.2 },
      { changes: "world", variable: "unity", add: -0.1 },
    ]);
    expect(worldOf(course.cards, [played(), played()])).toEqual({
      ...{ unity: -0.2, tension: 0.4, powerShift: 0, capability: 0, communication: 0 },
    });
  });

  it("moves the chance at home, for texts that meet its condition", () => {
    const { course, played } = tableWith([
      { changes: "ratification", parties: ["p1"], add: 0.1, when: [{ issue: "i0", min: "o2" }] },
    ]);
    expect(ratificationShift(course.cards, [played()], 1, [2, 0])).toBe(0.1);
    expect(ratificationShift(course.cards, [played()], 1, [1, 0])).toBe(0);
    expect(ratificationShift(course.cards, [played()], 0, [2, 0])).toBe(0);
  });
});

describe("a card on the table", () => {
  const { course, played } = tableWith([{ changes: "world", variable: "tension", add: 1 }], { rounds: 2 });

  it("lies there for its rounds, its own included, and not beyond its phase", () => {
    const card = [played({ round: 3 })];
    expect(lying(course.cards, card, 0, 3)).toEqual(card);
    expect(lying(course.cards, card, 0, 4)).toEqual(card);
    expect(lying(course.cards, card, 0, 5)).toEqual([]);
    expect(lying(course.cards, card, 1, 4)).toEqual([]);
  });

  it("without rounds lies there for good", () => {
    const lasting = tableWith([{ changes: "world", variable: "tension", add: 1 }]);
    expect(lying(lasting.course.cards, [lasting.played()], 5, 99)).toHaveLength(1);
  });
});
