/**
 * Unknown text → Scenario, or every problem at once. Syntax first (nothing else can be trusted without it); then the
 * schema; then, on whatever the schema accepted, the checks that span several places. Parts the schema refused are
 * left out for that last step, so one slip does not hide the others. After this nothing re-validates.
 */
import { findNodeAtLocation, getNodePath, type Node, type ParseError, parseTree } from "jsonc-parser";
import type { z } from "zod";
import { checkScenario } from "./check.ts";
import { consequencesOf } from "./consequences.ts";
import { decodeText } from "./decode.ts";
import { ANOTHER, type Content, contentOf, foreignSentence } from "./foreign.ts";
import { formatPath, nearestName, type Path, type Problem, type ProblemCode } from "./problem.ts";
import { BOUNDS, type Scenario, scenarioSchema } from "./schema.ts";
import { sentenceOf, sentenceOfSyntax } from "./sentence.ts";
import { offsetBelow, type View, viewOf } from "./tree.ts";

export type Parsed =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const MAX_DEPTH = 40;
const MAX_PROBLEMS = 200;
/** What every object of the program has by itself: `toString`, `constructor`, `__proto__` … */
const RESERVED = new Set(["prototype", ...Object.getOwnPropertyNames(Object.prototype)]);

const NO_SCENARIO: Partial<Record<Content["kind"], string>> = {
  run: "This is a saved game, not a scenario: open it as a saved game, or play it again with parley replay.",
  scenario: 'The scenario does not say that it is one: write "parley": 1 as its first property.',
};

/**
 * `source`: the bytes or the text of a scenario file, or an object as `JSON.parse` gives it. Never throws.
 */
export function parseScenario(source: unknown): Parsed {
  if (source instanceof Uint8Array) {
    if (source.length > BOUNDS.bytes) return refusal("too-large", TOO_LARGE);
    const decoded = decodeText(source);
    return decoded.ok ? parseText(decoded.text) : refusal(decoded.code, decoded.message);
  }
  return parseText(typeof source === "string" ? source.replace(/^\uFEFF/, "") : textOf(source));
}

