/**
 * The run file: scenario and its hash, seed, line-up and moves, everything by id. It is save, replay, evidence and
 * research record; utilities and metrics are derived from it, never stored in it. Chance is in the moves themselves
 * (who was drawn to speak), so a replay draws nothing and is the same on every engine.
 */
import { z } from "zod";
import { ALGORITHM } from "../random.ts";
import { contentOf, foreignSentence } from "../scenario/foreign.ts";
import { formerHashOf, hashOf } from "../scenario/hash.ts";
import { type AgentSpec, agentSchema, type Scenario, scenarioSchema } from "../scenario/schema.ts";
import type { Course } from "./course.ts";
import { formDamage, syntaxDamage } from "./damage.ts";
import { FORMER } from "./former.ts";
import { advance, initial, violation } from "./game.ts";
import type { Game, Move } from "./move.ts";
import { formatMove, parseMove, rowSchema } from "./row.ts";

/** Version of the program that is written into every run file. */
export const ENGINE = "0.2.0";

export type SeatHolder = "human" | AgentSpec;
/** Who decides for each party, by party id. */
export type LineUp = Readonly<Record<string, SeatHolder>>;

const VERSION = /^(\d{1,6})\.(\d{1,6})(?:\.(\d{1,6}))?$/;

/** Moves of the longest game that is played, saved and replayed: far beyond what rounds and parties add up to. */
export const MOST_MOVES = 1_000_000;

const transcriptSchema = z.strictObject({
  parley: z.literal(1),
  engine: z.string().regex(VERSION),
  scenario: z.strictObject({ id: scenarioSchema.shape.id, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  seed: z.strictObject({ algorithm: z.string().max(60), value: z.int().min(0) }),
  lineUp: z.record(z.string(), z.union([z.literal("human"), agentSchema])),
  moves: z.array(rowSchema).max(MOST_MOVES),
  undone: z
    .array(z.strictObject({ at: z.int().min(0), moves: z.array(rowSchema).max(MOST_MOVES) }))
    .max(10_000)
    .optional(),
});
export type Transcript = z.infer<typeof transcriptSchema>;

/** Moves that were taken back in one go, after the first `at` moves of the game as it stood then. */
export interface Undone {
  readonly at: number;
  readonly moves: readonly Move[];
}

/** A run file that can't be used; the message says where, what and how to mend it. */
export class TranscriptError extends Error {
  override readonly name = "TranscriptError";
}

export function formatTranscript(
  scenario: Scenario,
  seed: number,
  lineUp: LineUp,
  moves: readonly Move[],
  undone: readonly Undone[] = [],
): Transcript {
  const written = (made: readonly Move[]) => made.map((move) => formatMove(scenario, move));
  return {
    parley: 1,
    engine: ENGINE,
    scenario: { id: scenario.id, sha256: hashOf(scenario) },
    seed: { algorithm: ALGORITHM, value: seed },
    lineUp: { ...lineUp },
    moves: written(moves),
    undone: undone.map((taken) => ({ at: taken.at, moves: written(taken.moves) })),
  };
}

const SCENARIO_INSTEAD = "This is a scenario, not a saved game: open it as a scenario to play it.";

/** Text or value of a run file → Transcript. Throws TranscriptError. */
export function parseTranscript(source: unknown): Transcript {
  const value = typeof source === "string" ? jsonOf(source) : source;
  const { parley, engine } = (value ?? {}) as { parley?: unknown; engine?: unknown };
  if (parley !== 1) {
    const shown = typeof parley === "object" ? "a list or an object" : JSON.stringify(parley)?.slice(0, 40);
    throw new TranscriptError(
      `This is not a run file that Parley ${ENGINE} can read: its "parley" is ${shown ?? "missing"}, not 1.`,
    );
  }
  // Before the form is looked at: what is new in a newer version is no damage.
  if (typeof engine === "string" && isNewer(engine)) {
    throw new TranscriptError(
      `This run was made with Parley ${engine}, which is newer than this version, ${ENGINE}. Open it with that one.`,
    );
  }
  const result = transcriptSchema.safeParse(value);
  if (!result.success) throw new TranscriptError(formDamage(value, result.error.issues[0]!));
  return result.data;
}

function jsonOf(text: string): unknown {
  const content = contentOf(text);
  if (content?.kind === "scenario") throw new TranscriptError(SCENARIO_INSTEAD);
  if (content?.kind === "other") throw new TranscriptError(foreignSentence(content.what));
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new TranscriptError(syntaxDamage(text));
  }
}

/** Whether a version of the program came after this one; false for what is no version. */
function isNewer(engine: string): boolean {
  const theirs = partsOf(engine);
  const ours = partsOf(ENGINE);
  const at = theirs.findIndex((part, i) => part !== ours[i]);
  return at >= 0 && theirs[at]! > ours[at]!;
}

function partsOf(version: string): number[] {
  return (VERSION.exec(version)?.slice(1) ?? []).map((part) => Number(part ?? 0));
}

/**
 * Whether the scenario at hand is played as the run's own was. `unknown`: the run names its scenario by a former kind
 * of hash, over prose and all, which is not that of the file at hand; what differs, nobody can say.
 */
export type Likeness = "alike" | "otherwise" | "unknown";

export function likenessOf({ scenario: { sha256 }, undone }: Transcript, scenario: Scenario): Likeness {
  const played = hashOf(scenario);
  if (sha256 === played || sha256 === formerHashOf(scenario)) return "alike";
  const known = FORMER.get(sha256);
  if (known !== undefined) return known === played ? "alike" : "otherwise";
  // Versions that hashed the whole file did not write down what was taken back.
  return undone === undefined ? "unknown" : "otherwise";
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
  requireScenario(transcript, scenario);
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

function requireScenario(transcript: Transcript, scenario: Scenario): void {
  const { id } = transcript.scenario;
  if (id !== scenario.id) {
    throw new TranscriptError(
      `This run belongs to the scenario "${id}", not to "${scenario.id}". Open that one first.`,
    );
  }
  if (likenessOf(transcript, scenario) === "otherwise") {
    throw new TranscriptError(
      `What is played in "${id}" has changed since this run was made (engine ${transcript.engine}). Use the file it was made with.`,
    );
  }
  const stranger = Object.keys(transcript.lineUp).find(
    (seat) => !scenario.parties.some((p) => p.id === seat),
  );
  if (stranger !== undefined) {
    throw new TranscriptError(
      `The line-up of this run can't be used: there is no party "${stranger}" in "${id}". Save it again.`,
    );
  }
}
