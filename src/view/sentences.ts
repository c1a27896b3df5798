/**
 * Sentences of the game: moves, votes and reasons in the words that people read. One function gives one whole
 * sentence, never parts to be glued, so that a catalogue in another language can replace each.
 */
import type { Course } from "../protocol/course.ts";
import { motionNow } from "../protocol/drafting.ts";
import { phaseNow, toMove } from "../protocol/game.ts";
import { type Change, changesBetween, type Game, type Reason, type Vote } from "../protocol/move.ts";
import { councilNow } from "../protocol/talks.ts";
import type { PublicScenario } from "../seat/public.ts";
import { told } from "./words/told.ts";

export const { beats: beatNames, choices: choiceNames } = told;

/** A party's name inside a sentence, with its article where it takes one. */
export function nameIn(scenario: PublicScenario, party: number): string {
  const { name, inText } = scenario.parties[party]!;
  return inText ?? name;
}

/** The same at the beginning of a sentence. */
export function nameAtStart(scenario: PublicScenario, party: number): string {
  return told.atStart({ words: nameIn(scenario, party) });
}

/** What an amendment asks for, to be listed after the name of who asks. `text` is the text before it. */
export function changesAsked(
  scenario: PublicScenario,
  text: readonly number[],
  changes: readonly Change[],
): readonly string[] {
  if (changes.length === 0) return [told.changes.nothing];
  return changes.map((change) => describeChange(told.changes, scenario, text, change));
}

/** The same on a line of its own, as in a table. */
export function describeChanges(
  scenario: PublicScenario,
  text: readonly number[],
  changes: readonly Change[],
): string {
  return told.changesAlone({ changes: changesAsked(scenario, text, changes) });
}

/** The same as things to do: "add the clause …". */
export function changesToMake(
  scenario: PublicScenario,
  text: readonly number[],
  changes: readonly Change[],
): readonly string[] {
  return changes.map((change) => describeChange(told.draft, scenario, text, change));
}

type ChangeWords = Pick<typeof told.changes, "adds" | "takesOut" | "raises" | "lowers">;

function describeChange(
  words: ChangeWords,
  scenario: PublicScenario,
  text: readonly number[],
  [issue, option]: Change,
): string {
  const { kind, title, label, options } = scenario.issues[issue]!;
  if (kind === "clause") return option === 1 ? words.adds({ title }) : words.takesOut({ title });
  const way = option > text[issue]! ? words.raises : words.lowers;
  return way({ label, option: options[option]!.label });
}

/** "You add …, and give up …": the sentence under the compose panel. */
export function describeDraft(
  scenario: PublicScenario,
  text: readonly number[],
  changes: readonly Change[],
): string {
  if (changes.length === 0) return told.draft.nothing;
  return told.draft.whole({ changes: changesToMake(scenario, text, changes) });
}

/** What an offer changes of the one that stands, or of what is in force, on a line of its own. */
export function describeOffer(
  scenario: PublicScenario,
  before: readonly number[],
  offer: readonly number[],
): string {
  return describeChanges(scenario, before, changesBetween(before, offer));
}

export function listed(parts: readonly string[]): string {
  return told.list({ items: parts });
}

/** Whose move it is, in one sentence; empty when the game has ended. */
export function describeTurn(scenario: PublicScenario, course: Course, game: Game, seat: number): string {
  const words = told.turn;
  const turn = toMove(course, game);
  if (turn === undefined) return "";
  if (game.play.beat === "ratification") return words.parliaments;
  if (turn.who === "chance") return words.opens({ round: game.round });
  if (turn.who === "speaker")
    return turn.party === seat ? words.yours : words.theirs({ who: nameIn(scenario, turn.party) });
  const council = councilNow(phaseNow(course, game), game);
  if (council !== undefined) return words.council({ who: nameIn(scenario, council.spokesperson) });
  const motion = motionNow(game);
  if (motion === undefined) return words.text;
  if (motion.party !== seat) return words.motion({ who: nameIn(scenario, motion.party) });
  return turn.parties.includes(seat) ? words.yourMotion : words.forYourMotion;
}

/** Why a party voted or moved as it did, as the end of a sentence; undefined where there is nothing to say. */
export function describeReason(scenario: PublicScenario, reason: Reason | undefined): string | undefined {
  return reason && reasonIn(told.reason, scenario, reason);
}

/** The same of yourself. */
export function describeOwn(scenario: PublicScenario, reason: Reason): string {
  return reasonIn(told.ownReason, scenario, reason);
}

function reasonIn(
  words: typeof told.reason | typeof told.sharedReason | typeof told.ownReason,
  scenario: PublicScenario,
  reason: Reason,
): string {
  const issue = reason.issue === undefined ? undefined : scenario.issues[reason.issue]!;
  const why = words[reason.cause];
  if (typeof why === "string") return why;
  const values = { about: issue?.label ?? told.theText, clause: issue?.title ?? "" };
  return why(values);
}

/** One party's vote in one sentence. */
export function describeVote(scenario: PublicScenario, party: number, vote: Vote): string {
  const who = nameIn(scenario, party);
  const why = describeReason(scenario, vote.reason);
  if (vote.reservation !== undefined)
    return told.vote.reserved({ who, label: scenario.issues[vote.reservation]!.label });
  return why === undefined ? told.vote.bare[vote.choice]({ who }) : told.vote[vote.choice]({ who, why });
}

/** Several parties that voted alike for the same reason, in one sentence. */
export function describeVoters(scenario: PublicScenario, parties: readonly number[], vote: Vote): string {
  if (parties.length === 1) return describeVote(scenario, parties[0]!, vote);
  const named = parties.length <= 3 ? parties : parties.slice(0, 2);
  const names = named.map((party) => nameIn(scenario, party));
  const rest = parties.length - named.length;
  const who = rest === 0 ? names : [...names, told.votes.others({ count: rest })];
  const why = vote.reason && reasonIn(told.sharedReason, scenario, vote.reason);
  return why === undefined ? told.votes.bare[vote.choice]({ who }) : told.votes[vote.choice]({ who, why });
}

export function points(value: number): string {
  return told.points({ points: value });
}

/** A difference with its sign, as "+3.5" or "−2". */
export function signedPoints(value: number): string {
  return told.signed({ points: value });
}
