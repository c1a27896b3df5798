/**
 * What is said of acts that are none, to read: every act and vote with anything put in the place of each part of it.
 * `npx vitest run -u tests/unit/session/acts.test.ts` writes it anew.
 */
import { join } from "node:path";
import { expect, it } from "vitest";
import { applyMove, initial } from "../../../src/protocol/game.ts";
import type { Game } from "../../../src/protocol/move.ts";
import { tableOf } from "../../../src/seat/compiled.ts";
import { legalMove, legalVote, shown } from "../../../src/session/acts.ts";
import { courseScenario } from "../../fixtures/course.ts";
import { damagedActs } from "../../fixtures/damaged.ts";
import { movesOf } from "../../fixtures/games.ts";

const { course } = tableOf(courseScenario()).positions;

/** The game before the first move of which this holds. */
function before(holds: (game: Game) => boolean): Game {
  const moves = movesOf(tableOf(courseScenario()), {}, 4);
  let game = initial(course);
  for (const move of moves) {
    if (holds(game)) return game;
    game = applyMove(course, game, move);
  }
  throw new Error("The game has no such moment.");
}

const speech = before(({ play }) => play.beat === "floor");
const talks = before(({ play }) => play.beat === "turn");
const adoption = before(({ play }) => play.beat === "adoption");
const reason = { cause: "better", issue: 1 };
const cases: readonly (readonly [string, (act: unknown) => unknown, object])[] = [
  ["A hold", (act) => legalMove(course, speech, 0, act), { type: "hold", party: 0, reason }],
  ["A lever", (act) => legalMove(course, speech, 0, act), { type: "lever", party: 0, lever: 0, target: 1 }],
  [
    "An amendment",
    (act) => legalMove(course, speech, 0, act),
    {
      type: "amend",
      party: 0,
      changes: [
        [0, 1],
        [1, 1],
      ],
    },
  ],
  ["An offer", (act) => legalMove(course, talks, 0, act), { type: "offer", party: 0, outcome: [1, 1, 1] }],
  [
    "A vote",
    (act) => legalVote(course, adoption, 2, act),
    { type: "vote", choice: "for", reservation: 0, reason },
  ],
];

it("acts are refused as was read last time", async () => {
  const lines = cases.flatMap(([name, judge, act]) => {
    const said = new Map<string, unknown>();
    for (const other of [act, ...damagedActs(act)]) {
      const answer = judge(other);
      const line = typeof answer === "string" ? answer : "may be played";
      if (!said.has(line)) said.set(line, other);
    }
    return [name, ...[...said].map(([line, first]) => `  ${line}\n    first ${shown(first)}`)];
  });
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(
    join(import.meta.dirname, "../../fixtures/golden/refused/acts.txt"),
  );
});
