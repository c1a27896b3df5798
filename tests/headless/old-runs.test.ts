/** Run files of earlier versions: they replay where what is played is the same, and are refused in words where it is not. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FORMER } from "../../src/protocol/former.ts";
import { likenessOf } from "../../src/protocol/replayed.ts";
import { ENGINE, parseTranscript } from "../../src/protocol/transcript.ts";
import { carriedBy } from "../../src/session/carried.ts";
import { replay } from "../../src/session/replay.ts";
import { parsed, textOf } from "../fixtures/scenarios.ts";

const runOf = (name: string) =>
  readFileSync(new URL(`../fixtures/runs/${name}.json`, import.meta.url), "utf8");
const scenarioOf = (run: string) => parsed(textOf(`${run.split("-by-")[0]}.json`));
/** The same scenario with a corrected comma. */
const corrected = (run: string) => {
  const scenario = scenarioOf(run);
  return { ...scenario, summary: `${scenario.summary.replace(",", "")} ` };
};

const PLAYED = [
  ["first-minute-by-0.1.0", "agreement", 2],
  ["first-minute-by-0.2.0", "deadline", 3],
  ["three-chairs-by-0.2.0", "agreement", 2],
] as const;

describe(`run files of earlier versions, read by ${ENGINE}`, () => {
  test.each(PLAYED)("%s replays move by move to its end", (name, end, round) => {
    const { results, moves } = replay(scenarioOf(name), runOf(name));
    expect(moves).toHaveLength(JSON.parse(runOf(name)).moves.length);
    expect(results[0]).toMatchObject({ end, round });
  });

  test.each(PLAYED)("%s replays alike after a comma of its scenario was corrected", (name) => {
    expect(likenessOf(parseTranscript(runOf(name)), corrected(name))).toBe("alike");
    expect(replay(corrected(name), runOf(name)).results).toEqual(
      replay(scenarioOf(name), runOf(name)).results,
    );
  });

  test.each([
    ["paris-2026-by-0.1.0", "0.1.0"],
    ["paris-2026-by-0.2.0", "0.2.0"],
    ["paris-2026-by-0.3.0", "0.3.0"],
    ["direct-talks-by-0.1.0", "0.1.0"],
    ["direct-talks-by-0.2.0", "0.2.0"],
  ])("%s, which is played otherwise since, is refused with the version that made the run", (name, engine) => {
    const message = `What is played in "${name.split("-by-")[0]}" has changed since this run was made (engine ${engine})`;
    expect(() => replay(scenarioOf(name), runOf(name))).toThrow(message);
  });

  test("runs of Paris by 0.2.0 and 0.3.0 replay with the file that the latter carries", () => {
    const carried = carriedBy(parseTranscript(runOf("paris-2026-by-0.3.0")))!;
    for (const [name, end, round] of [
      ["paris-2026-by-0.2.0", "agreement", 4],
      ["paris-2026-by-0.3.0", "agreement", 5],
    ] as const) {
      const { results, moves } = replay(carried, runOf(name));
      expect(moves).toHaveLength(JSON.parse(runOf(name)).moves.length);
      expect(results[0]).toMatchObject({ end, round });
    }
  });

  test("one of another file of 0.2.0 is played if its moves are legal, without a claim that nothing has changed", () => {
    const run = { ...JSON.parse(runOf("first-minute-by-0.2.0")) };
    run.scenario = { ...run.scenario, sha256: "0".repeat(64) };
    expect(likenessOf(parseTranscript(run), scenarioOf("first-minute-by-0.2.0"))).toBe("unknown");
    expect(replay(scenarioOf("first-minute-by-0.2.0"), run).moves).toHaveLength(run.moves.length);
  });
});

test("a run of three-chairs by 0.5.0 is alike: only what is told of the futures has changed since", () => {
  const { scenario, ...run } = parseTranscript(runOf("three-chairs-by-0.2.0"));
  const sha256 = "c93c46dd759490067b182c4e6c590dbb6203da036207a6e1397e7959f5652574";
  const since = { ...run, undone: [], scenario: { ...scenario, sha256 } };
  expect(likenessOf(since, scenarioOf("three-chairs-by-0.2.0"))).toBe("alike");
});

test("what former files are now is told by hashes, each of one bundled scenario or of what it was", () => {
  for (const [then, now] of FORMER) {
    expect(then).toMatch(/^[0-9a-f]{64}$/);
    expect(now).toMatch(/^[0-9a-f]{64}$/);
  }
});
