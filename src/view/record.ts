/** The record of a game: one sentence a beat, with the reasons behind it, newest last. */

import { type Drafting, openIssues } from "../protocol/course.ts";
import { amended, motionNow } from "../protocol/drafting.ts";
import { phaseNow } from "../protocol/game.ts";
import type { Beat, Game, Move, Reason, Vote } from "../protocol/move.ts";
import { boundNow, councilNow } from "../protocol/talks.ts";
import { utility } from "../scenario/preference.ts";
import type { PublicScenario } from "../seat/public.ts";
import { preferenceNow } from "../seat/seats.ts";
import type { SeatTable } from "../seat/seatTable.ts";
import type { Standpoint } from "../seat/standpoint.ts";
import { ballotViewOf } from "./ballot.ts";
import { cardToldOf } from "./cards.ts";
import {
  describeChanges,
  describeOffer,
  describeReason,
  describeVote,
  listed,
  nameAtStart,
  nameIn,
} from "./words.ts";

export interface RecordEntry {
  /** Number of the move it tells of, from 0. */
  readonly move: number;
  /** Index of the scenario's phase. */
  readonly phase: number;
  readonly round: number;
  readonly beat: Beat;
  readonly sentence: string;
  /** Further sentences, shown on demand: who voted how and why. */
  readonly details: readonly string[];
  /** What the details are about. */
  readonly behind: "votes" | "why" | "card";
  readonly tone: "plain" | "carried" | "failed" | "yours";
}

export function recordOf({ own, games, moves }: Standpoint): RecordEntry[] {
  return moves.map((move, i) => entryOf(own, games[i]!, move, i));
}

function entryOf(own: SeatTable, before: Game, move: Move, index: number): RecordEntry {
  const { scenario, party: seat } = own;
  const common = {
    move: index,
    phase: before.phase,
    round: before.round,
    beat: before.play.beat,
    details: [],
    behind: "why" as const,
    tone: "plain" as const,
  };
  if (move.type === "news") return { ...common, ...newsEntry(own, before, move) };
  if (move.type === "ballot") return { ...common, behind: "votes", ...ballotEntry(own, before, move) };
  if (move.type === "ratify") return { ...common, ...ratifyEntry(own, move) };
  const name = nameAtStart(scenario, move.party);
  const tone = move.party === seat ? "yours" : "plain";
  const why = describeReason(scenario, move.reason);
  if (move.type === "accept") return { ...common, tone, ...acceptEntry(name, move.reason, why) };
  if (move.type === "offer") {
    const stands = boundNow(phaseNow(own.course, before), before) !== undefined;
    const details = why === undefined || !stands ? [] : [`${name} does not accept: ${why}.`];
    const offers = describeOffer(scenario, before.text, move.outcome);
    return { ...common, tone, details, sentence: `${name} makes an offer that ${offers}.` };
  }
  if (move.type === "hold") return { ...common, tone, sentence: `${name} lets the text stand.` };
  if (move.type === "walkaway")
    return { ...common, tone, sentence: `${name} walks away. That ends the talks.` };
  if (move.type === "lever") return { ...common, tone, ...leverEntry(own, name, move, why) };
  const asks = describeChanges(scenario, before.text, move.changes);
  const details = why === undefined ? [] : [`${name}: ${why}.`];
  return { ...common, tone, details, sentence: `${name} proposes an amendment that ${asks}.` };
}

function acceptEntry(name: string, reason: Reason | undefined, why: string | undefined) {
  const details = reason === undefined || why === undefined ? [] : [`${name}: ${why}.`];
  return { details, sentence: `${name} accepts the offer that stands.` };
}

function ratifyEntry(
  { scenario }: SeatTable,
  { approved }: Extract<Move, { type: "ratify" }>,
): Pick<RecordEntry, "sentence" | "details" | "tone"> {
  const bodies = (answer: boolean) =>
    approved.flatMap((given, party) => (given === answer ? [nameIn(scenario, party)] : []));
  const [yes, no] = [bodies(true), bodies(false)];
  const details = no.length === 0 ? [] : [`Not approved in ${listed(no)}.`];
  const sentence = `At home, ${yes.length} of ${yes.length + no.length} bodies approve what was signed.`;
  return { sentence, details, tone: no.length === 0 ? "carried" : "plain" };
}

function newsEntry(
  own: SeatTable,
  before: Game,
  { speakers, event }: Extract<Move, { type: "news" }>,
): Pick<RecordEntry, "sentence" | "details" | "behind"> {
  const opening = openingSentence(own, before, speakers);
  if (event === undefined) return { sentence: opening, details: [], behind: "card" };
  const { title, text, turned, target, effects } = cardToldOf(own.scenario, own.course, { ...event, by: -1 });
  const struck = target === undefined ? "" : `; it concerns ${target}`;
  const details = [text, ...(turned === undefined ? [] : [turned]), ...effects];
  return { sentence: `News: ${title}${struck}. ${opening}`, details, behind: "card" };
}

