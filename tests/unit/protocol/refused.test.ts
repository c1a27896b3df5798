/**
 * What the rules say of moves that are not possible, to read: at every moment of some games all their moves are tried again,
 * and all of them damaged. A line a sentence, with how often it was said at such a moment and the first move that it was said of.
 * `npx vitest run -u tests/unit/protocol/refused.test.ts` writes them anew.
 */
import { join } from "node:path";
import { expect, it } from "vitest";
import { advance, initial, violation } from "../../../src/protocol/game.ts";
import type { Move } from "../../../src/protocol/move.ts";
import type { Scenario } from "../../../src/scenario/schema.ts";
import { tableOf } from "../../../src/seat/compiled.ts";
import { cardsScenario } from "../../fixtures/cards.ts";
import { courseScenario } from "../../fixtures/course.ts";
import { damagedMoves } from "../../fixtures/damaged.ts";
import { movesOf } from "../../fixtures/games.ts";
import { parsed, phase, written } from "../../fixtures/scenarios.ts";

const FOLDER = join(import.meta.dirname, "../../fixtures/golden/refused");

function told(scenario: Scenario, seeds: number): string {
  const table = tableOf(scenario);
  const { course } = table.positions;
  const games = Array.from({ length: seeds }, (_, seed) => movesOf(table, {}, seed));
  const tried = new Map(games.flat().map((move) => [JSON.stringify(move), move]));
  for (const move of [...tried.values()])
    for (const other of damagedMoves(move)) tried.set(JSON.stringify(other), other as Move);
  const said = new Map<string, { times: number; first: string }>();
  for (const moves of games) {
    const game = initial(course);
    for (const move of [...moves, undefined]) {
      const { protocol, beat } = game.play;
      for (const [written, other] of tried) {
        const line = `${protocol} ${beat}, ${other.type}: ${violation(course, game, other) ?? "may be played"}`;
        const before = said.get(line);
        said.set(line, { times: (before?.times ?? 0) + 1, first: before?.first ?? written });
      }
      if (move !== undefined) advance(course, game, move);
    }
  }
  return [...said].map(([line, { times, first }]) => `${line}\n  ${times} ×, first ${first}\n`).join("");
}

function drawnOpenings(): Scenario {
  const scenario = written(3, 3, 3, 2);
  return parsed(
    JSON.stringify({
      ...scenario,
      phases: [
        {
          ...phase("draft", 2),
          opening: [
            { i0: "o0", i1: "o0", i2: "o0" },
            { i0: "o1", i1: "o0", i2: "o2" },
          ],
          amendment: { changes: 2 },
          floor: { principals: ["p0"], rotating: 1 },
        },
      ],
    }),
  );
}

const SCENARIOS: Readonly<Record<string, () => Scenario>> = {
  course: courseScenario,
  cards: () => parsed(cardsScenario()),
  openings: drawnOpenings,
};

it.each(Object.entries(SCENARIOS))("moves are refused as was read last time: %s", async (name, scenario) => {
  await expect(told(scenario(), 3)).toMatchFileSnapshot(join(FOLDER, `${name}.txt`));
});
