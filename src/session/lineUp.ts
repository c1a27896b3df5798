/** Who decides for each party: the scenario's own agents, with some seats given to people or to other agents. */
import type { Agent } from "../agents/agent.ts";
import { roster } from "../agents/roster.ts";
import type { LineUp, SeatHolder } from "../protocol/transcript.ts";
import { type AgentSpec, type Scenario, STRATEGIES } from "../scenario/schema.ts";

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
