/**
 * What a party's linkages and limits tie together, whatever its weights, values and ends of limits are: cards change those
 * in a game, never this. Worked out once a party, so that every search for its best outcome knows how long it may take.
 */
import { planOf } from "./elimination.ts";

/** Flat triples (issue, least option, greatest option), as everywhere in compiled preferences. */
type Conditions = Int32Array;
interface Tying {
  readonly when: Conditions;
  readonly issue: number;
  readonly factor: number;
}
interface Bounding {
  readonly issue: number;
  readonly unless: Conditions;
}

export interface Structure {
  /** By issue: how many options linkages and limits can tell apart at most. */
  readonly classes: readonly number[];
  /** The issues in an order in which elimination takes few steps. */
  readonly elimination: readonly number[];
}

/** `counts`: options by issue. O(issues³ + linkages and limits). */
export function structureOf(
  counts: Int32Array,
  links: readonly Tying[],
  limits: readonly Bounding[],
): Structure {
  const cuts = Array.from(counts, () => new Set<number>());
  const moving = Array.from(counts, () => 0);
  const cutAll = (when: Conditions) => {
    for (let c = 0; c < when.length; c += 3) cuts[when[c]!]!.add(when[c + 1]!).add(when[c + 2]! + 1);
  };
  for (const { when } of links) cutAll(when);
  for (const { issue, unless } of limits) {
    cutAll(unless);
    // Its ends move with cards; one without conditions rules options out and tells none of the others apart.
    if (unless.length > 0) moving[issue]! += 2;
  }
  const classes = Array.from(counts, (count, issue) => {
    const inside = [...cuts[issue]!].filter((cut) => cut > 0 && cut < count);
    return Math.min(count, 1 + inside.length + moving[issue]!);
  });
  const { order } = planOf(classes, scopesOf(counts.length, links, limits));
  return { classes, elimination: order };
}

/** Issues that are looked at together; one list for all factors of a term, as these multiply each other. */
function scopesOf(issues: number, links: readonly Tying[], limits: readonly Bounding[]): number[][] {
  const factors = Array.from({ length: issues }, (_, issue) => [issue]);
  for (const { when, issue, factor } of links) if (factor !== 1) factors[issue]!.push(...issuesIn(when));
  return [
    ...factors,
    ...links.map(({ when }) => issuesIn(when)),
    ...limits.flatMap(({ issue, unless }) => (unless.length > 0 ? [[issue, ...issuesIn(unless)]] : [])),
  ].map((scope) => [...new Set(scope)]);
}

function issuesIn(when: Conditions): number[] {
  return [...when].filter((_, c) => c % 3 === 0);
}
