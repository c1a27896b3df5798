/**
 * Sentences of the game: moves, votes and reasons in the words that people read. One function gives one whole
 * sentence, never parts to be glued, so that a catalogue in another language can replace each.
 */
import {
  type Change,
  changesBetween,
  type Game,
  type Reason,
  type ToMove,
  type Vote,
} from "../protocol/move.ts";
import type { Scenario } from "../scenario/schema.ts";

export const beatNames = {
  news: "News",
  floor: "Floor",
  ballot: "Ballot",
  adoption: "Adoption",
  turn: "Offers",
  council: "Ballot of a delegation",
  ratification: "Ratification",
  ended: "Debrief",
} as const;

export const choiceNames = { for: "For", against: "Against", abstain: "Abstain" } as const;

/** A party's name inside a sentence, with its article where it takes one. */
export function nameIn(scenario: Scenario, party: number): string {
  const { name, inText } = scenario.parties[party]!;
  return inText ?? name;
}

/** The same at the beginning of a sentence. */
export function nameAtStart(scenario: Scenario, party: number): string {
  return atStart(nameIn(scenario, party));
}

/** What stands inside a sentence, as it begins one. */
export function atStart(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What an amendment asks for, as it is read out. `text` is the text before it. */
export function describeChanges(
  scenario: Scenario,
  text: readonly number[],
  changes: readonly Change[],
): string {
  return listed(
    changes.map(([issue, option]) => {
      const { kind, title, label, options } = scenario.issues[issue]!;
      if (kind === "clause") return option === 1 ? `adds “${title}”` : `takes out “${title}”`;
      const direction = option > text[issue]! ? "raises" : "lowers";
      return `${direction} ${label} to “${options[option]!.label}”`;
    }),
  );
}

/** "You add …, and give up …": the sentence under the compose panel. */
export function describeDraft(
  scenario: Scenario,
  text: readonly number[],
  changes: readonly Change[],
): string {
  const parts = changes.map(([issue, option]) => {
    const { kind, title, label, options } = scenario.issues[issue]!;
    if (kind === "clause")
      return option === 1 ? `add the clause “${title}”` : `take out the clause “${title}”`;
    return option > text[issue]!
      ? `raise ${label} to “${options[option]!.label}”`
      : `lower ${label} to “${options[option]!.label}”`;
  });
  return parts.length === 0 ? "You leave the text as it stands." : `You ${listed(parts)}.`;
}

/** What an offer changes of the one that stands, or of what is in force. */
export function describeOffer(
  scenario: Scenario,
  before: readonly number[],
  offer: readonly number[],
): string {
  const changes = changesBetween(before, offer);
  return changes.length === 0 ? "leaves everything as it is" : describeChanges(scenario, before, changes);
}

export function listed(parts: readonly string[]): string {
  if (parts.length <= 1) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** Whose move it is, in one sentence; empty when the game has ended. */
export function describeTurn(scenario: Scenario, turn: ToMove | undefined, game: Game, seat: number): string {
  if (turn === undefined) return "";
  if (game.beat === "ratification") return "The text is with the parliaments.";
  if (turn.who === "chance") return `Round ${game.round} is about to open.`;
  if (turn.who === "speaker") {
    return turn.party === seat
      ? "You have the floor."
      : `${nameAtStart(scenario, turn.party)} has the floor.`;
  }
  if (game.motion === null) return "The whole text is put to the vote.";
  if (game.beat === "council")
    return `The delegation led by ${nameIn(scenario, game.motion.party)} votes on the offer that stands.`;
  return game.motion.party === seat
    ? "Your amendment is put to the vote."
    : `The amendment of ${nameIn(scenario, game.motion.party)} is put to the vote.`;
}

/** Why a party voted or moved as it did, as the end of a sentence; undefined where there is nothing to say. */
export function describeReason(scenario: Scenario, reason: Reason | undefined): string | undefined {
  if (reason === undefined) return undefined;
  const issue = reason.issue === undefined ? undefined : scenario.issues[reason.issue]!;
  const about = issue?.label ?? "the text";
  switch (reason.cause) {
    case "above-mandate":
      return `${about} goes beyond its mandate`;
    case "below-mandate":
      return `${about} stays below its mandate`;
    case "clause-missing":
      return `it needs the clause “${issue?.title ?? ""}”`;
    case "better":
      return `it prefers this on ${about}`;
    case "worse":
      return `it loses on ${about}`;
    case "indifferent":
      return "it hardly matters to it";
    case "within-mandate":
      return "this brings the text closer to its mandate";
    case "adoptable":
      return "this brings in others who are needed";
    case "not-adoptable":
      return "this would cost others who are needed";
    case "too-little":
      return `it still hopes for more on ${about}`;
    case "enough":
      return "the text is good enough";
    case "beats-no-agreement":
      return "the text is better than no agreement";
    case "nothing-to-add":
      return "it has nothing to add";
    case "presses":
      return "this may bring others closer to the text it hopes for";
  }
}

/** The same for several parties. */
function describeSharedReason(scenario: Scenario, reason: Reason | undefined): string | undefined {
  const about = reason?.issue === undefined ? "the text" : scenario.issues[reason.issue]!.label;
  switch (reason?.cause) {
    case "above-mandate":
      return `${about} goes beyond their mandates`;
    case "below-mandate":
      return `${about} stays below their mandates`;
    case "clause-missing":
      return `they need the clause “${reason.issue === undefined ? "" : scenario.issues[reason.issue]!.title}”`;
    case "better":
      return `they prefer this on ${about}`;
    case "worse":
      return `they lose on ${about}`;
    case "indifferent":
      return "it hardly matters to them";
    case "within-mandate":
      return "this brings the text closer to their mandates";
    case "too-little":
      return `they still hope for more on ${about}`;
    case "nothing-to-add":
      return "they have nothing to add";
    default:
      return describeReason(scenario, reason);
  }
}

/** One party's vote in one sentence. */
export function describeVote(scenario: Scenario, party: number, vote: Vote): string {
  const name = nameAtStart(scenario, party);
  const why = describeReason(scenario, vote.reason);
  const reserved = vote.reservation === undefined ? undefined : scenario.issues[vote.reservation]!.label;
  if (reserved !== undefined) return `${name} agreed, with a reservation on ${reserved}.`;
  if (why === undefined) return `${name}: ${choiceNames[vote.choice].toLowerCase()}.`;
  if (vote.choice === "for") return `${name} voted for: ${why}.`;
  return vote.choice === "against" ? `${name} voted against: ${why}.` : `${name} abstained: ${why}.`;
}

/** Several parties that voted alike for the same reason, in one sentence. */
export function describeVoters(scenario: Scenario, parties: readonly number[], vote: Vote): string {
  if (parties.length === 1) return describeVote(scenario, parties[0]!, vote);
  const named = parties.length <= 3 ? parties : parties.slice(0, 2);
  const names = named.map((party) => nameIn(scenario, party));
  const rest = parties.length - named.length;
  const all = listed(rest === 0 ? names : [...names, countOf(rest, "other", "others")]);
  const who = all.charAt(0).toUpperCase() + all.slice(1);
  const why = describeSharedReason(scenario, vote.reason);
  const did = { for: "voted for", against: "voted against", abstain: "abstained" }[vote.choice];
  return why === undefined ? `${who} ${did}.` : `${who} ${did}: ${why}.`;
}

/** How likely something is, in one of three words. */
export function likelihood(chance: number): "unlikely" | "possible" | "likely" {
  if (chance < 0.34) return "unlikely";
  return chance < 0.67 ? "possible" : "likely";
}

export function points(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return `${rounded === 0 ? "0" : rounded.toLocaleString("en", { maximumFractionDigits: 1 })}`;
}

/** A difference with its sign, as "+3.5" or "−2". */
export function signedPoints(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  if (rounded === 0) return "±0";
  return rounded > 0 ? `+${points(rounded)}` : `−${points(-rounded)}`;
}

export function countOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** "6 January 2026", "January 2026" or "2026". */
export function dateName(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  if (month === undefined) return `${year}`;
  const options = day === undefined ? {} : ({ day: "numeric" } as const);
  const at = new Date(Date.UTC(year!, month - 1, day ?? 1));
  return at.toLocaleDateString("en-GB", { ...options, month: "long", year: "numeric", timeZone: "UTC" });
}
