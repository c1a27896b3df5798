/**
 * One table: a compiled scenario with an agent or a person in each seat. It says what chance and the agents do next;
 * the interactive session and the simulation both ask it, so a game is the same in either.
 */
import type { Agent } from "../agents/agent.ts";
import { roster } from "../agents/roster.ts";
import { compile, type Positions } from "../protocol/course.ts";
import { cardsNow, phaseNow, toMove } from "../protocol/game.ts";
import type { Game, Move, Vote } from "../protocol/move.ts";
import { newsMove } from "../protocol/news.ts";
import { observe } from "../protocol/observation.ts";
import { deciding } from "../protocol/ratification.ts";
import { createSupport, priorDoubts, type Support } from "../protocol/support.ts";
import type { LineUp, SeatHolder } from "../protocol/transcript.ts";
import { fork, type Random, randomFrom, type Seed, seedOf } from "../random.ts";
import { type Best, bestOutcome } from "../scenario/best.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { type AgentSpec, type Scenario, STRATEGIES } from "../scenario/schema.ts";
import type { Played } from "../world/cards.ts";
import { ratificationShift } from "../world/effects.ts";
import { type Approval, approvalsOf } from "../world/ratification.ts";
import { type Kept, nothingKept, seatsAt } from "./seats.ts";

/** A scenario compiled for any number of games. */
export interface Table {
  readonly scenario: Scenario;
  readonly positions: Positions;
  /** By party: the best outcome before any card is played. */
  readonly best: readonly Best[];
  readonly prior: Float64Array;
  /** What `seats.ts` has worked out; filled as games get there. */
  readonly kept: Kept;
}

/** The streams of one game: the environment's and each seat's, forked by label. */
export interface Streams {
  readonly environment: Seed;
  /** Indexed by party. */
  readonly agents: readonly Seed[];
}

export function tableOf(scenario: Scenario): Table {
  const positions = compile(scenario);
  return {
    scenario,
    positions,
    best: positions.preferences.map((preference) => bestOutcome(preference)),
    prior: priorDoubts(scenario, positions.course),
    kept: nothingKept(),
  };
}

/** What chance does with the text at home: each deciding body approves with its own chance. */
function ratifyMove(table: Table, game: Game, random: Random): Move {
  const { positions, scenario } = table;
  const text = game.results.at(-1)?.outcome ?? game.inForce;
  const bodies = deciding(phaseNow(positions.course, game), game);
  const approved: (boolean | null)[] = scenario.parties.map(() => null);
  for (const { party, chance } of approvalsAt(table, bodies, text, cardsNow(positions.course, game)))
    approved[party] = random.fraction() < chance;
  return { type: "ratify", approved };
}

/** What the bodies of signatories are expected to do with a text, with these cards on the table. */
export function approvalsAt(
  table: Table,
  signatories: readonly number[],
  text: Outcome,
  lying: readonly Played[],
): Approval[] {
  const { positions, scenario, best } = table;
  const { cards } = positions.course;
  const shift = (party: number) => ratificationShift(cards, lying, party, text);
  return approvalsOf(scenario, signatories, text, positions.preferences, best, shift);
}

export function supportAt(table: Table): Support {
  return createSupport(table.positions.course, table.prior);
}

export function streamsOf(table: Table, seed: number): Streams {
  const root = seedOf(seed);
  const agents = fork(root, "agent");
  return {
    environment: fork(root, "environment"),
    agents: table.scenario.parties.map((_, party) => fork(agents, party)),
  };
}

/** The scenario's own line-up with some seats given to others. Throws RangeError for unknown parties. */
export function lineUpOf(scenario: Scenario, changed: LineUp = {}): Record<string, SeatHolder> {
  for (const id of Object.keys(changed)) {
    if (!scenario.parties.some((party) => party.id === id)) {
      throw new RangeError(`There is no party "${id}" in ${scenario.id}.`);
    }
  }
  return Object.fromEntries(scenario.parties.map((party) => [party.id, changed[party.id] ?? party.agent]));
}

