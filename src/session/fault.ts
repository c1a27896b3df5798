/**
 * What happens when an agent does not play by the rules: it answers with what is no legal act, or it gives no answer. The
 * game can't go on by guessing what was meant, so it stops there with a fault that names who did what, and which rule
 * that breaks.
 */
import type { Agent, Draw } from "../agents/agent.ts";
import type { LineUp } from "../protocol/transcript.ts";
import type { Scenario } from "../scenario/schema.ts";
import type { Observation } from "../seat/observation.ts";
import { thrown } from "./acts.ts";

/** What an agent may be asked for; its method of this name answers. */
export const QUESTIONS = ["speak", "bargain", "vote"] as const;
export type Question = (typeof QUESTIONS)[number];

/** Where in a game who is asked. */
export interface Place {
  readonly party: number;
  readonly phase: number;
  readonly round: number;
  /** Number of the move that is to come, from 1. */
  readonly move: number;
}

export function placeOf({ seat, course, phase, round, history }: Observation): Place {
  return { party: seat.party, phase: course.phases.indexOf(phase), round, move: history.length + 1 };
}

export interface Fault extends Place {
  readonly question: Question;
  /** What was answered, as text; undefined when nothing was. */
  readonly act: string | undefined;
  /** Why that can't be played, as a sentence. */
  readonly rule: string;
}

/** Thrown where an agent is asked; its message is the rule. */
export class IllegalAct extends Error {
  override readonly name = "IllegalAct";
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.rule);
    this.fault = fault;
  }
}

/** An agent's answer, whatever it is. Throws IllegalAct when it gives none. */
export function answerOf(agent: Agent, question: Question, observation: Observation, random: Draw): unknown {
  try {
    return agent[question](observation, random);
  } catch (error) {
    throw illegal(question, observation, undefined, `It threw ${thrown(error)}.`);
  }
}

/** `act`: what was answered, if anything was. */
export function illegal(
  question: Question,
  observation: Observation,
  act: string | undefined,
  rule: string,
): IllegalAct {
  return new IllegalAct({ ...placeOf(observation), question, act, rule });
}

/** A fault by ids, as rows and sentences have it. */
export interface NamedFault {
  readonly seat: string;
  readonly agent: string;
  readonly asked: Question;
  readonly phase: string;
  readonly round: number;
  readonly move: number;
  readonly act?: string;
  readonly rule: string;
}

export function namedFault(scenario: Scenario, lineUp: LineUp, fault: Fault): NamedFault {
  const { party, question, phase, round, move, act, rule } = fault;
  const seat = scenario.parties[party]!;
  const holder = lineUp[seat.id] ?? seat.agent;
  return {
    seat: seat.id,
    agent: holder === "human" ? holder : holder.strategy,
    asked: question,
    phase: scenario.phases[phase]!.id,
    round,
    move,
    ...(act !== undefined && { act }),
    rule,
  };
}

/** `game`: which game it was, as "game 4 of seed 1". */
export function formatFault(
  { seat, agent, asked, phase, round, move, act, rule }: NamedFault,
  game: string,
): string {
  const did = act === undefined ? "gave no answer" : `answered ${act}`;
  return `The agent ${agent} of ${seat} was asked to ${asked} in round ${round} of ${phase} (move ${move} of ${game}) and ${did}. ${rule}`;
}
