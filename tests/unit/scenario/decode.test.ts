/** Bytes become text in one way, and what is not text is named for what it is. */
import { describe, expect, it } from "vitest";
import { parseScenario } from "../../../src/agents/parse.ts";
import { decodeText } from "../../../src/scenario/reading/decode.ts";
import { textOf } from "../../fixtures/scenarios.ts";

const TEXT = textOf("first-minute.json");
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, bytesOf: (unit: number) => readonly number[]): Uint8Array {
  return Uint8Array.from([...text].flatMap((letter) => bytesOf(letter.charCodeAt(0))));
}
const littleEndian = (unit: number) => [unit & 255, unit >> 8];
const bigEndian = (unit: number) => [unit >> 8, unit & 255];

const messageOf = (bytes: Uint8Array) => {
  const decoded = decodeText(bytes);
  if (decoded.ok) throw new Error("It was read as text.");
  return decoded.message;
};

describe("a scenario is read whatever Unicode encoding its mark names", () => {
  it.each([
    ["UTF-8", utf8(TEXT)],
    ["UTF-8 with a byte order mark", utf8(`\uFEFF${TEXT}`)],
    ["UTF-16 little endian", utf16(`\uFEFF${TEXT}`, littleEndian)],
    ["UTF-16 big endian", utf16(`\uFEFF${TEXT}`, bigEndian)],
  ])("%s", (_name, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: true, text: TEXT });
    expect(parseScenario(bytes).ok).toBe(true);
  });
});

describe("another encoding is refused in one sentence, and no letter is replaced", () => {
  it.each([
    ["Latin-1", latin1('{"title": "Das D\u00f6rfchen"}')],
    ["UTF-16 without a mark", utf16(TEXT.slice(0, 200), littleEndian)],
    ["UTF-16 cut within a letter", utf16(`\uFEFF${TEXT}`, littleEndian).slice(0, 201)],
    ["UTF-32", Uint8Array.from([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0])],
    ["UTF-8 cut within a letter", utf8("é").slice(0, 1)],
  ])("%s", (_name, bytes) => {
    expect(messageOf(bytes)).toMatch(
      /^The file is not UTF-8 text: .* save it again with the encoding UTF-8\.$/,
    );
    expect(parseScenario(bytes)).toMatchObject({ ok: false, problems: [{ code: "encoding", line: 1 }] });
  });
});

describe("a file that is no text is named by its first bytes", () => {
  const zip = (name: string) => latin1(`PK\x03\x04\x14\0\0\0\0\0${name}`);
  it.each([
    ["a PDF", latin1("%PDF-1.7\n")],
    ["a picture (PNG)", latin1("\x89PNG\r\n\x1a\n")],
    ["a picture (JPEG)", latin1("\xff\xd8\xff\xe0\0\x10JFIF")],
    ["a picture (GIF)", latin1("GIF89a\x01\0")],
    ["a picture (WebP)", latin1("RIFF\x10\0\0\0WEBPVP8 ")],
    ["a Word or Writer document", zip("word/document.xml")],
    ["a spreadsheet", zip("xl/workbook.xml")],
    ["a zip archive", zip("scenario.json")],
    ["a compressed archive", latin1("\x1f\x8b\x08\0")],
    ["an old Office document", latin1("\xd0\xcf\x11\xe0\xa1\xb1")],
    ["a text document (RTF)", latin1("{\\rtf1 hello}")],
  ])("%s", (what, bytes) => {
    expect(messageOf(bytes)).toBe(
      `This is ${what}, which Parley can't open: it reads its own scenarios and saved games, JSON files with "parley": 1.`,
    );
    expect(parseScenario(bytes)).toMatchObject({ ok: false, problems: [{ code: "foreign" }] });
  });
});
