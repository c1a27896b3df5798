/** Lines of a file, read in pieces. */
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { linesOf, wholeLines } from "../../../src/cli/lines.ts";

const folder = mkdtempSync(join(tmpdir(), "parley-lines-"));
afterAll(() => rmSync(folder, { recursive: true }));

function read(text: string) {
  const file = join(folder, "file");
  writeFileSync(file, text);
  const number = openSync(file, "r");
  const lines = [...linesOf(number)];
  const whole = wholeLines(number);
  closeSync(number);
  return { lines, whole };
}

test("only what ends with a line feed is a line, and bytes are counted, not letters", () => {
  expect(read("é\n\n文\nrest")).toEqual({
    lines: [
      { text: "é", end: 3 },
      { text: "", end: 4 },
      { text: "文", end: 8 },
    ],
    whole: { count: 3, end: 8 },
  });
  expect(read("")).toEqual({ lines: [], whole: { count: 0, end: 0 } });
  expect(read("no end")).toEqual({ lines: [], whole: { count: 0, end: 0 } });
});

test("a line may be longer than the piece that is read at once, and begin anywhere in one", () => {
  const texts = [0, 1, 1 << 20, (1 << 20) - 1, 3_000_000, 7].map((length) => "é".repeat(length));
  const { lines, whole } = read(`${texts.join("\n")}\n`);
  expect(lines.map(({ text }) => text.length)).toEqual(texts.map(({ length }) => length));
  expect(whole).toEqual({ count: texts.length, end: lines.at(-1)!.end });
});

test("a line that no row can be is refused before the memory is full", () => {
  expect(() => read(`${"x".repeat(18_000_000)}\n`)).toThrow("more than 16777216 bytes");
});
