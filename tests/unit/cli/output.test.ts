/** What the command line says: no control code reaches a terminal, and nothing is lost by that. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonOf } from "../../../src/cli/json.ts";
import { wholeNumber } from "../../../src/cli/numbers.ts";
import { plain, reasonOf } from "../../../src/cli/output.ts";
import { SEED } from "../../fixtures/games.ts";

/** Text in which every third character or so is one that a terminal or a reader would obey. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom("\u001b[2J", "\u0007", "\r", "\b", "\u009b31m", "\u007f", "\u202e", "\u2066", "\u0000"),
      fc.string({ unit: "binary" }),
    ),
  )
  .map((parts) => parts.join(""));

const isControl = (code: number) =>
  (code < 0x20 && code !== 9 && code !== 10) ||
  (code >= 0x7f && code <= 0x9f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2066 && code <= 0x2069);

describe("plain text", () => {
  test("has no control code and no override of direction, but line feeds and tabs", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(Array.from(plain(text), (letter) => letter.charCodeAt(0)).filter(isControl)).toEqual([]);
      }),
      { seed: SEED },
    );
    expect(plain("a\u001b[31mb\tc\n")).toBe("a\\u001b[31mb\tc\n");
  });

  test("is the text itself where nothing has to be shown", () => {
    const words = "Ÿ – “No” 文 עברית \u200f ▸ 🕊️\n\t";
    expect(plain(words)).toBe(words);
  });

  test("of JSON is JSON of the same value", () => {
    fc.assert(
      fc.property(hostile, fc.jsonValue(), (text, value) => {
        const both = { [text]: [text, value] };
        expect(JSON.parse(plain(JSON.stringify(both)))).toEqual(JSON.parse(JSON.stringify(both)));
      }),
      { seed: SEED },
    );
  });
});

test("JSON in pieces is JSON in one", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect([...jsonOf(value)].join("")).toBe(JSON.stringify(value, null, 2));
    }),
    { seed: SEED },
  );
  const holes = { a: undefined, b: [undefined, {}], c: { d: undefined } };
  expect([...jsonOf(holes)].join("")).toBe(JSON.stringify(holes, null, 2));
});

test("a whole number is digits within bounds, and anything else a sentence that says the bounds", () => {
  const parse = wholeNumber(1, 2 ** 53 - 1);
  expect(["1", "007", "1e5", String(2 ** 53 - 1)].map(parse)).toEqual([1, 7, 100_000, 2 ** 53 - 1]);
  for (const written of [
    "0",
    "-1",
    "9007199254740992",
    "1e308",
    "1e999",
    "1.5",
    "0x10",
    "",
    " 3",
    "many",
    "NaN",
  ]) {
    expect(() => parse(written), written).toThrow("It takes a whole number from 1 to 9007199254740991.");
  }
});

test("why the system refused is told in words, or as it says it", () => {
  expect(reasonOf(Object.assign(new Error("write ENOSPC"), { code: "ENOSPC" }))).toBe("the disk is full");
  expect(reasonOf(new Error("strange"))).toBe("strange");
});
