/**
 * What an agent answers, or a peer sends, is anything until it has been looked at: a value of the wrong shape, a
 * promise, something with a trap in it. A move is built from what was looked at and from nothing else, so that what is
 * checked is what is played.
 */
import type { Course } from "../protocol/course.ts";
import { CHOICES, type Choice } from "../protocol/decision.ts";
import { violation, voteViolation } from "../protocol/game.ts";
import {
  CAUSES,
  type Cause,
  type Change,
  type Game,
  type Move,
  type Reason,
  type Vote,
} from "../protocol/move.ts";

/** A move of its own that a party may make now, or a sentence that says why it is none. */
export function legalMove(course: Course, game: Game, party: number, act: unknown): Move | string {
  try {
    const move = moveFrom(course, party, act);
    return typeof move === "string" ? move : (violation(course, game, move) ?? move);
  } catch (error) {
    return unreadable(error);
  }
}

/** A vote that a party may cast now, or a sentence that says why it is none. `against`: the rules that it is held to. */
export function legalVote(
  course: Course,
  game: Game,
  party: number,
  act: unknown,
  against = voteViolation,
): Vote | string {
  try {
    const vote = voteFrom(course, act);
    return typeof vote === "string" ? vote : (against(course, game, party, vote) ?? vote);
  } catch (error) {
    return unreadable(error);
  }
}

/** Whether what is to be an act is meant as a vote; all else is meant as a move. */
export function isVote(act: unknown): boolean {
  try {
    return isRecord(act) && act.type === "vote";
  } catch {
    return false;
  }
}

/** Whether it is legal now is for the rules to say. */
function moveFrom({ table }: Course, party: number, act: unknown): Move | string {
  if (!isRecord(act)) return notA("move", act);
  const { type, reason: given } = act;
  const reason = reasonFrom(given, table.counts.length);
  if (typeof reason === "string") return reason;
  const own = { party, ...(reason && { reason }) };
  switch (type) {
    case "hold":
    case "walkaway":
    case "accept":
      return ownMove(act, { type, ...own });
    case "lever": {
      const { lever, target } = act;
      if (!isIndex(lever) || !Number.isInteger(target))
        return "A lever is pulled by its index, at a target or −1.";
      return ownMove(act, { type, lever, target: Number(target), ...own });
    }
    case "amend": {
      const changes = changesFrom(act.changes);
      if (changes === undefined) return "An amendment has changes: a list of pairs [issue, option].";
      return ownMove(act, { type, changes, ...own });
    }
    case "offer": {
      const { outcome } = act;
      if (!isList(outcome) || !outcome.every(isIndex))
        return "An offer has an outcome: an option index for each issue.";
      return ownMove(act, { type, outcome: [...outcome], ...own });
    }
    default:
      if (act instanceof Promise) return notA("move", act);
      return `A party can lever, amend, hold, walkaway, offer or accept, not ${shown(type)}.`;
  }
}

function voteFrom({ table }: Course, act: unknown): Vote | string {
  if (!isRecord(act)) return notA("vote", act);
  const { choice, reservation, reason: given } = act;
  if (!isChoice(choice)) {
    if (act instanceof Promise) return notA("vote", act);
    return `A vote has a choice: for, against or abstain, not ${shown(choice)}.`;
  }
  const reason = reasonFrom(given, table.counts.length);
  if (typeof reason === "string") return reason;
  if (reservation === undefined) return reason === undefined ? { choice } : { choice, reason };
  if (!isIndex(reservation)) return `A reservation is the index of an issue, not ${shown(reservation)}.`;
  return reason === undefined ? { choice, reservation } : { choice, reservation, reason };
}

function ownMove(act: Record<string, unknown>, move: Move & { readonly party: number }): Move | string {
  return act.party === move.party
    ? move
    : `A party acts for itself only: this is party ${move.party}, the act names ${shown(act.party)}.`;
}

function reasonFrom(given: unknown, issues: number): Reason | undefined | string {
  if (given === undefined) return undefined;
  const { cause, issue } = isRecord(given) ? given : { cause: given, issue: undefined };
  if (!isCause(cause)) return `A reason has a cause: one of ${CAUSES.join(", ")}, not ${shown(cause)}.`;
  if (issue === undefined) return { cause };
  return isIndex(issue) && issue < issues
    ? { cause, issue }
    : `A reason is about the index of an issue, not ${shown(issue)}.`;
}

function changesFrom(given: unknown): Change[] | undefined {
  if (!isList(given)) return undefined;
  const changes: Change[] = [];
  for (const change of given) {
    if (!isList(change) || change.length !== 2) return undefined;
    const [issue, option] = change;
    if (!isIndex(issue) || !isIndex(option)) return undefined;
    changes.push([issue, option]);
  }
  return changes;
}

const choices: ReadonlySet<unknown> = new Set(CHOICES);
const causes: ReadonlySet<unknown> = new Set(CAUSES);
const isChoice = (value: unknown): value is Choice => choices.has(value);
const isCause = (value: unknown): value is Cause => causes.has(value);
const isIndex = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0;
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function notA(what: string, act: unknown): string {
  return act instanceof Promise
    ? `An agent answers at once: a promise is no ${what}.`
    : `${shown(act)} is no ${what}.`;
}

function unreadable(error: unknown): string {
  return `The act can't be read: ${thrown(error)}.`;
}

/** An error as short text on one line, whatever was thrown. */
export function thrown(error: unknown): string {
  const text = error instanceof Error ? cut(`${error.name}: ${error.message}`) : shown(error);
  return text.replaceAll(/\s+/g, " ");
}

/** Longest text of a value in a sentence. */
const SHOWN = 200;

/** A value as short text, whatever it is. */
export function shown(value: unknown): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(value, (_, part) =>
      typeof part === "number" && !Number.isFinite(part) ? String(part) : part,
    );
    text ??= String(value);
  } catch {
    text = Object.prototype.toString.call(value);
  }
  return cut(text);
}

function cut(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
