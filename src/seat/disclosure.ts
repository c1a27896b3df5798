/**
 * What a card that reveals makes public of somebody's mandate: which options of an issue it permits. Whoever runs the
 * game works it out from the truth and tells it to everybody with the move; a seat learns from what it is told.
 */
import type { Positions } from "../protocol/course.ts";
import type { Move } from "../protocol/move.ts";
import type { Limit } from "../scenario/preference.ts";
import { concerned, EVERY_ISSUE, effectsOf, issueOf, type Played } from "../world/cards.ts";

/** A card as it would be or has been played; where and when does not matter here. */
export type Aimed = Pick<Played, "card" | "by" | "target" | "branch">;

/** `conditional`: the limit that forbids the option can be lifted by the rest of the text. */
export type Permission = "permitted" | "conditional" | "forbidden";

export interface Disclosure {
  readonly party: number;
  readonly issue: number;
  /** By option. */
  readonly options: readonly Permission[];
}

const NOTHING: readonly Disclosure[] = [];

/** The card that a move plays. */
export function cardIn(move: Move): Aimed | undefined {
  if (move.type === "lever") return { card: move.lever, by: move.party, target: move.target, branch: 0 };
  return move.type === "news" && move.event !== undefined ? { ...move.event, by: -1 } : undefined;
}

/** What a move makes public of mandates. */
export function disclosedBy(positions: Positions, move: Move): readonly Disclosure[] {
  const aimed = cardIn(move);
  return aimed === undefined ? NOTHING : disclosedByCard(positions, aimed);
}

export function disclosedByCard({ course, preferences }: Positions, aimed: Aimed): readonly Disclosure[] {
  const { counts } = course.table;
  return effectsOf(course.cards, aimed).flatMap((effect) => {
    if (effect.changes !== "reveal") return NOTHING;
    const about = issueOf(effect.issue, aimed);
    const issues = about === EVERY_ISSUE ? [...counts.keys()] : [about];
    return concerned(effect.who, aimed).flatMap((party) =>
      issues.map((issue) => ({
        party,
        issue,
        options: permissionsOf(preferences[party]!.limits, issue, counts[issue]!),
      })),
    );
  });
}

function permissionsOf(limits: readonly Limit[], issue: number, options: number): Permission[] {
  const own = limits.filter((limit) => limit.issue === issue);
  return Array.from({ length: options }, (_, option) => {
    const broken = own.filter(({ min, max }) => option < min || option > max);
    if (broken.length === 0) return "permitted";
    return broken.some(({ unless }) => unless.length === 0) ? "forbidden" : "conditional";
  });
}
