/** What others rely on: the exports of the library, the published schema, and the examples of the README. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { schemaText } from "../../scripts/schema.ts";
import * as library from "../../src/index.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (file: string) => readFileSync(`${root}/${file}`, "utf8");

test("the public exports are these and no others", () => {
  expect(Object.keys(library).sort()).toMatchInlineSnapshot(`
    [
      "ENGINE",
      "MEASURES",
      "PROBLEM_CODES",
      "TOLERANCE",
      "TranscriptError",
      "acceptable",
      "advance",
      "aftermathOf",
      "applyMove",
      "approvalsOf",
      "bestOutcome",
      "brokenLimits",
      "chanceOf",
      "compareAftermath",
      "compile",
      "createSession",
      "decided",
      "effectOfCard",
      "expectedShare",
      "fanOf",
      "formatProblem",
      "formatTranscript",
      "hashOf",
      "holdProbability",
      "indicesOf",
      "initial",
      "legalMoves",
      "lineUpOf",
      "meets",
      "observe",
      "outcomeById",
      "outcomeOf",
      "packTranscript",
      "parseLineUp",
      "parseScenario",
      "parseSwitch",
      "parseTranscript",
      "play",
      "relativeTime",
      "replay",
      "replayTranscript",
      "reservationOf",
      "result",
      "resumeSession",
      "roster",
      "ruleOf",
      "scenarioSchema",
      "seatsAt",
      "simulate",
      "stepsBetween",
      "summarise",
      "supportOf",
      "tableOf",
      "toMove",
      "unpackTranscript",
      "utility",
      "violation",
      "withoutCard",
      "worstUtility",
    ]
  `);
});

test("the published JSON Schema is the one in code", () => {
  expect(read("scenarios/scenario.schema.json")).toBe(schemaText());
});

describe("examples of the README", () => {
  const readme = read("README.md");
  const blocks = (language: string) =>
    [...readme.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "gs"))].map((match) => match[1]!);

  test("there are some of both kinds", () => {
    expect(blocks("ts").length).toBeGreaterThan(0);
    expect(blocks("sh").length).toBeGreaterThan(1);
  });

  test.each(blocks("ts"))("this program runs:\n%s", (code) => {
    const folder = `${root}/tests/results/readme`;
    mkdirSync(folder, { recursive: true });
    const file = `${folder}/example-${blocks("ts").indexOf(code)}.ts`;
    writeFileSync(file, code);
    const { status, stderr } = spawnSync(process.execPath, [file], { cwd: root, encoding: "utf8" });
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  const commands = blocks("sh").flatMap((block) =>
    block.split("\n").filter((line) => line.startsWith("npm run --silent parley")),
  );
  test.each(commands)("this command runs: %s", (command) => {
    const args = command.split(/\s+#/)[0]!.split("-- ")[1]!.trim().split(/\s+/);
    const { status, stderr } = spawnSync(process.execPath, ["src/cli.ts", ...args], {
      cwd: root,
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });
});
