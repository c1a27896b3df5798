/**
 * What anybody at the table may expect of the others: an estimate of who would support a text, from public claims and
 * observed ballots only. Delegates weigh it and the screen shows it as its forecast; neither sees anything more.
 *
 * Each party has a doubt ≥ 0 about each option; its support for a text is 1/(1 + sum of its doubts). Doubts start from
 * claims (most outside what was said, little where nothing was said) and move with every ballot: a stated
 * reason raises them where it points, a vote for the whole text lowers them. Only + − × ÷ are used, so every engine
 * gets the same bits.
 */

import type { Course, Negotiation } from "../protocol/course.ts";
import { objectionsAllowed, type Rule } from "../protocol/decision.ts";
import { initial } from "../protocol/game.ts";
import type { Change } from "../protocol/move.ts";
import { type Outcome, optionSpan } from "../scenario/outcome.ts";
import { statusQuoOf } from "../scenario/preference.ts";
import { claimInPlay } from "../scenario/reveal.ts";
import type { PublicScenario } from "./public.ts";

/** Who decides by which rule: what a chance of agreement is about. */
export type Deciding = Pick<Negotiation, "parties" | "decision">;

const OUTSIDE_CLAIM = 0.6;
const UNSAID_BEYOND_TEXT = 0.12;

export interface Support {
  readonly course: Course;
  /** Doubt of each party about each option, at flat option · parties + party: what one change touches lies together. */
  readonly doubts: Float64Array;
  /** The texts that failed amendments would have made, which are not worth repeating, by their digest. */
  readonly failed: Map<number, readonly Outcome[]>;
  /**
   * The estimate for the latest text asked about, kept because every voter asks about the same one. It holds what would
   * be worked out anew without it, so the order of questions makes no difference; `forget` when doubts have moved.
   */
  memo: {
    text: Outcome | undefined;
    doubtOf: Float64Array;
    /** By the rule that it stands with. */
    chance: number;
    decision: Rule | undefined;
    /** The motion asked about last, by identity, and the chance after it. */
    changes: readonly Change[] | undefined;
    chanceAfter: number;
  };
}

/** Doubts before the first move, from claims alone. Compiled once a scenario. Length: parties × options. */
export function priorDoubts(scenario: PublicScenario, course: Course): Float64Array {
  const { offsets, counts, total } = course.table;
  const doubts = new Float64Array(course.parties * total);
  const statusQuo = statusQuoOf(scenario);
  const openings = openingsIn(course);
  scenario.parties.forEach((party, p) => {
    scenario.issues.forEach((issue, i) => {
      const says = claimInPlay(party.preferences.stakes[issue.id] ?? {})?.says;
      const span = [statusQuo[i]!, ...openings.map((opening) => opening[i]!)];
      const [least, most] =
        says === undefined ? [Math.min(...span), Math.max(...span)] : optionSpan(issue, says);
      const step = says !== undefined ? OUTSIDE_CLAIM : issue.kind === "clause" ? 0 : UNSAID_BEYOND_TEXT;
      for (let option = 0; option < counts[i]!; option++) {
        const outside = Math.max(least - option, option - most, 0);
        doubts[(offsets[i]! + option) * course.parties + p] = step * outside;
      }
    });
  });
  return doubts;
}

/** The texts that the course may begin with. */
function openingsIn(course: Course): readonly Outcome[] {
  const [first] = course.phases;
  return first?.protocol === "drafting" ? first.openings : [initial(course).opening];
}

export function createSupport(course: Course, prior: Float64Array): Support {
  return supportLike({ course, doubts: prior, failed: new Map() });
}

/** A copy that learns on its own. */
export function supportLike({
  course,
  doubts,
  failed,
}: Pick<Support, "course" | "doubts" | "failed">): Support {
  return {
    course,
    doubts: doubts.slice(),
    failed: new Map(failed),
    memo: {
      text: undefined,
      doubtOf: new Float64Array(course.parties),
      chance: 0,
      decision: undefined,
      changes: undefined,
      chanceAfter: 0,
    },
  };
}

/** A party's doubt about one option. */
export function doubtAbout(
  { course, doubts }: Support,
  party: number,
  issue: number,
  option: number,
): number {
  return doubts[(course.table.offsets[issue]! + option) * course.parties + party]!;
}

/** A party's estimated support for a text, in (0, 1]. */
export function supportOf(support: Support, party: number, text: Outcome): number {
  return 1 / (1 + estimate(support, text).doubtOf[party]!);
}

