/**
 * Writes docs/ends.md: how games of every bundled scenario end with their own agents, and how a text agreed in Paris moves
 * the walk-away points of the talks. `npm run ends`.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseScenario } from "../src/agents/parse.ts";
import { compile } from "../src/protocol/course.ts";
import { advance, initial } from "../src/protocol/game.ts";
import { mandateOf } from "../src/protocol/mandate.ts";
import type { Move, PhaseResult, Reason, Vote } from "../src/protocol/move.ts";
import { gameSeed } from "../src/random.ts";
import { playGame } from "../src/runs/simulate.ts";
import { outcomeOf } from "../src/scenario/outcome.ts";
import { reservationOf } from "../src/scenario/preference.ts";
import type { OutcomeById, Scenario } from "../src/scenario/schema.ts";
import { tableFor, tableOf } from "../src/seat/compiled.ts";
import { castOf } from "../src/session/lineUp.ts";

const GAMES = 1000;
const SEED = 1;

const folder = new URL("../scenarios/", import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith(".json") && !file.endsWith("schema.json"));
const played = files.map((file) => {
  const parsed = parseScenario(readFileSync(new URL(file, folder), "utf8"));
  if (!parsed.ok) throw new Error(`${file} has problems: run \`npm run parley -- validate\` on it.`);
  const { scenario } = parsed;
  return { scenario, phases: endsOf(scenario) };
});

interface Ends {
  readonly phase: Scenario["phases"][number];
  readonly counts: Record<PhaseResult["end"], number>;
  readonly rounds: number[];
  readonly texts: Set<string>;
  /** What those who refused gave as their reason, and in how many games. */
  readonly refusals: Map<string, number>;
}

function endsOf(scenario: Scenario): Ends[] {
  const table = tableOf(scenario);
  const { course } = table.positions;
  const { makers } = castOf(scenario);
  const ends = scenario.phases.map((phase): Ends => {
    const counts = { agreement: 0, deadline: 0, walkaway: 0 };
    return { phase, counts, rounds: [], texts: new Set(), refusals: new Map() };
  });
  for (let k = 0; k < GAMES; k++) {
    const moves: Move[] = [];
    const game = initial(course);
    const seed = gameSeed(SEED, k);
    playGame(tableFor(table, seed), makers, seed, { moves });
    let refused: string[] = [];
    for (const move of moves) {
      const { phase, results } = game;
      const ended = results.length;
      if (move.type === "walkaway") refused = [refusal(scenario, move.party, move.reason)];
      else if (move.type === "ballot" && game.play.beat === "adoption") refused = against(move.votes, phase);
      advance(course, game, move);
      if (results.length === ended) continue;
      const { counts, texts, refusals, rounds } = ends[phase]!;
      const { end, round, outcome } = results[ended]!;
      counts[end]++;
      rounds.push(round);
      if (end === "agreement") texts.add(outcome.join());
      else for (const one of new Set(refused)) refusals.set(one, (refusals.get(one) ?? 0) + 1);
      refused = [];
    }
  }

  /** Who must agree and does not. */
  function against(votes: readonly (Vote | null)[], at: number): string[] {
    const phase = course.phases[at]!;
    const required = phase.protocol === "drafting" ? phase.decision.required : [];
    return votes.flatMap((vote, party) =>
      vote?.choice === "against" && required[party] ? refusal(scenario, party, vote.reason) : [],
    );
  }

  return ends.filter(({ phase }) => phase.protocol !== "ratification");
}

function refusal({ parties, issues }: Scenario, party: number, reason: Reason | undefined): string {
  const issue = reason?.issue === undefined ? "" : ` \`${issues[reason.issue]!.id}\``;
  return `${parties[party]!.name}: ${reason?.cause ?? "no reason"}${issue}`;
}

const share = (count: number, of: number) => (of === 0 ? "–" : `${((100 * count) / of).toFixed(1)} %`);
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

const rows = played.flatMap(({ scenario, phases }) =>
  phases.map(({ phase, counts, rounds, texts }) => [
    `\`${scenario.id}\``,
    phase.title,
    phase.protocol,
    ...(["agreement", "deadline", "walkaway"] as const).map((end) => share(counts[end], rounds.length)),
    (sum(rounds) / rounds.length).toFixed(2),
    String(texts.size),
  ]),
);

/** The three reasons given most often where there was no agreement, as shares of those games. */
const reasons = played.flatMap(({ scenario, phases }) =>
  phases.flatMap(({ phase, counts, refusals }) => {
    const without = counts.deadline + counts.walkaway;
    const most = [...refusals].sort(([, a], [, b]) => b - a).slice(0, 3);
    if (most.length === 0) return [];
    return [
      [
        `\`${scenario.id}\``,
        phase.title,
        most.map(([what, n]) => `${what} (${share(n, without)})`).join("; "),
      ],
    ];
  }),
);

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

## Why

- *Agreement* in a drafting: at the last ballot all who must agree are for the text, and no more object than the rule allows. *Deadline*: after
  the last round somebody who must agree is still against, for the reason in the table below. *Walkaway*: a seat that must agree may leave, as persons and
  scripts do; the delegates never leave a drafting, as a vote against at the end costs them the same.
- In talks *agreement* is an offer to which every side is bound. *Deadline*: no offer had all sides before the last round was over. *Walkaway*: late in
  the talks a side saw no offer left that the others might take and that it would prefer to leaving.
- \`first-minute\` has one obstacle and room beside it; it is made to end in agreement.
- In talks whether anything can be agreed differs from game to game: what going on is worth to Ukraine and Russia, and how much all care for what, is
  drawn for each (private types). Where there is a zone of some size delegates nearly always find it (docs/minds.md has the shares); so most games
  without agreement are games without a zone, or with very few outcomes in it. In \`direct-talks\` nothing lies within all limits without
  the clauses that open some (\`tests/headless/direct-talks.test.ts\`). In \`istanbul-2022\` the zone is small where there is one.
- In \`paris-2026\` the text adopted in Paris raises what leaving the talks is worth to Ukraine and lowers it to Russia (below). Then talks agree in some
  games and fail in others; without a text Russia is taken to gain more by waiting, and they seldom agree. Its walk out is the game's word for that, not a forecast.

What those who refused gave as their reason, as shares of the games without agreement:

${[["scenario", "phase", "reasons"], ["---", "---", "---"], ...reasons].map(line).join("\n")}

*above-mandate*: more than its limit; *below-mandate*: less; *clause-missing*: with this clause in it could sign; *too-little*: less than no
agreement is worth to it.

Shares are of the games that reach the phase. Each row is \`npm run --silent parley -- simulate scenarios/… --games ${GAMES} --seed ${SEED}\`; the table is written by
\`npm run ends\`.

## What a text agreed in Paris does to the talks

The value of walking away from the talks, in each party's own points, after a text that everybody in Paris has signed.
What needs a party that has not consented falls back to the status quo, so a text of such measures alone moves nothing
(\`tests/headless/mandate.test.ts\`).

${[["text", "Russia", "Ukraine", "United States", "Poland"], ["---", "---", "---", "---", "---"], ...walkAways()].map(line).join("\n")}
`,
);
