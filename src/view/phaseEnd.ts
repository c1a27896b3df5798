/**
 * The card between two phases: how the last one ended, what is in force from now on and what your walk-away has become,
 * what comes next and what you do there. Pure; whether it has been read is the screen's business (`play.ts`).
 */

import { isNegotiation } from "../protocol/course.ts";
import type { Standpoint } from "../seat/standpoint.ts";
import { walkAwayNow } from "../seat/worth.ts";
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
  /** Of your seat, in points; undefined where nothing is negotiated any more. */
  readonly walkAway: { readonly before: number; readonly after: number } | undefined;
  readonly next: {
    readonly title: string;
    readonly summary: string | undefined;
    readonly role: Role;
    /** A sentence that says "you". */
    readonly yours: string;
  };
}

/** For a game with a phase behind it and another before it. */
export function phaseEndOf(at: Standpoint): PhaseEndView {
  const { own, game, games } = at;
  const { scenario, course, party: seat } = own;
  const played = playedPhases(at).at(-1)!;
  const { title, summary } = scenario.phases[game.phase]!;
  return {
    title: scenario.phases[played.result.phase]!.title,
    agreed: played.result.end === "agreement",
    sentence: describeEnd(scenario, course, played, seat),
    support: describeSupport(scenario, course, played, seat),
    inForce: inForceOf(own, game),
    walkAway: course.phases.slice(game.phase).some(isNegotiation)
      ? {
          before: walkAwayNow(own, games[played.after - 1]!),
          after: walkAwayNow(own, games[played.after]!),
        }
      : undefined,
    next: {
      title,
      summary,
      role: roleIn(course.phases[game.phase]!, seat),
      yours: describeRole(own, game),
    },
  };
}
