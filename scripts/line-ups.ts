/**
 * Writes docs/line-ups.md: how the Paris game ends when single seats are given to other agents. `npm run line-ups`.
 * Every row is one run of the command line, named in the table, so each can be repeated by itself.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { format } from "node:util";
import { parseScenario } from "../src/agents/parse.ts";
import { simulate } from "../src/runs/simulate.ts";
import { outcomeOf, stepsBetween } from "../src/scenario/outcome.ts";
import { parseLineUp } from "../src/session/lineUp.ts";

const GAMES = 300;
const SEED = 1;
const LINE_UPS = [
  "",
  "ukraine=hardliner",
  "united_states=hardliner",
  "france=hardliner",
  "united_kingdom=hardliner",
  "germany=hardliner",
  "poland=hardliner",
  "turkiye=hardliner",
  "ukraine=delegate:concession=0.3",
  "ukraine=delegate:concession=3",
  "united_states=delegate:concession=0.3",
  "germany=delegate:concession=0.3",
  "germany=delegate:patience=0.6",
  "france=hold",
  "italy=uniform",
];

const scenarioUrl = new URL("../scenarios/paris-2026.json", import.meta.url);
const parsed = parseScenario(readFileSync(scenarioUrl, "utf8"));
if (!parsed.ok)
  throw new Error("scenarios/paris-2026.json has problems: run `npm run parley -- validate` on it.");
const { scenario } = parsed;
const history = outcomeOf(scenario, scenario.history!.outcome);

const rows = LINE_UPS.map((written) => {
  const { summary } = simulate(scenario, {
    games: GAMES,
    seed: SEED,
    lineUp: parseLineUp(scenario, written),
    until: scenario.phases[0]!.id,
  });
  const phase = summary.phases[0]!;
  const most = summary.texts[0];
  const utilityOf = (id: string) => summary.parties.find((party) => party.id === id)!.utility.mean.toFixed(1);
  return [
    written === "" ? "*(as in the scenario)*" : `\`${written}\``,
    `${((100 * phase.agreement) / GAMES).toFixed(1)} %`,
    phase.meanRounds.toFixed(2),
    String(summary.texts.length),
    most === undefined ? "–" : String(stepsBetween(scenario, outcomeOf(scenario, most.outcome), history)),
    utilityOf("ukraine"),
    utilityOf("united_states"),
    utilityOf("germany"),
  ];
});

const head = ["line-up", "adopted", "mean rounds", "texts", "steps", "Ukraine", "United States", "Germany"];
const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
const text = format(
  `# Seats matter: the Paris game with other agents in single seats

%d games each, seed %d, of \`scenarios/paris-2026.json\`. Every other seat has its delegate. *Texts*: different adopted
texts; *steps*: distance of the most frequent one from the adopted Declaration over the nine level issues; the last
columns: mean utility in the party's own points, no agreement included. In this model, not in the world: weights are
teaching parameters.

%s

Each row is \`npm run --silent parley -- simulate scenarios/paris-2026.json --games %d --seed %d --line-up …\`; the whole
table is written by \`npm run line-ups\`.

A required seat that signs nothing below its ideals ends adoption altogether, since no text is ideal for two of the
five at once. A coalition state that does the same is one objection of ten that the rule bears.
`,
  GAMES,
  SEED,
  [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n"),
  GAMES,
  SEED,
);
writeFileSync(new URL("../docs/line-ups.md", import.meta.url), text);
