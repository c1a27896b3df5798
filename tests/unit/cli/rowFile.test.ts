/** The file of rows, cut anywhere: opened again it ends as it would have, or is left as it is with a sentence. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { formatRow, parseRow } from "../../../src/cli/row.ts";
import { openRowFile } from "../../../src/cli/rowFile.ts";
import { simulate } from "../../../src/runs/simulate.ts";
import { summarise, tallyOf } from "../../../src/runs/summary.ts";
import { SEED } from "../../fixtures/games.ts";
import { firstMinute } from "../../fixtures/scenarios.ts";

const folder = mkdtempSync(join(tmpdir(), "parley-rows-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "rows.ndjson");
const journal = `${file}.journal`;

const scenario = firstMinute();
const run = { games: 12, seed: 5, lineUp: {}, futures: 0 };
const { rows: played } = simulate(scenario, run);
const whole = played.map(formatRow).join("");

/** Opens the file and lets the run go on to its end in blocks of so many games; the summary of all rows. */
async function finish(opening: "new" | "replace" | "resume", size: number, asked = run) {
  const rows = openRowFile(file, scenario, asked, opening);
  try {
    const tally = tallyOf(scenario, asked.seed, rows.signed);
    for (const row of rows.there()) tally.add(row, []);
    for (let from = rows.from; from < played.length; from += size) {
      const block = played.slice(from, from + size);
      for (const row of block) tally.add(row, row.signed);
      await rows.append(block, tally.signed);
    }
    return { summary: tally.summary(), from: rows.from };
  } finally {
    rows.close();
  }
}

describe("a file of rows", () => {
  test("is the rows in order, and its journal notes every block", async () => {
    await finish("replace", 5);
    expect(readFileSync(file, "utf8")).toBe(whole);
    const [head, ...notes] = readFileSync(journal, "utf8").trimEnd().split("\n");
    expect(JSON.parse(head!)).toMatchObject({
      parley: 1,
      command: { scenario: "first-minute", "--seed": "5" },
    });
    expect(notes.map((note) => JSON.parse(note).rows)).toEqual([5, 10, 12]);
  });

  test("cut at any byte, and its journal at any other, ends as if nothing had happened", async () => {
    const summary = summarise(scenario, 5, played);
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 12 }), async (cut, cutJournal, size) => {
        await finish("replace", size);
        const notes = readFileSync(journal);
        const head = notes.indexOf(10) + 1;
        writeFileSync(file, readFileSync(file).subarray(0, cut % (whole.length + 1)));
        writeFileSync(journal, notes.subarray(0, head + (cutJournal % (notes.length - head + 1))));
        expect((await finish("resume", size)).summary).toEqual(summary);
        expect(readFileSync(file, "utf8")).toBe(whole);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  test("believes the rows that its journal notes, and plays no other again than those after them", async () => {
    await finish("replace", 4);
    const [first, ...others] = whole.trimEnd().split("\n");
    writeFileSync(file, `${[first, ...others.slice(0, 9)].join("\n")}\n`);
    expect((await finish("resume", 4)).from).toBe(8);
    expect((await finish("resume", 4)).from).toBe(12);
  });

  test("without its journal is compared with what is played, and ends the same", async () => {
    await finish("replace", 4);
    rmSync(journal);
    writeFileSync(file, whole.slice(0, 700));
    expect((await finish("resume", 4)).from).toBe(0);
    expect(readFileSync(file, "utf8")).toBe(whole);
    expect((await finish("resume", 4)).from).toBe(12);
  });

  test("without its journal is left as it is when it holds anything else", async () => {
    for (const foreign of [
      "my notes",
      "my notes\n",
      whole.replace('"round":', '"round": '),
      `${whole.slice(0, 900)}#`,
    ]) {
      rmSync(journal, { force: true });
      writeFileSync(file, foreign);
      await expect(finish("resume", 4), foreign).rejects.toThrow(
        "this is not the row that this command plays",
      );
      expect(readFileSync(file, "utf8")).toBe(foreign);
    }
  });

  test("of another command is refused in words that say what differs", async () => {
    await finish("replace", 4);
    const others = [
      [{ ...run, seed: 6 }, "--seed: 5, not 6"],
      [{ ...run, futures: 9 }, "--futures: 0, not 9"],
      [{ ...run, until: "minute" }, "--until: the end, not minute"],
      [{ ...run, games: 11 }, "holds 12 rows, more than --games 11"],
    ] as const;
    for (const [other, words] of others) {
      await expect(finish("resume", 4, other), words).rejects.toThrow(words);
    }
    const seat = scenario.parties[0]!.id;
    await expect(finish("resume", 4, { ...run, lineUp: { [seat]: { strategy: "hold" } } })).rejects.toThrow(
      new RegExp(`--line-up ${seat}: .+, not hold`),
    );
    expect(readFileSync(file, "utf8")).toBe(whole);
  });

  test("that is there is never replaced without being told to", async () => {
    await finish("replace", 4);
    await expect(finish("new", 4)).rejects.toThrow("is there already");
    expect(readFileSync(file, "utf8")).toBe(whole);
    writeFileSync(file, "");
    await finish("new", 4);
    expect(readFileSync(file, "utf8")).toBe(whole);
  });

  test("takes no journal's place that is something else", async () => {
    rmSync(file, { force: true });
    writeFileSync(journal, "my diary\n");
    await expect(finish("new", 4)).rejects.toThrow("is no journal of a run");
    expect(readFileSync(journal, "utf8")).toBe("my diary\n");
    rmSync(journal);
  });

  test("that something else writes to is left to it", async () => {
    const rows = openRowFile(file, scenario, run, "replace");
    await rows.append(played.slice(0, 2), []);
    writeFileSync(file, "short\n");
    await expect(rows.append(played.slice(2, 4), [])).rejects.toThrow("was changed by something else");
    rows.close();
    expect(readFileSync(file, "utf8")).toBe("short\n");
    expect(existsSync(`${journal}.part`)).toBe(false);
  });
});

describe("a row", () => {
  const of = { scenario, seed: 5, futures: 0 };
  const line = formatRow(played[3]!).trimEnd();

  test("is read back as it was written", () => {
    const { signed: _, ...row } = played[3]!;
    expect(parseRow(of, line, 3)).toEqual(row);
  });

  test("that is damaged, another game's or another command's is refused", () => {
    const refused: readonly (readonly [string, string, number])[] = [
      [line.slice(0, -1), "is not JSON", 3],
      ["{}", "is no row of a game", 3],
      [line.replace('"agreement"', '"victory"').replace('"deadline"', '"victory"'), "is no row of a game", 3],
      [line, "is not game 4 of seed 5", 4],
      [line.replace(/"seed":\d+/, '"seed":7'), "is not game 3 of seed 5", 3],
      [line.replace(/"utilities":\{[^}]*\}/, '"utilities":{}'), "lacks the utility of a party", 3],
    ];
    for (const [written, words, game] of refused) {
      expect(() => parseRow(of, written, game), words).toThrow(words);
    }
    const held = '{"held":1,"attack":0,"escalation":0,"breach":0}';
    const withFutures = line.replace(/\}$/, `,"aftermath":${held}}`);
    expect(() => parseRow(of, withFutures, 3)).toThrow("was not written with 0 futures");
  });
});
