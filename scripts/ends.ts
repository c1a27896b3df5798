/** Writes docs/ends.md: how games of every bundled scenario end with their own agents. `npm run ends`. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseScenario } from "../src/scenario/parse.ts";
import { simulate } from "../src/session/simulate.ts";

const GAMES = 1000;
const SEED = 1;

const folder = new URL("../scenarios/", import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith(".json") && !file.endsWith("schema.json"));
const rows = files.flatMap((file) => {
  const parsed = parseScenario(readFileSync(new URL(file, folder), "utf8"));
  if (!parsed.ok) throw new Error(`${file} has problems: run \`npm run parley -- validate\` on it.`);
  const { scenario } = parsed;
  const { summary } = simulate(scenario, { games: GAMES, seed: SEED });
  return summary.phases.flatMap((phase, i) => {
    const { title, protocol } = scenario.phases[i]!;
    if (protocol === "ratification") return [];
    const share = (count: number) => `${((100 * count) / GAMES).toFixed(1)} %`;
    const { agreement, deadline, walkaway, meanRounds } = phase;
    const texts = i === 0 ? String(summary.texts.length) : "–";
    return [
      [
        `\`${scenario.id}\``,
        title,
        protocol,
        share(agreement),
        share(deadline),
        share(walkaway),
        meanRounds.toFixed(2),
        texts,
      ],
    ];
  });
});

const head = ["scenario", "phase", "protocol", "agreement", "deadline", "walkaway", "mean rounds", "texts"];
const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
writeFileSync(
  new URL("../docs/ends.md", import.meta.url),
  `# How games end

${GAMES} games each, seed ${SEED}, every seat with the agent that its scenario names. *Texts*: different agreed texts. In this
model, not in the world: weights are teaching parameters, and no agreement is a result like any other.

${[line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n")}

Each row is \`npm run --silent parley -- simulate scenarios/… --games ${GAMES} --seed ${SEED}\`; the table is written by
\`npm run ends\`.
`,
);
