/**
 * One table: a compiled scenario with an agent or a person in each seat. It says what chance and the agents do next;
 * the interactive session and the simulation both ask it, so a game is the same in either.
 */
import type { Agent } from "../agents/agent.ts";
import { roster } from "../agents/roster.ts";
import { compile, type Positions } from "../protocol/course.ts";
import { newsMove } from "../protocol/drafting.ts";
import { phaseNow, toMove } from "../protocol/game.ts";
import type { Game, Move, Vote } from "../protocol/move.ts";
import { observe, type Seat, seatsOf, talksSeatOf } from "../protocol/observation.ts";
import { deciding } from "../protocol/ratification.ts";
import { createSupport, priorDoubts, type Support } from "../protocol/support.ts";
import type { LineUp, SeatHolder } from "../protocol/transcript.ts";
import { fork, type Random, randomFrom, type Seed, seedOf } from "../random.ts";
import { type AgentSpec, type Scenario, STRATEGIES } from "../scenario/schema.ts";
import { approvalsOf } from "../world/ratification.ts";

/** A scenario compiled for any number of games. */
export interface Table {
  readonly scenario: Scenario;
  readonly positions: Positions;
  /** [phase][party]. */
  readonly seats: readonly (readonly Seat[])[];
  readonly prior: Float64Array;
  /** Seats of talks, by phase and by what is in force there; filled as games get there. */
  readonly talks: Map<string, readonly (Seat | undefined)[]>;
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
    seats: seatsOf(positions),
    prior: priorDoubts(scenario, positions.course),
    talks: new Map(),
  };
}

/** The seats as they are in the present phase of a game, by party; undefined for those without a seat in talks. */
export function seatsAt(table: Table, game: Game): readonly (Seat | undefined)[] {
  const phase = phaseNow(table.positions.course, game);
  if (phase.protocol !== "talks") return table.seats[game.phase]!;
  const mandate =
    phase.departure > 0 ? game.results.findLast((result) => result.end === "agreement") : undefined;
  const key = [game.phase, game.inForce, mandate?.outcome, mandate?.signed.map(Number).join("")].join(";");
  const known = table.talks.get(key);
  if (known !== undefined) return known;
  const seats = table.scenario.parties.map((_, party) =>
    phase.parties.includes(party) ? talksSeatOf(table.positions, game, party) : undefined,
  );
  table.talks.set(key, seats);
  return seats;
}

/** What chance does with the text at home: each deciding body approves with its own chance. */
function ratifyMove(table: Table, game: Game, random: Random): Move {
  const { positions, scenario, seats } = table;
  const last = game.results.at(-1);
  const bodies = deciding(phaseNow(positions.course, game), game);
  const best = seats[game.phase]!.map((seat) => seat.best);
  const approved: (boolean | null)[] = scenario.parties.map(() => null);
  for (const { party, chance } of approvalsOf(
    scenario,
    bodies,
    last?.outcome ?? game.inForce,
    positions.preferences,
    best,
  )) {
    approved[party] = random.fraction() < chance;
  }
  return { type: "ratify", approved };
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

const PARAMETERS = ["concession", "patience", "adoptability", "variety"] as const;

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
    return newsMove(phaseNow(course, game), random, people);
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