/**
 * The weakest link of a text: the least support among the required parties, or how safely objections stay within the
 * rule if that is less. What people are told; the product of all (`chanceOf`) serves the agents' comparisons. In [0, 1].
 */
export function weakestLink(support: Support, phase: Deciding, text: Outcome): number {
  const { least, comfort } = prospectsOf(phase, estimate(support, text).doubtOf);
  return Math.min(least, comfort);
}

/**
 * Estimated chance that a text would be adopted: product of the required parties' support, times how comfortably
 * expected objections stay below what the rule bears. In [0, 1].
 */
export function chanceOf(support: Support, phase: Deciding, text: Outcome): number {
  const memo = estimateIn(support, phase, text);
  if (memo.chance < 0) memo.chance = chanceFrom(phase, memo.doubtOf);
  return memo.chance;
}

/** The chance after the motion on the table, worked out once for all voters. */
export function chanceAfterMotion(
  support: Support,
  phase: Deciding,
  text: Outcome,
  changes: readonly Change[],
): number {
  const memo = estimateIn(support, phase, text);
  if (memo.changes !== changes) {
    const doubts = doubtsAfter(support, phase, text, changes, new Float64Array(memo.doubtOf.length));
    memo.chanceAfter = chanceFrom(phase, doubts);
    memo.changes = changes;
  }
  return memo.chanceAfter;
}

/** Each party's doubt about a text after some changes, written into `doubts`. O(parties × changes). */
export function doubtsAfter(
  support: Support,
  phase: Deciding,
  text: Outcome,
  changes: readonly Change[],
  doubts: Float64Array,
): Float64Array {
  doubts.set(estimate(support, text).doubtOf);
  const { parties, table } = support.course;
  for (const [issue, option] of changes) {
    const before = (table.offsets[issue]! + text[issue]!) * parties;
    const after = (table.offsets[issue]! + option) * parties;
    for (const party of phase.parties) {
      doubts[party]! += support.doubts[after + party]! - support.doubts[before + party]!;
    }
  }
  return doubts;
}

/** The chance that follows from each party's doubt. */
export function chanceFrom(phase: Deciding, doubtOf: Float64Array): number {
  const { product, comfort } = prospectsOf(phase, doubtOf);
  return product * comfort;
}

/** Product and least of the required parties' support, and how safely the others' objections stay within the rule. */
function prospectsOf(
  phase: Deciding,
  doubtOf: Float64Array,
): { product: number; least: number; comfort: number } {
  let product = 1;
  let least = 1;
  let objections = 0;
  let others = 0;
  for (const party of phase.parties) {
    const assent = 1 / (1 + Math.max(0, doubtOf[party]!));
    if (phase.decision.required[party]) {
      product *= assent;
      least = Math.min(least, assent);
    } else {
      objections += 1 - assent;
      others++;
    }
  }
  return {
    product,
    least,
    comfort: comfortOf(objectionsAllowed(phase.decision, others), objections, others),
  };
}

/** How safely expected objections stay below what the rule bears: 1 well below, 0 well above. */
export function comfortOf(allowed: number, objections: number, others: number): number {
  if (!Number.isFinite(allowed) || others === 0) return 1;
  const slack = Math.max(1, others / 6);
  return Math.min(1, Math.max(0, (allowed + slack - objections) / (2 * slack)));
}

function estimate(support: Support, text: Outcome): Support["memo"] {
  const { memo } = support;
  if (memo.text !== undefined && sameText(memo.text, text)) return memo;
  const { parties, table } = support.course;
  memo.doubtOf.fill(0);
  for (let issue = 0; issue < text.length; issue++) {
    const row = (table.offsets[issue]! + text[issue]!) * parties;
    for (let party = 0; party < parties; party++) memo.doubtOf[party]! += support.doubts[row + party]!;
  }
  memo.text = text.slice();
  memo.decision = undefined;
  return memo;
}

function estimateIn(support: Support, { decision }: Deciding, text: Outcome): Support["memo"] {
  const memo = estimate(support, text);
  if (memo.decision === decision) return memo;
  memo.decision = decision;
  memo.chance = -1;
  memo.changes = undefined;
  return memo;
}

/** Drops what was worked out before: after a change of doubts. */
export function forget({ memo }: Support): void {
  memo.text = undefined;
}

export function sameText(a: Outcome, b: Outcome): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
