/** Drafts that a person may start from. */

import { openIssues } from "../protocol/course.ts";
import { legalChanges } from "../protocol/enumeration.ts";
import { phaseNow } from "../protocol/game.ts";
import { type Change, changesBetween, type Game } from "../protocol/move.ts";
import { countBroken, utility } from "../scenario/preference.ts";
import type { Table } from "../seat/compiled.ts";
import { preferenceNow, seatsAt } from "../seat/seats.ts";

/** Your best amendment of the open issues that breaks no further limit of your mandate; empty when nothing is better. */
export function idealDraft(table: Table, game: Game, seat: number): readonly Change[] {
  const { course } = table.positions;
  const phase = phaseNow(course, game);
  if (phase.protocol === "talks") {
    const best = seatsAt(table, game)[seat]?.best.outcome ?? game.text;
    return changesBetween(game.text, best);
  }
  const preference = preferenceNow(table, game, seat);
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
