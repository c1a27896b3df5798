/** What the schema can't say of the bounds of a decision rule: which of their keys go together. */
import type { Path } from "../problem.ts";
import type { Bound, DecisionRule, Objections } from "../schema.ts";
import type { Add } from "./references.ts";

/** `path`: of the rule. */
export function checkBounds({ minFor = [], maxAgainst = [] }: DecisionRule, path: Path, add: Add): void {
  for (const [bound, at] of placed(minFor, [...path, "minFor"])) checkBound(bound, at, add);
  for (const [bound, at] of placed<Objections>(maxAgainst, [...path, "maxAgainst"])) {
    checkBound(bound, at, add);
    if (bound.beside !== undefined) checkBound(bound.beside, [...at, "beside"], add);
  }
}

/** One bound stands at the path itself, those of a list below it. */
function placed<B>(bounds: B | readonly B[], path: Path): (readonly [B, Path])[] {
  return isList(bounds) ? bounds.map((bound, i) => [bound, [...path, i]]) : [[bounds, path]];
}

function isList<B>(bounds: B | readonly B[]): bounds is readonly B[] {
  return Array.isArray(bounds);
}

function checkBound({ count, share, base, exactly }: Bound, path: Path, add: Add): void {
  if ((count === undefined) === (share === undefined))
    add("threshold-form", path, 'A threshold has either a "count" or a "share", one of the two.');
  else if (share === undefined && base !== undefined)
    add(
      "threshold-form",
      [...path, "base"],
      '"base" says what a share is taken of. Remove it beside a "count".',
    );
  else if (share === undefined && exactly !== undefined)
    add("threshold-form", [...path, "exactly"], '"exactly" is for a share. Remove it beside a "count".');
}
