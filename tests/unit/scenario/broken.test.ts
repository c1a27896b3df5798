/**
 * A broken scenario says where, what and how to mend it. Each file of tests/fixtures/broken is valid.json with one
 * fault; the table says which code it must give, at which path and line, and nothing else with it.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseScenario } from "../../../src/agents/parse.ts";
import {
  formatProblem,
  PROBLEM_CODES,
  type Problem,
  type ProblemCode,
} from "../../../src/scenario/problem.ts";
import { BOUNDS } from "../../../src/scenario/schema.ts";
import { textOf } from "../../fixtures/scenarios.ts";

const FOLDER = join(import.meta.dirname, "../../fixtures/broken");

/** [file, code, JSON path, line] */
const FAULTS: readonly (readonly [string, ProblemCode, string, number])[] = [
  ["syntax-comma", "syntax", "", 5],
  ["syntax-quote", "syntax", "", 4],
  ["syntax-nan", "syntax", "", 54],
  ["syntax-comment", "syntax", "", 4],
  ["syntax-trailing-comma", "syntax", "", 48],
  ["too-deep", "too-deep", "", 48],
  ["prototype-key", "prototype-key", "parties[0].preferences.stakes.__proto__", 52],
  ["prototype-key-constructor", "prototype-key", "phases[1].opening.constructor", 136],
  ["prototype-key-id", "prototype-key", "sources[0].id", 9],
  ["duplicate-key", "duplicate-key", "title", 4],
  ["missing-title", "missing", "", 1],
  ["missing-batna", "missing", "parties[0].brief.confidential", 48],
  ["missing-rounds", "missing", "phases[0]", 112],
  ["unknown-key", "unknown-key", "phases[0].floor.rotation", 122],
  ["unknown-key-markup", "unknown-key", "<b>", 8],
  ["wrong-type-text", "wrong-type", "title", 4],
  ["wrong-type-list", "wrong-type", "phases[0].parties", 116],
  ["wrong-type-number", "wrong-type", "phases[0].rounds", 120],
  ["wrong-type-null", "wrong-type", "parties[0].preferences.stakes.force.weight", 54],
  ["wrong-type-agenda", "wrong-type", "phases[1].agenda", 140],
  ["not-allowed-kind", "not-allowed", "issues[0].kind", 16],
  ["not-allowed-strategy", "not-allowed", "parties[0].agent.strategy", 69],
  ["not-allowed-version", "not-allowed", "parley", 2],
  ["bad-format-id", "bad-format", "id", 3],
  ["bad-format-markup-id", "bad-format", "parties[0].id", 41],
  ["bad-format-date", "bad-format", "asOf", 6],
  ["bad-format-url", "bad-format", "sources[0].url", 9],
  ["bad-format-code", "bad-format", "parties[0].code", 43],
  ["bad-format-share", "bad-format", "phases[0].amendment.minFor.share", 123],
  ["bad-format-share-by-zero", "bad-format", "phases[0].amendment.minFor.share", 123],
  ["bad-format-language", "bad-format", "language", 7],
  ["out-of-range-infinity", "out-of-range", "parties[0].preferences.stakes.force.weight", 54],
  ["out-of-range-negative-weight", "out-of-range", "parties[0].preferences.stakes.force.weight", 54],
  ["out-of-range-rounds", "out-of-range", "phases[0].rounds", 120],
  ["out-of-range-fraction", "out-of-range", "phases[0].rounds", 120],
  ["out-of-range-share", "out-of-range", "phases[1].amendment.minFor.share", 142],
  ["too-long-label", "too-long", "issues[0].label", 14],
  ["too-long-text", "too-long", "summary", 5],
  ["too-many-red-lines", "too-many", "parties[0].brief.confidential.redLines", 48],
  ["too-many-parties", "too-many", "parties", 39],
  ["too-many-options", "too-many", "issues[0].options", 18],
  ["too-few-interests", "too-few", "parties[0].brief.confidential.interests", 48],
  ["too-few-characters", "too-few", "title", 4],
  ["duplicate-id-party", "duplicate-id", "parties[2].id", 91],
  ["duplicate-id-option", "duplicate-id", "issues[0].options[3].id", 22],
  ["unknown-issue", "unknown-issue", "linkages[0].issue", 106],
  ["unknown-issue-agenda", "unknown-issue", "phases[0].agenda[1][0]", 121],
  ["unknown-option", "unknown-option", "phases[0].opening.force", 117],
  ["unknown-option-condition", "unknown-option", "parties[0].preferences.limits[0].unless[0].is", 67],
  ["unknown-option-status-quo", "unknown-option", "issues[0].statusQuo", 17],
  ["unknown-option-history", "unknown-option", "history.outcome.force", 150],
  ["unknown-party", "unknown-party", "phases[0].decision.mustAgree[0]", 125],
  ["unknown-party-group", "unknown-party", "linkages[0].parties[0]", 105],
  ["unknown-party-weights", "unknown-party", "phases[1].amendment.weights.west", 142],
  ["unknown-source", "unknown-source", "history.sources[0]", 151],
  ["unknown-phase", "unknown-phase", "phases[0].next.none", 129],
  ["empty-range", "empty-range", "parties[0].preferences.limits[0]", 67],
  ["empty-range-weights", "empty-range", "parties[0].preferences.stakes.force.range", 56],
  ["condition-form-none", "condition-form", "linkages[0].when[0]", 104],
  ["condition-form-both", "condition-form", "linkages[0].when[0]", 104],
  ["stake-form-both", "stake-form", "parties[0].preferences.stakes.force", 53],
  ["stake-form-none", "stake-form", "parties[1].preferences.stakes.leave", 84],
  ["values-count", "values-count", "parties[1].preferences.stakes.leave.values", 84],
  ["claim-basis", "claim-basis", "parties[1].preferences.stakes.leave.basis", 84],
  ["clause-form-order", "clause-form", "issues[1].options", 33],
  ["clause-form-opens-with", "clause-form", "issues[1].opensWith", 31],
  ["limit-form", "limit-form", "parties[0].preferences.limits[0]", 67],
  ["linkage-form-both", "linkage-form", "linkages[0]", 103],
  ["linkage-form-neither", "linkage-form", "linkages[0]", 103],
  ["linkage-form-factor-of-total", "linkage-form", "linkages[0]", 103],
  ["threshold-form", "threshold-form", "phases[0].decision.maxAgainst", 126],
  ["threshold-form-empty", "threshold-form", "phases[0].decision.maxAgainst", 126],
  ["rule-party", "rule-party", "phases[1].decision.mustAgree[0]", 143],
  ["agenda-rounds", "agenda", "phases[0].agenda", 121],
  ["phase-cycle", "phase-cycle", "phases[1].next", 144],
  ["phase-cycle-of-itself", "phase-cycle", "phases[1].next", 144],
  ["phase-unreachable", "phase-unreachable", "phases[1].id", 132],
  ["agenda-four-levels", "agenda", "phases[0].agenda[1]", 163],
  ["too-many-changes-in-script", "too-many", "parties[0].agent.script[0].amend", 113],
  ["unknown-option-script", "unknown-option", "parties[0].agent.script[0].amend.force", 69],
  ["unknown-lever-script", "unknown-lever", "parties[0].agent.script[0].lever", 69],
  ["duplicate-id-round", "duplicate-id", "parties[0].agent.script[1].round", 69],
  ["unknown-key-parameter", "unknown-key", "parties[0].agent.concession", 69],
  ["not-allowed-vote", "not-allowed", "parties[0].agent.script[0].adopt", 69],
  ["out-of-range-concession", "out-of-range", "parties[0].agent.concession", 69],
  ["wrong-type-value", "wrong-type", "parties[1].preferences.stakes.leave.values[1]", 84],
  ["wrong-type-option", "wrong-type", "issues[0].options[2]", 21],
  ["bad-format-agenda", "bad-format", "phases[0].agenda[1][0]", 121],
  ["bad-format-condition", "bad-format", "linkages[0].when[0].min", 104],
  ["bad-format-claim-date", "bad-format", "parties[0].preferences.stakes.force.claim.date", 60],
  ["unknown-key-stake", "unknown-key", "parties[0].preferences.stakes.force.idael", 55],
  ["event-form-both", "event-form", "events[0]", 154],
  ["event-form-neither", "event-form", "events[0]", 154],
  ["claim-basis-two", "claim-basis", "parties[0].preferences.stakes.force.claim", 57],
  ["claim-basis-revealed", "claim-basis", "parties[0].preferences.stakes.force.basis", 63],
  ["effect-form-self", "effect-form", "events[0].branches[0].effects[0].parties[0]", 164],
  ["effect-form-target", "effect-form", "events[0].branches[0].effects[0].parties[0]", 164],
  ["effect-form-target-issue", "effect-form", "levers[0].effects[0].issue", 177],
  ["effect-form-no-steps", "effect-form", "events[0].branches[0].effects[0]", 164],
  ["unknown-phase-event", "unknown-phase", "events[0].phases[0]", 159],
  ["unknown-issue-effect", "unknown-issue", "events[0].branches[0].effects[0].issue", 164],
  ["unknown-party-lever", "unknown-party", "levers[0].parties[0]", 174],
  ["unknown-party-effect", "unknown-party", "levers[0].effects[1].parties[0]", 178],
  ["unknown-source-event", "unknown-source", "events[0].sources[0]", 158],
  ["not-allowed-effect", "not-allowed", "events[0].effects[0].changes", 162],
  ["not-allowed-variable", "not-allowed", "events[0].effects[0].variable", 162],
  ["duplicate-id-card", "duplicate-id", "levers[0].id", 171],
  ["out-of-range-uses", "out-of-range", "levers[0].uses", 180],
];

