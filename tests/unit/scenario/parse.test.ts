/**
 * Whatever the text, parsing ends: a scenario that compiles and can be played, or problems that lie inside the text.
 * Thousands of inputs, in the long run a hundred thousand, from noise to one changed character. `SEED=…` repeats a run.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseScenario } from "../../../src/agents/parse.ts";
import { result } from "../../../src/protocol/game.ts";
import type { Parsed } from "../../../src/scenario/reading/parse.ts";
import type { Scenario } from "../../../src/scenario/schema.ts";
import { createSession } from "../../../src/session/session.ts";
import { everySeat, SEED } from "../../fixtures/games.ts";
import { clause, parsed, textOf, type Written, written } from "../../fixtures/scenarios.ts";
import { sample } from "../../long.ts";

const VALID = textOf("first-minute.json");
const runs = (numRuns: number) => ({ numRuns, seed: SEED });
const NOISE = sample(500, 20_000);
const CHANGED = sample(250, 10_000);
const WRITTEN = sample(75, 3000);

/** A result of the parser that keeps its promises, whatever the text was. */
function expectSound(text: string, parsedText: Parsed): void {
  if (parsedText.ok) return;
  const lines = text.replace(/^\uFEFF/, "").split("\n");
  expect(parsedText.problems.length).toBeGreaterThan(0);
  for (const { line, column, message } of parsedText.problems) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 1);
    expect(message).toMatch(/[.?]$/);
    expect(message).not.toMatch(/undefined|\[object|native code/);
  }
}

/** Plays a scenario to its end with agents that move at random. */
function playToTheEnd(scenario: Scenario): void {
  const session = createSession({ scenario, seed: SEED, lineUp: everySeat(scenario, "uniform") });
  session.run();
  expect(result(session.snapshot().game)).toBeDefined();
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Every place of a JSON value: the container and the key in it. */
function placesOf(value: Json): [Json[] | { [key: string]: Json }, string][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [
    [value, key] as [typeof value, string],
    ...placesOf(child),
  ]);
}

const put = (container: Json[] | { [key: string]: Json }, key: string, value: Json) =>
  Object.defineProperty(container, key, { value, enumerable: true, configurable: true, writable: true });

describe("parsing never throws and never passes over what it refuses", () => {
  it(`random texts (${NOISE})`, () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expectSound(text, parseScenario(text));
      }),
      runs(NOISE),
    );
  });

  it(`random JSON values, each as text and as object (2 × ${NOISE})`, () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, null, 2);
        expectSound(text, parseScenario(text));
        expectSound(text, parseScenario(value));
      }),
      runs(NOISE),
    );
  });

  it(`texts made of the format's own words (${NOISE})`, () => {
    const words = [...new Set(VALID.match(/"[^"]*"|[{}[\],:]|\d+/g))];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words, "\n", '"', "//", "/*"), { maxLength: 60 }), (parts) => {
        const text = parts.join(" ");
        expectSound(text, parseScenario(text));
      }),
      runs(NOISE),
    );
  });

  it(`a valid scenario with characters deleted, inserted or replaced (${NOISE})`, () => {
    const edit = fc.record({
      at: fc.nat(VALID.length - 1),
      remove: fc.nat(12),
      insert: fc.oneof(fc.constant(""), fc.string({ maxLength: 8 }), fc.constantFrom(...'{}[]",:0-/\\e\n\r')),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        const text = edits.reduce(
          (changed, { at, remove, insert }) => changed.slice(0, at) + insert + changed.slice(at + remove),
          VALID,
        );
        const outcome = parseScenario(text);
        expectSound(text, outcome);
        if (outcome.ok) playToTheEnd(outcome.scenario);
      }),
      runs(NOISE),
    );
  });

  it(`a valid scenario with two of its parts exchanged (${CHANGED})`, () => {
    const { length } = placesOf(JSON.parse(VALID));
    fc.assert(
      fc.property(fc.nat(length - 1), fc.nat(length - 1), (a, b) => {
        const value: Json = JSON.parse(VALID);
        const places = placesOf(value);
        const [from, fromKey] = places[a]!;
        const [to, toKey] = places[b]!;
        const moved = structuredClone(Reflect.get(from, fromKey));
        put(from, fromKey, structuredClone(Reflect.get(to, toKey)));
        put(to, toKey, moved);
        const text = JSON.stringify(value, null, 2);
        const outcome = parseScenario(text);
        expectSound(text, outcome);
        if (outcome.ok) playToTheEnd(outcome.scenario);
      }),
      runs(CHANGED),
    );
  });

  it(`a valid scenario with one of its parts replaced by anything (${CHANGED})`, () => {
    const { length } = placesOf(JSON.parse(VALID));
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom("toString", "constructor", "all", "group:core", "ukraine", -1, 1e308, 0.5, ""),
    );
    fc.assert(
      fc.property(fc.nat(length - 1), anything, (at, value) => {
        const whole: Json = JSON.parse(VALID);
        const [container, key] = placesOf(whole)[at]!;
        put(container, key, value as Json);
        const text = JSON.stringify(whole, null, 2);
        const outcome = parseScenario(text);
        expectSound(text, outcome);
        if (outcome.ok) playToTheEnd(outcome.scenario);
      }),
      runs(CHANGED),
    );
  });

  it.each([
    ["lists", "[".repeat(100_000)],
    ["closed lists", "[".repeat(100_000) + "]".repeat(100_000)],
    ["objects", `{"parley":1,"a":${'{"a":'.repeat(100_000)}`],
    ["lists after a comment with a quotation mark", `/*"*/${"[".repeat(100_000)}`],
    ["lists after a line comment with a quotation mark", `//"\r${"[".repeat(100_000)}`],
    ["lists after a string that ends with its line", `["\r${"[".repeat(100_000)}`],
  ])("a hundred thousand nested %s are refused as too deep", (_name, text) => {
    const outcome = parseScenario(text);
    expectSound(text, outcome);
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: "too-deep" }] });
  });

  it("brackets inside texts are not nesting", () => {
    const scenario = written(2, 1);
    scenario.summary = "[".repeat(5000);
    expect(parseScenario(JSON.stringify(scenario)).ok).toBe(true);
  });
});

