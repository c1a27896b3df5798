/**
 * What a card tells everybody about the others: its text says whom it moves and which way, so the public estimate of
 * support moves with it, although nobody sees by how much another's numbers change. Real limits are seen only where the
 * card makes them public (`disclosure.ts`).
 */

import type { Outcome } from "../scenario/outcome.ts";
import { concerned, issueOf, type Moving } from "../world/cards.ts";
import type { Aimed, Disclosure, Permission } from "./disclosure.ts";
import {
  chanceFrom,
  chanceOf,
  type Deciding,
  doubtAbout,
  doubtsAfter,
  forget,
  type Support,
} from "./support.ts";

/** A doubt changes by this share a point of weight, and by so much a point of value. */
const PER_POINT = 0.03;
const PER_VALUE = 2;
/** Least doubt about options that a narrower limit may rule out. */
const NARROWED = 0.6;
/** Doubt about what is known to be beyond a limit, and what is left of doubts about the rest. */
const KNOWN_LIMIT = 3;
const KNOWN_FREE = 0.5;

/** A party's doubt about one option once an effect concerns it. */
function doubtAfter(support: Support, effect: Moving, party: number, issue: number, option: number): number {
  const last = support.course.table.counts[issue]! - 1;
  const at = (o: number) => doubtAbout(support, party, issue, Math.min(last, Math.max(0, o)));
  const doubt = at(option);
  switch (effect.changes) {
    case "weight":
      return Math.max(0, doubt * (1 + effect.add * PER_POINT));
    case "value":
      return option === effect.option ? Math.max(0, doubt - effect.add * PER_VALUE) : doubt;
    case "limit": {
      const { min, max } = effect;
      let after = doubt;
      if (max > 0) after = Math.min(after, at(option - max));
      if (min < 0) after = Math.min(after, at(option - min));
      if (max < 0) after = Math.max(after, at(option - max), option > last + max ? NARROWED : 0);
      if (min > 0) after = Math.max(after, at(option - min), option < min ? NARROWED : 0);
      return after;
    }
  }
}

/**
 * The chance of a text once a card is played, by the public estimate; exactly what it was when nobody's doubt about the text
 * changes. O(parties × effects).
 */
export function chanceWithCard(support: Support, phase: Deciding, text: Outcome, aimed: Aimed): number {
  const { parties, cards } = support.course;
  let doubts: Float64Array | undefined;
  for (const effect of cards[aimed.card]!.moving[aimed.branch]!) {
    const issue = issueOf(effect.issue, aimed);
    const option = text[issue]!;
    for (const party of concerned(effect.who, aimed)) {
      const shift =
        doubtAfter(support, effect, party, issue, option) - doubtAbout(support, party, issue, option);
      if (shift === 0) continue;
      doubts ??= doubtsAfter(support, phase, text, [], new Float64Array(parties));
      doubts[party]! += shift;
    }
  }
  return doubts === undefined ? chanceOf(support, phase, text) : chanceFrom(phase, doubts);
}

/** Moves the estimate by a card that has been played and by what it has made public. */
export function learnFromCard(support: Support, aimed: Aimed, disclosed: readonly Disclosure[]): void {
  const { course, doubts } = support;
  const { parties, table } = course;
  forget(support);
  for (const effect of course.cards[aimed.card]!.moving[aimed.branch]!) {
    const issue = issueOf(effect.issue, aimed);
    for (const party of concerned(effect.who, aimed)) {
      const after = Array.from({ length: table.counts[issue]! }, (_, option) =>
        doubtAfter(support, effect, party, issue, option),
      );
      after.forEach((doubt, option) => {
        doubts[(table.offsets[issue]! + option) * parties + party] = doubt;
      });
    }
  }
  for (const { party, issue, options } of disclosed) {
    options.forEach((permission, option) => {
      const at = (table.offsets[issue]! + option) * parties + party;
      doubts[at] = doubtKnowing(permission, doubts[at]!);
    });
  }
}

/** Beyond a limit that a condition may lift, at least what a narrower one leaves. */
function doubtKnowing(permission: Permission, doubt: number): number {
  switch (permission) {
    case "permitted":
      return doubt * KNOWN_FREE;
    case "conditional":
      return Math.max(doubt, NARROWED);
    case "forbidden":
      return Math.max(doubt, KNOWN_LIMIT);
  }
}