function leverEntry(
  own: SeatTable,
  name: string,
  { party, lever, target }: Extract<Move, { type: "lever" }>,
  why: string | undefined,
): Pick<RecordEntry, "sentence" | "details" | "behind"> {
  const told = cardToldOf(own.scenario, own.course, { card: lever, by: party, target, branch: 0 });
  const aimed = told.target === undefined ? "" : `, aimed at ${told.target}`;
  const details = [told.text, ...told.effects, ...(why === undefined ? [] : [`${name}: ${why}.`])];
  return { sentence: `${name} pulls a lever: ${told.title}${aimed}.`, details, behind: "card" };
}

function openingSentence({ scenario, course }: SeatTable, before: Game, speakers: readonly number[]): string {
  const phase = phaseNow(course, before);
  switch (phase.protocol) {
    case "ratification":
      return "What was signed goes home to be approved.";
    case "talks":
      return `Round ${before.round} of the talks opens.`;
    case "drafting":
      return floorSentence(scenario, phase, before, speakers);
  }
}

function floorSentence(
  scenario: PublicScenario,
  phase: Drafting,
  before: Game,
  speakers: readonly number[],
): string {
  const levels = openIssues(phase, before).filter((issue) => scenario.issues[issue]!.kind === "level");
  const labels = levels.map((issue) => scenario.issues[issue]!.label);
  const drawn = speakers.slice(phase.principals.length).map((party) => nameIn(scenario, party));
  if (drawn.length === 0) return `Round ${before.round} opens ${listed(labels)}.`;
  return `Round ${before.round} opens ${listed(labels)}. Besides the principals, ${listed(drawn)} take the floor.`;
}

function ballotEntry(
  own: SeatTable,
  before: Game,
  move: Extract<Move, { type: "ballot" }>,
): Pick<RecordEntry, "sentence" | "details" | "tone"> {
  const { scenario, party: seat } = own;
  const ballot = ballotViewOf(own, before, move);
  const { tally, carried } = ballot;
  const count = `${tally.for} for, ${tally.against} against, ${tally.abstain} abstaining`;
  const council = councilNow(phaseNow(own.course, before), before);
  if (council !== undefined) {
    const delegation = nameAtStart(scenario, council.spokesperson);
    const sentence = carried
      ? `The delegation led by ${nameIn(scenario, council.spokesperson)} accepts: ${count}.`
      : `${delegation} can't accept for its delegation: ${count}.`;
    const told = ballot.votes.map(([party, vote]) => describeVote(scenario, party, vote));
    return { sentence, details: told, tone: carried ? "carried" : "failed" };
  }
  const what =
    before.play.beat === "adoption"
      ? carried
        ? `The text is adopted: ${count}.`
        : `The text is not adopted: ${count}.`
      : carried
        ? `The amendment is carried: ${count}.`
        : `The amendment fails: ${count}.`;
  const weight = (party: number, vote: Vote) =>
    (vote.choice === "against" ? 0 : vote.reservation === undefined ? 2 : 1) - (party === seat ? 3 : 0);
  const details = [...ballot.votes]
    .sort((a, b) => weight(...a) - weight(...b) || a[0] - b[0])
    .map(([party, vote]) => describeVote(scenario, party, vote));
  return { sentence: what, details, tone: carried ? "carried" : "failed" };
}

export interface CarriedChange {
  /** Index of the scenario's phase. */
  readonly phase: number;
  readonly round: number;
  readonly by: string;
  readonly sentence: string;
  readonly worth: number;
}

/** Who moved an issue last, and what it did to a seat's utility: used by the result page. */
export function changesOf({ own, games, moves }: Standpoint): CarriedChange[] {
  return moves.flatMap((move, i) => {
    const before = games[i]!;
    const after = games[i + 1]!;
    const motion = motionNow(before);
    if (move.type !== "ballot" || motion === undefined) return [];
    const next = amended(before.text, motion.changes);
    if (!next.every((option, issue) => option === after.text[issue])) return [];
    const preference = preferenceNow(own, before);
    return [
      {
        phase: before.phase,
        round: before.round,
        by: nameAtStart(own.scenario, motion.party),
        sentence: describeChanges(own.scenario, before.text, motion.changes),
        worth: utility(preference, next) - utility(preference, before.text),
      },
    ];
  });
}
