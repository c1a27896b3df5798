/**
 * Unknown text → Scenario, or every problem at once. Syntax first (nothing else can be trusted without it); then the
 * schema; then, on whatever the schema accepted, the checks that span several places. Parts the schema refused are
 * left out for that last step, so one slip does not hide the others. After this nothing re-validates.
 */
import { getNodePath, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { z } from "zod";
import { checkScenario } from "./check.ts";
import { formatPath, nearestName, type Path, type Problem, type ProblemCode } from "./problem.ts";
import { BOUNDS, type Scenario, scenarioSchema } from "./schema.ts";

export type Parsed =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const MAX_DEPTH = 40;
const MAX_PROBLEMS = 200;
const PROTOTYPE_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/** `source`: the text of a scenario file, or an object as `JSON.parse` gives it. Never throws. */
export function parseScenario(source: unknown): Parsed {
  const text = typeof source === "string" ? source.replace(/^\uFEFF/, "") : textOf(source);
  const report = reporter(text);
  if (text.length > BOUNDS.bytes || new TextEncoder().encode(text).length > BOUNDS.bytes) {
    report.add(
      "too-large",
      undefined,
      `The file is larger than ${BOUNDS.bytes / 1e6} MB. Shorten its texts or split it.`,
    );
    return report.refuse();
  }
  if (depthOf(text) > MAX_DEPTH) {
    report.add(
      "too-deep",
      undefined,
      `Values are nested more than ${MAX_DEPTH} deep, which no scenario needs.`,
    );
    return report.refuse();
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  if (errors.length > 0 || root === undefined) {
    for (const error of errors.slice(0, 20)) report.addAt("syntax", error.offset, sentenceOfSyntax(error));
    if (errors.length === 0) report.addAt("syntax", 0, "The file is empty. A scenario is one JSON object.");
    return report.refuse();
  }
  checkKeys(root, report);
  if (report.problems.some((p) => p.code === "prototype-key")) return report.refuse();

  const removed = new Set<Node>();
  for (let pass = 0; pass < 12; pass++) {
    const view = viewOf(root, removed);
    const result = scenarioSchema.safeParse(view.value);
    if (result.success) {
      checkScenario(result.data, (code, path, message) => {
        const { node } = view.locate(path);
        // A name that only seems unknown because its definition was refused is not reported again.
        if (removed.size > 0 && (code.startsWith("unknown-") || code === "rule-party")) return;
        report.add(code, node, message);
      });
      return report.problems.length > 0 ? report.refuse() : { ok: true, scenario: result.data };
    }
    let progress = false;
    for (const issue of result.error.issues) {
      const { node, exact } = view.locate(issue.path as Path);
      if (pass === 0 || exact) describe(issue, view, pass === 0 ? report : undefined);
      for (const target of targetsOf(issue, node)) {
        if (target === root) return report.refuse();
        if (!removed.has(target)) progress = true;
        removed.add(target);
      }
    }
    if (!progress) break;
  }
  return report.refuse();
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

function sentenceOf(issue: z.core.$ZodIssue, node: Node): [ProblemCode, string] {
  const shown = show(node);
  switch (issue.code) {
    case "invalid_type":
      if (node.type === "number") {
        return [
          "out-of-range",
          `${shown} is not a number that can be used here (expected ${issue.expected}).`,
        ];
      }
      return ["wrong-type", `${shown} stands where ${article(issue.expected)} is expected.`];
    case "invalid_value":
      return [
        "not-allowed",
        `${shown} is not one of: ${issue.values.map((v) => JSON.stringify(v)).join(", ")}.`,
      ];
    case "invalid_format":
      return ["bad-format", `${shown} does not have the form asked for here. ${formOf(node)}`];
    case "too_big":
      if (issue.origin === "string") {
        return ["too-long", `This text is longer than ${issue.maximum} characters. Shorten it.`];
      }
      if (issue.origin === "array") return ["too-many", `At most ${issue.maximum} entries are allowed here.`];
      return ["out-of-range", `${shown} is too large: at most ${issue.maximum}.`];
    case "too_small":
      if (issue.origin === "string" || issue.origin === "array") {
        return ["too-few", `This is empty or too short: at least ${issue.minimum} needed.`];
      }
      return [
        "out-of-range",
        `${shown} is too small: ${issue.inclusive ? "at least" : "more than"} ${issue.minimum}.`,
      ];
    case "invalid_union": {
      const inner = issue.errors.flat().find((e) => e.code !== "invalid_type" && e.code !== "invalid_value");
      if (inner !== undefined && inner.path.length === 0) return sentenceOf(inner as z.core.$ZodIssue, node);
      return ["wrong-type", `${shown} has none of the forms that are allowed here.`];
    }
    case "invalid_key":
      return ["bad-format", `${shown} has a key that is not a valid id.`];
    default:
      return ["not-allowed", `${shown} can't be used here: ${issue.message}.`];
  }
}

function formOf(node: Node): string {
  const key = node.parent?.type === "property" ? (node.parent.children?.[0]?.value as string) : "";
  const forms: Record<string, string> = {
    asOf: "Write a date as YYYY-MM-DD.",
    date: "Write a date as YYYY, YYYY-MM or YYYY-MM-DD.",
    url: "Write a full address that starts with https:// and has no spaces.",
    code: "Write two or three capital letters.",
    flag: "Write the two capital letters of the ISO country code.",
    share: 'Write a number from 0 to 1 or a fraction such as "1/3".',
    language: 'Write a language tag such as "en" or "uk".',
  };
  return forms[key] ?? "Ids are letters, digits, - and _, starting with a letter, at most 40 characters.";
}

function article(expected: string): string {
  const words: Record<string, string> = {
    string: "a text in quotation marks",
    number: "a number",
    int: "a whole number",
    array: "a list in [ ]",
    object: "an object in { }",
    record: "an object in { }",
    boolean: "true or false",
    tuple: "a list in [ ]",
  };
  return words[expected] ?? expected;
}

/** Duplicate and dangerous property names, which JSON.parse would swallow without a word. */
function checkKeys(node: Node, report: Report): void {
  if (node.type === "object") {
    const seen = new Set<string>();
    for (const property of node.children ?? []) {
      const key = property.children?.[0];
      if (key === undefined) continue;
      const name = key.value as string;
      if (PROTOTYPE_KEYS.has(name)) {
        report.add(
          "prototype-key",
          key,
          `"${name}" is a reserved word of the program and can't be a name. Rename it.`,
        );
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

interface View {
  readonly value: unknown;
  /** The node at a path of `value`; the nearest one above it, and `exact: false`, where there is none. */
  locate(path: Path): { node: Node; exact: boolean };
}

/** The plain value of a tree without the removed nodes, and the way back from its paths to nodes. */
function viewOf(root: Node, removed: ReadonlySet<Node>): View {
  const children = new Map<unknown, Map<string | number, Node>>();
  const build = (node: Node): unknown => {
    if (node.type === "array") {
      const kept = (node.children ?? []).filter((child) => !removed.has(child));
      const list = kept.map(build);
      children.set(list, new Map(kept.map((child, i) => [i, child])));
      return list;
    }
    if (node.type === "object") {
      const record: Record<string, unknown> = {};
      const nodes = new Map<string | number, Node>();
      for (const property of node.children ?? []) {
        const [key, value] = property.children ?? [];
        if (key === undefined || value === undefined || removed.has(property) || removed.has(value)) continue;
        record[key.value as string] = build(value);
        nodes.set(key.value as string, value);
      }
      children.set(record, nodes);
      return record;
    }
    return node.value;
  };
  const value = build(root);
  const locate = (path: Path) => {
    let node = root;
    let at: unknown = value;
    for (const step of path) {
      const next = children.get(at)?.get(step);
      if (next === undefined) return { node, exact: false };
      node = next;
      at = (at as Record<string | number, unknown>)[step];
    }
    return { node, exact: true };
  };
  return { value, locate };
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

/** Greatest nesting of brackets outside strings, counted before the recursive parser sees the text. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (inString) {
      if (c === 0x5c) i++;
      else if (c === 0x22 || c === 0x0a) inString = false;
    } else if (c === 0x22) inString = true;
    else if (c === 0x7b || c === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (c === 0x7d || c === 0x5d) depth--;
  }
  return deepest;
}

function textOf(value: unknown): string {
  try {
    return JSON.stringify(value, null, 2) ?? "";
  } catch {
    return "";
  }
}

function sentenceOfSyntax(error: ParseError): string {
  const words: Record<string, string> = {
    CommaExpected: "A comma is missing before this.",
    ColonExpected: 'A colon is missing: write "name": value.',
    ValueExpected: "A value is missing here, or a comma is one too many.",
    PropertyNameExpected: "A property name in quotation marks is expected here, or a comma is one too many.",
    CloseBraceExpected: "A closing } is missing.",
    CloseBracketExpected: "A closing ] is missing.",
    EndOfFileExpected: "The JSON object has ended; remove what follows it.",
    InvalidSymbol:
      "This is not JSON. Texts need double quotation marks; numbers are plain; NaN and Infinity don't exist.",
    InvalidNumberFormat: "This is not a number in JSON: write for example 3, 0.5 or -2.",
    UnexpectedEndOfString: "This text has no closing quotation mark.",
    InvalidCharacter: "A control character stands in this text: write line breaks as \\n.",
    InvalidCommentToken: "JSON has no comments. Remove it.",
  };
  const code = printParseErrorCode(error.error);
  return words[code] ?? `This is not valid JSON (${code}).`;
}

function show(node: Node): string {
  if (node.type === "object") return "An object";
  if (node.type === "array") return "A list";
  const shown = JSON.stringify(node.value) ?? "nothing";
  return shown.length > 60 ? `${shown.slice(0, 57)}…` : shown;
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
