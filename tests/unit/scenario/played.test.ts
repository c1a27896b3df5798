/**
 * What is played and what is prose: every key of the format is one of the two, prose changes neither hash nor game, and
 * what identified a scenario once does so for good.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { formatTranscript } from "../../../src/protocol/transcript.ts";
import { formerHashOf, hashOf } from "../../../src/scenario/hash.ts";
import { UNPLAYED } from "../../../src/scenario/played.ts";
import { type Scenario, scenarioSchema } from "../../../src/scenario/schema.ts";
import { tableOf } from "../../../src/seat/compiled.ts";
import { movesOf, SEED } from "../../fixtures/games.ts";
import { parsed, textOf } from "../../fixtures/scenarios.ts";

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "../../fixtures", name), "utf8");
const isLeftOut = (path: string) => [...UNPLAYED].some((out) => path === out || path.startsWith(`${out}.`));

/** Every key of the format as a path, from the published form of the schema. */
function pathsOf(form: z.core.JSONSchema.BaseSchema, path = ""): string[] {
  const below = (next: z.core.JSONSchema._JSONSchema | undefined, at: string) =>
    typeof next === "object" ? pathsOf(next, at) : [];
  const { items } = form;
  return [
    ...Object.entries(form.properties ?? {}).flatMap(([key, next]) => {
      const at = path === "" ? key : `${path}.${key}`;
      return [at, ...below(next, at)];
    }),
    ...(Array.isArray(items) ? [] : below(items, `${path}.*`)),
    ...below(form.additionalProperties, `${path}.*`),
    ...[...(form.anyOf ?? []), ...(form.oneOf ?? [])].flatMap((next) => below(next, path)),
  ];
}

/** A copy in which `change` has replaced every text and number below the paths it is asked about. */
function changed(
  value: unknown,
  change: (path: string, leaf: string | number) => unknown,
  path = "",
): unknown {
  if (typeof value === "string" || typeof value === "number") return change(path, value);
  if (Array.isArray(value)) return value.map((entry) => changed(entry, change, `${path}.*`));
  if (typeof value !== "object" || value === null) return value;
  const keyed =
    /(^|\.)(stakes|groups|weights|opening|disagreement|outcome|amend|issues|restraint|insecurity|clauses)$/;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => {
      const step = keyed.test(path) ? "*" : key;
      return [key, changed(entry, change, path === "" ? step : `${path}.${step}`)];
    }),
  );
}

const inOtherWords = (scenario: Scenario): Scenario =>
  changed(scenario, (path, leaf) =>
    isLeftOut(path) && !path.startsWith("parties.*.agent") && typeof leaf === "string"
      ? `${leaf} Indeed.`
      : leaf,
  ) as Scenario;

describe("what is played", () => {
  it("is told from prose for every key of the format", () => {
    const paths = [...new Set(pathsOf(z.toJSONSchema(scenarioSchema, { io: "input" })))];
    const listed = fixture("played.txt").trim().split("\n");
    // A new key belongs into tests/fixtures/played.txt, or into UNPLAYED if no move can depend on it.
    expect(paths.filter((path) => !isLeftOut(path)).sort()).toEqual([...listed].sort());
    expect([...UNPLAYED].filter((path) => !paths.includes(path))).toEqual([]);
  });

  it.each(["first-minute", "three-chairs", "paris-2026", "direct-talks", "sarnmar", "budapest-1994"])(
    "does not depend on the words of %s: the same moves, the same run file",
    (name) => {
      const scenario = parsed(textOf(`${name}.json`));
      const reworded = inOtherWords(scenario);
      expect(reworded).not.toEqual(scenario);
      const [one, other] = [scenario, reworded].map((of) =>
        formatTranscript({ scenario: of, seed: SEED, lineUp: {}, moves: movesOf(tableOf(of), {}, SEED) }),
      );
      expect(other).toEqual(one);
    },
  );
});

describe("the hash of a scenario", () => {
  const first = parsed(fixture("frozen/first-minute-of-0.2.0.json"));
  const valid = parsed(fixture("frozen/valid-of-0.2.0.json"));
  const withAftermath = parsed(textOf("three-chairs.json"));

  it("changes with every text and number that is played and with no other", () => {
    for (const scenario of [valid, withAftermath]) {
      /** Where each path first leads to a text or a number. */
      const places = new Map<string, number>();
      let count = 0;
      changed(scenario, (path, leaf) => {
        if (!places.has(path)) places.set(path, count);
        count++;
        return leaf;
      });
      for (const [path, place] of places) {
        let at = 0;
        const other = changed(scenario, (_, leaf) => {
          if (at++ !== place) return leaf;
          return typeof leaf === "number" ? leaf + 1 : `${leaf}x`;
        }) as Scenario;
        expect(hashOf(other) === hashOf(scenario), path).toBe(isLeftOut(path));
      }
    }
  });

  it("does not depend on the layout of the file or the order of names", () => {
    const backwards = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(backwards);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, entry]) => [key, backwards(entry)]),
      );
    };
    const { $schema: _, ...bare } = first;
    expect(hashOf(parsed(JSON.stringify(backwards(first))))).toBe(hashOf(first));
    expect(hashOf(bare)).toBe(hashOf(first));
  });

  it("depends on the order of what has one", () => {
    const { issues, parties } = first;
    expect(hashOf({ ...first, issues: issues.toReversed() })).not.toBe(hashOf(first));
    expect(hashOf({ ...first, parties: parties.toReversed() })).not.toBe(hashOf(first));
  });

  it("takes a default that is written out for one that is not", () => {
    const talk = first.phases[0]!;
    if (talk.protocol !== "drafting") throw new Error("The first minute begins with drafting.");
    const { mustAgree: _, ...rule } = JSON.parse(fixture("frozen/first-minute-of-0.2.0.json")).phases[0]
      .amendment;
    const terse = { ...first, phases: [{ ...talk, amendment: rule }] };
    expect(parsed(JSON.stringify(terse)).phases[0]).toMatchObject({ amendment: { mustAgree: [] } });
    expect(hashOf(parsed(JSON.stringify(terse)))).toBe(
      hashOf({ ...first, phases: [{ ...talk, amendment: { ...rule, mustAgree: [] } }] }),
    );
  });

  it("is the same as ever for the same file, or every saved game of it would be locked", () => {
    expect(hashOf(first)).toBe("952e9d300a7a71c50fcff477c43a15d6256d45395e4cfe8b868127747c1014ec");
    expect(hashOf(valid)).toBe("c5fa06bb3e092810385bef80d051d854c739ba1ed6dfb610f321fd7fdd4c2158");
  });

  it("of the former kind is the one that 0.2.0 wrote", () => {
    expect(formerHashOf(first)).toBe("35da98f9b74f2c3312aa632a6ca7e6e9c495847568d42e14a4ac832003981cbb");
    expect(formerHashOf(valid)).toBe("a7ab0fdcc8f64c14c33c5641f224b4b72a2e7f96bda1867d3e1189bff237826a");
    expect(formerHashOf({ ...first, title: "Another" })).not.toBe(formerHashOf(first));
  });
});
