/**
 * The run file: scenario and its hash, seed, line-up and moves, everything by id. It is save, replay, evidence and
 * research record; utilities and metrics are derived from it, never stored in it. Chance is in the moves themselves
 * (who was drawn to speak), so a replay draws nothing and is the same on every engine.
 */
import { z } from "zod";
import { ALGORITHM } from "../random.ts";
import { contentOf, foreignSentence } from "../scenario/foreign.ts";
import { hashOf } from "../scenario/hash.ts";
import { type AgentSpec, agentSchema, type Scenario } from "../scenario/schema.ts";
import type { Course } from "./course.ts";
import { advance, initial, violation } from "./game.ts";
import type { Game, Move } from "./move.ts";
import { formatMove, parseMove, rowSchema } from "./row.ts";

/** Version of the program that is written into every run file. */
export const ENGINE = "0.2.0";

export type SeatHolder = "human" | AgentSpec;
/** Who decides for each party, by party id. */
export type LineUp = Readonly<Record<string, SeatHolder>>;

const transcriptSchema = z.strictObject({
  parley: z.literal(1),
  engine: z.string().max(40),
  scenario: z.strictObject({ id: z.string().max(60), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  seed: z.strictObject({ algorithm: z.string().max(60), value: z.int().min(0) }),
  lineUp: z.record(z.string(), z.union([z.literal("human"), agentSchema])),
  moves: z.array(rowSchema).max(100_000),
});
export type Transcript = z.infer<typeof transcriptSchema>;

/** A run file that can't be used; the message says where, what and how to mend it. */
export class TranscriptError extends Error {
  override readonly name = "TranscriptError";
}

export function formatTranscript(
  scenario: Scenario,
  seed: number,
  lineUp: LineUp,
  moves: readonly Move[],
): Transcript {
  return {
    parley: 1,
    engine: ENGINE,
    scenario: { id: scenario.id, sha256: hashOf(scenario) },
    seed: { algorithm: ALGORITHM, value: seed },
    lineUp: { ...lineUp },
    moves: moves.map((move) => formatMove(scenario, move)),
  };
}

const SCENARIO_INSTEAD = "This is a scenario, not a saved game: open it as a scenario to play it.";

/** Text or value of a run file → Transcript. Throws TranscriptError. */
export function parseTranscript(source: unknown): Transcript {
  let value: unknown = source;
  if (typeof source === "string") {
    const content = contentOf(source);
    if (content?.kind === "scenario") throw new TranscriptError(SCENARIO_INSTEAD);
    if (content?.kind === "other") throw new TranscriptError(foreignSentence(content.what));
    try {
      value = JSON.parse(source);
    } catch (error) {
      throw new TranscriptError(
        `The run file is not valid JSON: ${(error as Error).message}. Save it again.`,
      );
    }
  }
  const version = (value as { parley?: unknown } | null)?.parley;
  if (version !== 1) {
    const shown = typeof version === "object" ? "a list or an object" : JSON.stringify(version)?.slice(0, 40);
    throw new TranscriptError(
      `This is not a run file that Parley ${ENGINE} can read: its "parley" is ${shown ?? "missing"}, not 1.`,
    );
  }
  const result = transcriptSchema.safeParse(value);
  if (!result.success) {
    const { path, message } = result.error.issues[0]!;
    throw new TranscriptError(
      `The run file is damaged at ${path.join(".") || "its top"}: ${message}. Save it again.`,
    );
  }
  return result.data;
}

/**
 * Plays a run file against its scenario, move by move, and returns the moves and the game after the last of them.
 * Throws TranscriptError naming the row when the file belongs to another scenario or breaks the rules.
 */
export function replayTranscript(
  scenario: Scenario,
  course: Course,
  transcript: Transcript,
): { readonly moves: readonly Move[]; readonly game: Game } {
  if (transcript.scenario.id !== scenario.id) {
    const { id } = transcript.scenario;
    throw new TranscriptError(
      `This run belongs to the scenario "${id}", not to "${scenario.id}". Open that one first.`,
    );
  }
  if (transcript.scenario.sha256 !== hashOf(scenario)) {
    throw new TranscriptError(
      `The scenario "${scenario.id}" has changed since this run was made (engine ${transcript.engine}). Use the file it was made with.`,
    );
  }
  if (transcript.seed.algorithm !== ALGORITHM) {
    const { algorithm } = transcript.seed;
    throw new TranscriptError(
      `This run was made with the random generator ${algorithm} (engine ${transcript.engine}); this version has ${ALGORITHM}.`,
    );
  }
  const game = initial(course);
  const moves = transcript.moves.map((written, i) => {
    let move: Move;
    try {
      move = parseMove(scenario, written);
    } catch (error) {
      throw new TranscriptError(`Move ${i + 1} of the run can't be read: ${(error as Error).message}`);
    }
    const problem = violation(course, game, move);
    if (problem !== undefined)
      throw new TranscriptError(`Move ${i + 1} of the run breaks the rules: ${problem}`);
    advance(course, game, move);
    return move;
  });
  return { moves, game };
}
