/**
 * What a card tells everybody about the others: its text says whom it moves and which way, so what is believed of them moves
 * with it, although nobody sees by how much another's numbers change. Real limits are seen only where the card makes
 * them public (`disclosure.ts`).
 */
import type { Negotiation } from "../protocol/course.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { concerned, issueOf, type Moving } from "../world/cards.ts";
import { type Belief, derive, issueBelief, restoreIssue, scaleIssue, shiftOption } from "./belief.ts";
import { agreementChance, emptyEstimate, estimateText, signersOf } from "./chances.ts";
import type { Aimed, Disclosure, Permission } from "./disclosure.ts";

/** A party is believed to care so much more, or less, for an issue whose weight a card raises or lowers. */
const WEIGHED = 1.25;
/** A value moves an option by so many deviations. */
const VALUED = 0.7;
/** Chance that an option is barred by a limit that a card narrows, and by one that it makes public. */
const NARROWED = 0.4;
const BARRED: Readonly<Record<Permission, number>> = { permitted: 0, conditional: 0.4, forbidden: 0.95 };

/** Moves what is believed of a party by an effect that concerns it. */
function learnEffect(belief: Belief, effect: Moving, party: number, issue: number): void {
  switch (effect.changes) {
    case "weight":
      if (effect.add !== 0) scaleIssue(belief, party, issue, effect.add > 0 ? WEIGHED : 1 / WEIGHED);
      break;
    case "value":
      shiftOption(belief, party, issue, effect.option, Math.sign(effect.add) * VALUED);
      break;
    case "limit":
      shiftBarred(belief, effect, party, issue);
      break;
  }
  derive(belief, party, issue);
}

/** A wider limit lets each option be judged like the one so many steps further in, a narrower one like the one further out. */
function shiftBarred(
  { course, barred }: Belief,
  { min, max }: Extract<Moving, { changes: "limit" }>,
  party: number,
  issue: number,
): void {
  const { counts, offsets } = course.table;
  const last = counts[issue]! - 1;
  const at = (option: number) => (offsets[issue]! + option) * course.parties + party;
  const before = Array.from({ length: last + 1 }, (_, option) => barred[at(option)]!);
  const of = (option: number) => before[Math.min(last, Math.max(0, option))]!;
  for (let option = 0; option <= last; option++) {
    let chance = before[option]!;
    if (max > 0) chance = Math.min(chance, of(option - max));
    if (min < 0) chance = Math.min(chance, of(option - min));
    if (max < 0) chance = Math.max(chance, of(option - max), option > last + max ? NARROWED : 0);
    if (min > 0) chance = Math.max(chance, of(option - min), option < min ? NARROWED : 0);
    barred[at(option)] = chance;
  }
}

/** The chance of a text once a card is played; exactly what it was when the card moves nobody. The belief stays as it is. */
export function chanceWithCard(belief: Belief, phase: Negotiation, text: Outcome, aimed: Aimed): number {
  const { course } = belief;
  const moved = course.cards[aimed.card]!.moving[aimed.branch]!.flatMap((effect) => {
    const issue = issueOf(effect.issue, aimed);
    return concerned(effect.who, aimed).map((party) => ({ effect, issue, party }));
  });
  const before = moved.map(({ party, issue }) => issueBelief(belief, party, issue));
  for (const { effect, party, issue } of moved) learnEffect(belief, effect, party, issue);
  const { signs } = estimateText(belief, phase, signersOf(phase), text, 1, emptyEstimate(course));
  moved.forEach(({ party, issue }, k) => {
    restoreIssue(belief, party, issue, before[k]!);
  });
  return agreementChance(phase, signs, -1);
}

/** Moves what is believed by a card that has been played and by what it has made public. */
export function learnFromCard(belief: Belief, aimed: Aimed, disclosed: readonly Disclosure[]): void {
  const { course, barred } = belief;
  belief.version++;
  for (const effect of course.cards[aimed.card]!.moving[aimed.branch]!) {
    const issue = issueOf(effect.issue, aimed);
    for (const party of concerned(effect.who, aimed)) learnEffect(belief, effect, party, issue);
  }
  for (const { party, issue, options } of disclosed) {
    options.forEach((permission, option) => {
      barred[(course.table.offsets[issue]! + option) * course.parties + party] = BARRED[permission];
    });
  }
}
