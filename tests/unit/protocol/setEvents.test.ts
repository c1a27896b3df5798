/** An event with a round of its own opens that round for certain, by chance comes what has none. */
import { describe, expect, it } from "vitest";
import { compile } from "../../../src/protocol/course.ts";
import { applyMove, initial, legalMoves, violation } from "../../../src/protocol/game.ts";
import type { Move } from "../../../src/protocol/move.ts";
import { tableOf } from "../../../src/seat/compiled.ts";
import { movesOf } from "../../fixtures/games.ts";
import { parsed, type Written, written } from "../../fixtures/scenarios.ts";
import { warningsAfter } from "../../fixtures/warned.ts";

const effects = [{ changes: "world" as const, variable: "tension" as const, add: 0.1 }];
const event = (id: string, fields: object) => ({ id, title: id, text: id, effects, ...fields });

function source(events: object[], news?: number): Written {
  const scenario = written(2, 2, 3, 3);
  scenario.phases[0]!.agenda = "all";
  if (news !== undefined) scenario.phases[0]!.news = news;
  return Object.assign(scenario, { events });
}

const came = (moves: readonly Move[]) =>
  moves.flatMap((move) => (move.type === "news" ? [move.event?.card] : []));

describe("an event with a round", () => {
  it("opens it in every game, without any chance of news", () => {
    const table = tableOf(parsed(source([event("later", { round: 2 }), event("first", { round: 1 })])));
    for (let seed = 1; seed <= 20; seed++)
      expect(came(movesOf(table, { p0: { strategy: "hold" }, p1: { strategy: "hold" } }, seed))).toEqual([
        1,
        0,
        undefined,
      ]);
  });

  it("is the only lawful news of its round, and of no other", () => {
    const { course } = compile(
      parsed(source([event("chance", { weight: 1 }), event("set", { round: 1 })], 1)),
    );
    const game = initial(course);
    const news = (card?: number): Move => ({
      type: "news",
      speakers: [0],
      ...(card !== undefined && { event: { card, branch: 0, target: -1 } }),
    });
    expect([...legalMoves(course, game)]).toEqual([news(1)]);
    expect(violation(course, game, news())).toBe("Event 1 opens this round.");
    expect(violation(course, game, news(0))).toBe("Event 0 can't come now.");
    const hold: Move = { type: "hold", party: 0 };
    const refused: Move = { type: "ballot", votes: [{ choice: "against" }, { choice: "for" }] };
    const second = [news(1), hold, refused].reduce((state, move) => applyMove(course, state, move), game);
    expect([...legalMoves(course, second)]).toEqual([news(), news(0)]);
  });

  it("does not come while the text does not meet its conditions, and leaves the round to chance", () => {
    const set = event("set", { round: 1, when: [{ issue: "i0", is: "o2" }] });
    const table = tableOf(parsed(source([set, event("chance", { weight: 1 })], 1)));
    expect(came(movesOf(table, { p0: { strategy: "hold" }, p1: { strategy: "hold" } }, 1))[0]).toBe(1);
  });

  it("comes in phases that have no other news", () => {
    const home = {
      id: "home",
      title: "At home",
      protocol: "ratification",
      next: { agreement: null, none: null },
    };
    const scenario = written(2, 2);
    const first = { ...scenario.phases[0]!, next: { agreement: "home", none: "home" } };
    Object.assign(scenario, {
      phases: [first, home],
      events: [event("set", { round: 1, phases: ["home"] })],
    });
    const moves = movesOf(
      tableOf(parsed(scenario)),
      { p0: { strategy: "hold" }, p1: { strategy: "hold" } },
      1,
    );
    expect(came(moves)).toEqual([undefined, undefined, 0]);
  });

  it.each<[string, object[], string[]]>([
    ["beyond the last round", [event("a", { round: 9 })], ["never-comes at events[0]"]],
    [
      "one of two for the same round",
      [event("a", { round: 1 }), event("b", { round: 1 })],
      ["never-comes at events[1]"],
    ],
    [
      "for texts that can't come",
      [event("a", { round: 1, when: [{ issue: "i1", is: "o2" }] })],
      ["never-open at issues[1]", "never-comes at events[0]"],
    ],
    ["in time", [event("a", { round: 1 }), event("b", { round: 2 })], []],
  ])("is warned of where it can't come: %s", (_, events, expected) => {
    const changed = events.map((one) => ({
      ...one,
      effects: [{ changes: "world", variable: "unity", add: 0.1 }],
    }));
    const warnings = warningsAfter((scenario) => {
      Object.assign(scenario, { events: changed });
      if (expected.length > 1) scenario.phases[0]!.agenda = [["i0"], ["i0"]];
    });
    expect(warnings).toEqual(expected);
  });
});
