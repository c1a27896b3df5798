/** Events and levers as rules: when they may come, who may pull, how often, and how many ways there are to play them. */
import { describe, expect, it } from "vitest";
import { compile } from "../../../src/protocol/course.ts";
import { applyMove, cardsNow, initial, legalMoves, phaseNow, violation } from "../../../src/protocol/game.ts";
import { LEVERS_A_ROUND, targetsOf, usableLevers } from "../../../src/protocol/levers.ts";
import { unityOf } from "../../../src/protocol/mandate.ts";
import type { Game, Move } from "../../../src/protocol/move.ts";
import { newsMove } from "../../../src/protocol/news.ts";
import { randomFrom, seedOf } from "../../../src/random.ts";
import type { Scenario } from "../../../src/scenario/schema.ts";
import { courseScenario } from "../../fixtures/course.ts";
import { parsed, phase, written } from "../../fixtures/scenarios.ts";

const world = [{ changes: "world", variable: "unity", add: -0.25 }];
const event = (id: string, more = {}) => ({ id, title: id, text: id, weight: 1, effects: world, ...more });
const lever = (id: string, more = {}) => ({
  ...{ id, title: id, text: id, parties: ["p0"], effects: world },
  ...more,
});

/** Two parties, one issue of two options; p0 speaks, nobody must agree. */
function small(cards: { events?: unknown[]; levers?: unknown[] }, news = 0, rounds = 2): Scenario {
  const scenario = written(2, 1, 2, rounds);
  const decision = { minFor: { count: 2 }, maxAgainst: { count: 0 } };
  return parsed(
    JSON.stringify({ ...scenario, ...cards, phases: [{ ...phase("talk", rounds), decision, news }] }),
  );
}

function perft(course: ReturnType<typeof compile>["course"], game: Game, depth: number): number {
  let paths = 0;
  for (const move of legalMoves(course, game)) {
    expect(violation(course, game, move)).toBeUndefined();
    paths += depth === 1 ? 1 : perft(course, applyMove(course, game, move), depth - 1);
  }
  return paths;
}

describe("the count of games with cards follows the recurrence in drafting.ts", () => {
  // One round, 9 ballots of which 1 carries, 1 amendment with 3 ballots; E news, l0 pulls at first, l1 after one.
  const count = (E: number, pulls: readonly number[], depth: number): number => {
    const adopt = (d: number) => (d === 0 ? 1 : d === 1 ? 9 : 0);
    const floor = (k: number, d: number): number => {
      const left = pulls[k] ?? 0;
      if (d === 0) return 1;
      if (d === 1) return 2 + left;
      return adopt(d - 1) + 3 * adopt(d - 2) + left * floor(k + 1, d - 1);
    };
    return depth === 0 ? 1 : E * floor(0, depth - 1);
  };
  it.each([
    [
      "two events, one with two ways",
      { events: [event("a"), event("b", { target: { parties: ["all"] } })] },
      1,
      4,
      [],
    ],
    ["a lever that may be pulled once", { levers: [lever("a")] }, 0, 1, [1]],
    [
      "a lever aimed at the other or at either issue, twice",
      { levers: [lever("a", { uses: 2 })] },
      0,
      1,
      [1, 1],
    ],
    ["three levers, two pulls a round", { levers: [lever("a"), lever("b"), lever("c")] }, 0, 1, [3, 2]],
    [
      "a lever aimed at all but oneself",
      { levers: [lever("a", { target: { parties: ["all"] } })] },
      0,
      1,
      [1],
    ],
  ] as const)("%s", (_, cards, news, E, pulls) => {
    const { course } = compile(small(cards as never, news, 1));
    for (let depth = 1; depth <= 5; depth++)
      expect(perft(course, initial(course), depth), `depth ${depth}`).toBe(count(E, pulls, depth));
  });
});

