/**
 * What could be won in a seat of Paris by who knew how all others vote: at each turn it makes the motion of up to three changes that
 * gains it most among those that would be carried and would break no further limit of those who must agree. It asks the others'
 * agents on a copy of the game, so it is an upper bound for play and nobody's strategy. `npm run oracle` prints a table.
 */
import { readFileSync } from "node:fs";
import type { Agent } from "../src/agents/agent.ts";
import { parseScenario } from "../src/agents/parse.ts";
import { isNegotiation, openIssues } from "../src/protocol/course.ts";
import { amended, motionNow } from "../src/protocol/drafting.ts";
import { advance, initial, phaseNow, toMove } from "../src/protocol/game.ts";
import type { Change, Game, Move, Vote } from "../src/protocol/move.ts";
import { gameSeed } from "../src/random.ts";
import { bestOutcome } from "../src/scenario/best/best.ts";
import type { Outcome } from "../src/scenario/outcome.ts";
import { countBroken, type Preference, reservationOf, utility } from "../src/scenario/preference.ts";
import { type Belief, beliefLike } from "../src/seat/belief.ts";
import { type Table, tableFor, tableOf } from "../src/seat/compiled.ts";
import { disclosedBy } from "../src/seat/disclosure.ts";
import { learn } from "../src/seat/learning.ts";
import { type Act, actOf } from "../src/seat/observation.ts";
import { preferenceNow } from "../src/seat/seats.ts";
import { utilityOfResult } from "../src/seat/worth.ts";
import { agentsFrom, castOf } from "../src/session/lineUp.ts";
import { beliefAt, nextMove, streamsOf } from "../src/session/table.ts";

const SEED = 21;
const GAMES = 24;
const SEATS = ["ukraine", "united_states", "france", "united_kingdom", "germany"];
/** Single changes that are combined, and motions that are tried at a turn, best first. */
const COMBINED = 10;
const TRIED = 150;
/** What a broken limit weighs against points. */
const LIMIT = 20;

/** Whether the seat proposes, and when it signs: whatever is there, what is rational, or that in the last round only. */
interface Way {
  readonly proposes: boolean;
  readonly signs: "always" | "rational" | "late";
}
const WAYS: Readonly<Record<string, Way>> = {
  "holds, votes for": { proposes: false, signs: "always" },
  "holds, signs late": { proposes: false, signs: "late" },
  "knows all votes, signs what is rational": { proposes: true, signs: "rational" },
  "knows all votes, signs late": { proposes: true, signs: "late" },
};

/** One game as it goes, with an agent in every seat but the one that is looked at. */
interface Going {
  readonly table: Table;
  readonly agents: readonly (Agent | undefined)[];
  readonly streams: ReturnType<typeof streamsOf>;
  readonly belief: Belief;
  readonly game: Game;
  readonly history: Act[];
}

function make({ table, belief, game, history }: Going, move: Move): void {
  learn(belief, game, move, disclosedBy(table.positions, move));
  history.push(actOf(game, move));
  advance(table.positions.course, game, move);
}

function copyOf(going: Going): Going {
  return {
    ...going,
    belief: beliefLike(going.belief),
    game: structuredClone(going.game),
    history: [...going.history],
  };
}

const worth = (preference: Preference, text: Outcome) =>
  utility(preference, text) - LIMIT * countBroken(preference, text);

/** Motions that gain the seat something, best first. */
function motionsOf({ table, game }: Going, preference: Preference): readonly (readonly Change[])[] {
  const { course } = table.positions;
  const { text } = game;
  const now = worth(preference, text);
  const singles = openIssues(phaseNow(course, game), game).flatMap((issue) =>
    Array.from({ length: course.table.counts[issue]! }, (_, option): Change => [issue, option]).filter(
      ([, option]) => option !== text[issue],
    ),
  );
  const gainOf = (changes: readonly Change[]) => worth(preference, amended(text, changes)) - now;
  const good = singles
    .filter((change) => gainOf([change]) > 0)
    .toSorted((a, b) => gainOf([b]) - gainOf([a]))
    .slice(0, COMBINED);
  const apart = (changes: readonly Change[], [issue]: Change) => changes.every(([other]) => other !== issue);
  // A second change may be a sweetener that costs the seat something.
  const pairs = good.flatMap((one) =>
    singles.filter((other) => apart([one], other)).map((other) => [one, other]),
  );
  const triples = good.flatMap((one, i) =>
    good
      .slice(i + 1)
      .flatMap((two, j) =>
        good.slice(i + j + 2).flatMap((three) => (apart([one, two], three) ? [[one, two, three]] : [])),
      )
      .filter(([first, second]) => apart([first!], second!)),
  );
  return [...good.map((one) => [one]), ...pairs, ...triples]
    .map((changes) => ({ changes, gain: gainOf(changes) }))
    .filter(({ gain }) => gain > 0)
    .toSorted((a, b) => b.gain - a.gain)
    .slice(0, TRIED)
    .map(({ changes }) => changes);
}

