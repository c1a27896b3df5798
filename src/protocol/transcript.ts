/**
 * The run file: scenario and its hash, seed, line-up and moves, everything by id. It is save, replay, evidence and
 * research record; utilities and metrics are derived from it, never stored in it. Chance is in the moves themselves
 * (who was drawn to speak), so a replay draws nothing and is the same on every engine.
 */
import { z } from "zod";
import { ALGORITHM } from "../random.ts";
import { hashOf } from "../scenario/hash.ts";
import type { Types } from "../scenario/privateTypes.ts";
import { contentOf, foreignSentence } from "../scenario/reading/foreign.ts";
import { type AgentSpec, agentSchema, type Scenario, scenarioSchema } from "../scenario/schema.ts";
import { formDamage, hazardIn, syntaxDamage } from "./damage.ts";
import { EDITIONS, type Edition, LATEST } from "./edition.ts";
import type { Move } from "./move.ts";
import { formatMove, rowSchema } from "./row.ts";

/** Version of the program that is written into every run file. */
export const ENGINE = "0.5.2";

export type SeatHolder = "human" | AgentSpec;
/** Who decides for each party, by party id. */
export type LineUp = Readonly<Record<string, SeatHolder>>;

const VERSION = /^(\d{1,6})\.(\d{1,6})(?:\.(\d{1,6}))?$/;

/** Moves of the longest game that is played, saved and replayed: far beyond what rounds and parties add up to. */
export const MOST_MOVES = 1_000_000;

const holderSchema = z.union([z.literal("human"), agentSchema]);

const transcriptSchema = z.strictObject({
  parley: z.literal(1),
  engine: z.string().regex(VERSION),
  scenario: z.strictObject({
    id: scenarioSchema.shape.id,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    file: z
      .string()
      .regex(/^[A-Za-z0-9_-]*$/)
      .max(8_000_000)
      .optional(),
  }),
  seed: z.strictObject({ algorithm: z.string().max(60), value: z.int().min(0) }),
  edition: z.literal(EDITIONS).optional(),
  types: z
    .union([
      z.literal("drawn").describe("Those that are drawn by the seed."),
      z.record(
        z.string(),
        z.strictObject({
          reservationValue: z.number().optional(),
          shift: z.number().optional(),
          weights: z.record(z.string(), z.number()).optional(),
        }),
      ),
    ])
    .optional(),
  lineUp: z.record(z.string(), holderSchema),
  moves: z.array(rowSchema).max(MOST_MOVES),
  undone: z
    .array(z.strictObject({ at: z.int().min(0), moves: z.array(rowSchema).max(MOST_MOVES) }))
    .max(10_000)
    .optional(),
  reseated: z
    .array(z.strictObject({ at: z.int().min(0), party: scenarioSchema.shape.id, from: holderSchema }))
    .max(10_000)
    .optional(),
});
export type Transcript = z.infer<typeof transcriptSchema>;

/** Moves that were taken back in one go, after the first `at` moves of the game as it stood then. */
export interface Undone {
  readonly at: number;
  readonly moves: readonly Move[];
}

/** A seat that changed hands: up to the first `at` moves of the game it was held by `from`. */
export interface Reseated {
  readonly at: number;
  readonly party: number;
  readonly from: SeatHolder;
}

/** What a game has been through that its moves do not show, in the order of time. */
export interface Past {
  readonly undone: readonly Undone[];
  readonly reseated: readonly Reseated[];
}

export const NO_PAST: Past = { undone: [], reseated: [] };

/** A run file that can't be used; the message says where, what and how to mend it. */
export class TranscriptError extends Error {
  override readonly name = "TranscriptError";
}

export interface Run {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly lineUp: LineUp;
  readonly moves: readonly Move[];
  readonly past?: Past;
  readonly edition?: Edition;
  /** Undefined where all numbers are as in the file. */
  readonly types?: Types | undefined;
}

export function formatTranscript({
  scenario,
  seed,
  lineUp,
  moves,
  past = NO_PAST,
  edition = LATEST,
  types,
}: Run): Transcript {
  const written = (made: readonly Move[]) => made.map((move) => formatMove(scenario, move));
  return {
    parley: 1,
    engine: ENGINE,
    scenario: { id: scenario.id, sha256: hashOf(scenario) },
    seed: { algorithm: ALGORITHM, value: seed },
    ...(edition > 1 && { edition }),
    ...(types && { types }),
    lineUp: { ...lineUp },
    moves: written(moves),
    undone: past.undone.map((taken) => ({ at: taken.at, moves: written(taken.moves) })),
    ...(past.reseated.length > 0 && {
      reseated: past.reseated.map(({ at, party, from }) => ({
        at,
        party: scenario.parties[party]!.id,
        from,
      })),
    }),
  };
}

/** The rules that a run is played by: they stay those it was begun with. */
export function editionOf({ edition = 1 }: Transcript): Edition {
  return edition;
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
  const hazard = hazardIn(value);
  if (hazard !== undefined) throw new TranscriptError(hazard);
  const result = transcriptSchema.safeParse(value);
  if (!result.success) throw new TranscriptError(formDamage(value, result.error.issues));
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
