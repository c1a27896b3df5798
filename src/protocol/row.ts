/** One move as a run file writes it, everything by id, and back. */
import { z } from "zod";
import { issueIndex, optionIndex, outcomeById, outcomeOf } from "../scenario/outcome.ts";
import type { Scenario } from "../scenario/schema.ts";
import { writtenCard, writtenCards } from "../world/cards.ts";
import { CHOICES } from "./decision.ts";
import { CAUSES, type Drawn, type Move, type Reason, type Vote } from "./move.ts";

const reasonRow = z.tuple([z.enum(CAUSES)], z.string());
export const rowSchema = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("news"),
    speakers: z.array(z.string()),
    opening: z.int().min(0).optional(),
    event: z
      .strictObject({ id: z.string(), branch: z.int().min(0).optional(), target: z.string().optional() })
      .optional(),
  }),
  z.strictObject({
    type: z.literal("lever"),
    party: z.string(),
    lever: z.string(),
    target: z.string().optional(),
    reason: reasonRow.optional(),
  }),
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
export type TranscriptRow = z.infer<typeof rowSchema>;
type BallotRow = Extract<TranscriptRow, { readonly type: "ballot" }>;

export function formatMove(scenario: Scenario, move: Move): TranscriptRow {
  const partyId = (party: number) => scenario.parties[party]!.id;
  const reasonOf = (reason: Reason): [Reason["cause"], ...string[]] =>
    reason.issue === undefined ? [reason.cause] : [reason.cause, scenario.issues[reason.issue]!.id];
  const withReason = (reason: Reason | undefined) =>
    reason === undefined ? {} : { reason: reasonOf(reason) };
  switch (move.type) {
    case "news":
      return {
        type: "news",
        speakers: move.speakers.map(partyId),
        ...(move.opening !== undefined && { opening: move.opening }),
        ...(move.event && { event: formatEvent(scenario, move.event) }),
      };
    case "lever":
      return {
        type: "lever",
        party: partyId(move.party),
        lever: writtenCard(scenario, move.lever).id,
        ...targetId(scenario, move.lever, move.target),
        ...withReason(move.reason),
      };
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

function formatEvent(
  scenario: Scenario,
  { card, branch, target }: Drawn,
): { id: string; branch?: number; target?: string } {
  return {
    id: writtenCard(scenario, card).id,
    ...(branch > 0 && { branch }),
    ...targetId(scenario, card, target),
  };
}

function targetId(scenario: Scenario, card: number, target: number): { target?: string } {
  if (target < 0) return {};
  return { target: aimedAt(scenario, card)[target]!.id };
}

/** What a card's target is an index of. */
function aimedAt(scenario: Scenario, card: number): readonly { readonly id: string }[] {
  const { target } = writtenCard(scenario, card);
  return target !== undefined && "issues" in target ? scenario.issues : scenario.parties;
}

function parseCard(scenario: Scenario, id: string): number {
  const card = writtenCards(scenario).findIndex((written) => written.id === id);
  if (card < 0) throw new RangeError(`There is no card "${id}".`);
  return card;
}

function parseTarget(scenario: Scenario, card: number, id: string | undefined): number {
  if (id === undefined) return -1;
  const target = aimedAt(scenario, card).findIndex((entry) => entry.id === id);
  if (target < 0) throw new RangeError(`There is no "${id}" that a card could be aimed at.`);
  return target;
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

/** Who says more than for or against in a ballot, by party id, and what that is. */
function besideVotes({ reservations = {}, reasons = {} }: BallotRow): (readonly [string, string])[] {
  return [
    ...Object.keys(reservations).map((id) => [id, "a reservation"] as const),
    ...Object.keys(reasons).map((id) => [id, "a reason"] as const),
  ];
}

/** Throws RangeError for ids that the scenario does not have, and for what belongs to no vote. */
export function parseMove(scenario: Scenario, written: TranscriptRow): Move {
  const party = (id: string) => {
    const index = scenario.parties.findIndex((p) => p.id === id);
    if (index < 0) throw new RangeError(`There is no party "${id}".`);
    return index;
  };
  const reason = (parts: readonly [Reason["cause"], ...string[]] | undefined): { reason?: Reason } => {
    if (parts === undefined) return {};
    const [cause, issue, ...more] = parts;
    if (more.length > 0) {
      throw new RangeError(
        `A reason is a cause and at most one issue, and here "${cause}" has ${more.length + 1}. Leave one.`,
      );
    }
    return { reason: issue === undefined ? { cause } : { cause, issue: issueIndex(scenario, issue) } };
  };
  switch (written.type) {
    case "news": {
      const { opening } = written;
      const speakers = written.speakers.map(party);
      const news = { type: "news", speakers, ...(opening !== undefined && { opening }) } as const;
      if (written.event === undefined) return news;
      const card = parseCard(scenario, written.event.id);
      const target = parseTarget(scenario, card, written.event.target);
      return { ...news, event: { card, branch: written.event.branch ?? 0, target } };
    }
    case "lever": {
      const lever = parseCard(scenario, written.lever);
      const target = parseTarget(scenario, lever, written.target);
      return { type: "lever", party: party(written.party), lever, target, ...reason(written.reason) };
    }
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
      for (const [id, what] of besideVotes(written)) {
        if (votes[party(id)] !== null) continue;
        throw new RangeError(`"${id}" has ${what} in this ballot, but no vote. Remove it or add the vote.`);
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
