/** What is wrong with the text or the form of a run file, in a sentence without the terms of the libraries that read it. */
import { findNodeAtLocation, type Node, type ParseError, parseTree } from "jsonc-parser";
import type { z } from "zod";
import { formatPath, type Path } from "../scenario/problem.ts";
import { sentenceOf, sentenceOfSyntax } from "../scenario/reading/sentence.ts";
import { excessIn } from "../scenario/reading/tree.ts";

/** Deeper and longer than any run file, and far from where a recursive reader fails. */
const MOST = { depth: 20, tokens: 4_000_000 };

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

/** Of a value that the schema of run files has refused. */
export function formDamage(value: unknown, issue: z.core.$ZodIssue): string {
  const path = issue.path as Path;
  const place = formatPath(path) || "its top";
  return `The run file is damaged at ${place}: ${fault(value, issue)} Save it again.`;
}

function fault(value: unknown, issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") {
    const [name] = issue.keys;
    return `${JSON.stringify(name)} is not part of a run file here.`;
  }
  const node = nodeAt(value, issue.path as Path);
  return node === undefined ? "it is missing." : sentenceOf(issue, node)[1];
}

function nodeAt(value: unknown, path: Path): Node | undefined {
  const text = JSON.stringify(value);
  const root = excessIn(text, MOST) === undefined ? parseTree(text) : undefined;
  return root && findNodeAtLocation(root, [...path]);
}
