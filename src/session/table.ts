/**
 * One table: a compiled scenario with an agent or a person in each seat. It says what chance and the agents do next;
 * the interactive session and the simulation both ask it, so a game is the same in either.
 */
import type { Agent, Bargain, Draw, Speech } from "../agents/agent.ts";
import { approvalsAt } from "../analysis/aftermath.ts";
import { cardsNow, phaseNow, toMove } from "../protocol/game.ts";
import type { Game, Move, Vote } from "../protocol/move.ts";
import { newsMove } from "../protocol/news.ts";
import { deciding } from "../protocol/ratification.ts";
import { fork, type Random, randomFrom, type Seed, seedOf } from "../random.ts";
import type { Protocol } from "../scenario/schema.ts";
import type { Table } from "../seat/compiled.ts";
import { type Observation, observe } from "../seat/observation.ts";
import { seatsAt } from "../seat/seats.ts";
import { createSupport, type Support } from "../seat/support.ts";

/** The streams of one game: the environment's and each seat's, forked by label. */
export interface Streams {
  readonly environment: Seed;
  /** Indexed by party. */
  readonly agents: readonly Seed[];
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

/** What chance does beside the news. */
const CHANCE: Record<Protocol, (table: Table, game: Game, random: Random) => Move> = {
  drafting: nothing,
  talks: nothing,
  ratification: ratifyMove,
};

function nothing(_: Table, { play }: Game): never {
  throw new Error(`Chance has nothing to do in the beat ${play.beat} of ${play.protocol}.`);
}

function actOf(agent: Agent, observation: Observation, draw: Draw): Speech | Bargain {
  switch (observation.phase.protocol) {
    case "drafting":
      return agent.speak(observation, draw);
    case "talks":
      return agent.bargain(observation, draw);
  }
}

/**
 * The next move of chance or of the agents; undefined when a person has to act first or the game has ended.
 * `history`: the moves made so far; their number picks the stream. `cast`: votes that people have given, by party.
 */
export function nextMove(
  table: Table,
  agents: readonly (Agent | undefined)[],
  streams: Streams,
  game: Game,
  support: Support,
  history: readonly Move[],
  cast?: readonly (Vote | undefined)[],
): Move | undefined {
  const { course } = table.positions;
  const turn = toMove(course, game);
  if (turn === undefined) return undefined;
  if (turn.who === "chance") {
    const random = randomFrom(fork(streams.environment, history.length));
    const { protocol, beat } = game.play;
    if (protocol !== null && beat !== "news") return CHANCE[protocol](table, game, random);
    const people = agents.flatMap((agent, party) => (agent === undefined ? [party] : []));
    return newsMove(course, phaseNow(course, game), game, random, people);
  }
  const seats = seatsAt(table, game);
  const draw = (party: number) => () => randomFrom(fork(streams.agents[party]!, history.length));
  if (turn.who === "speaker") {
    const { party } = turn;
    const agent = agents[party];
    if (agent === undefined) return undefined;
    const observation = observe(course, game, seats[party]!, support, history);
    return actOf(agent, observation, draw(party));
  }
  const votes: (Vote | null)[] = new Array(course.parties).fill(null);
  for (const party of turn.parties) {
    const agent = agents[party];
    const vote = agent
      ? agent.vote(observe(course, game, seats[party]!, support, history), draw(party))
      : cast?.[party];
    if (vote === undefined) return undefined;
    votes[party] = vote;
  }
  return { type: "ballot", votes };
}
