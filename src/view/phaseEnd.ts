/**
 * The card between two phases: how the last one ended, what is in force from now on and what your walk-away has become,
 * what comes next and what you do there. Pure; whether it has been read is the screen's business (`play.ts`).
 */

import type { Table } from "../seat/compiled.ts";
import { walkAwayNow } from "../seat/worth.ts";
import type { Snapshot } from "../session/session.ts";
import { describeRole, type Role, roleIn } from "./course.ts";
import { describeEnd, describeSupport, playedPhases } from "./ending.ts";
import { type InForceView, inForceOf } from "./inForce.ts";

export interface PhaseEndView {
  readonly title: string;
  readonly agreed: boolean;
  /** How it ended, in one sentence. */
  readonly sentence: string;
  /** Who stands behind it; sentences. */
  readonly support: readonly string[];
  /** From now on, until something else is agreed. */
  readonly inForce: InForceView;
  /** Of your seat, in points. */
  readonly walkAway: { readonly before: number; readonly after: number };
  readonly next: {
    readonly title: string;
    readonly summary: string | undefined;
    readonly role: Role;
    /** A sentence that says "you". */
    readonly yours: string;
  };
}

/** For a game with a phase behind it and another before it. */
export function phaseEndOf(table: Table, snapshot: Snapshot, seat: number): PhaseEndView {
  const { scenario, positions } = table;
  const { course } = positions;
  const { game, games } = snapshot;
  const played = playedPhases(snapshot).at(-1)!;
  const { title, summary } = scenario.phases[game.phase]!;
  return {
    title: scenario.phases[played.result.phase]!.title,
    agreed: played.result.end === "agreement",
    sentence: describeEnd(scenario, course, played, seat),
    support: describeSupport(scenario, course, played, seat),
    inForce: inForceOf(table, game, seat),
    walkAway: {
      before: walkAwayNow(table, games[played.after - 1]!, seat),
      after: walkAwayNow(table, games[played.after]!, seat),
    },
    next: {
      title,
      summary,
      role: roleIn(course.phases[game.phase]!, seat),
      yours: describeRole(table, game, seat),
    },
  };
}