/** Agents by party; undefined where a person decides. */
export function agentsOf(scenario: Scenario, lineUp: LineUp): (Agent | undefined)[] {
  return scenario.parties.map((party) => {
    const holder = lineUp[party.id] ?? party.agent;
    return holder === "human" ? undefined : agentOf(scenario, holder);
  });
}

export function agentOf(scenario: Scenario, spec: AgentSpec): Agent {
  return roster[spec.strategy](spec, scenario.issues);
}

/**
 * Reads `seat=agent` or `seat=agent:parameter=value:…`, comma-separated; seats may be party references. Throws
 * RangeError with a sentence for anything else.
 */
export function parseLineUp(scenario: Scenario, written: string): Record<string, AgentSpec> {
  const lineUp: Record<string, AgentSpec> = {};
  for (const entry of written.split(",").filter((part) => part.trim() !== "")) {
    const [seat, holder] = splitOnce(entry.trim(), "=");
    const [strategy, ...parameters] = (holder ?? "").split(":");
    const known = STRATEGIES.find((name) => name === strategy);
    if (known === undefined) {
      throw new RangeError(`"${entry}" is not seat=agent. Agents are: ${STRATEGIES.join(", ")}.`);
    }
    if (!scenario.parties.some((party) => party.id === seat)) {
      throw new RangeError(`There is no party "${seat}" in ${scenario.id}.`);
    }
    lineUp[seat] = { strategy: known, ...parseParameters(entry, parameters) };
  }
  return lineUp;
}

const PARAMETERS = ["concession", "patience", "adoptability", "variety", "hope"] as const;

function parseParameters(entry: string, parameters: readonly string[]): Partial<AgentSpec> {
  const parsed: Partial<Record<(typeof PARAMETERS)[number], number>> = {};
  for (const parameter of parameters) {
    const [name, value] = splitOnce(parameter, "=");
    const known = PARAMETERS.find((candidate) => candidate === name);
    const number = Number(value);
    if (known === undefined || value === undefined || value === "" || !Number.isFinite(number)) {
      throw new RangeError(
        `"${parameter}" in "${entry}" is not parameter=number. Parameters: ${PARAMETERS.join(", ")}.`,
      );
    }
    parsed[known] = number;
  }
  return parsed;
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

/**
 * The next move of chance or of the agents; undefined when a person has to act first or the game has ended.
 * `index`: number of moves made so far, which picks the stream. `cast`: votes that people have given, by party.
 */
export function nextMove(
  table: Table,
  agents: readonly (Agent | undefined)[],
  streams: Streams,
  game: Game,
  support: Support,
  index: number,
  cast?: readonly (Vote | undefined)[],
): Move | undefined {
  const { course } = table.positions;
  const turn = toMove(course, game);
  if (turn === undefined) return undefined;
  if (turn.who === "chance") {
    const random = randomFrom(fork(streams.environment, index));
    if (game.beat === "ratification") return ratifyMove(table, game, random);
    const people = agents.flatMap((agent, party) => (agent === undefined ? [party] : []));
    return newsMove(course, phaseNow(course, game), game, random, people);
  }
  const seats = seatsAt(table, game);
  const draw = (party: number) => () => randomFrom(fork(streams.agents[party]!, index));
  if (turn.who === "speaker") {
    const { party } = turn;
    const agent = agents[party];
    if (agent === undefined) return undefined;
    const observation = observe(course, game, seats[party]!, support);
    return game.beat === "turn"
      ? agent.bargain(observation, draw(party))
      : agent.speak(observation, draw(party));
  }
  const votes: (Vote | null)[] = new Array(course.parties).fill(null);
  for (const party of turn.parties) {
    const agent = agents[party];
    const vote = agent
      ? agent.vote(observe(course, game, seats[party]!, support), draw(party))
      : cast?.[party];
    if (vote === undefined) return undefined;
    votes[party] = vote;
  }
  return { type: "ballot", votes };
}
