/**
 * Writes the figures of docs/minds.md, between its two marks: how delegates do in the bundled scenarios, in random scorable games, and beside
 * a person. `npm run minds`.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseScenario } from "../src/agents/parse.ts";
import { meets } from "../src/exact.ts";
import { advance, initial } from "../src/protocol/game.ts";
import type { Move } from "../src/protocol/move.ts";
import { gameSeed } from "../src/random.ts";
import { playGame, simulate } from "../src/runs/simulate.ts";
import { bestOutcome } from "../src/scenario/best/best.ts";
import { outcomeOf, stepsBetween } from "../src/scenario/outcome.ts";
import { reservationOf, utility } from "../src/scenario/preference.ts";
import type { Scenario } from "../src/scenario/schema.ts";
import { tableFor, tableOf } from "../src/seat/compiled.ts";
import { seatsAt } from "../src/seat/seats.ts";
import { utilityOfResult } from "../src/seat/worth.ts";
import { castOf } from "../src/session/lineUp.ts";
import { POLICIES, person } from "./policies.ts";
import { scorableGame } from "./scorable.ts";
import { zoneOf } from "./zones.ts";

const SEED = 1;
const GAMES = {
  bundled: 300,
  person: 100,
  policy: 60,
  scorable: 10,
  talks: { "direct-talks": 300, "istanbul-2022": 300, "paris-2026": 100 },
};
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
  const fixed = simulate(scenario, { games: GAMES.bundled, seed: SEED, until: first, types: "fixed" });
  const usual = fixed.summary.phases[0]!;
  return [
    `\`${scenario.id}\``,
    percent(agreement / GAMES.bundled),
    meanRounds.toFixed(1),
    String(texts.length),
    levelEntropy(scenario, texts).toFixed(2),
    percent(usual.agreement / GAMES.bundled),
    levelEntropy(scenario, usual.texts).toFixed(2),
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
const FIRST = paris.phases[0]!.id;

/** A seat of Paris in some games: its gain over no agreement as a share of its range in each, 0 where nothing is adopted. */
function gainsIn(
  seat: string,
  parameters?: object,
): { readonly adopted: number; readonly gains: readonly number[] } {
  const table = tableOf(paris);
  const party = paris.parties.findIndex(({ id }) => id === seat);
  const cast = castOf(
    paris,
    parameters && { strategies: { person }, lineUp: { [seat]: { strategy: "person", ...parameters } } },
  );
  const fallback = table.positions.course.phases[0]!.disagreement!;
  let adopted = 0;
  const gains = Array.from({ length: GAMES.policy }, (_, game) => {
    const seed = gameSeed(SEED, game);
    const own = tableFor(table, seed);
    const [result] = playGame(own, cast.makers, seed, { until: FIRST });
    if (result!.end !== "agreement") return 0;
    adopted++;
    const { preference } = own.seats[party]!;
    const least = reservationOf(preference, fallback);
    return (
      (utilityOfResult(own.seats[party]!, [result!]) - least) / (bestOutcome(preference).utility - least)
    );
  });
  return { adopted: adopted / GAMES.policy, gains };
}

const adoption = (seat?: string, explains = false) =>
  simulate(paris, {
    games: GAMES.person,
    seed: SEED,
    until: FIRST,
    ...(seat !== undefined && {
      strategies: { person },
      lineUp: { [seat]: { strategy: "person", explains } },
    }),
  }).summary.phases[0]!.agreement / GAMES.person;
const usual = adoption();
const nameOf = (seat: string) => paris.parties.find(({ id }) => id === seat)!.name;
const persons = SEATS.map((seat) => [
  nameOf(seat),
  percent(usual),
  percent(adoption(seat)),
  percent(adoption(seat, true)),
]);

const policies = SEATS.map((seat) => {
  const usually = gainsIn(seat);
  const others = Object.values(POLICIES).map((parameters) => {
    const { gains } = gainsIn(seat, parameters);
    const more = gains.map((gain, game) => gain - usually.gains[game]!);
    const off = Math.sqrt(mean(more.map((one) => (one - mean(more)) ** 2)) / more.length);
    return `${mean(gains).toFixed(2)} (${signed(mean(more))} ± ${(2 * off).toFixed(2)})`;
  });
  return [nameOf(seat), mean(usually.gains).toFixed(2), ...others];
});

function signed(number: number): string {
  return `${number < 0 ? "−" : "+"}${Math.abs(number).toFixed(2)}`;
}

