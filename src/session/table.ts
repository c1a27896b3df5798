/**
 * One table: a compiled scenario with an agent or a person in each seat. It says what chance and the agents do next;
 * the interactive session and the simulation both ask it, so a game is the same in either.
 */
import type { Agent } from "../agents/agent.ts";
import { approvalsAt } from "../analysis/aftermath.ts";
import { askedVoteViolation, cardsNow, phaseNow, toMove, unaskedBallot } from "../protocol/game.ts";
import type { Game, Move, Vote } from "../protocol/move.ts";
import { newsMove } from "../protocol/news.ts";
import { deciding } from "../protocol/ratification.ts";
import { fork, type Random, randomFrom, type Seed, seedOf } from "../random.ts";
import type { Protocol } from "../scenario/schema.ts";
import { type Belief, beliefLike } from "../seat/belief.ts";
import type { Table } from "../seat/compiled.ts";
import { type Act, type Observation, observe, observed, sceneNow } from "../seat/observation.ts";
import { seatsAt } from "../seat/seats.ts";
import { legalMove, legalVote, shown } from "./acts.ts";
import { answerOf, illegal, type Question } from "./fault.ts";

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

export function beliefAt(table: Table): Belief {
  return beliefLike(table.prior);
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

/** What a seat is asked when it is its turn. */
function questionIn({ phase }: Observation): Question {
  switch (phase.protocol) {
    case "drafting":
      return "speak";
    case "talks":
      return "bargain";
  }
}

/**
 * The next move of chance or of the agents; undefined when a person has to act first or the game has ended. Throws
 * IllegalAct when an agent's answer is no legal act.
 * `history`: what was done so far; their number picks the stream. `cast`: votes that people have given, by party.
 */
export function nextMove(
  table: Table,
  agents: readonly (Agent | undefined)[],
  streams: Streams,
  game: Game,
  belief: Belief,
  history: readonly Act[],
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
    const observation = observe(course, game, seats[party]!, belief, history);
    const question = questionIn(observation);
    const answer = answerOf(agent, question, observation, draw(party));
    const move = legalMove(course, game, party, answer);
    if (typeof move === "string") throw illegal(question, observation, shown(answer), move);
    return move;
  }
  // Nobody is asked before all people have voted, so that no agent is asked twice.
  if (turn.parties.some((party) => agents[party] === undefined && cast?.[party] === undefined))
    return undefined;
  const votes = unaskedBallot(course, game);
  const scene = sceneNow(course, game, belief, history);
  for (const party of turn.parties) {
    const agent = agents[party];
    if (agent === undefined) {
      votes[party] = cast?.[party] ?? null;
      continue;
    }
    const observation = observed(scene, game, seats[party]!);
    const answer = answerOf(agent, "vote", observation, draw(party));
    const vote = legalVote(course, game, party, answer, askedVoteViolation);
    if (typeof vote === "string") throw illegal("vote", observation, shown(answer), vote);
    votes[party] = vote;
  }
  return { type: "ballot", votes };
}
