/**
 * Parley as a library: parse a scenario, play it, simulate it, replay a run. Everything here is stable within a major
 * version and pinned by a test; what is not listed may change. Runs in Node ≥ 22.18 and in browsers.
 */

import * as roster from "./agents/roster.ts";

export {
  type Agent,
  type Bargain,
  type Draw,
  type MakeAgent,
  type Speech,
  type Strategies,
  type Strategy,
  strategy,
} from "./agents/agent.ts";
export { parseScenario } from "./agents/parse.ts";
export {
  type AftermathView,
  aftermathOf,
  compareAftermath,
  parseSwitch,
  type Switch,
} from "./analysis/aftermath.ts";
export { meets, TOLERANCE } from "./exact.ts";
export { type Course, compile, type Phase, type Positions } from "./protocol/course.ts";
export { decided, type Rule, ruleOf } from "./protocol/decision.ts";
export { amended } from "./protocol/drafting.ts";
export {
  advance,
  applyMove,
  initial,
  legalMoves,
  relativeTime,
  result,
  toMove,
  violation,
} from "./protocol/game.ts";
export { targetsOf } from "./protocol/levers.ts";
export type { Change, End, Game, Move, PhaseResult, Reason, ToMove, Vote } from "./protocol/move.ts";
export { replayTranscript } from "./protocol/replayed.ts";
export {
  ENGINE,
  formatTranscript,
  type LineUp,
  parseTranscript,
  type Transcript,
  TranscriptError,
} from "./protocol/transcript.ts";
export { auditScenario } from "./runs/audit.ts";
export {
  type CardEffect,
  effectOfCard,
  MEASURES,
  type Measure,
  withoutCard,
} from "./runs/experiment.ts";
export { type FailedGame, formatFailure, type GameRow, type Row, type WrittenRow } from "./runs/row.ts";
export { play, type SimulateOptions, simulate } from "./runs/simulate.ts";
export { type Summary, summarise, type Tally, tallyOf } from "./runs/summary.ts";
export { bestOutcome, worstUtility } from "./scenario/best/best.ts";
export { hashOf } from "./scenario/hash.ts";
export { type Outcome, outcomeById, outcomeOf, stepsBetween } from "./scenario/outcome.ts";
export {
  acceptable,
  brokenLimits,
  type Preference,
  reservationOf,
  utility,
  withReservation,
} from "./scenario/preference.ts";
export { formatProblem, PROBLEM_CODES, type Problem, type ProblemCode } from "./scenario/problem.ts";
export type { Parsed } from "./scenario/reading/parse.ts";
export { type AgentSpec, type Scenario, scenarioSchema } from "./scenario/schema.ts";
export { WARNING_CODES, type Warning, type WarningCode } from "./scenario/warnings/warning.ts";
export type { Belief } from "./seat/belief.ts";
export { type Table, tableOf } from "./seat/compiled.ts";
export { type Act, type Observation, observe, type Seat } from "./seat/observation.ts";
export type { PublicScenario } from "./seat/public.ts";
export { seatsAt } from "./seat/seats.ts";
export { chanceOf, supportOf } from "./seat/support.ts";
export { type Brought, type Casting, lineUpOf, parseLineUp } from "./session/lineUp.ts";
export { packTranscript, unpackTranscript } from "./session/link.ts";
export { type Replay, replay } from "./session/replay.ts";
export { createSession, resumeSession, type Session } from "./session/session.ts";
export type { Snapshot } from "./session/snapshot.ts";
export { type Assumptions, holdProbability, type Indices, indicesOf } from "./world/aftermath.ts";
export type { Card, Effect, Played } from "./world/cards.ts";
export { type Fan, fanOf } from "./world/fan.ts";
export { type Approval, approvalsOf, expectedShare } from "./world/ratification.ts";
/** Every strategy of the program by name. */
export { roster };
