/** Drafts that a person may start from. */

import { openIssues } from "../protocol/course.ts";
import { amended } from "../protocol/drafting.ts";
import { legalChanges } from "../protocol/enumeration.ts";
import { phaseNow } from "../protocol/game.ts";
import { type Change, changesBetween } from "../protocol/move.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { countBroken, utility } from "../scenario/preference.ts";
import { preferenceNow, seatAt } from "../seat/seats.ts";
import type { Standpoint } from "../seat/standpoint.ts";

/** Amendments that are looked at one by one; where there are more, the best is approached change by change. */
const LISTED = 20_000;

/**
 * Your best amendment of the open issues that breaks no further limit of your mandate; empty when nothing is better. Exact
 * up to LISTED amendments; beyond that the best change, then the best beside it, and so on as long as one is better.
 */
export function idealDraft({ own, game }: Standpoint): readonly Change[] {
  const { course } = own;
  const phase = phaseNow(course, game);
  if (phase.protocol !== "drafting") {
    const best = seatAt(own, game)?.best.outcome ?? game.text;
    return changesBetween(game.text, best);
  }
  const preference = preferenceNow(own, game);
  const open = openIssues(phase, game);
  const bestFrom = (text: Outcome, issues: readonly number[], most: number): readonly Change[] => {
    let best = {
      changes: [] as readonly Change[],
      broken: countBroken(preference, text),
      worth: utility(preference, text),
    };
    for (const changes of legalChanges(course, issues, text, most)) {
      const next = amended(text, changes);
      const broken = countBroken(preference, next);
      if (broken > best.broken) continue;
      const worth = utility(preference, next);
      if (broken < best.broken || worth > best.worth + 1e-9) best = { changes, broken, worth };
    }
    return best.changes;
  };
  if (
    amendments(
      open.map((issue) => course.table.counts[issue]!),
      phase.changes,
    ) <= LISTED
  )
    return bestFrom(game.text, open, phase.changes);
  const made: Change[] = [];
  while (made.length < phase.changes) {
    const left = open.filter((issue) => made.every(([changed]) => changed !== issue));
    const [change] = bestFrom(amended(game.text, made), left, 1);
    if (change === undefined) break;
    made.push(change);
  }
  return made;
}

/** How many amendments there are of issues with so many options each, if at most `most` are changed. */
function amendments(counts: readonly number[], most: number): number {
  // By number of issues changed.
  const ways = [1];
  for (const count of counts)
    for (let changed = Math.min(most, ways.length); changed >= 1; changed--)
      ways[changed] = (ways[changed] ?? 0) + ways[changed - 1]! * (count - 1);
  return ways.reduce((sum, some) => sum + some, 0);
}
