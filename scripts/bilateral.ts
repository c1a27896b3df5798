/**
 * Every strategy of the roster against every other on bilateral domains: `npm run bilateral -- FOLDER…`, each with
 * two preference profiles as NegoLog has them (the project holds no copy). Both seats and both orders; what is told of a strategy is its
 * mean gain over no agreement as a share of its best, failed games counted as 0.
 */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseScenario } from "../src/agents/parse.ts";
import * as roster from "../src/agents/roster.ts";
import { simulate } from "../src/runs/simulate.ts";
import type { Scenario } from "../src/scenario/schema.ts";
import { tableOf } from "../src/seat/compiled.ts";

const SEED = 1;
const GAMES = 4;
const ROUNDS = 20;
/** Of the roster, all that need no script. */
const STRATEGIES = Object.keys(roster).filter((name) => name !== "scripted");

interface Profile {
  readonly reservationValue: number;
  readonly issueWeights: Readonly<Record<string, number>>;
  readonly issues: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

function scenarioOf(folder: string, order: readonly [number, number]): Scenario {
  const profiles = ["profileA", "profileB"].map(
    (name): Profile => JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")),
  );
  const issues = Object.entries(profiles[0]!.issues).map(([name, values]) => ({
    name,
    options: Object.keys(values),
  }));
  const parsed = parseScenario(
    JSON.stringify({
      parley: 1,
      id: basename(folder),
      title: basename(folder),
      summary: "A bilateral domain.",
      asOf: "2026",
      language: "en",
      notice: "Made from a data set.",
      sources: [],
      issues: issues.map(({ name, options }, i) => ({
        id: `i${i}`,
        title: name,
        label: name,
        question: `Which ${name}?`,
        kind: "level",
        statusQuo: "o0",
        options: options.map((label, o) => ({ id: `o${o}`, label, text: `${label}.` })),
      })),
      parties: profiles.map((profile, p) => ({
        id: `p${p}`,
        name: `Party ${p}`,
        code: p === 0 ? "PA" : "PB",
        bloc: "Table",
        brief: {
          public: "Sits here.",
          confidential: { interests: ["Points."], redLines: [], batna: "The reservation value." },
        },
        preferences: {
          reservationValue: profile.reservationValue,
          stakes: Object.fromEntries(
            issues.map(({ name, options }, i) => [
              `i${i}`,
              {
                weight: profile.issueWeights[name],
                values: options.map((option) => profile.issues[name]![option]!),
                basis: "assumption",
                rationale: "As in the domain.",
              },
            ]),
          ),
        },
      })),
      phases: [
        {
          id: "talks",
          title: "Talks",
          protocol: "talks",
          seats: order.map((p) => ({ id: `s${p}`, members: [`p${p}`] })),
          issues: "all",
          disagreement: {},
          disagreementText: "Each has its reservation value.",
          rounds: ROUNDS,
          next: { agreement: null, none: null },
        },
      ],
    }),
  );
  if (!parsed.ok) throw new Error(`${folder}: ${parsed.problems[0]!.message}`);
  return parsed.scenario;
}

/** At [strategy][opponent]: gains; at [strategy][0 or 1]: by who speaks first and who last. */
const gains = STRATEGIES.map(() => STRATEGIES.map((): number[] => []));
const inTurn = STRATEGIES.map((): readonly [number[], number[]] => [[], []]);
const ORDERS = [
  [0, 1],
  [1, 0],
] as const;
for (const [folder, order] of process.argv
  .slice(2)
  .flatMap((name) => ORDERS.map((turn) => [name, turn] as const))) {
  const scenario = scenarioOf(folder, order);
  const { best, positions } = tableOf(scenario);
  const least = positions.preferences.map(({ reservationValue }) => reservationValue!);
  for (const [a, first] of STRATEGIES.entries())
    for (const [b, second] of STRATEGIES.entries()) {
      const lineUp = { [`p${order[0]}`]: { strategy: first }, [`p${order[1]}`]: { strategy: second } };
      for (const { utilities } of simulate(scenario, { games: GAMES, seed: SEED, lineUp }).rows) {
        const [own, other] = order.map(
          (p) => (utilities[`p${p}`]! - least[p]!) / (best[p]!.utility - least[p]!),
        );
        gains[a]![b]!.push(own!);
        gains[b]![a]!.push(other!);
        inTurn[a]![0].push(own!);
        inTurn[b]![1].push(other!);
      }
    }
}

const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;
const rows = STRATEGIES.map((name, a) => ({
  name: `\`${name}\``,
  all: mean(gains[a]!.flat()),
  last: mean(inTurn[a]![1]) - mean(inTurn[a]![0]),
  against: gains[a]!.map((cell) => mean(cell).toFixed(2)),
})).toSorted((a, b) => b.all - a.all);

process.stdout.write(
  [
    `| strategy | mean gain | more by speaking last | ${STRATEGIES.map((name) => `against \`${name}\``).join(" | ")} |`,
    `| ${["", "", "", ...STRATEGIES].map(() => "---").join(" | ")} |`,
    ...rows.map(
      ({ name, all, last, against }) =>
        `| ${name} | ${all.toFixed(3)} | ${last.toFixed(3)} | ${against.join(" | ")} |`,
    ),
    "",
  ].join("\n"),
);
