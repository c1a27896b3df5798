/**
 * Unknown text → Scenario, or every problem at once. Syntax first (nothing else can be trusted without it); then the
 * schema; then, on whatever the schema accepted, the checks that span several places. Parts the schema refused are
 * left out for that last step, so one slip does not hide the others. After this nothing re-validates.
 */
import { findNodeAtLocation, type Node, type ParseError, parseTree } from "jsonc-parser";
import type { z } from "zod";
import { checkScenario } from "../checks/check.ts";
import type { Add } from "../checks/references.ts";
import { type Path, type Problem, type ProblemCode, shortened } from "../problem.ts";
import { BOUNDS, type Scenario } from "../schema.ts";
import type { StrategyFormats } from "../strategies.ts";
import { FILE_CHECKS } from "../warnings/checks.ts";
import type { Check, Warning, WarningCode } from "../warnings/warning.ts";
import type { Allowed } from "./allowed.ts";
import { consequencesOf } from "./consequences.ts";
import { decodeText } from "./decode.ts";
import { ANOTHER, type Content, contentOf, foreignSentence } from "./foreign.ts";
import { formatWith } from "./format.ts";
import { type Report, reporter, untilEnough } from "./report.ts";
import { sentenceOf, sentenceOfSyntax } from "./sentence.ts";
import { type Excess, excessIn, type View, viewOf } from "./tree.ts";
import { unfolded } from "./unfold.ts";

