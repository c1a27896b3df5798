/** The record of a game: one sentence a beat, with the reasons behind it, newest last. */

import { type Drafting, openIssues } from "../protocol/course.ts";
import { amended, motionNow } from "../protocol/drafting.ts";
import { phaseNow } from "../protocol/game.ts";
import { type Beat, changesBetween, type Game, type Move, type Vote } from "../protocol/move.ts";
import { boundNow, councilNow } from "../protocol/talks.ts";
import { utility } from "../scenario/preference.ts";
import type { PublicScenario } from "../seat/public.ts";
import { preferenceNow } from "../seat/seats.ts";
import type { SeatTable } from "../seat/seatTable.ts";
import type { Standpoint } from "../seat/standpoint.ts";
import { ballotViewOf, countsOf } from "./ballot.ts";
import { cardToldOf } from "./cards.ts";
import { bodiesOf, describeBodies, describeRefusals } from "./ending.ts";
import { foreseenIn } from "./foreseen.ts";
import {
  changesAsked,
  describeChanges,
  describeReason,
  describeVote,
  nameAtStart,
  nameIn,
} from "./sentences.ts";
import { record as words } from "./words/record.ts";

export interface RecordEntry {
  /** Number of the move it tells of, from 0. */
  readonly move: number;
  /** Index of the scenario's phase. */
  readonly phase: number;
  readonly round: number;
  readonly beat: Beat;
  readonly sentence: string;
  /** Further sentences, shown on demand: who voted how and why. */
  /** What the author wrote of a card. */
  readonly written: readonly string[];
  readonly details: readonly string[];
  /** What the details are about. */
  readonly behind: "votes" | "why" | "card";
  readonly tone: "plain" | "carried" | "failed" | "yours";
}

export function recordOf(at: Standpoint): RecordEntry[] {
  const { own, games, moves } = at;
  return moves.map((move, i) => {
    const entry = entryOf(own, games[i]!, move, i);
    const foreseen = foreseenIn(at, i);
    return foreseen === undefined ? entry : { ...entry, details: [foreseen, ...entry.details] };
  });
}

function entryOf(own: SeatTable, before: Game, move: Move, index: number): RecordEntry {
  const { scenario, party: seat } = own;
  const common = {
    move: index,
    phase: before.phase,
    round: before.round,
    beat: before.play.beat,
    written: [],
    details: [],
    behind: "why" as const,
    tone: "plain" as const,
  };
  if (move.type === "news") return { ...common, ...newsEntry(own, before, move) };
  if (move.type === "ballot") return { ...common, behind: "votes", ...ballotEntry(own, before, move) };
  if (move.type === "ratify") return { ...common, ...ratifyEntry(own, move) };
  const who = nameIn(scenario, move.party);
  const tone = move.party === seat ? "yours" : "plain";
  const why = describeReason(scenario, move.reason);
  const details = why === undefined ? [] : [words.why({ who, why })];
  const told = (sentence: string, behind = details) =>
    ({ ...common, tone, sentence, details: behind }) as const;
  switch (move.type) {
    case "hold":
      return told(words.hold({ who }), []);
    case "walkaway":
      return told(words.walkaway({ who }), []);
    case "accept":
      return told(words.accept({ who }));
    case "amend":
      return told(words.amend({ who, changes: changesAsked(scenario, before.text, move.changes) }));
    case "offer": {
      const stands = boundNow(phaseNow(own.course, before), before) !== undefined;
      const changes = changesAsked(scenario, before.text, changesBetween(before.text, move.outcome));
      const refuses = why === undefined || !stands ? [] : [words.notAccepted({ who, why })];
      return told(words.offer({ who, changes }), refuses);
    }
    case "lever":
      return { ...told(""), ...leverEntry(own, who, move, details) };
  }
}

function ratifyEntry(
  { scenario }: SeatTable,
  { approved }: Extract<Move, { type: "ratify" }>,
): Pick<RecordEntry, "sentence" | "details" | "tone"> {
  const { no } = bodiesOf({ approved });
  const details = no.length === 0 ? [] : [describeRefusals(scenario, no)];
  return { sentence: describeBodies({ approved }), details, tone: no.length === 0 ? "carried" : "plain" };
}

