/**
 * Who decides for each party: the scenario's own agents, with some seats given to people, to other strategies of the
 * roster, or to agents that somebody brings.
 */
import type { Agent, MakeAgent, Strategies } from "../agents/agent.ts";
import * as roster from "../agents/roster.ts";
import { type LineUp, type SeatHolder, TranscriptError } from "../protocol/transcript.ts";
import { partiesOf } from "../scenario/parties.ts";
import { type AgentSpec, ID, type Scenario } from "../scenario/schema.ts";
import { specProblem } from "../scenario/strategies.ts";
import { type PublicScenario, publicOf } from "../seat/public.ts";

/** What somebody brings beside the roster. */
export interface Brought {
  /** Agents that somebody brings, by the party id of their seat. */
  readonly agents?: Readonly<Record<string, MakeAgent>> | undefined;
  /** Strategies that a line-up may name beside those of the roster. */
  readonly strategies?: Strategies | undefined;
}

/** Which agents are to play, where not the scenario's own. */
export interface Casting extends Brought {
  /** Seats by party id. */
  readonly lineUp?: LineUp | undefined;
}

/** Every seat has its holder, every strategy that a holder names is here and takes its parameters. */
export interface Cast {
  readonly lineUp: Readonly<Record<string, SeatHolder>>;
  readonly strategies: Strategies;
  readonly makers: Makers;
}

/** Makes the agent of a seat for one game. */
export type Maker = () => Agent;
/** By party; undefined where a person decides. */
export type Makers = readonly (Maker | undefined)[];

/** The agents of one game, by party. */
export function agentsFrom(makers: Makers): (Agent | undefined)[] {
  return makers.map(agentFrom);
}

/** An agent; one that can't be made says so when it is asked for the first time. */
export function agentFrom(make: Maker | undefined): Agent | undefined {
  try {
    return make?.();
  } catch (error) {
    const fail = (): never => {
      throw error;
    };
    return { speak: fail, bargain: fail, vote: fail };
  }
}

/**
 * Agents brought for a seat stand in the line-up under the name of their function, or as `own-` and the number of the
 * seat; where a person sits they stand by. Throws RangeError with a sentence for unknown parties and strategies, for parameters that a strategy does not
 * take, and for a seat that is given away twice.
 */
export function castOf(scenario: Scenario, { lineUp = {}, agents = {}, strategies }: Casting = {}): Cast {
  const known: Record<string, Strategies[string]> = { ...roster, ...strategies };
  const given: Record<string, SeatHolder> = { ...lineUp };
  for (const [id, make] of Object.entries(agents)) {
    if (given[id] !== undefined && given[id] !== "human")
      throw new RangeError(`The seat "${id}" is given away twice.`);
    const seat = scenario.parties.findIndex((party) => party.id === id);
    const name = ID.test(make.name) && !Object.hasOwn(known, make.name) ? make.name : `own-${seat + 1}`;
    known[name] = { parameters: {}, makes: () => make };
    given[id] ??= { strategy: name };
  }
  const seated = lineUpOf(scenario, given);
  const open = publicOnce(scenario);
  const makers = scenario.parties.map(({ id }) => makerOf(scenario, known, id, seated[id]!, open));
  return { lineUp: seated, strategies: known, makers };
}

/** The cast of a run file, with what was brought to the run brought again. Throws TranscriptError with a sentence. */
export function castIn(scenario: Scenario, written: LineUp, brought: Brought): Cast {
  const { agents = {} } = brought;
  const lineUp = Object.fromEntries(
    Object.entries(written).filter(([id, holder]) => holder === "human" || !Object.hasOwn(agents, id)),
  );
  try {
    return castOf(scenario, { ...brought, lineUp });
  } catch (error) {
    throw unusable(error);
  }
}

/** What to say of the line-up of a run file that can't be seated. */
export function unusable(error: unknown): TranscriptError {
  return new TranscriptError(`The line-up of this run can't be used: ${(error as Error).message}`);
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

/** What makes the agent of one seat; undefined for a person. Throws RangeError with a sentence. */
export function makerOf(
  scenario: Scenario,
  strategies: Strategies,
  seat: string,
  holder: SeatHolder,
  open = publicOnce(scenario),
): Maker | undefined {
  if (holder === "human") return undefined;
  const problem = specProblem(strategies, holder, scenario);
  if (problem !== undefined) throw new RangeError(`The agent of ${seat} can't be made. ${problem}`);
  const make = strategies[holder.strategy]!.makes(holder);
  return () => make(open());
}

/** What agents may know of the scenario, worked out when the first of them is made. */
function publicOnce(scenario: Scenario): () => PublicScenario {
  let open: PublicScenario | undefined;
  return () => {
    open ??= publicOf(scenario);
    return open;
  };
}

/**
 * Reads `seat=agent` or `seat=agent:parameter=value:…`, comma-separated. A seat is a party's id, `group:x`, `bloc:x` or
 * `all`; an id goes before a group or bloc, and these before `all`. Throws RangeError with a sentence for anything else.
 */
export function parseLineUp(
  scenario: Scenario,
  written: string,
  own: Strategies = {},
): Record<string, AgentSpec> {
  const strategies = { ...roster, ...own };
  const entries = written
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "")
    .map((entry) => {
      const [seat, holder] = splitOnce(entry, "=");
      if (holder === undefined)
        throw new RangeError(
          `"${entry}" is not seat=agent. Agents are: ${Object.keys(strategies).join(", ")}.`,
        );
      const parties = partiesOf(scenario, seat);
      if (parties.length === 0) throw new RangeError(`There is no party "${seat}" in ${scenario.id}.`);
      const spec = parseSpec(entry, holder);
      const problem = specProblem(strategies, spec, scenario);
      if (problem !== undefined) throw new RangeError(`"${entry}": ${problem}`);
      return { seat, parties, spec, breadth: seat === "all" ? 2 : seat.includes(":") ? 1 : 0 };
    });
  const lineUp: Record<string, AgentSpec> = {};
  scenario.parties.forEach(({ id }, party) => {
    const meant = entries.filter(({ parties }) => parties.includes(party));
    const narrowest = Math.min(...meant.map(({ breadth }) => breadth));
    const [first, second] = meant.filter(({ breadth }) => breadth === narrowest);
    if (first === undefined) return;
    if (second !== undefined) {
      const by = first.seat === second.seat ? "" : `, by "${first.seat}" and by "${second.seat}"`;
      throw new RangeError(`The seat "${id}" is named twice${by}. Name it once.`);
    }
    lineUp[id] = first.spec;
  });
  return lineUp;
}

/** A decimal number, as a person writes one. */
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

function parseSpec(entry: string, holder: string): AgentSpec {
  const [strategy = "", ...parameters] = holder.split(":");
  const spec: Record<string, string | number> = {};
  for (const parameter of parameters) {
    const [name, value] = splitOnce(parameter, "=");
    if (name === "" || name === "strategy" || value === undefined || value === "")
      throw new RangeError(`"${parameter}" in "${entry}" is not parameter=value.`);
    if (Object.hasOwn(spec, name)) throw new RangeError(`"${name}" stands twice in "${entry}".`);
    const number = NUMBER.test(value) ? Number(value) : undefined;
    if (number !== undefined && !Number.isFinite(number))
      throw new RangeError(`"${value}" in "${entry}" is too large for a number.`);
    spec[name] = number ?? value;
  }
  return { strategy, ...spec };
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