/** The best motion that is carried and breaks no further limit of who must agree. */
function bestMotion(going: Going, party: number, preference: Preference): readonly Change[] | undefined {
  const { table, agents, streams, game } = going;
  const phase = phaseNow(table.positions.course, game);
  if (!isNegotiation(phase)) return undefined;
  const needed = phase.decision.mustAgree.map((other) => preferenceNow(table.seats[other]!, game));
  return motionsOf(going, preference).find((changes) => {
    const next = amended(game.text, changes);
    if (needed.some((other) => countBroken(other, next) > countBroken(other, game.text))) return false;
    const trial = copyOf(going);
    make(trial, { type: "amend", party, changes: [...changes] });
    const ballot = nextMove(table, agents, streams, trial.game, trial.belief, trial.history, []);
    if (ballot === undefined) return false;
    make(trial, ballot);
    return trial.game.text.every((option, issue) => option === next[issue]);
  });
}

function voteOf({ table, game }: Going, preference: Preference, { signs }: Way): Vote {
  const phase = phaseNow(table.positions.course, game);
  const motion = motionNow(game);
  if (motion !== undefined) {
    const gain = worth(preference, amended(game.text, motion.changes)) - worth(preference, game.text);
    return { choice: gain > 0 ? "for" : gain < 0 ? "against" : "abstain" };
  }
  if (signs === "always") return { choice: "for" };
  const least = reservationOf(preference, phase.disagreement!);
  const rational = countBroken(preference, game.text) === 0 && utility(preference, game.text) >= least;
  return { choice: rational && (signs !== "late" || game.round === phase.rounds) ? "for" : "against" };
}

/** The seat's gain over no agreement as a share of its range; 0 without adoption. */
function playedGain(base: Table, party: number, seed: number, way: Way): number {
  const table = tableFor(base, seed);
  const { course } = table.positions;
  const agents = agentsFrom(castOf(base.scenario).makers).map((agent, seat) =>
    seat === party ? undefined : agent,
  );
  const going: Going = {
    table,
    agents,
    streams: streamsOf(table, seed),
    belief: beliefAt(table),
    game: initial(course),
    history: [],
  };
  const { game } = going;
  const own = table.seats[party]!;
  while (game.results.length === 0) {
    const turn = toMove(course, game);
    const preference = preferenceNow(own, game);
    if (turn?.who === "speaker" && turn.party === party) {
      const changes = way.proposes ? bestMotion(going, party, preference) : undefined;
      make(going, changes ? { type: "amend", party, changes: [...changes] } : { type: "hold", party });
      continue;
    }
    const asked = turn?.who === "voters" && turn.parties.includes(party);
    const votes = agents.map((_, seat) =>
      asked && seat === party ? voteOf(going, preference, way) : undefined,
    );
    const { streams, belief, history } = going;
    make(going, nextMove(table, agents, streams, game, belief, history, votes)!);
  }
  const [result] = game.results;
  if (result!.end !== "agreement") return 0;
  const least = reservationOf(own.preference, course.phases[0]!.disagreement!);
  return (utilityOfResult(own, [result!]) - least) / (bestOutcome(own.preference).utility - least);
}

const parsed = parseScenario(readFileSync(new URL("../scenarios/paris-2026.json", import.meta.url), "utf8"));
if (!parsed.ok) throw new Error("scenarios/paris-2026.json has problems.");
const base = tableOf(parsed.scenario);
const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
console.log(line(["seat", ...Object.keys(WAYS)]));
console.log(line(["seat", ...Object.keys(WAYS)].map(() => "---")));
for (const seat of SEATS) {
  const party = parsed.scenario.parties.findIndex(({ id }) => id === seat);
  const cells = Object.values(WAYS).map((way) => {
    const gains = Array.from({ length: GAMES }, (_, game) =>
      playedGain(base, party, gameSeed(SEED, game), way),
    );
    const mean = gains.reduce((a, b) => a + b, 0) / GAMES;
    const off = Math.sqrt(gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0)) / GAMES;
    return `${mean.toFixed(2)} ± ${(2 * off).toFixed(2)}`;
  });
  console.log(line([parsed.scenario.parties[party]!.name, ...cells]));
}