function newsEntry(
  own: SeatTable,
  before: Game,
  { speakers, event, opening: text }: Extract<Move, { type: "news" }>,
): Pick<RecordEntry, "sentence" | "written" | "details" | "behind"> {
  const opening = openingSentence(own, before, speakers);
  const drawn = text === undefined ? [] : [drawnText(own, before, text)];
  if (event === undefined) return { sentence: opening, written: [], details: drawn, behind: "card" };
  const {
    title,
    text: told,
    turned,
    target,
    effects,
  } = cardToldOf(own.scenario, own.course, { ...event, by: -1 });
  const written = turned === undefined ? [told] : [told, turned];
  const sentence =
    target === undefined ? words.news({ title, opening }) : words.newsAbout({ title, target, opening });
  return { sentence, written, details: [...drawn, ...effects], behind: "card" };
}

/** Which of the texts that a phase may begin with lies on the table, by what it changes of what was in force. */
function drawnText({ scenario, course }: SeatTable, before: Game, opening: number): string {
  const phase = phaseNow(course, before);
  const texts = phase.protocol === "drafting" ? phase.openings : [];
  const changes = changesBetween(before.text, texts[opening]!);
  return words.drawnText({ all: texts.length, changes: changesAsked(scenario, before.text, changes) });
}

function leverEntry(
  own: SeatTable,
  who: string,
  { party, lever, target }: Extract<Move, { type: "lever" }>,
  why: readonly string[],
): Pick<RecordEntry, "sentence" | "written" | "details" | "behind"> {
  const told = cardToldOf(own.scenario, own.course, { card: lever, by: party, target, branch: 0 });
  const { title } = told;
  const sentence =
    told.target === undefined
      ? words.lever({ who, title })
      : words.leverAimed({ who, title, target: told.target });
  return { sentence, written: [told.text], details: [...told.effects, ...why], behind: "card" };
}

function openingSentence({ scenario, course }: SeatTable, before: Game, speakers: readonly number[]): string {
  const phase = phaseNow(course, before);
  switch (phase.protocol) {
    case "ratification":
      return words.opens.ratification;
    case "talks":
      return words.opens.talks({ round: before.round });
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
  const issues = levels.map((issue) => scenario.issues[issue]!.label);
  const drawn = speakers.slice(phase.principals.length).map((party) => nameIn(scenario, party));
  const { round } = before;
  return drawn.length === 0
    ? words.opens.drafting({ round, issues })
    : words.opens.drawn({ round, issues, drawn, count: drawn.length });
}

function ballotEntry(
  own: SeatTable,
  before: Game,
  move: Extract<Move, { type: "ballot" }>,
): Pick<RecordEntry, "sentence" | "details" | "tone"> {
  const { scenario, party: seat } = own;
  const ballot = ballotViewOf(own, before, move);
  const { carried } = ballot;
  const counts = countsOf(ballot.tally);
  const council = councilNow(phaseNow(own.course, before), before);
  if (council !== undefined) {
    const who = nameIn(scenario, council.spokesperson);
    const outcome = carried ? "accepts" : "refuses";
    const told = ballot.votes.map(([party, vote]) => describeVote(scenario, party, vote));
    return {
      sentence: words.ballot[outcome]({ ...counts, who }),
      details: told,
      tone: carried ? "carried" : "failed",
    };
  }
  const adoption = before.play.beat === "adoption";
  const outcome = adoption ? (carried ? "adopted" : "notAdopted") : carried ? "carried" : "failed";
  const weight = (party: number, vote: Vote) =>
    (vote.choice === "against" ? 0 : vote.reservation === undefined ? 2 : 1) - (party === seat ? 3 : 0);
  const details = [...ballot.votes]
    .sort((a, b) => weight(...a) - weight(...b) || a[0] - b[0])
    .map(([party, vote]) => describeVote(scenario, party, vote));
  return { sentence: words.ballot[outcome](counts), details, tone: carried ? "carried" : "failed" };
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
