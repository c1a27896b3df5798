/** What an agent is: a decision procedure for one seat, `(observation, random) → act`. */

import type { Move, Vote } from "../protocol/move.ts";
import type { Random } from "../random.ts";
import type { AgentSpec, ScenarioIssue } from "../scenario/schema.ts";
import type { Observation } from "../seat/observation.ts";

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

/** Parameters are those of the scenario's `agent` entry or of a line-up; the issues give scripts their names. */
export type Strategy = (parameters: AgentSpec, issues: readonly ScenarioIssue[]) => Agent;
