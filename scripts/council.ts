/**
 * How well games between delegates foretell what the European Union decided: `npm run council -- TABLE`, a table of the DEU data
 * sets (`councilGames.ts` says which and how it is played; the project holds no copy). The prediction for an issue is the distribution
 * of its agreed positions. Beside it stand the mean of the positions held and the positions themselves; intervals are 95 %
 * by drawing proposals again.
 */
import { readFileSync } from "node:fs";
import { parseScenario } from "../src/agents/parse.ts";
import { randomFrom, seedOf } from "../src/random.ts";
import { simulate } from "../src/runs/simulate.ts";
import { councilGames, type DecidedIssue } from "./councilGames.ts";

const SEED = 1;
const GAMES = 100;
const RESAMPLES = 2000;
/** Fewer positions than these say little of an issue. */
const FEWEST_POSITIONS = 5;

type Weighed = readonly (readonly [place: number, share: number])[];

interface Score {
  readonly proposal: string;
  readonly error: number;
  readonly errorOfMean: number;
  readonly crps: number;
  readonly crpsOfHeld: number;
}

const meanOf = (places: Weighed) => places.reduce((sum, [place, share]) => sum + place * share, 0);

/** Continuous ranked probability score, in the unit of the positions; for a point it is the absolute error. */
function crps(places: Weighed, came: number): number {
  const off = meanOf(places.map(([place, share]) => [Math.abs(place - came), share]));
  const spread = meanOf(
    places.map(([place, share]) => [
      meanOf(places.map(([other, part]) => [Math.abs(place - other), part])),
      share,
    ]),
  );
  return off - spread / 2;
}

const path = process.argv[2];
if (path === undefined) throw new Error("Name the file of the table: npm run council -- deu3.tsv");

const scores: Score[] = [];
const agreements: number[] = [];
for (const { id, issues, scenario } of councilGames(readFileSync(path, "utf8"))) {
  if (issues.length === 0) continue;
  const parsed = parseScenario(JSON.stringify(scenario));
  if (!parsed.ok) throw new Error(`${id}: ${parsed.problems[0]!.message}`);
  const { agreement, texts } = simulate(parsed.scenario, { games: GAMES, seed: SEED }).summary.phases[0]!;
  agreements.push(agreement / GAMES);
  if (agreement > 0) scores.push(...issues.flatMap((issue) => scoreOf(id, issue, texts, agreement)));
}

function scoreOf(
  proposal: string,
  { id, places, held, decided, start }: DecidedIssue,
  texts: readonly { outcome: Record<string, string>; count: number }[],
  agreement: number,
): Score[] {
  if (decided === undefined || held.length < FEWEST_POSITIONS) return [];
  const placeIn = (outcome: Record<string, string>) =>
    outcome[id] === undefined ? start : places[Number(outcome[id].slice(1))]!;
  const agreed = texts.map(({ outcome, count }) => [placeIn(outcome), count / agreement] as const);
  const own = held.map((position) => [position, 1 / held.length] as const);
  return [
    {
      proposal,
      error: Math.abs(meanOf(agreed) - decided),
      errorOfMean: Math.abs(meanOf(own) - decided),
      crps: crps(agreed, decided),
      crpsOfHeld: crps(own, decided),
    },
  ];
}

const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;
const byProposal = [...Map.groupBy(scores, ({ proposal }) => proposal).values()];

function told(name: string, value: (score: Score) => number): string {
  const random = randomFrom(seedOf(SEED));
  const means = Array.from({ length: RESAMPLES }, () =>
    mean(byProposal.flatMap(() => byProposal[random.below(byProposal.length)]!.map(value))),
  ).toSorted((a, b) => a - b);
  const [low, high] = [0.025, 0.975].map((share) => means[Math.floor(share * RESAMPLES)]!.toFixed(2));
  return `| ${name} | ${mean(scores.map(value)).toFixed(2)} | ${low} to ${high} |`;
}

process.stdout.write(
  [
    `${scores.length} issues of ${byProposal.length} proposals, ${GAMES} games each: ${(100 * mean(agreements)).toFixed(1)} % agree, ${agreements.filter((share) => share === 0).length} proposals never.`,
    "",
    "| | mean | 95 % |",
    "| --- | --- | --- |",
    told("absolute error of the mean agreed position", ({ error }) => error),
    told("the same of the mean position held", ({ errorOfMean }) => errorOfMean),
    told("difference", ({ error, errorOfMean }) => error - errorOfMean),
    told("CRPS of the agreed positions", ({ crps: own }) => own),
    told("the same of the positions held", ({ crpsOfHeld }) => crpsOfHeld),
    told("difference", ({ crps: own, crpsOfHeld }) => own - crpsOfHeld),
    "",
  ].join("\n"),
);
