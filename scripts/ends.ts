/**
 * Writes docs/ends.md: how games of every bundled scenario end with their own agents, and how a text agreed in Paris moves
 * the walk-away points of the talks. `npm run ends`.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseScenario } from "../src/agents/parse.ts";
import { compile } from "../src/protocol/course.ts";
import { mandateOf } from "../src/protocol/mandate.ts";
import { simulate } from "../src/runs/simulate.ts";
import { outcomeOf } from "../src/scenario/outcome.ts";
import { reservationOf } from "../src/scenario/preference.ts";
import type { OutcomeById } from "../src/scenario/schema.ts";

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
    const reached = phase.agreement + phase.deadline + phase.walkaway;
    const share = (count: number) => `${((100 * count) / reached).toFixed(1)} %`;
    const { agreement, deadline, walkaway, meanRounds } = phase;
    return [
      [
        `\`${scenario.id}\``,
        title,
        protocol,
        share(agreement),
        share(deadline),
        share(walkaway),
        meanRounds.toFixed(2),
        String(phase.texts.length),
      ],
    ];
  });
});

const head = ["scenario", "phase", "protocol", "agreement", "deadline", "walkaway", "mean rounds", "texts"];
/** Walk-away values in the talks of Paris after texts that everybody at the table in Paris has signed. */
function walkAways(): string[][] {
  const parsed = parseScenario(readFileSync(new URL("paris-2026.json", folder), "utf8"));
  if (!parsed.ok) throw new Error("scenarios/paris-2026.json has problems.");
  const { scenario } = parsed;
  const { course, preferences } = compile(scenario);
  const declaration = scenario.history!.outcome;
  const texts: [string, OutcomeById | undefined][] = [
    ["no text", undefined],
    ["only what needs Russia: `mil4`, `mon4`", { military: "mil4", monitoring: "mon4" }],
    ["the adopted Declaration", declaration],
    ["the same with `san4` and `int3`", { ...declaration, sanctions: "san4", intelligence: "int3" }],
    [
      "and with `bin3` and `usb3`",
      { ...declaration, sanctions: "san4", intelligence: "int3", bindingness: "bin3", us_backstop: "usb3" },
    ],
  ];
  return texts.map(([name, text]) => {
    const signed = scenario.parties.map((_, party) => course.phases[0]!.parties.includes(party));
    const agreed = {
      phase: 0,
      end: "agreement",
      round: 1,
      signed,
      reservations: [],
      unity: 1,
      cards: [],
    } as const;
    const inForce = mandateOf(
      course,
      text === undefined ? [] : [{ ...agreed, outcome: outcomeOf(scenario, text) }],
    );
    const of = (id: string) =>
      reservationOf(preferences[scenario.parties.findIndex((party) => party.id === id)]!, inForce).toFixed(1);
    return [name, of("russia"), of("ukraine"), of("united_states"), of("poland")];
  });
}

const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
writeFileSync(
  new URL("../docs/ends.md", import.meta.url),
  `# How games end

${GAMES} games each, seed ${SEED}, every seat with the agent that its scenario names. *Texts*: different agreed texts. In this
model, not in the world: weights are teaching parameters, and no agreement is a result like any other.

${[line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n")}

Shares are of the games that reach the phase. Each row is \`npm run --silent parley -- simulate scenarios/… --games ${GAMES} --seed ${SEED}\`; the table is written by
\`npm run ends\`.

## What a text agreed in Paris does to the talks

The value of walking away from the talks, in each party's own points, after a text that everybody in Paris has signed.
What needs a party that has not consented falls back to the status quo, so a text of such measures alone moves nothing
(\`tests/headless/mandate.test.ts\`).

${[["text", "Russia", "Ukraine", "United States", "Poland"], ["---", "---", "---", "---", "---"], ...walkAways()].map(line).join("\n")}
`,
);
