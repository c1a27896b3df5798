/** Run files of earlier versions: they replay where their scenario is the same, and are refused in words where it is not. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ENGINE } from "../../src/protocol/transcript.ts";
import { replay } from "../../src/session/replay.ts";
import { parsed, textOf } from "../fixtures/scenarios.ts";

const runOf = (name: string) =>
  readFileSync(new URL(`../fixtures/runs/${name}-by-0.1.0.json`, import.meta.url), "utf8");

describe(`run files made by 0.1.0, read by ${ENGINE}`, () => {
  test.each([
    ["first-minute", "agreement", 2],
    ["direct-talks", "deadline", 8],
  ] as const)("%s replays move by move to its end", (name, end, round) => {
    const { results, moves } = replay(parsed(textOf(`${name}.json`)), runOf(name));
    expect(moves).toHaveLength(JSON.parse(runOf(name)).moves.length);
    expect(results).toMatchObject([{ end, round }]);
  });

  test("paris-2026, which has grown since, is refused with the version that made the run", () => {
    expect(() => replay(parsed(textOf("paris-2026.json")), runOf("paris-2026"))).toThrow(
      /"paris-2026" has changed since this run was made \(engine 0\.1\.0\)/,
    );
  });
});
