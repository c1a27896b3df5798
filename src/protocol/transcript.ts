/**
 * The run file: scenario and its hash, seed, line-up and moves, everything by id. It is save, replay, evidence and
 * research record; utilities and metrics are derived from it, never stored in it. Chance is in the moves themselves
 * (who was drawn to speak), so a replay draws nothing and is the same on every engine.
 */
import { z } from "zod";
import { ALGORITHM } from "../random.ts";
import { hashOf } from "../scenario/hash.ts";
import { issueIndex, optionIndex, outcomeById, outcomeOf } from "../scenario/outcome.ts";
import { type AgentSpec, agentSchema, type Scenario } from "../scenario/schema.ts";
import type { Course } from "./course.ts";
import { CHOICES } from "./decision.ts";
import { advance, initial, violation } from "./game.ts";
import { CAUSES, type Game, type Move, type Reason, type Vote } from "./move.ts";

/** Version of the program that is written into every run file. */
export const ENGINE = "0.1.0";

export type SeatHolder = "human" | AgentSpec;
/** Who decides for each party, by party id. */
export type LineUp = Readonly<Record<string, SeatHolder>>;

const reasonRow = z.tuple([z.enum(CAUSES)], z.string());
const row = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("news"), speakers: z.array(z.string()) }),
  z.strictObject({
    type: z.literal("amend"),
    party: z.string(),
    changes: z.array(z.tuple([z.string(), z.string()])),
    reason: reasonRow.optional(),
  }),
  z.strictObject({
    type: z.literal("offer"),
    party: z.string(),
    outcome: z.record(z.string(), z.string()),
    reason: reasonRow.optional(),
  }),
  z.strictObject({ type: z.literal("accept"), party: z.string(), reason: reasonRow.optional() }),
  z.strictObject({
    type: z.literal("ratify"),
    approved: z.array(z.string()),
    refused: z.array(z.string()),
  }),
  z.strictObject({ type: z.literal("hold"), party: z.string(), reason: reasonRow.optional() }),
  z.strictObject({ type: z.literal("walkaway"), party: z.string(), reason: reasonRow.optional() }),
  z.strictObject({
    type: z.literal("ballot"),
    for: z.array(z.string()),
    against: z.array(z.string()),
    abstain: z.array(z.string()),
    reservations: z.record(z.string(), z.string()).optional(),
    reasons: z.record(z.string(), reasonRow).optional(),
  }),
]);