/** One slip of the pen that the JSON parser sees as two. */
const SEEN_TWICE = ["syntax-quote", "syntax-nan"];

const read = (name: string) => readFileSync(join(FOLDER, `${name}.json`), "utf8");

function problemsOf(source: unknown): readonly Problem[] {
  const result = parseScenario(source);
  return result.ok ? [] : result.problems;
}

/** Ends like a sentence (or asks "did you mean"), is long enough to say how to mend it, and shows nothing of the program's inside. */
function expectSentence({ message }: Problem): void {
  expect(message).toMatch(/^["\w-].*[.?]$/s);
  expect(message.length).toBeGreaterThan(20);
  expect(message).not.toMatch(/undefined|\[object|native code|NaN is|function/);
}

describe("each broken file is refused for its one fault, at its line", () => {
  it.each(FAULTS)("%s: %s at %s, line %i", (file, code, path, line) => {
    const problems = problemsOf(read(file));
    expect(problems[0]).toMatchObject({ code, path, line });
    if (SEEN_TWICE.includes(file)) expect(new Set(problems.map((p) => p.code))).toEqual(new Set([code]));
    else expect(problems.map((p) => formatProblem(p, file))).toHaveLength(1);
    for (const problem of problems) expectSentence(problem);
  });

  it("too-large: a file of more than 5 MB is not read at all", () => {
    const text = `{"title": "${"x".repeat(BOUNDS.bytes)}"}`;
    expect(problemsOf(text)).toMatchObject([{ code: "too-large", path: "", line: 1, column: 1 }]);
    for (const problem of problemsOf(text)) expectSentence(problem);
  });

  it("too-large: bytes count, not characters", () => {
    const text = `{"title": "${"é".repeat(BOUNDS.bytes / 2)}"}`;
    expect(problemsOf(text).map((p) => p.code)).toEqual(["too-large"]);
  });

  it("too-much: a file of more names and values than a scenario can have is not built up", () => {
    const lists = "[],".repeat(BOUNDS.tokens / 3);
    const problems = problemsOf(`{"parley": 1, "sources": [\n${lists}[]]}`);
    expect(problems).toMatchObject([{ code: "too-much", path: "", line: 2 }]);
    for (const problem of problems) expectSentence(problem);
  });

  it("syntax: an empty file", () => {
    expect(problemsOf("")).toMatchObject([{ code: "syntax", line: 1, column: 1 }]);
  });

  it("and the file they come from is valid", () => {
    expect(problemsOf(read("valid"))).toEqual([]);
  });
});

describe("the table of faults is complete", () => {
  it("every file of the folder stands in it", () => {
    const files = readdirSync(FOLDER).map((file) => file.replace(/\.json$/, ""));
    const others = ["valid", "two-faults", "one-fault-many-references"];
    expect(files.toSorted()).toEqual([...FAULTS.map(([file]) => file), ...others].toSorted());
  });

  it("every problem code can be reached", () => {
    const reached = new Set<ProblemCode>(FAULTS.map(([, code]) => code));
    // Shown in tests of their own: too-large and too-much here, the others in decode, foreign and seat/cost.test.ts.
    const elsewhere: readonly ProblemCode[] = [
      "too-large",
      "too-much",
      "encoding",
      "foreign",
      "no-negotiation",
      "not-finite",
      "too-dear",
    ];
    expect(PROBLEM_CODES.filter((code) => !reached.has(code))).toEqual(
      PROBLEM_CODES.filter((code) => elsewhere.includes(code)),
    );
  });
});

it("an issue that a round of an agenda names twice counts once", () => {
  const opening = (issues: string) => read("agenda-four-levels").replace('"force", "a", "b", "c"', issues);
  expect(problemsOf(opening('"force", "a", "b", "b"'))).toEqual([]);
  expect(problemsOf(opening('"force", "a", "b", "c", "c"'))).toMatchObject([
    { code: "agenda", message: expect.stringContaining("opens 4 issues") },
  ]);
});

describe("several faults", () => {
  it("a mistyped key and a dangling reference are both reported", () => {
    expect(problemsOf(read("two-faults"))).toMatchObject([
      { code: "unknown-key", path: "parties[0].brief.confidential.batnna" },
      { code: "unknown-option", path: "phases[0].opening.force" },
    ]);
  });

  it("a name whose definition is refused is not called unknown as well", () => {
    expect(problemsOf(read("one-fault-many-references"))).toMatchObject([
      { code: "bad-format", path: "issues[0].options[0].id" },
    ]);
  });

  it("are sought no longer once there are more than anybody reads", () => {
    const reserved = '{"id": "__proto__"},'.repeat(10_000);
    const twice = '"k": 0, '.repeat(20_000);
    expect(problemsOf(`{"parley": 1, "parties": [${reserved}0]}`)).toHaveLength(200);
    expect(problemsOf(`{"parley": 1, ${twice}"k": 0}`)).toHaveLength(200);
    const unknown = Array.from({ length: 20_000 }, (_, i) => `"k${i}": 0, `).join("");
    expect(problemsOf(`{${unknown}"parley": 1}`)).toHaveLength(200);
  });

  it("shows no more of a name than could be one", () => {
    const [problem] = problemsOf(`{"parley": 1, "${"k".repeat(100_000)}": 0}`).filter(
      ({ code }) => code === "unknown-key",
    );
    expect(formatProblem(problem!, "file").length).toBeLessThan(300);
  });

  it("are sorted by their place in the text", () => {
    const text = read("valid")
      .replace('"title": "Valid"', '"title": 1')
      .replace('"code": "NO"', '"code": "n"')
      .replace('"rounds": 1', '"rounds": 0');
    const lines = problemsOf(text).map((p) => p.line);
    expect(lines).toHaveLength(3);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });

  it("a file without anything is told everything it lacks", () => {
    const missing = problemsOf('{"parley": 1}').map((p) => p.message);
    expect(missing.length).toBeGreaterThan(8);
    for (const key of ["id", "title", "issues", "parties", "phases"]) {
      expect(missing).toContainEqual(expect.stringMatching(`^"${key}" is missing. Add it here: a `));
    }
  });

  it("are listed up to two hundred", () => {
    const keys = Array.from({ length: 500 }, (_, i) => `"junk${i}": ${i}`).join(", ");
    expect(problemsOf(`{"parley": 1, ${keys}}`)).toHaveLength(200);
  });

  it("a mistyped name brings the nearest one to mind", () => {
    const [problem] = problemsOf(read("unknown-option"));
    expect(problem!.message).toContain('Did you mean "small"?');
  });
});

describe("what is not a text at all is refused in the same way", () => {
  it.each([
    ["nothing", undefined],
    ["null", null],
    ["a number", 42],
    ["a list", []],
    ["a function", () => 1],
    ["a big integer", 1n],
    ["an empty object", {}],
  ])("%s", (_name, source) => {
    const problems = problemsOf(source);
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) expectSentence(problem);
  });

  it("an object that contains itself", () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(problemsOf(loop).map((p) => p.code)).toEqual(["syntax"]);
  });

  it("an object as JSON.parse gives it is read like its text", () => {
    expect(problemsOf(JSON.parse(read("valid")))).toEqual([]);
    expect(problemsOf(JSON.parse(read("unknown-issue"))).map((p) => p.code)).toEqual(["unknown-issue"]);
  });

  it("a byte order mark before the text does no harm", () => {
    expect(problemsOf(`\uFEFF${read("valid")}`)).toEqual([]);
  });
});

describe("a path and a place are written so that an editor finds them", () => {
  it("file:line:column code at path: sentence", () => {
    const [problem] = problemsOf(read("unknown-option"));
    expect(formatProblem(problem!, "x.json")).toMatch(
      /^x\.json:\d+:\d+ unknown-option at phases\[0\]\.opening\.force: There is no option of force "smal"\./,
    );
  });

  it.each(["first-minute.json", "paris-2026.json"])("%s has no problem", (name) => {
    expect(problemsOf(textOf(name)).map((p) => formatProblem(p, name))).toEqual([]);
  });
});
