/**
 * What is told of chances (`src/seat/calibrated.ts`) against what happens in played games: `npm run forecast`. Before every vote on
 * a whole text, what is estimated and told of the text and of each party is set beside what came. Scenarios count alike.
 * Skill: 1 − mean squared error over that of telling the mean always, per scenario, from the third round on. The curves
 * that would fit best are found on other seeds than those that are judged.
 */
import { readdirSync, readFileSync } from "node:fs";
import { parseScenario } from "../src/agents/parse.ts";
import { isNegotiation } from "../src/protocol/course.ts";
import { motionNow } from "../src/protocol/drafting.ts";
import { advance, initial, phaseNow } from "../src/protocol/game.ts";
import type { Move } from "../src/protocol/move.ts";
import { gameSeed } from "../src/random.ts";
import { playGame } from "../src/runs/simulate.ts";
import type { Scenario } from "../src/scenario/schema.ts";
import { type Moment, momentOf, toldOfParty, toldOfText } from "../src/seat/calibrated.ts";
import { timeIn } from "../src/seat/chances.ts";
import { tableFor, tableOf } from "../src/seat/compiled.ts";
import { disclosedBy } from "../src/seat/disclosure.ts";
import { learn } from "../src/seat/learning.ts";
import { chanceOf, signaturesNow } from "../src/seat/support.ts";
import { castOf } from "../src/session/lineUp.ts";
import { beliefAt } from "../src/session/table.ts";
import { scorableGame } from "./scorable.ts";

const SEEDS = { fit: 1000, judge: 2000 };
const GAMES = 100;
const SCORABLE = 10;
/** Steps of the curves that are fitted. */
const BINS = 20;
const FROM_ROUND = 3;

interface Seen {
  readonly scenario: string;
  readonly round: number;
  readonly moment: Moment;
  readonly estimated: number;
  readonly came: boolean;
}

function scenarioOf(text: string): Scenario {
  const parsed = parseScenario(text);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join("\n"));
  return parsed.scenario;
}

const folder = new URL("../scenarios/", import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith(".json") && !file.endsWith("schema.json"));
const bundled = files.map((file) => scenarioOf(readFileSync(new URL(file, folder), "utf8")));
const scorable = Array.from({ length: SCORABLE }, (_, number) =>
  scenarioOf(JSON.stringify(scorableGame(number).scenario)),
);
const handed = process.argv.slice(2).map((file) => scenarioOf(readFileSync(file, "utf8")));

/** Of the first phase, where it is drafting. */
function watch(
  scenario: Scenario,
  name: string,
  games: number,
  seeds: number,
): { texts: Seen[]; parties: Seen[] } {
  const texts: Seen[] = [];
  const parties: Seen[] = [];
  const [first] = scenario.phases;
  if (first?.protocol !== "drafting") return { texts, parties };
  const table = tableOf(scenario);
  const { makers } = castOf(scenario);
  const { course } = table.positions;
  for (let k = 0; k < games; k++) {
    const seed = gameSeed(seeds, k);
    const own = tableFor(table, seed);
    const moves: Move[] = [];
    playGame(own, makers, seed, { moves, until: first.id });
    const game = initial(course);
    const belief = beliefAt(own);
    for (const move of moves) {
      const phase = phaseNow(course, game);
      const { round } = game;
      const onText = isNegotiation(phase) && move.type === "ballot" && motionNow(game) === undefined;
      const time = isNegotiation(phase) ? timeIn(phase, round) : 1;
      const at = {
        scenario: name,
        round,
        moment: isNegotiation(phase) ? momentOf(phase, round) : "last",
      } as const;
      const chance = onText ? chanceOf(belief, phase, game.text, time) : 0;
      if (onText) {
        const signs = signaturesNow(belief, phase, game.text, time);
        for (const party of phase.parties) {
          const vote = move.votes[party];
          if (vote != null) parties.push({ ...at, estimated: signs[party]!, came: vote.choice === "for" });
        }
      }
      learn(belief, game, move, disclosedBy(own.positions, move));
      advance(course, game, move);
      if (onText) texts.push({ ...at, estimated: chance, came: game.results.at(-1)?.end === "agreement" });
    }
  }
  return { texts, parties };
}

