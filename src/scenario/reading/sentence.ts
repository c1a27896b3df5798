/** What the JSON parser and the schema found, as a code and a plain sentence that says how to mend it. */
import { type Node, type ParseError, printParseErrorCode } from "jsonc-parser";
import type { z } from "zod";
import { nearestName, type Path, type ProblemCode } from "../problem.ts";
import { valuesOf } from "./allowed.ts";

/** `formAt`: what may stand at a path, in words. */
export function sentenceOf(
  issue: z.core.$ZodIssue,
  node: Node,
  formAt: (path: Path) => string | undefined = () => undefined,
): [ProblemCode, string] {
  const shown = show(node);
  const path = issue.path as Path;
  switch (issue.code) {
    case "invalid_type":
      if (node.type === "number" && (issue.expected === "number" || issue.expected === "int")) {
        return ["out-of-range", `${shown} can't be used here. Write ${article(issue.expected)}.`];
      }
      return ["wrong-type", `${shown} stands where ${formAt(path) ?? article(issue.expected)} is expected.`];
    case "invalid_value":
      return ["not-allowed", sentenceOfValues(node, issue.values)];
    case "invalid_format":
      return ["bad-format", `${shown} does not have the form asked for here. ${formOf(node)}`];
    case "too_big":
      if (issue.origin === "string") {
        const length = String(node.value).length;
        return ["too-long", `This text has ${length} characters. Shorten it to ${issue.maximum} at most.`];
      }
      if (issue.origin === "array") {
        const entries = node.children?.length;
        return [
          "too-many",
          `${entries} entries stand here. Remove some: at most ${issue.maximum} are allowed.`,
        ];
      }
      return ["out-of-range", `${shown} is too large: at most ${issue.maximum}.`];
    case "too_small":
      if (issue.origin === "string" || issue.origin === "array") {
        return ["too-few", `This is empty or too short. Write at least ${issue.minimum} here.`];
      }
      return [
        "out-of-range",
        `${shown} is too small: ${issue.inclusive ? "at least" : "more than"} ${issue.minimum}.`,
      ];
    case "invalid_union": {
      if ("options" in issue && Array.isArray(issue.options))
        return ["not-allowed", sentenceOfValues(node, issue.options)];
      const inner = issue.errors.flat().find((e) => e.code !== "invalid_type" && e.code !== "invalid_value");
      if (inner !== undefined && inner.path.length === 0 && inner.code !== "unrecognized_keys")
        return sentenceOf({ ...inner, path: issue.path } as z.core.$ZodIssue, node, formAt);
      return ["wrong-type", `${shown} stands where ${formAt(path) ?? "another form"} is expected.`];
    }
    case "invalid_key":
      return ["bad-format", `${JSON.stringify(path.at(-1))} can't be a name here. ${IDS}`];
    default:
      return ["not-allowed", `${shown} can't be used here: ${issue.message}.`];
  }
}

/** Lists what may be written, and names what was probably meant. */
function sentenceOfValues(node: Node, values: readonly unknown[]): string {
  const meant = typeof node.value === "string" ? nearestName(node.value, values.map(String)) : undefined;
  const hint =
    meant === undefined || meant === node.value || values.length === 1
      ? ""
      : ` Did you mean ${JSON.stringify(meant)}?`;
  return `${show(node)} can't be used here. Write ${valuesOf(values)}.${hint}`;
}

const IDS = "Ids are letters, digits, - and _, starting with a letter, at most 40 characters.";

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
    engine: 'Versions are numbers with points between them, such as "0.5.2".',
    sha256: "It has 64 digits and letters from a to f.",
    file: "It has letters, digits, - and _ only.",
  };
  if (Object.hasOwn(forms, key)) return forms[key]!;
  return IDS;
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

export function sentenceOfSyntax(error: ParseError): string {
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
  const shown =
    typeof node.value === "number" ? String(node.value) : (JSON.stringify(node.value) ?? "nothing");
  return shown.length > 60 ? `${shown.slice(0, 57)}…` : shown;
}