const transcriptSchema = z.strictObject({
  parley: z.literal(1),
  engine: z.string().max(40),
  scenario: z.strictObject({ id: z.string().max(60), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  seed: z.strictObject({ algorithm: z.string().max(60), value: z.int().min(0) }),
  lineUp: z.record(z.string(), z.union([z.literal("human"), agentSchema])),
  moves: z.array(row).max(100_000),
});
export type Transcript = z.infer<typeof transcriptSchema>;
export type TranscriptRow = z.infer<typeof row>;

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

/** Text or value of a run file → Transcript. Throws TranscriptError. */
export function parseTranscript(source: unknown): Transcript {
  let value: unknown = source;
  if (typeof source === "string") {
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

export function formatMove(scenario: Scenario, move: Move): TranscriptRow {
  const partyId = (party: number) => scenario.parties[party]!.id;
  const reasonOf = (reason: Reason): [Reason["cause"], ...string[]] =>
    reason.issue === undefined ? [reason.cause] : [reason.cause, scenario.issues[reason.issue]!.id];
  const withReason = (reason: Reason | undefined) =>
    reason === undefined ? {} : { reason: reasonOf(reason) };
  switch (move.type) {
    case "news":
      return { type: "news", speakers: move.speakers.map(partyId) };
    case "ballot":
      return formatBallot(scenario, move.votes, partyId, reasonOf);
    case "ratify": {
      const bodies = (answer: boolean) =>
        move.approved.flatMap((approved, party) => (approved === answer ? [partyId(party)] : []));
      return { type: "ratify", approved: bodies(true), refused: bodies(false) };
    }
    case "amend": {
      const changes = move.changes.map(([issue, option]): [string, string] => [
        scenario.issues[issue]!.id,
        scenario.issues[issue]!.options[option]!.id,
      ]);
      return { type: "amend", party: partyId(move.party), changes, ...withReason(move.reason) };
    }
    case "offer":
      return {
        type: "offer",
        party: partyId(move.party),
        outcome: outcomeById(scenario, move.outcome),
        ...withReason(move.reason),
      };
    default:
      return { type: move.type, party: partyId(move.party), ...withReason(move.reason) };
  }
}

function formatBallot(
  scenario: Scenario,
  votes: readonly (Vote | null)[],
  partyId: (party: number) => string,
  reasonOf: (reason: Reason) => [Reason["cause"], ...string[]],
): TranscriptRow {
  const voters = (choice: Vote["choice"]) =>
    votes.flatMap((vote, party) => (vote?.choice === choice ? [partyId(party)] : []));
  const entries = <T>(pick: (vote: Vote) => T | undefined): Record<string, T> =>
    Object.fromEntries(
      votes.flatMap((vote, party) => {
        const picked = vote === null ? undefined : pick(vote);
        return picked === undefined ? [] : [[partyId(party), picked] as const];
      }),
    );
  const reservations = entries((vote) =>
    vote.reservation === undefined ? undefined : scenario.issues[vote.reservation]!.id,
  );
  const reasons = entries((vote) => vote.reason && reasonOf(vote.reason));
  return {
    type: "ballot",
    for: voters("for"),
    against: voters("against"),
    abstain: voters("abstain"),
    ...(Object.keys(reservations).length > 0 && { reservations }),
    ...(Object.keys(reasons).length > 0 && { reasons }),
  };
}

/** Throws RangeError for ids that the scenario does not have. */
export function parseMove(scenario: Scenario, written: TranscriptRow): Move {
  const party = (id: string) => {
    const index = scenario.parties.findIndex((p) => p.id === id);
    if (index < 0) throw new RangeError(`There is no party "${id}".`);
    return index;
  };
  const reason = (parts: readonly [Reason["cause"], ...string[]] | undefined): { reason?: Reason } => {
    if (parts === undefined) return {};
    const [cause, issue] = parts;
    return { reason: issue === undefined ? { cause } : { cause, issue: issueIndex(scenario, issue) } };
  };
  switch (written.type) {
    case "news":
      return { type: "news", speakers: written.speakers.map(party) };
    case "amend": {
      const changes = written.changes.map(([id, option]) => {
        const issue = issueIndex(scenario, id);
        return [issue, optionIndex(scenario.issues[issue]!, option)] as const;
      });
      return { type: "amend", party: party(written.party), changes, ...reason(written.reason) };
    }
    case "ballot": {
      const votes: (Vote | null)[] = scenario.parties.map(() => null);
      for (const choice of CHOICES) {
        for (const id of written[choice]) {
          if (votes[party(id)] !== null) throw new RangeError(`"${id}" stands twice in this ballot.`);
          const reserved = written.reservations?.[id];
          votes[party(id)] = {
            choice,
            ...(reserved !== undefined && { reservation: issueIndex(scenario, reserved) }),
            ...reason(written.reasons?.[id]),
          };
        }
      }
      return { type: "ballot", votes };
    }
    case "ratify": {
      const approved: (boolean | null)[] = scenario.parties.map(() => null);
      for (const id of written.approved) approved[party(id)] = true;
      for (const id of written.refused) approved[party(id)] = false;
      return { type: "ratify", approved };
    }
    case "offer": {
      const outcome = outcomeOf(scenario, written.outcome);
      return { type: "offer", party: party(written.party), outcome, ...reason(written.reason) };
    }
    default:
      return { type: written.type, party: party(written.party), ...reason(written.reason) };
  }
}
