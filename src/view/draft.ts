/** Drafts that a person may start from. */

import { openIssues } from "../protocol/course.ts";
import { legalChanges } from "../protocol/enumeration.ts";
import { phaseNow } from "../protocol/game.ts";
import { type Change, changesBetween } from "../protocol/move.ts";
import { countBroken, utility } from "../scenario/preference.ts";
import { preferenceNow, seatAt } from "../seat/seats.ts";
import type { Standpoint } from "../seat/standpoint.ts";

/** Your best amendment of the open issues that breaks no further limit of your mandate; empty when nothing is better. */
export function idealDraft({ own, game }: Standpoint): readonly Change[] {
  const { course } = own;
  const phase = phaseNow(course, game);
  if (phase.protocol === "talks") {
    const best = seatAt(own, game)?.best.outcome ?? game.text;
    return changesBetween(game.text, best);
  }
  const preference = preferenceNow(own, game);
  const worth = (text: readonly number[]) => utility(preference, text);
  let best: { changes: readonly Change[]; broken: number; worth: number } = {
    changes: [],
    broken: countBroken(preference, game.text),
    worth: worth(game.text),
  };
  for (const changes of legalChanges(course, openIssues(phase, game), game.text)) {
    const next = game.text.slice();
    for (const [issue, option] of changes) next[issue] = option;
    const broken = countBroken(preference, next);
    if (broken > best.broken) continue;
    if (broken < best.broken || worth(next) > best.worth + 1e-9)
      best = { changes, broken, worth: worth(next) };
  }
  return best.changes;
}
