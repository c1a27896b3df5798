/** What others rely on: the exports of the library and the published schema. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
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
      "WARNING_CODES",
      "acceptable",
      "advance",
      "aftermathOf",
      "amended",
      "applyMove",
      "approvalsOf",
      "auditScenario",
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
      "formatFailure",
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
      "strategy",
      "summarise",
      "supportOf",
      "tableOf",
      "tallyOf",
      "targetsOf",
      "toMove",
      "unpackTranscript",
      "utility",
      "violation",
      "withReservation",
      "withoutCard",
      "worstUtility",
    ]
  `);
});

test("the published JSON Schema is the one in code", () => {
  expect(read("scenarios/scenario.schema.json")).toBe(schemaText());
});
