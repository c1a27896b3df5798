/** Writes docs/cards.md: what each event and lever of the Paris scenario does, in paired games. `npm run cards`. */
import { readFileSync, writeFileSync } from "node:fs";
import { parseScenario } from "../src/agents/parse.ts";
import { type CardEffect, type Difference, effectOfCard } from "../src/runs/experiment.ts";

const GAMES = 120;
const SEED = 1;
const FUTURES = 100;

const file = new URL("../scenarios/paris-2026.json", import.meta.url);
const parsed = parseScenario(readFileSync(file, "utf8"));
if (!parsed.ok) throw new Error("scenarios/paris-2026.json has problems.");
const { scenario } = parsed;

const cards = [...(scenario.events ?? []), ...(scenario.levers ?? [])];
const effects = new Map<string, CardEffect>();
for (const { id } of cards) {
  effects.set(id, effectOfCard(scenario, id, { games: GAMES, seed: SEED, futures: FUTURES }));
  process.stderr.write(`${effects.size} of ${cards.length}: ${id}\n`);
}

const COLUMNS = [
  ["Paris adopts", "first", 100],
  ["talks agree", "last", 100],
  ["Ukraine", "protected", 1],
  ["Russia", "adversary", 1],
  ["unity", "unity", 100],
  ["ratified", "ratified", 100],
  ["held", "held", 100],
] as const;

/** Bold where the interval leaves out zero. */
function cell({ mean, margin }: Difference, unit: number): string {
  const round = (value: number) => (value * unit).toFixed(1).replace("-", "−");
  const text = `${mean > 0 ? "+" : ""}${round(mean)} ± ${round(margin)}`;
  return Math.abs(mean) > margin ? `**${text}**` : text;
}

/** Share of pairs that end differently, with the half width of its 95 % interval. */
function shareOf({ otherwise, pairs }: CardEffect): string {
  const share = otherwise / pairs;
  const margin = 1.96 * Math.sqrt((share * (1 - share)) / pairs);
  return `${(100 * share).toFixed(0)} ± ${(100 * margin).toFixed(0)}`;
}

const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
const table = (list: readonly { readonly id: string; readonly title: string }[]) =>
  [
    line(["card", "otherwise", ...COLUMNS.map(([name]) => name)]),
    line(["---", "---", ...COLUMNS.map(() => "---")]),
    ...list.map(({ id, title }) =>
      line([
        `${title} (\`${id}\`)`,
        shareOf(effects.get(id)!),
        ...COLUMNS.map(([, measure, unit]) => cell(effects.get(id)!.differences[measure], unit)),
      ]),
    ),
  ].join("\n");

writeFileSync(
  new URL("../docs/cards.md", import.meta.url),
  `# What events and levers do

Each row compares the same ${GAMES} seeded games of \`${scenario.id}\` with the card and without it (seed ${SEED}, every seat with its
own agent). *With*: the card lies on the table when the first phase it is meant for begins, by turns in every way it
may: who pulls it, what it is aimed at, how it turns out. *Without*: the scenario has no such card. *Otherwise* is the share
of pairs, in per cent, that end differently in some phase: end, round, what is in force, who approves. Then come the means of
the paired differences and the half width of their 95 % intervals; bold where the interval leaves out zero. Paris, talks,
unity, ratified share and the share of ${FUTURES} futures that hold are in percentage points, Ukraine and Russia in their own
points, the cost of a pull included. In this model, not in the world: all numbers are teaching parameters.

## Events

${table(scenario.events ?? [])}

## Levers

${table(scenario.levers ?? [])}

Where no mean is bold, games go another way with the card, but not on the whole in one direction. The table is written by
\`npm run cards\`.
`,
);
