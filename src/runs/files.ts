/**
 * Files that are there whole or not at all: written under another name in the same folder and renamed. A process that
 * is killed leaves at most that other name behind, which the next attempt at the same file takes over. Node only.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

/** What happens to a file of that name with another text. */
export type Existing = "refused" | "replaced";

/** Throws RangeError with a sentence for another text that is there, and what the file system throws. */
export function writeWhole(file: string, text: string, existing: Existing): void {
  if (existing === "refused") {
    const there = textOf(file);
    if (there === text) return;
    if (there !== undefined) {
      throw new RangeError(`${file} is there already, of another run. Name another folder, or give --force.`);
    }
  }
  const part = `${file}.part`;
  try {
    writeFileSync(part, text);
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
