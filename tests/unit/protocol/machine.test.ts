/** The state chart says whom the game waits for, and the rules of a protocol play their own phases only. */
import { describe, expect, test } from "vitest";
import { createActor } from "xstate";
import { compile } from "../../../src/protocol/course.ts";
import { drafting } from "../../../src/protocol/drafting.ts";
import { initial, legalMoves, toMove } from "../../../src/protocol/game.ts";
import { negotiationMachine } from "../../../src/protocol/machine.ts";
import { anywhere } from "../../../src/protocol/protocol.ts";
import { gameSeed } from "../../../src/random.ts";
import { tableOf } from "../../../src/seat/compiled.ts";
import { courseScenario } from "../../fixtures/course.ts";
import { everySeat, movesOf, SEED } from "../../fixtures/games.ts";

const scenario = courseScenario();
const table = tableOf(scenario);
const { course } = table.positions;
const start = () => createActor(negotiationMachine(course), { input: { game: initial(course) } }).start();

describe("the state chart", () => {
  test("waits by its tag for chance, a speaker or voters, as the rules have it, through every state of a course", () => {
    const seen = new Set<string>();
    for (let k = 0; k < 40; k++) {
      const strategy = k % 2 === 0 ? "uniform" : "delegate";
      const actor = start();
      for (const move of movesOf(table, everySeat(scenario, strategy), gameSeed(SEED, k))) {
        const state = actor.getSnapshot();
        seen.add(JSON.stringify(state.value));
        expect([...state.tags]).toEqual([toMove(course, state.context.game)?.who]);
        actor.send(move);
      }
      expect(actor.getSnapshot()).toMatchObject({ value: "debrief", status: "done" });
      expect(actor.getSnapshot().tags.size).toBe(0);
    }
    const states = ["briefing", "ratification"].map((name) => JSON.stringify(name));
    for (const beat of ["news", "floor", "ballot", "adoption"])
      states.push(JSON.stringify({ drafting: beat }));
    for (const beat of ["news", "turn"]) states.push(JSON.stringify({ talks: beat }));
    expect([...seen]).toEqual(expect.arrayContaining(states));
  });

  test("takes every legal move and drops the others", () => {
    const actor = start();
    const before = actor.getSnapshot().context.game;
    actor.send({ type: "hold", party: 0 });
    expect(actor.getSnapshot().context.game).toBe(before);
    const [news] = legalMoves(course, before);
    actor.send(news!);
    expect(actor.getSnapshot().context.game).not.toBe(before);
  });

  test("holds games that nobody can change", () => {
    const actor = start();
    const [news] = legalMoves(course, initial(course));
    actor.send(news!);
    const { game } = actor.getSnapshot().context;
    expect(() => game.text.push(0)).toThrow(TypeError);
  });
});

test("the rules of a protocol refuse a phase or a play of another one", () => {
  const rules = anywhere("drafting", drafting);
  const talks = course.phases.find((phase) => phase.protocol === "talks")!;
  expect(() => rules.enter(talks)).toThrow(/rules of drafting .* phase of talks/);
  const game = initial(course);
  const play = { protocol: "ratification", beat: "ratification" } as const;
  const phase = compile(scenario).course.phases[0]!;
  expect(() => rules.toMove(phase, { ...game, play })).toThrow(/rules of drafting .* play of ratification/);
});
