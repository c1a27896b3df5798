/**
 * What an agent is: a decision procedure for one seat of one game, `(observation, random) → act`. It is made anew for
 * each game and may keep what it likes, as long as it could tell the same from the history it sees: a game is also
 * opened in the middle, taken back, and handed over.
 */

import { z } from "zod";
import type { Move, Vote } from "../protocol/move.ts";
import type { Random } from "../random.ts";
import type { Add, Names } from "../scenario/checks/references.ts";
import type { Path } from "../scenario/problem.ts";
import type { AgentSpec } from "../scenario/schema.ts";
import type { StrategyFormat } from "../scenario/strategies.ts";
import type { Observation } from "../seat/observation.ts";
import type { PublicScenario } from "../seat/public.ts";

/** What a speaker may do on the floor; a lever leaves it the floor. */
export type Speech = Extract<Move, { type: "lever" | "amend" | "hold" | "walkaway" }>;

/** What a side may do in talks when it is its turn; only a mediator may hold. */
export type Bargain = Extract<Move, { type: "lever" | "offer" | "accept" | "walkaway" | "hold" }>;

/** Drawn only when asked for: a decision that needs no chance costs none. */
export type Draw = () => Random;

export interface Agent {
  /** Called when the seat has the floor. */
  speak(observation: Observation, random: Draw): Speech;
  /** Called when the seat speaks for a side of talks and it is its turn. */
  bargain(observation: Observation, random: Draw): Bargain;
  /** Called when an amendment, the whole text, or in a delegation the standing offer is put to the vote. */
  vote(observation: Observation, random: Draw): Vote;
}

/** Makes the agent of one game; the scenario has the names of what its observations count. */
export type MakeAgent = (scenario: PublicScenario) => Agent;

/** A kind of agent with its parameters, which scenarios and line-ups give by name. */
export interface Strategy extends StrategyFormat {
  /** `spec`: checked before by `specProblem`. */
  readonly makes: (spec: AgentSpec) => MakeAgent;
}

/** By name. */
export type Strategies = Readonly<Record<string, Strategy>>;

type Given<Parameters extends z.ZodRawShape> = z.output<z.ZodObject<Parameters>>;

/**
 * A strategy from its parameters, one zod schema each, and what makes an agent with them. `check` reports what the
 * parameters name that a scenario does not have.
 */
export function strategy<Parameters extends z.ZodRawShape>(
  parameters: Parameters,
  make: (given: Given<Parameters>, scenario: PublicScenario) => Agent,
  check?: (given: Given<Parameters>, names: Names, at: Path, add: Add) => void,
): Strategy {
  const schema = z.object(parameters);
  return {
    parameters,
    check: check && ((spec, names, at, add) => check(schema.parse(spec), names, at, add)),
    makes: (spec) => {
      const given = schema.parse(spec);
      return (scenario) => make(given, scenario);
    },
  };
}