describe("an accepted scenario", () => {
  /** Small scenarios of every shape the format allows, by a few random choices. */
  const shapes: fc.Arbitrary<Written> = fc
    .record({
      parties: fc.integer({ min: 1, max: 5 }),
      issues: fc.integer({ min: 1, max: 4 }),
      options: fc.integer({ min: 2, max: 5 }),
      rounds: fc.integer({ min: 1, max: 4 }),
      rotating: fc.nat(3),
      withClause: fc.boolean(),
      second: fc.boolean(),
      weight: fc.double({ min: 0, max: 1000, noNaN: true }),
    })
    .map(({ parties, issues, options, rounds, rotating, withClause, second, weight }) => {
      const scenario = written(parties, issues, options, rounds);
      const [first] = scenario.phases;
      first!.floor.rotating = rotating;
      scenario.parties[0]!.preferences.stakes.i0!.weight = weight;
      if (withClause) scenario.issues.push(clause("c", "i0"));
      if (second) {
        scenario.phases.push({ ...first!, id: "more" });
        scenario.phases[0] = { ...first!, next: { agreement: null, none: "more" } };
      }
      return scenario;
    });

  it(`is read again as itself from its own text (${WRITTEN})`, () => {
    fc.assert(
      fc.property(shapes, (scenario) => {
        const once = parsed(scenario);
        expect(JSON.stringify(parsed(JSON.stringify(once)))).toBe(JSON.stringify(once));
        expect(parsed(JSON.stringify(once, null, 2))).toEqual(once);
      }),
      runs(WRITTEN),
    );
  });

  it.each(["first-minute.json", "paris-2026.json"])("%s is read again as itself", (name) => {
    const once = parsed(textOf(name));
    expect(parsed(JSON.stringify(once))).toEqual(once);
  });

  it(`compiles and is played to its end by agents that move at random (${WRITTEN})`, () => {
    fc.assert(
      fc.property(shapes, (scenario) => {
        playToTheEnd(parsed(scenario));
      }),
      runs(WRITTEN),
    );
  });

  it("may have names that look like markup or formulas: text is text", () => {
    const scenario = written(1, 1);
    scenario.title = "<script>alert(1)</script>";
    scenario.parties[0]!.name = "=1+1";
    expect(parsed(scenario)).toMatchObject({ title: scenario.title, parties: [{ name: "=1+1" }] });
  });
});
