/**
 * After the schema has refused some parts, the rest is still checked. Findings that only follow from what was left out
 * would say the same thing twice, and are told apart here.
 */
import { getNodePath, type Node } from "jsonc-parser";
import { nearestName, type ProblemCode } from "../problem.ts";

/** Codes of a form that is incomplete when a part of it was refused, and of names that may have been refused. */
const FORMS: readonly ProblemCode[] = [
  "condition-form",
  "stake-form",
  "values-count",
  "claim-basis",
  "clause-form",
  "limit-form",
  "linkage-form",
  "threshold-form",
  "effect-form",
  "agenda",
];
const NAMES: readonly ProblemCode[] = [
  "unknown-issue",
  "unknown-option",
  "unknown-party",
  "unknown-source",
  "unknown-phase",
  "unknown-lever",
  "rule-party",
  "values-count",
  "phase-unreachable",
];

/** Whether a finding only follows from what was refused before, and would say the same thing twice. */
export function consequencesOf(removed: readonly Node[]): (code: ProblemCode, node: Node) => boolean {
  const namesRemoved = removed.some(holdsNames);
  return (code, node) => {
    if (namesRemoved && NAMES.includes(code)) return true;
    const form = node.children === undefined ? node.parent!.parent! : node;
    const end = form.offset + form.length;
    return FORMS.includes(code) && removed.some(({ offset }) => offset >= form.offset && offset < end);
  };
}

/** Whether other places may refer to what was left out: an entry of a list, or the part of one that names it. */
function holdsNames(removed: Node): boolean {
  const [list, , part, ...rest] = getNodePath(removed.type === "property" ? removed.children![0]! : removed);
  if (!["sources", "issues", "parties", "phases", "levers"].includes(String(list))) return false;
  if (part === undefined || part === "options" || part === "groups") return true;
  return (
    rest.length === 0 &&
    (part === "id" || part === "bloc" || nearestName(String(part), ["groups"]) !== undefined)
  );
}
