/**
 * Speed of the Paris game, its first phase and the whole course, in games a second on one core: `npm run bench`. Machines differ and are shared, so the
 * figure stands beside a yardstick measured in turn with it: a bare loop over typed arrays, which no rule slows down.
 * Quote the median and the ratio.
 */
import { readFileSync } from "node:fs";
import { parseScenario } from "../../src/agents/parse.ts";
import { signedIn } from "../../src/runs/row.ts";
import { play } from "../../src/runs/simulate.ts";
import { tableOf } from "../../src/seat/compiled.ts";

const RUNS = 7;
const GAMES = 500;

const parsed = parseScenario(
  readFileSync(new URL("../../scenarios/paris-2026.json", import.meta.url), "utf8"),
);
if (!parsed.ok) throw new Error("scenarios/paris-2026.json has problems.");
const table = tableOf(parsed.scenario);

/** Games a second, to the end of a phase or of the course. */
function simulation(from: number, until?: string): number {
  const started = performance.now();
  let adopted = 0;
  for (const row of play(table, { games: GAMES, seed: 1, from, until }))
    if (signedIn(row).length > 0) adopted++;
  if (adopted === 0) throw new Error("No game was adopted: the benchmark measures nothing.");
  return (1000 * GAMES) / (performance.now() - started);
}

/** Million table look-ups with one addition a second, over a table of the size that a game reads. */
function yardstick(): number {
  const { parties, table: options } = table.positions.course;
  const worth = new Float64Array(parties * options.total).map((_, i) => (i * 7) % 11);
  const rounds = 2000;
  const started = performance.now();
  let sum = 0;
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < worth.length; i++) sum += worth[i]!;
  }
  const seconds = (performance.now() - started) / 1000;
  if (!(sum > 0)) throw new Error("The yardstick summed nothing.");
  return (rounds * worth.length) / 1e6 / seconds;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

simulation(0);
yardstick();
const games: number[] = [];
const courses: number[] = [];
const loops: number[] = [];
for (let run = 0; run < RUNS; run++) {
  games.push(simulation(run * GAMES, "paris"));
  loops.push(yardstick());
}
for (let run = 0; run < RUNS; run++) courses.push(simulation(run * GAMES));
const row = (name: string, values: readonly number[], unit: string) =>
  console.log(
    `${name.padEnd(26)} median ${median(values).toFixed(0).padStart(6)} ${unit}  (${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)}, ${RUNS} runs)`,
  );
row("Paris, drafting", games, "games/s a core");
row("Paris, whole course", courses, "games/s a core");
row("bare typed-array loop", loops, "million additions/s");
console.log(
  `one drafting costs as much as ${((median(loops) * 1e6) / median(games)).toExponential(2)} additions of the bare loop`,
);