function watchAll(seeds: number) {
  const all = [
    ...[...bundled, ...handed].map((scenario) => watch(scenario, scenario.id, GAMES, seeds)),
    ...scorable.map((scenario) => watch(scenario, "scorable games", GAMES / SCORABLE, seeds)),
  ];
  return { texts: all.flatMap(({ texts }) => texts), parties: all.flatMap(({ parties }) => parties) };
}

const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;

/** Best curve that never falls, every scenario weighing the same (pool adjacent violators), by twentieths of the estimate. */
function fitted(seen: readonly Seen[]): string {
  const sizes = Map.groupBy(seen, ({ scenario }) => scenario);
  const bins = Array.from({ length: BINS }, () => ({ weight: 0, came: 0, estimated: 0 }));
  for (const { scenario, estimated, came } of seen) {
    const bin = bins[Math.min(BINS - 1, Math.floor(Math.sqrt(estimated) * BINS))]!;
    const weight = 1 / sizes.get(scenario)!.length;
    bin.weight += weight;
    bin.came += weight * Number(came);
    bin.estimated += weight * estimated;
  }
  const pools: { weight: number; came: number; estimated: number }[] = [];
  for (const bin of bins) {
    if (bin.weight === 0) continue;
    pools.push({ ...bin });
    while (pools.length > 1) {
      const [before, after] = pools.slice(-2);
      if (before!.came / before!.weight <= after!.came / after!.weight) break;
      pools.splice(-2, 2, {
        weight: before!.weight + after!.weight,
        came: before!.came + after!.came,
        estimated: before!.estimated + after!.estimated,
      });
    }
  }
  return pools
    .map(
      ({ weight, came, estimated }) =>
        `${(estimated / weight).toFixed(3)}→${(came / weight).toFixed(2)} (${weight.toFixed(2)})`,
    )
    .join(", ");
}

const WORDS = [0, 0.1, 0.35, 0.65, 0.9, 1.000001];

function judged(
  title: string,
  seen: readonly Seen[],
  told: (estimated: number, moment: Moment) => number,
): string {
  const chance = ({ estimated, moment }: Seen) => told(estimated, moment);
  const lines = [...Map.groupBy(seen, ({ scenario }) => scenario)].map(([name, own]) => {
    const late = own.filter(({ round }) => round >= FROM_ROUND);
    const usual = mean(late.map(({ came }) => Number(came)));
    const off = mean(late.map((one) => (chance(one) - Number(one.came)) ** 2));
    const spread = mean(late.map(({ came }) => (usual - Number(came)) ** 2));
    const cells = WORDS.slice(1).map((most, k) => {
      const within = own.filter((one) => chance(one) >= WORDS[k]! && chance(one) < most);
      if (within.length < 30) return "–";
      return `${mean(within.map(chance)).toFixed(2)} → ${mean(within.map(({ came }) => Number(came))).toFixed(2)} (${within.length})`;
    });
    return `| ${name} | ${late.length === 0 ? "–" : spread === 0 ? "always alike" : (1 - off / spread).toFixed(2)} | ${cells.join(" | ")} |`;
  });
  return `### ${title}\n\n${lines.join("\n")}\n`;
}

const fit = watchAll(SEEDS.fit);
const judge = watchAll(SEEDS.judge);
for (const [name, seen] of Object.entries(fit))
  for (const [moment, own] of Map.groupBy(seen, (one) => one.moment)) console.log(name, moment, fitted(own));
console.log(judged("Texts", judge.texts, toldOfText));
console.log(judged("Parties", judge.parties, toldOfParty));