describe("an event", () => {
  it("comes at most once in a game, and only where it fits", () => {
    const scenario = small({ events: [event("a", { when: [{ issue: "i0", is: "o0" }] })] }, 1);
    const { course } = compile(scenario);
    const game = initial(course);
    const draw = (at: Game) => newsMove(course, phaseNow(course, at), at, randomFrom(seedOf(1)));
    expect(draw(game)).toMatchObject({ event: { card: 0, branch: 0, target: -1 } });
    expect(draw({ ...game, text: [1] }).event).toBeUndefined();
    const later = applyMove(course, game, draw(game));
    expect(cardsNow(course, later)).toHaveLength(1);
    expect(draw(later).event).toBeUndefined();
    const again: Move = { type: "news", speakers: [0], event: { card: 0, branch: 0, target: -1 } };
    expect(violation(course, { ...later, play: game.play }, again)).toMatch(/can't come now/);
  });

  it("comes as often as the phase says, and by its weight", () => {
    const { course } = compile(small({ events: [event("rare"), event("often", { weight: 9 })] }, 0.5));
    const game = initial(course);
    const drawn = Array.from(
      { length: 2000 },
      (_, seed) => newsMove(course, phaseNow(course, game), game, randomFrom(seedOf(seed))).event?.card,
    );
    const share = (card: number | undefined) => drawn.filter((one) => one === card).length / drawn.length;
    expect(share(undefined)).toBeCloseTo(0.5, 1);
    expect(share(1)).toBeCloseTo(0.45, 1);
    expect(share(0)).toBeGreaterThan(0.02);
  });

  it("opens rounds of talks and the day of ratification as well", () => {
    const { course } = compile(courseScenario());
    const play = { protocol: "talks", beat: "news", turn: 0, bound: null, refused: false } as const;
    const game: Game = { ...initial(course), phase: 2, play };
    expect(violation(course, game, { type: "hold", party: 0 })).toMatch(/opens with the news/);
    const after = applyMove(course, game, { type: "news", speakers: [] });
    expect(after.play).toEqual({ ...play, beat: "turn" });
  });
});

describe("a lever", () => {
  const scenario = small({ levers: [lever("a", { uses: 3 }), lever("b", { target: { parties: ["all"] } })] });
  const { course } = compile(scenario);
  const start = applyMove(course, initial(course), { type: "news", speakers: [0] });
  const pull = (card: number, target = -1, party = 0): Move => ({
    type: "lever",
    party,
    lever: card,
    target,
  });

  it("leaves the floor where it is", () => {
    expect(applyMove(course, start, pull(0))).toMatchObject({ play: start.play, text: start.text });
  });

  it("can be pulled by those who have the floor and hold it, at what it may be aimed at", () => {
    expect(violation(course, start, pull(0, -1, 1))).toMatch(/the floor is with party 0/);
    expect(violation(course, start, pull(0, 1))).toMatch(/aimed at nothing/);
    expect(violation(course, start, pull(1, 0))).toMatch(/oneself/);
    expect(violation(course, start, pull(7))).toMatch(/no lever 7/);
    expect(violation(course, start, pull(1, 1))).toBeUndefined();
  });

  it("can be pulled twice a round, and as often as it has uses", () => {
    let game = applyMove(course, applyMove(course, start, pull(0)), pull(0));
    expect(violation(course, game, pull(0))).toMatch(`At most ${LEVERS_A_ROUND}`);
    game = { ...game, round: 2 };
    game = applyMove(course, game, pull(0));
    expect(violation(course, game, pull(0))).toMatch(/again/);
    expect(violation(course, game, pull(1, 1))).toBeUndefined();
  });

  it("that can be aimed at oneself only can't be pulled; issues are no parties", () => {
    const aimed = small({
      levers: [
        lever("own", { target: { parties: ["p0"] } }),
        lever("issue", { target: { issues: ["i0"] } }),
        lever("free", {}),
      ],
    });
    const table = compile(aimed).course;
    const begun = applyMove(table, initial(table), { type: "news", speakers: [0] });
    expect(usableLevers(table, begun, 0)).toEqual([1, 2]);
    expect(targetsOf(table, 1, 0)).toEqual([0]);
    expect(targetsOf(table, 2, 0)).toEqual([-1]);
  });

  it("does to unity what it says, by the end", () => {
    const amended = applyMove(course, applyMove(course, start, pull(0)), { type: "hold", party: 0 });
    const ended = applyMove(course, amended, {
      type: "ballot",
      votes: [{ choice: "for" }, { choice: "for" }],
    });
    expect(unityOf(course, ended.results[0]!)).toBe(0.75);
    expect(ended.results[0]!.unity).toBe(1);
  });
});
