/** Where rows may go: checked before any game is played, each refusal a sentence. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openRows } from "../../../src/cli/rows.ts";
import { openRunFiles } from "../../../src/cli/runFiles.ts";
import { firstMinute, textOf } from "../../fixtures/scenarios.ts";

const folder = mkdtempSync(join(tmpdir(), "parley-places-"));
afterAll(() => rmSync(folder, { recursive: true }));
const scenarioFile = join(folder, "scenario.json");
writeFileSync(scenarioFile, textOf("first-minute.json"));
writeFileSync(join(folder, "file"), "");
mkdirSync(join(folder, "folder"));

const open = (out: string, opening: "new" | "replace" | "resume") =>
  openRows(out, scenarioFile, firstMinute(), { games: 5, seed: 1 }, opening);

test.each([
  [join(folder, "absent/rows"), "new", `can't be written: there is no folder ${join(folder, "absent")}.`],
  [join(folder, "folder"), "new", "can't be written: it is a folder."],
  [join(folder, "file/rows"), "new", "can't be written: a part of its path is no folder."],
  [join(folder, "x".repeat(300)), "new", "can't be written: its name is too long."],
  ["", "new", "--out: name a file, or - for standard output."],
  [scenarioFile, "replace", "is the scenario itself. Name another file."],
  [scenarioFile, "resume", "is the scenario itself. Name another file."],
  ["-", "resume", "--resume: - is a stream, which keeps no rows to go on from. Name a file."],
  ["/dev/null", "resume", "--resume: /dev/null is a stream"],
] as const)("rows do not go to %j (%s)", (out, opening, words) => {
  expect(() => open(out, opening)).toThrow(words);
  expect(readFileSync(scenarioFile, "utf8")).toBe(textOf("first-minute.json"));
});

test("a device takes rows again and again", async () => {
  for (const opening of ["new", "new", "replace"] as const) {
    const rows = open("/dev/null", opening);
    await rows.append([], []);
    expect(rows.from).toBe(0);
  }
});

test("run files go into a folder, which is made", () => {
  expect(() => openRunFiles("", 5, "refused")).toThrow("--transcripts: name a folder.");
  expect(() => openRunFiles(join(folder, "file"), 5, "refused")).toThrow("a file has that name");
  expect(() => openRunFiles(join(folder, "file/runs"), 5, "refused")).toThrow(
    "a part of its path is no folder",
  );
  const made = join(folder, "a/b/c");
  expect(openRunFiles(made, 101, "refused")).toEqual({ folder: made, digits: 3, existing: "refused" });
  expect(openRunFiles(made, 10, "replaced").digits).toBe(1);
});