export type Parsed =
  | { readonly ok: true; readonly scenario: Scenario; readonly warnings: readonly Warning[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const MAX_DEPTH = 40;
/** How often the schema may look at what is left, so that one slip does not hide another. */
const MAX_PASSES = 12;
/** What every object of the program has by itself: `toString`, `constructor`, `__proto__` … */
const RESERVED = new Set(["prototype", ...Object.getOwnPropertyNames(Object.prototype)]);

const NO_SCENARIO: Partial<Record<Content["kind"], string>> = {
  run: "This is a saved game, not a scenario: open it as a saved game, or play it again with parley replay.",
  scenario: 'The scenario does not say that it is one: write "parley": 1 as its first property.',
};

/** What else can be refused in a scenario without problems: what only rooms above this one can tell. */
export type LastCheck = (scenario: Scenario, add: Add) => void;

/**
 * `source`: the bytes or the text of a scenario file, or an object as `JSON.parse` gives it. `checks`: what to warn of in
 * a scenario that can be played. Never throws.
 */
export function parseWith(
  strategies: StrategyFormats,
  lastCheck: LastCheck,
  source: unknown,
  checks: readonly Check[] = FILE_CHECKS,
): Parsed {
  if (source instanceof Uint8Array) {
    if (source.length > BOUNDS.bytes) return refusal("too-large", TOO_LARGE);
    const decoded = decodeText(source);
    return decoded.ok
      ? parseText(decoded.text, strategies, lastCheck, checks)
      : refusal(decoded.code, decoded.message);
  }
  const text = typeof source === "string" ? source.replace(/^\uFEFF/, "") : textOf(source);
  return parseText(text, strategies, lastCheck, checks);
}

function parseText(
  text: string,
  strategies: StrategyFormats,
  lastCheck: LastCheck,
  checks: readonly Check[],
): Parsed {
  if (text.length > BOUNDS.bytes || new TextEncoder().encode(text).length > BOUNDS.bytes)
    return refusal("too-large", TOO_LARGE);
  const problems = reporter<ProblemCode>(text);
  const found = untilEnough(() => read(text, strategies, lastCheck, problems));
  if (found === undefined || problems.found.length > 0) return { ok: false, problems: problems.sorted() };
  const { scenario, root } = found;
  const warnings = reporter<WarningCode>(text);
  const { locate } = viewOf(root, new Set());
  untilEnough(() => {
    for (const check of checks)
      check(scenario, (code, path, message) => warnings.add(code, locate(path).node, message));
  });
  return { ok: true, scenario, warnings: warnings.sorted() };
}

/** The scenario and the tree of its text, unless something was reported. */
function read(
  text: string,
  strategies: StrategyFormats,
  lastCheck: LastCheck,
  report: Report<ProblemCode>,
): { scenario: Scenario; root: Node } | undefined {
  const content = contentOf(text);
  const foreign = ({ kind, what }: Content) =>
    report.add("foreign", undefined, NO_SCENARIO[kind] ?? foreignSentence(what));
  // An object that names it somewhere is a scenario with a slip, unless its syntax is right.
  const named = text.includes('"parley"');
  if (content?.kind === "run" || (content?.kind === "other" && !named)) {
    foreign(content);
    return undefined;
  }
  const excess = excessIn(text, { depth: MAX_DEPTH, tokens: BOUNDS.tokens });
  if (excess !== undefined) {
    report.addAt(`too-${excess.of}`, excess.offset, EXCESS[excess.of]);
    return undefined;
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  if (errors.length > 0 || root === undefined) {
    for (const error of errors.slice(0, 20)) report.addAt("syntax", error.offset, sentenceOfSyntax(error));
    if (errors.length === 0) report.addAt("syntax", 0, "The file is empty. A scenario is one JSON object.");
    return undefined;
  }
  if (root.type === "object" && findNodeAtLocation(root, ["parley"]) === undefined) {
    foreign(content ?? ANOTHER);
    return undefined;
  }
  checkKeys(root, report);
  if (report.found.some((p) => p.code === "prototype-key")) return undefined;

  const { schema, allowed } = formatWith(strategies);
  const removed = new Set<Node>();
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const view = viewOf(root, removed);
    const result = schema.safeParse(view.value);
    if (result.success) {
      const followsFrom = consequencesOf([...removed]);
      const add: Add = (code, path, message) => {
        const { node } = view.locate(path);
        if (!followsFrom(code, node)) report.add(code, node, message);
      };
      checkScenario(result.data, strategies, add);
      if (report.found.length === 0) lastCheck(result.data, add);
      return { scenario: result.data, root };
    }
    let progress = false;
    for (const issue of unfolded(result.error.issues)) {
      const { node } = view.locate(issue.path as Path);
      if (pass === 0) describe(issue, view, allowed, report);
      for (const target of targetsOf(issue, node)) {
        if (!removed.has(target)) progress = true;
        removed.add(target);
      }
    }
    if (!progress || removed.has(root)) break;
  }
  return undefined;
}

const TOO_LARGE = `The file is larger than ${BOUNDS.bytes / 1e6} MB. Shorten its texts or split it.`;

const EXCESS: Readonly<Record<Excess["of"], string>> = {
  deep: `Values are nested more than ${MAX_DEPTH} deep here, which no scenario needs. Flatten them.`,
  much: "More names and values stand before this place than any scenario needs. Remove what is not part of one.",
};

/** One sentence on the file as a whole. */
function refusal(code: ProblemCode, message: string): Parsed {
  return { ok: false, problems: [{ code, path: "", line: 1, column: 1, message }] };
}

/** What to leave out so that the rest can be checked: the refused value, or its parent when it is a missing part. */
function targetsOf(issue: z.core.$ZodIssue, node: Node): Node[] {
  if (issue.code === "unrecognized_keys") {
    const unknown = new Set(issue.keys);
    return (node.children ?? []).filter((p) => unknown.has(p.children?.[0]?.value as string));
  }
  return [node.parent?.type === "property" ? node.parent : node];
}

function describe(issue: z.core.$ZodIssue, view: View, allowed: Allowed, report: Report<ProblemCode>): void {
  const path = issue.path as Path;
  const { node, exact } = view.locate(path);
  const key = path.at(-1);
  if (issue.code === "unrecognized_keys") {
    const keys = new Map(
      (node.children ?? []).map(({ children }) => [String(children?.[0]?.value), children?.[0]]),
    );
    for (const name of issue.keys) {
      const cure = allowed.cureForKey(path, name, keys);
      report.add(
        "unknown-key",
        keys.get(name) ?? node,
        `"${shortened(name)}" is not part of the format here. ${cure}`,
      );
    }
    return;
  }
  if (!exact) {
    const form = allowed.formAt(path);
    const what = form === undefined ? "" : `: ${form}`;
    report.add("missing", node, `"${String(key)}" is missing. Add it here${what}.`);
    return;
  }
  const [code, message] = sentenceOf(issue, node, allowed.formAt);
  const cure = code === "wrong-type" && node.type === "array" ? allowed.cureForList(path) : undefined;
  report.add(code, node, cure === undefined ? message : `${message} ${cure}`);
}

/** Duplicate and dangerous names, which JSON.parse would swallow without a word; ids become names of properties. */
function checkKeys(node: Node, report: Report<ProblemCode>): void {
  if (node.type === "object") {
    const seen = new Set<string>();
    for (const property of node.children ?? []) {
      const key = property.children?.[0];
      if (key === undefined) continue;
      const name = key.value as string;
      const value = name === "id" ? property.children?.[1] : undefined;
      const reserved = [key, value].find((node) => RESERVED.has(node?.value as string));
      if (reserved !== undefined) {
        const message = `"${reserved.value}" is a reserved word of the program and can't be a name. Rename it.`;
        report.add("prototype-key", reserved, message);
      } else if (seen.has(name)) {
        report.add(
          "duplicate-key",
          key,
          `"${shortened(name)}" stands twice in this object; only one can count. Remove one.`,
        );
      }
      seen.add(name);
    }
  }
  for (const child of node.children ?? []) checkKeys(child, report);
}

function textOf(value: unknown): string {
  try {
    return JSON.stringify(value, null, 2) ?? "";
  } catch {
    return "";
  }
}
