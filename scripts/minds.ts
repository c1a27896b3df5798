/**
 * Writes the figures of docs/minds.md, between its two marks: how delegates do in the bundled scenarios, in random scorable games, and beside
 * a person. `npm run minds`.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { strategy } from "../src/agents/agent.ts";
import { parseScenario } from "../src/agents/parse.ts";
import { meets } from "../src/exact.ts";
import { amended } from "../src/protocol/drafting.ts";
import { simulate } from "../src/runs/simulate.ts";
import { outcomeOf, stepsBetween } from "../src/scenario/outcome.ts";
import { brokenLimits, countBroken, utility } from "../src/scenario/preference.ts";
import type { Scenario } from "../src/scenario/schema.ts";
import { tableOf } from "../src/seat/compiled.ts";
import { reasonOfLimit } from "../src/seat/objection.ts";
import { scorableGame } from "./scorable.ts";

const SEED = 1;
const GAMES = { bundled: 300, person: 100, scorable: 10 };
const SCORABLE = 100;
const SEATS = [
  ...["ukraine", "united_states", "france", "united_kingdom", "germany"],
  ...["poland", "estonia", "turkiye"],
];

const folder = new URL("../scenarios/", import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith(".json") && !file.endsWith("schema.json"));

function scenarioOf(text: string): Scenario {
  const parsed = parseScenario(text);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join("\n"));
  return parsed.scenario;
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;

/**
 * Holds, votes for what keeps more of its limits or is worth more, and signs what keeps its limits and is worth more than no agreement; says
 * nothing, or with `explains` the limit for which it does not sign, as the screen does for a person.
 */
const person = strategy({ explains: z.boolean().optional() }, ({ explains = false }) => ({
  speak: ({ seat }) => ({ type: "hold", party: seat.party }),
  bargain: ({ seat, inForce }) => ({ type: "offer", party: seat.party, outcome: inForce }),
  vote: (observation) => {
    const { seat, text, motion, beat } = observation;
    const { preference, reservationValue } = seat;
    const broken = brokenLimits(preference, text);
    if (beat !== "ballot") {
      if (broken.length === 0 && meets(utility(preference, text), reservationValue)) return { choice: "for" };
      const reason = explains && broken[0] && reasonOfLimit(observation, broken[0], text);
      return { choice: "against", ...(reason && { reason }) };
    }
    const next = amended(text, motion!.changes);
    const mended = broken.length - countBroken(preference, next);
    const better = mended || utility(preference, next) - utility(preference, text);
    return { choice: better > 0 ? "for" : better < 0 ? "against" : "abstain" };
  },
}));

/** Bits of the distribution of agreed level vectors. */
function levelEntropy(
  scenario: Scenario,
  texts: readonly { outcome: Record<string, string>; count: number }[],
) {
  const levels = scenario.issues.filter(({ kind }) => kind === "level").map(({ id }) => id);
  const counts = new Map<string, number>();
  for (const { outcome, count } of texts) {
    const key = levels.map((id) => outcome[id] ?? "").join();
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  const all = [...counts.values()].reduce((a, b) => a + b, 0);
  return [...counts.values()].reduce((bits, n) => bits - (n / all) * Math.log2(n / all), 0);
}

const bundled = files.map((file) => {
  const scenario = scenarioOf(readFileSync(new URL(file, folder), "utf8"));
  const first = scenario.phases[0]!.id;
  const { summary } = simulate(scenario, { games: GAMES.bundled, seed: SEED, until: first });
  const { agreement, texts, meanRounds } = summary.phases[0]!;
  const history = scenario.history && outcomeOf(scenario, scenario.history.outcome);
  const steps = history
    ? texts.reduce((sum, { outcome, count }) => {
        return sum + count * stepsBetween(scenario, outcomeOf(scenario, outcome), history);
      }, 0) / agreement
    : undefined;
  return [
    `\`${scenario.id}\``,
    percent(agreement / GAMES.bundled),
    meanRounds.toFixed(1),
    String(texts.length),
    levelEntropy(scenario, texts).toFixed(2),
    steps?.toFixed(1) ?? "–",
  ];
});

const scorable = Array.from({ length: SCORABLE }, (_, number) => {
  const scenario = scenarioOf(JSON.stringify(scorableGame(number).scenario));
  const { positions } = tableOf(scenario);
  const { rows } = simulate(scenario, { games: GAMES.scorable, seed: SEED });
  const agreed = rows.filter(({ phases }) => phases[0]!.end === "agreement");
  const outside = agreed.filter(({ phases }) => {
    const outcome = outcomeOf(scenario, phases[0]!.outcome);
    const content = positions.preferences.filter((preference) =>
      meets(utility(preference, outcome), preference.reservationValue!),
    );
    return content.length < scenario.parties.length - 1;
  });
  return { agreed: agreed.length / GAMES.scorable, outside: outside.length };
});

const paris = scenarioOf(readFileSync(new URL("paris-2026.json", folder), "utf8"));
const adoption = (seat?: string, explains = false) =>
  simulate(paris, {
    games: GAMES.person,
    seed: SEED,
    until: "paris",
    ...(seat !== undefined && {
      strategies: { person },
      lineUp: { [seat]: { strategy: "person", explains } },
    }),
  }).summary.phases[0]!.agreement / GAMES.person;
const usual = adoption();
const persons = SEATS.map((seat) => [
  paris.parties.find(({ id }) => id === seat)!.name,
  percent(usual),
  percent(adoption(seat)),
  percent(adoption(seat, true)),
]);

const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");

const figures = `
## Bundled scenarios

First phase, ${GAMES.bundled} games, seed ${SEED}. *Bits*: entropy of the agreed levels. *Steps*: mean distance of agreed texts from what really happened.

${table(["scenario", "agreement", "mean rounds", "texts", "bits", "steps"], bundled)}

## Random scorable games

${SCORABLE} games of three to eight parties with a zone of 2 to 30 % of all packages (\`scripts/scorable.ts\`), ${GAMES.scorable} times each:
${percent(mean(scorable.map(({ agreed }) => agreed)))} agree; ${scorable.filter(({ agreed }) => agreed < 0.5).length} files agree in less than half of their games; ${scorable.reduce((sum, { outside }) => sum + outside, 0)} agreements satisfy fewer than all but one.

## A person who only votes

Holds, votes for what keeps more of its limits or is worth more to it, and signs what is rational. The screen names the limit with a vote against, unless the person does not
want it to. Adoption in Paris, ${GAMES.person} games with the same seeds.

${table(["seat", "default agent", "person without a reason", "person who names limits"], persons)}
`;

const page = new URL("../docs/minds.md", import.meta.url);
const [before, , after] = readFileSync(page, "utf8").split("<!-- figures -->");
if (after === undefined) throw new Error("docs/minds.md has lost the two marks between which figures stand.");
writeFileSync(page, `${before}<!-- figures -->\n${figures}\n<!-- figures -->${after}`);
