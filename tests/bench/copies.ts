/**
 * What it costs a session to keep every game it has been in: `node tests/bench/copies.ts`. Each way plays the same games
 * of Paris and keeps the record after every move. Processor time, not the clock, as machines are shared.
 */
import { readFileSync } from "node:fs";
import { produce } from "immer";
import { parseScenario } from "../../src/agents/parse.ts";
import { advance, initial } from "../../src/protocol/game.ts";
import type { Game, Move } from "../../src/protocol/move.ts";
import { gameSeed } from "../../src/random.ts";
import { playGame } from "../../src/runs/simulate.ts";
import { tableOf } from "../../src/seat/compiled.ts";
import { castOf } from "../../src/session/lineUp.ts";
import { copied } from "../fixtures/copied.ts";

const GAMES = 40;
const RUNS = 15;

const parsed = parseScenario(
  readFileSync(new URL("../../scenarios/paris-2026.json", import.meta.url), "utf8"),
);
if (!parsed.ok) throw new Error("scenarios/paris-2026.json has problems.");
const table = tableOf(parsed.scenario);
const { course } = table.positions;
const games = Array.from({ length: GAMES }, (_, game) => {
  const moves: Move[] = [];
  playGame(table, castOf(table.scenario).makers, gameSeed(1, game), { moves });
  return moves;
});
const count = games.reduce((sum, moves) => sum + moves.length, 0);

function after(game: Game, move: Move): Game {
  advance(course, game, move);
  return game;
}

const WAYS: Readonly<Record<string, (game: Game, move: Move) => Game>> = {
  "Immer, frozen": (game, move) => produce(game, (draft: Game) => advance(course, draft, move)),
  structuredClone: (game, move) => after(structuredClone(game), move),
  "copied by hand": (game, move) => after(copied(game), move),
};

function kept(step: (game: Game, move: Move) => Game): Game[] {
  return games.flatMap((moves) => {
    let game = initial(course);
    return moves.map((move) => {
      game = step(game, move);
      return game;
    });
  });
}

/** Microseconds of processor time a move: the median, and the least. */
function timeOf(step: (game: Game, move: Move) => Game): [median: number, least: number] {
  kept(step);
  const times = Array.from({ length: RUNS }, () => {
    const before = process.cpuUsage();
    kept(step);
    return process.cpuUsage(before).user / count;
  }).sort((a, b) => a - b);
  return [times[RUNS >> 1]!, times[0]!];
}

/** Bytes of memory that the kept games take a move. */
function memoryOf(step: (game: Game, move: Move) => Game): number {
  const used = () => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  };
  const before = used();
  const all = kept(step);
  return (used() - before) / all.length;
}

const memory = Object.values(WAYS).map(memoryOf);
for (const [i, [name, step]] of Object.entries(WAYS).entries()) {
  const [median, least] = timeOf(step);
  const held = globalThis.gc ? `${memory[i]!.toFixed(0)} B kept a move` : "memory: with node --expose-gc";
  console.log(
    `${name.padEnd(16)} median ${median.toFixed(1).padStart(5)} µs a move, least ${least.toFixed(1).padStart(5)}; ${held}`,
  );
}
