/** Reading what the command line is given, and saying in words what is wrong with it. */
import { readFileSync } from "node:fs";
import { parseScenario } from "../agents/parse.ts";
import { formatProblem } from "../scenario/problem.ts";
import { decodeText } from "../scenario/reading/decode.ts";
import type { Scenario } from "../scenario/schema.ts";
import { bundledFile, bundledNames } from "./bundled.ts";

/** The input is bad (1) or the call is wrong (2); the message is all that the user sees. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly exitCode: 1 | 2;
  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Why a file can't be read, by the code of the system. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "this is a folder; name a file in it",
  ENOTDIR: "there is no such file",
  EACCES: "you may not read this file",
  EPERM: "you may not read this file",
};

/** A file, or else the bundled scenario of that name. Throws InputError when there is neither or it can't be read. */
export function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" && /^[\w-]+$/.test(file)) return readFileSync(bundled(file));
    throw new InputError(`${file}: ${REASONS[code] ?? message}.`);
  }
}

function bundled(name: string): string {
  const file = bundledFile(name);
  if (file !== undefined) return file;
  const names = bundledNames().join(", ");
  throw new InputError(`${name}: there is no such file, and no bundled scenario of that name (${names}).`);
}

/** Throws InputError when the file can't be read or is no text. */
export function readText(file: string): string {
  const decoded = decodeText(readBytes(file));
  if (decoded.ok) return decoded.text;
  throw new InputError(`${file}: ${decoded.message}`);
}

/** Throws InputError with one line a problem. */
export function readScenario(file: string): Scenario {
  const parsed = parseScenario(readBytes(file));
  if (parsed.ok) return parsed.scenario;
  throw new InputError(parsed.problems.map((problem) => formatProblem(problem, file)).join("\n"));
}

/** Rows of cells as text with aligned columns; numbers to the right. */
export function columns(rows: readonly (readonly (string | number)[])[]): string {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, i) => Math.max(widest[i] ?? 0, String(cell).length)),
    [],
  );
  return rows
    .map((row) =>
      row
        .map((cell, i) =>
          typeof cell === "number" ? String(cell).padStart(widths[i]!) : cell.padEnd(widths[i]!),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
