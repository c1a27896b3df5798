/**
 * What a card tells everybody about the others: its text says whom it moves and which way, so the public estimate of
 * support moves with it, although nobody sees by how much another's numbers change. A reveal alone shows real limits.
 */
import type { Outcome } from "../scenario/outcome.ts";
import { breaks, type Preference } from "../scenario/preference.ts";
import {
  type Card,
  concerns,
  type Effect,
  EVERY_ISSUE,
  effectsOf,
  issueOf,
  type Played,
} from "../world/cards.ts";
import type { Phase } from "./course.ts";
import { chanceFrom, doubtAbout, doubtsAfter, type Support } from "./support.ts";

/** A doubt changes by this share a point of weight, and by so much a point of value. */
const PER_POINT = 0.03;
const PER_VALUE = 2;
/** Least doubt about options that a narrower limit may rule out. */
const NARROWED = 0.6;
/** Doubt about what is known to be beyond a limit, and what is left of doubts about the rest. */
const KNOWN_LIMIT = 3;
const KNOWN_FREE = 0.5;

/** Effects that change what is expected of others. */
type Moving = Extract<Effect, { changes: "weight" | "value" | "limit" }>;

/** A card as it would be or has been played; where and when does not matter here. */
export type Aimed = Pick<Played, "card" | "by" | "target" | "branch">;

function movingEffects(cards: readonly Card[], aimed: Aimed): { effect: Moving; issue: number }[] {
  return effectsOf(cards, aimed).flatMap((effect) =>
    effect.changes === "weight" || effect.changes === "value" || effect.changes === "limit"
      ? [{ effect, issue: issueOf(effect.issue, aimed) }]
      : [],
  );
}

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

/** The chance of a text once a card is played, by the public estimate. O(parties × effects). */
export function chanceWithCard(support: Support, phase: Phase, text: Outcome, aimed: Aimed): number {
  const { parties, cards } = support.course;
  const doubts = doubtsAfter(support, phase, text, [], new Float64Array(parties));
  for (const { effect, issue } of movingEffects(cards, aimed)) {
    const option = text[issue]!;
    for (const party of phase.parties) {
      if (!concerns(effect.who, aimed, party)) continue;
      doubts[party]! +=
        doubtAfter(support, effect, party, issue, option) - doubtAbout(support, party, issue, option);
    }
  }
  return chanceFrom(phase, doubts);
}

/** Moves the estimate by a card that has been played. `preferences`: by party, read for reveals only. */
export function learnFromCard(support: Support, preferences: readonly Preference[], aimed: Aimed): void {
  const { course, doubts } = support;
  const { parties, table } = course;
  for (const { effect, issue } of movingEffects(course.cards, aimed)) {
    for (let party = 0; party < parties; party++) {
      if (!concerns(effect.who, aimed, party)) continue;
      const after = Array.from({ length: table.counts[issue]! }, (_, option) =>
        doubtAfter(support, effect, party, issue, option),
      );
      after.forEach((doubt, option) => {
        doubts[(table.offsets[issue]! + option) * parties + party] = doubt;
      });
    }
  }
  for (const effect of effectsOf(course.cards, aimed)) {
    if (effect.changes !== "reveal") continue;
    for (let party = 0; party < parties; party++) {
      if (concerns(effect.who, aimed, party))
        reveal(support, preferences[party]!, party, issueOf(effect.issue, aimed));
    }
  }
}

/** Doubts become what the limits say; a limit that a condition may lift counts as one. */
function reveal({ course, doubts }: Support, { limits }: Preference, party: number, issue: number): void {
  const { table, parties } = course;
  const outcome = new Array<number>(table.counts.length).fill(0);
  for (let i = 0; i < table.counts.length; i++) {
    if (issue !== EVERY_ISSUE && i !== issue) continue;
    const own = limits.filter((limit) => limit.issue === i);
    for (let option = 0; option < table.counts[i]!; option++) {
      outcome[i] = option;
      const beyond = own.some((limit) => breaks(limit, outcome));
      const at = (table.offsets[i]! + option) * parties + party;
      doubts[at] = beyond ? Math.max(doubts[at]!, KNOWN_LIMIT) : doubts[at]! * KNOWN_FREE;
    }
  }
}
