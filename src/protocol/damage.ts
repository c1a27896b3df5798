/** What is wrong with the text or the form of a run file, in a sentence without the terms of the libraries that read it. */
import { findNodeAtLocation, type Node, type ParseError, parseTree } from "jsonc-parser";
import type { z } from "zod";
import { formatPath, type Path } from "../scenario/problem.ts";
import { sentenceOf, sentenceOfSyntax } from "../scenario/reading/sentence.ts";
import { excessIn } from "../scenario/reading/tree.ts";
import { unfolded } from "../scenario/reading/unfold.ts";

/** Deeper and longer than any run file, and far from where a recursive reader fails. */
const MOST = { depth: 20, tokens: 4_000_000 };

/** What may stand at places where several forms do. */
const FORMS: Readonly<Record<string, string>> = {
  types: '"drawn" or an object with the numbers of each party by id',
  lineUp: "an object with the holder of each seat, by party id",
};
const HOLDER = '"human" or an object with "strategy"';

/** Of a text that is no JSON. */
export function syntaxDamage(text: string): string {
  const errors: ParseError[] = [];
  if (excessIn(text, MOST) === undefined) parseTree(text, errors, { disallowComments: true });
  const [first] = errors;
  if (first === undefined) return "The run file is no JSON. Save it again.";
  const before = text.slice(0, first.offset).split("\n");
  const place = `line ${before.length}, column ${before.at(-1)!.length + 1}`;
  return `The run file is damaged at ${place}: ${sentenceOfSyntax(first)} Save it again.`;
}

/** What no run file has and its readers can't be given: values nested too deep, and a name that objects would lose. */
export function hazardIn(value: unknown, path: Path = []): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (path.length >= MOST.depth)
    return damage(path, `values are nested more than ${MOST.depth} deep, which no run needs.`);
  for (const name of Array.isArray(value) ? value.keys() : Object.keys(value)) {
    const at = [...path, name];
    if (name === "__proto__")
      return damage(at, `"${name}" is a reserved word of the program and can't be a name.`);
    const found = hazardIn((value as Record<string | number, unknown>)[name], at);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Of a value that the schema of run files has refused. */
export function formDamage(value: unknown, issues: readonly z.core.$ZodIssue[]): string {
  const [issue] = unfolded(issues);
  const path = issue!.path as Path;
  return damage(path, fault(valueAt(value, path), issue!));
}

function damage(path: Path, sentence: string): string {
  return `The run file is damaged at ${formatPath(path) || "its top"}: ${sentence} Save it again.`;
}

function fault(value: unknown, issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") {
    const [name] = issue.keys;
    return `${JSON.stringify(name)} is not part of a run file here.`;
  }
  if (value === undefined) return "it is missing.";
  if (["bigint", "function", "symbol"].includes(typeof value))
    return `a ${typeof value} stands here, which no JSON can have.`;
  if (typeof value === "number" && !Number.isFinite(value))
    return `${value} can't be used here. Write a number.`;
  if (issue.code === "too_big" && Array.isArray(value))
    return `${value.length} entries stand here, and at most ${issue.maximum} are read.`;
  return sentenceOf(issue, nodeOf(value, issue.path.at(-1)), formAt)[1];
}

function formAt(path: Path): string | undefined {
  const isHolder = (path[0] === "lineUp" && path.length === 2) || path.at(-1) === "from";
  return isHolder ? HOLDER : FORMS[formatPath(path)];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, step) =>
      typeof at === "object" && at !== null ? (at as Record<string | number, unknown>)[step] : undefined,
    value,
  );
}

/** As the parser would have made it under its name. Of an object or a list nothing but that it is one. */
function nodeOf(value: unknown, name: PropertyKey = ""): Node {
  const shallow = typeof value === "object" && value !== null ? (Array.isArray(value) ? [] : {}) : value;
  const key = String(name);
  const root = parseTree(JSON.stringify({ [key]: shallow }))!;
  return findNodeAtLocation(root, [key]) ?? root;
}