const talks = Object.entries(GAMES.talks).map(([name, games]) => {
  const scenario = scenarioOf(readFileSync(new URL(`${name}.json`, folder), "utf8"));
  const table = tableOf(scenario);
  const { course } = table.positions;
  const { makers } = castOf(scenario);
  const phase = course.phases.findIndex(({ protocol }) => protocol === "talks");
  const sides = ["ukraine", "russia"].map((id) => scenario.parties.findIndex((party) => party.id === id));
  const met: { levels: number; agreed: boolean; round: number; gains: readonly number[] }[] = [];
  for (let k = 0; k < games; k++) {
    const seed = gameSeed(SEED, k);
    const own = tableFor(table, seed);
    const moves: Move[] = [];
    const results = playGame(own, makers, seed, { moves });
    const game = initial(course);
    for (const move of moves) {
      if (game.phase === phase) break;
      advance(course, game, move);
    }
    const result = results.find((one) => one.phase === phase)!;
    const seats = seatsAt(own, game);
    const agreed = result.end === "agreement";
    const gains = sides.map((party) => {
      const { reservationValue, best } = seats[party]!;
      return (
        (utilityOfResult(own.seats[party]!, results) - reservationValue) / (best.utility - reservationValue)
      );
    });
    met.push({ levels: zoneOf(own, game).levels, agreed, round: result.round, gains });
  }
  const zones = met.filter(({ levels }) => levels > 0);
  const agreed = met.filter((one) => one.agreed);
  const within = (least: number, most: number) => {
    const some = zones.filter(({ levels }) => levels >= least && levels <= most);
    return `${some.filter((one) => one.agreed).length} of ${some.length}`;
  };
  const sizes = zones.map(({ levels }) => levels).toSorted((a, b) => a - b);
  const rounds = [...new Set(agreed.map(({ round }) => round))].toSorted((a, b) => a - b);
  return [
    `\`${name}\``,
    percent(zones.length / games),
    String(sizes[Math.floor(sizes.length / 2)] ?? 0),
    within(1, 4),
    within(5, 19),
    within(20, Number.POSITIVE_INFINITY),
    String(agreed.filter(({ levels }) => levels === 0).length),
    rounds
      .map(
        (round) => `${round}: ${percent(agreed.filter((one) => one.round === round).length / agreed.length)}`,
      )
      .join(", "),
    sides.map((_, side) => mean(agreed.map(({ gains }) => gains[side]!)).toFixed(2)).join(" : "),
  ];
});

const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");

const figures = `
## Bundled scenarios

First phase, ${GAMES.bundled} games, seed ${SEED}, with private types and without. *Bits*: entropy of the agreed levels. *Steps*: mean distance of agreed texts from what really happened.

${table(["scenario", "agreement", "mean rounds", "texts", "bits", "agreement, types fixed", "bits", "steps"], bundled)}

## Random scorable games

${SCORABLE} games of three to eight parties with a zone of 2 to 30 % of all packages (\`scripts/scorable.ts\`), ${GAMES.scorable} times each:
${percent(mean(scorable.map(({ agreed }) => agreed)))} agree; ${scorable.filter(({ agreed }) => agreed < 0.5).length} files agree in less than half of their games; ${scorable.reduce((sum, { outside }) => sum + outside, 0)} agreements satisfy fewer than all but one.

## A person who only votes

Holds, votes for what keeps more of its limits or is worth more to it, and signs what is rational. The screen names the limit with a vote against, unless the person does not
want it to. Adoption in Paris, ${GAMES.person} games with the same seeds.

${table(["seat", "default agent", "person without a reason", "person who names limits"], persons)}

## Whether play pays

What a seat of Paris gains over no agreement, as a share of its range (best within its limits − no agreement); games without adoption count 0.
${GAMES.policy} games with the same seeds; in brackets the paired difference from the default agent, twice its standard error. Whoever votes on a motion does so
for what keeps more of its limits or is worth more to it.

${table(["seat", "default agent", ...Object.keys(POLICIES)], policies)}

## Talks

Whether anything can be agreed is found exactly when the talks begin (\`scripts/zones.ts\`): by limits, private types, the rules of delegations and what departing from
the mandate costs. *Zones* of so many combinations of levels and how many of them end in agreement; *outside*: agreements where there was none, which
cards of the talks have made possible. *Gains*: of Ukraine and Russia over what they fall back on, as shares of their ranges.

${table(["talks", "zone exists", "median size", "1–4", "5–19", "20 and more", "outside", "agreed in round", "gains"], talks)}
`;

const page = new URL("../docs/minds.md", import.meta.url);
const [before, , after] = readFileSync(page, "utf8").split("<!-- figures -->");
if (after === undefined) throw new Error("docs/minds.md has lost the two marks between which figures stand.");
writeFileSync(page, `${before}<!-- figures -->\n${figures}\n<!-- figures -->${after}`);
