/** A phase with several texts to begin with: one is drawn with the news of its first round, and everybody sees which. */
import { describe, expect, it } from "vitest";
import { type Course, compile } from "../../../src/protocol/course.ts";
import { applyMove, initial, legalMoves, violation } from "../../../src/protocol/game.ts";
import type { Move } from "../../../src/protocol/move.ts";
import { formatMove, parseMove } from "../../../src/protocol/row.ts";
import { simulate } from "../../../src/runs/simulate.ts";
import { tableOf } from "../../../src/seat/compiled.ts";
import { seatAt } from "../../../src/seat/seats.ts";
import { createSession, resumeSession } from "../../../src/session/session.ts";
import { createPlay } from "../../../src/ui/desk/play.ts";
import { movesOf } from "../../fixtures/games.ts";
import { parsed, type Written, written } from "../../fixtures/scenarios.ts";
import { warningsOf } from "../../fixtures/warned.ts";

const OPENINGS = [{}, { i0: "o1" }, { i0: "o2", i1: "o2" }];
const TEXTS = [
  [0, 0],
  [1, 0],
  [2, 2],
];

/** Only i0 opens, so what the text says of i1 stays as it was drawn. */
function source(opening: Written["phases"][number]["opening"] = OPENINGS): Written {
  const scenario = written(2, 2);
  Object.assign(scenario.phases[0]!, { opening, agenda: [["i0"], ["i0"]] });
  return scenario;
}

const scenario = parsed(source());
const { course } = compile(scenario);
const news = (opening?: number): Move => ({
  type: "news",
  speakers: [0],
  ...(opening !== undefined && { opening }),
});

describe("the text to begin with", () => {
  it("is one of those of the phase, drawn in its first round and not again", () => {
    const game = initial(course);
    expect(game.text).toEqual([0, 0]);
    expect([...legalMoves(course, game)]).toEqual([news(0), news(1), news(2)]);
    expect(violation(course, game, news())).toBe("The text to begin with is one of 0 to 2, not undefined.");
    for (const wrong of [3, -1, 0.5])
      expect(violation(course, game, news(wrong))).toBe(
        `The text to begin with is one of 0 to 2, not ${wrong}.`,
      );
    const [, , third] = TEXTS.map((text, opening) => {
      const begun = applyMove(course, game, news(opening));
      expect([begun.opening, begun.text, begun.inForce]).toEqual([text, text, [0, 0]]);
      return begun;
    });
    const hold: Move = { type: "hold", party: 0 };
    const refused: Move = { type: "ballot", votes: [{ choice: "against" }, { choice: "for" }] };
    const second = [hold, refused].reduce((state, move) => applyMove(course, state, move), third!);
    expect(second.round).toBe(2);
    expect([...legalMoves(course, second)]).toEqual([news()]);
    expect(violation(course, second, news(1))).toBe("No text to begin with is drawn now.");
  });

  it("is drawn evenly by the seed of the game, and stands in the run file", () => {
    const table = tableOf(scenario);
    const drawn = Array.from({ length: 300 }, (_, seed) => movesOf(table, {}, seed)[0]!);
    const counts = TEXTS.map(
      (_, opening) => drawn.filter((move) => move.type === "news" && move.opening === opening).length,
    );
    expect(Math.min(...counts)).toBeGreaterThan(70);
    expect(movesOf(table, {}, 5)).toEqual(movesOf(table, {}, 5));
    for (const move of drawn.slice(0, 9)) {
      expect(formatMove(scenario, move)).toMatchObject({ type: "news", opening: expect.any(Number) });
      expect(parseMove(scenario, formatMove(scenario, move))).toEqual(move);
    }
    const session = createSession({ scenario, seed: 3 });
    session.run();
    const again = resumeSession(scenario, JSON.stringify(session.transcript()));
    expect(again.snapshot().game).toEqual(session.snapshot().game);
  });

  it("decides what a seat can reach at best", () => {
    const table = tableOf(scenario);
    const best = TEXTS.map((_, opening) => {
      const game = applyMove(course, initial(course), news(opening));
      return seatAt(table.seats[0]!, game)!.best.outcome;
    });
    expect(best).toEqual([
      [2, 0],
      [2, 0],
      [2, 2],
    ]);
    const { rows } = simulate(scenario, { games: 60, seed: 1 });
    const reached = new Set(rows.map((row) => JSON.stringify(row.phases?.[0]?.outcome)));
    expect(reached.size).toBeGreaterThan(1);
  });

  it("is told in the record, with what it changes", () => {
    const play = createPlay({ scenario, seat: "p0", seed: 3 });
    while (play.view.value.record.length === 0) play.step();
    const { text } = play.standpoint.value.game;
    const drawn = TEXTS.findIndex((some) => some.join() === text.join());
    const told = [
      /^One of 3 texts was drawn to begin with: nothing is changed\.$/,
      /^One of 3 texts was drawn to begin with: .*i0.*“o1”\.$/,
      /^One of 3 texts was drawn to begin with: .*i0.*“o2”.*i1.*“o2”\.$/,
    ];
    expect(play.view.value.record[0]!.details[0]).toMatch(told[drawn]!);
  });

  it("may bring an event of its own with it", () => {
    const waiting = source();
    waiting.phases[0]!.news = 1;
    waiting.events = [
      {
        id: "e",
        title: "e",
        text: "e",
        weight: 1,
        when: [{ issue: "i1", is: "o2" }],
        effects: [{ changes: "world", variable: "unity", add: 0.1 }],
      },
    ];
    const eventful: Course = compile(parsed(waiting)).course;
    const moves = [...legalMoves(eventful, initial(eventful))];
    expect(moves.filter((move) => move.type === "news" && move.event).map((move) => move)).toMatchObject([
      { opening: 2, event: { card: 0 } },
    ]);
    expect(warningsOf(waiting)).not.toContain("never-comes at events[0]");
  });
});

describe("a file with several texts", () => {
  it("is checked in each of them", () => {
    expect(() => parsed(source([{}, { i0: "o9" }]))).toThrow(/phases\[0\]\.opening\[1\]\.i0/);
    expect(() => parsed(source([{}]))).toThrow(/phases\[0\]\.opening/);
  });

  it("is warned of a text from which nothing can be agreed", () => {
    const narrow = source();
    for (const { preferences } of narrow.parties) preferences.limits = [{ issue: "i1", min: "o2" }];
    narrow.phases[0]!.decision = { mustAgree: ["all"] };
    expect(warningsOf(narrow).filter((warning) => warning.startsWith("no-agreement"))).toEqual([
      "no-agreement at phases[0].opening[0]",
      "no-agreement at phases[0].opening[1]",
    ]);
  });
});
