/**
 * Whether agents and chance would have made the moves of a run: each is asked again, from the seed and what had happened
 * before, and the first that answers otherwise is named. What people did is taken as given. A legal move that nobody
 * made shows only here: the rules alone can't tell a changed vote from a cast one.
 */
import type { Agent, Strategies } from "../agents/agent.ts";
import * as roster from "../agents/roster.ts";
import { acting, advance, initial, toMove } from "../protocol/game.ts";
import type { Move, Vote } from "../protocol/move.ts";
import type { LineUp, SeatHolder, Transcript } from "../protocol/transcript.ts";
import { numbersIn, type Types } from "../scenario/privateTypes.ts";
import type { Scenario } from "../scenario/schema.ts";
import { typesFor } from "../seat/compiled.ts";
import { disclosedBy } from "../seat/disclosure.ts";
import { learn } from "../seat/learning.ts";
import { type Act, actOf } from "../seat/observation.ts";
import { differingDeeds } from "./deed.ts";
import { formatFault, IllegalAct, namedFault } from "./fault.ts";
import { agentFrom, type Brought, makerOf, unusable } from "./lineUp.ts";
import { holdersAt } from "./past.ts";
import type { Replay } from "./replay.ts";
import { beliefAt, nextMove, streamsOf } from "./table.ts";

/** The first move that agents or chance would not have made. */
export interface Departure {
  /** From 1. */
  readonly move: number;
  /** Who would have acted otherwise, by party id; undefined for chance. */
  readonly party: string | undefined;
  /** Whose move it is, what stands in the run and what would have been done. */
  readonly sentence: string;
}

export interface Checked {
  /** Undefined when agents and chance would have made every move that is theirs. */
  readonly departure: Departure | undefined;
  /** Ids of parties whose agent is not here to be asked; what it did is taken as given. */
  readonly unasked: readonly string[];
}

/**
 * Agents that were brought to the run are brought again. Throws TranscriptError with a sentence for parameters that an agent
 * does not take.
 */
export function checkRun(
  { table, transcript, moves, past }: Replay,
  { strategies = {} }: Brought = {},
): Checked {
  const { scenario } = table;
  const { course } = table.positions;
  const known = { ...roster, ...strategies };
  const streams = streamsOf(table, transcript.seed.value);
  const belief = beliefAt(table);
  const game = initial(course);
  const history: Act[] = [];
  const unasked = new Set<string>();
  const drawnOtherwise = typesDeparture(table, transcript);
  if (drawnOtherwise !== undefined) return { departure: drawnOtherwise, unasked: [] };
  let lineUp: LineUp | undefined;
  let seated: Seated[] = [];
  for (const [i, move] of moves.entries()) {
    const then = holdersAt(transcript.lineUp, past, scenario, i);
    if (JSON.stringify(then) !== JSON.stringify(lineUp)) {
      lineUp = then;
      seated = scenario.parties.map(({ id, agent }) => seatedAt(scenario, known, id, then[id] ?? agent));
    }
    // Chance gives every person the floor; an agent that is not here is none, but can't be asked either.
    const drawn = toMove(course, game)?.who === "chance";
    const agents = seated.map(({ agent, absent }) => (absent && drawn ? NOBODY : agent));
    const ask = () => nextMove(table, agents, streams, game, belief, history, votesOf(move));
    const departure = departureFrom(scenario, then, i + 1, ask, move);
    for (const party of acting(course, game)) {
      if (seated[party]!.absent) unasked.add(scenario.parties[party]!.id);
    }
    if (departure !== undefined) return { departure, unasked: [...unasked] };
    learn(belief, game, move, disclosedBy(table.positions, move));
    history.push(actOf(game, move));
    advance(course, game, move);
  }
  return { departure: undefined, unasked: [...unasked] };
}

/** Whether chance would have given other private types: the first number that differs. A run without any has those of the file. */
function typesDeparture({ scenario }: Replay["table"], { types, seed }: Transcript): Departure | undefined {
  if (typeof types !== "object") return undefined;
  const drawn = numbersOf(typesFor({ scenario }, seed.value) ?? {});
  const kept = numbersOf(types);
  const name = [...drawn.keys()].find((one) => drawn.get(one) !== kept.get(one));
  if (name === undefined) return undefined;
  const sentence = `Before move 1: in the run, the ${name} is ${kept.get(name)}; drawn again from the seed, it is ${drawn.get(name)}.`;
  return { move: 1, party: undefined, sentence };
}

/** Of all parties, by what each is, as a phrase. */
function numbersOf(types: Types): ReadonlyMap<string, number> {
  const numbers = Object.entries(types).flatMap(([party, type]) =>
    [...numbersIn(type)].map(([name, number]) => [`${name} for "${party}"`, number] as const),
  );
  return new Map(numbers);
}

/** `agent`: undefined for a person, too. */
interface Seated {
  readonly agent: Agent | undefined;
  readonly absent: boolean;
}

/** Stands in for an agent that can't be asked. */
const NOBODY: Agent = { speak: unaskable, bargain: unaskable, vote: unaskable };

function unaskable(): never {
  throw new Error("An agent was asked that is not here.");
}

/** Throws TranscriptError for an agent that is here and does not take the parameters in the run. */
function seatedAt(scenario: Scenario, known: Strategies, id: string, holder: SeatHolder): Seated {
  if (holder !== "human" && !Object.hasOwn(known, holder.strategy)) return { agent: undefined, absent: true };
  try {
    return { agent: agentFrom(makerOf(scenario, known, id, holder)), absent: false };
  } catch (error) {
    throw unusable(error);
  }
}

function votesOf(move: Move): (Vote | undefined)[] | undefined {
  return move.type === "ballot" ? move.votes.map((vote) => vote ?? undefined) : undefined;
}

function departureFrom(
  scenario: Scenario,
  lineUp: LineUp,
  move: number,
  ask: () => Move | undefined,
  made: Move,
): Departure | undefined {
  try {
    const expected = ask();
    return expected && between(scenario, move, expected, made);
  } catch (error) {
    if (!(error instanceof IllegalAct)) throw error;
    const fault = namedFault(scenario, lineUp, error.fault);
    return { move, party: fault.seat, sentence: `Move ${move}: ${formatFault(fault, "the run")}` };
  }
}

function between(scenario: Scenario, move: number, expected: Move, made: Move): Departure | undefined {
  const [first] = differingDeeds(scenario, made, expected);
  if (first === undefined) return undefined;
  const { party, here, there } = first;
  const sentence =
    party === undefined
      ? `Move ${move}: in the run, chance ${here}; played again from the seed, it ${there}.`
      : `Move ${move}: in the run, ${party} ${here}; played again from the seed, its agent ${there}.`;
  return { move, party, sentence };
}