function parseText(text: string): Parsed {
  if (text.length > BOUNDS.bytes || new TextEncoder().encode(text).length > BOUNDS.bytes)
    return refusal("too-large", TOO_LARGE);
  const content = contentOf(text);
  // An object that names it somewhere is a scenario with a slip, unless its syntax is right.
  const named = text.includes('"parley"');
  if (content?.kind === "run" || (content?.kind === "other" && !named)) return foreign(content);
  const report = reporter(text);
  const tooDeep = offsetBelow(text, MAX_DEPTH);
  if (tooDeep !== undefined) {
    const message = `Values are nested more than ${MAX_DEPTH} deep here, which no scenario needs. Flatten them.`;
    report.addAt("too-deep", tooDeep, message);
    return report.refuse();
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  if (errors.length > 0 || root === undefined) {
    for (const error of errors.slice(0, 20)) report.addAt("syntax", error.offset, sentenceOfSyntax(error));
    if (errors.length === 0) report.addAt("syntax", 0, "The file is empty. A scenario is one JSON object.");
    return report.refuse();
  }
  if (root.type === "object" && findNodeAtLocation(root, ["parley"]) === undefined)
    return foreign(content ?? ANOTHER);
  checkKeys(root, report);
  if (report.problems.some((p) => p.code === "prototype-key")) return report.refuse();

  const removed = new Set<Node>();
  for (let pass = 0; pass < 12; pass++) {
    const view = viewOf(root, removed);
    const result = scenarioSchema.safeParse(view.value);
    if (result.success) {
      const followsFrom = consequencesOf([...removed]);
      untilEnough(() =>
        checkScenario(result.data, (code, path, message) => {
          const { node } = view.locate(path);
          if (!followsFrom(code, node)) report.add(code, node, message);
          if (report.problems.length > MAX_PROBLEMS) throw ENOUGH;
        }),
      );
      return report.problems.length > 0 ? report.refuse() : { ok: true, scenario: result.data };
    }
    let progress = false;
    for (const issue of result.error.issues) {
      const { node, exact } = view.locate(issue.path as Path);
      if (pass === 0 || exact) describe(issue, view, pass === 0 ? report : undefined);
      for (const target of targetsOf(issue, node)) {
        if (!removed.has(target)) progress = true;
        removed.add(target);
      }
    }
    if (!progress || removed.has(root)) break;
  }
  return report.refuse();
}

const TOO_LARGE = `The file is larger than ${BOUNDS.bytes / 1e6} MB. Shorten its texts or split it.`;

function foreign({ kind, what }: Content): Parsed {
  return refusal("foreign", NO_SCENARIO[kind] ?? foreignSentence(what));
}

/** One sentence on the file as a whole. */
function refusal(code: ProblemCode, message: string): Parsed {
  return { ok: false, problems: [{ code, path: "", line: 1, column: 1, message }] };
}

/** More problems than are reported end the search for them: looking for similar names takes time. */
const ENOUGH = new Error("enough problems");

function untilEnough(search: () => void): void {
  try {
    search();
  } catch (error) {
    if (error !== ENOUGH) throw error;
  }
}

/** What to leave out so that the rest can be checked: the refused value, or its parent when it is a missing part. */
function targetsOf(issue: z.core.$ZodIssue, node: Node): Node[] {
  if (issue.code === "unrecognized_keys") {
    return (node.children ?? []).filter((p) => issue.keys.includes(p.children?.[0]?.value as string));
  }
  return [node.parent?.type === "property" ? node.parent : node];
}

function describe(issue: z.core.$ZodIssue, view: View, report: Report | undefined): void {
  if (report === undefined) return;
  const { node, exact } = view.locate(issue.path as Path);
  const key = issue.path.at(-1);
  if (issue.code === "unrecognized_keys") {
    for (const name of issue.keys) {
      const property = node.children?.find((p) => p.children?.[0]?.value === name);
      const meant = nearestName(name, knownKeys);
      const fix = meant === undefined ? "Remove it." : `Did you mean "${meant}"? If not, remove it.`;
      report.add(
        "unknown-key",
        property?.children?.[0] ?? node,
        `"${name}" is not part of the format here. ${fix}`,
      );
    }
    return;
  }
  if (!exact) {
    report.add("missing", node, `"${String(key)}" is missing. Add it here.`);
    return;
  }
  const [code, message] = sentenceOf(issue, node);
  report.add(code, node, message);
}

/** Duplicate and dangerous names, which JSON.parse would swallow without a word; ids become names of properties. */
function checkKeys(node: Node, report: Report): void {
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
          `"${name}" stands twice in this object; only one can count. Remove one.`,
        );
      }
      seen.add(name);
    }
  }
  for (const child of node.children ?? []) checkKeys(child, report);
}

interface Report {
  readonly problems: Problem[];
  add(code: ProblemCode, node: Node | undefined, message: string): void;
  addAt(code: ProblemCode, offset: number, message: string, path?: Path): void;
  refuse(): Parsed;
}

function reporter(text: string): Report {
  const starts = [0];
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
  const problems: Problem[] = [];
  const addAt = (code: ProblemCode, offset: number, message: string, path: Path = []) => {
    let low = 0;
    for (let high = starts.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    problems.push({
      code,
      path: formatPath(path),
      line: low + 1,
      column: offset - starts[low]! + 1,
      message,
    });
  };
  return {
    problems,
    addAt,
    add: (code, node, message) =>
      node === undefined ? addAt(code, 0, message) : addAt(code, node.offset, message, getNodePath(node)),
    refuse: () => {
      problems.sort((a, b) => a.line - b.line || a.column - b.column);
      return { ok: false, problems: problems.slice(0, MAX_PROBLEMS) };
    },
  };
}

function textOf(value: unknown): string {
  try {
    return JSON.stringify(value, null, 2) ?? "";
  } catch {
    return "";
  }
}

const knownKeys = new Set(keysOf(scenarioSchema));

/** Every property name of the format, for "did you mean". */
function keysOf(schema: unknown, seen = new Set<unknown>()): string[] {
  if (typeof schema !== "object" || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  const definition = (schema as { def?: Record<string, unknown> }).def;
  if (definition === undefined) return [];
  const shape = (definition.shape ?? {}) as Record<string, unknown>;
  const options = (definition.options ?? []) as unknown[];
  const inner = [definition.element, definition.innerType, definition.valueType, ...options];
  return [...Object.keys(shape), ...[...Object.values(shape), ...inner].flatMap((s) => keysOf(s, seen))];
}
