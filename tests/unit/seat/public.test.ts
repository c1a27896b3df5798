/** What of a scenario is public, and what one seat is given besides. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile, courseOf } from "../../../src/protocol/course.ts";
import { type Random, randomFrom } from "../../../src/random.ts";
import { claimsRevealed } from "../../../src/scenario/reveal.ts";
import type { Scenario } from "../../../src/scenario/schema.ts";
import { instructionsOf, publicOf } from "../../../src/seat/public.ts";
import { SEED } from "../../fixtures/games.ts";
import { paris, parsed, textOf } from "../../fixtures/scenarios.ts";
import { withOtherSecrets } from "../../fixtures/secrets.ts";

const bundled: readonly Scenario[] = readdirSync(join(import.meta.dirname, "../../../scenarios"))
  .filter((name) => name.endsWith(".json") && name !== "scenario.schema.json")
  .map((name) => parsed(textOf(name)));

const drawFrom = (random: Random) => (n: number) => random.below(n);

describe.each(bundled.map((scenario) => [scenario.id, scenario] as const))(
  "the public %s",
  (_id, scenario) => {
    it("is the same whatever the secrets of all seats are", () => {
      const other = withOtherSecrets(scenario, -1, drawFrom(randomFrom({ high: 0, low: SEED })));
      expect(JSON.stringify(other.parties)).not.toBe(JSON.stringify(scenario.parties));
      expect(publicOf(other)).toEqual(publicOf(scenario));
    });

    it("gives the same course as the whole, after a journey as JSON", () => {
      const received = JSON.parse(JSON.stringify(publicOf(scenario)));
      expect(received).toEqual(publicOf(scenario));
      expect(courseOf(received)).toEqual(compile(scenario).course);
    });

    it("leaves what a seat itself will have said to the result", () => {
      for (const [party, { preferences }] of scenario.parties.entries()) {
        const given = JSON.stringify([publicOf(scenario), instructionsOf(scenario, party)]);
        const later = Object.values(preferences.stakes).flatMap(claimsRevealed);
        for (const { text } of later) expect(given).not.toContain(JSON.stringify(text).slice(1, -1));
      }
    });

    it("has no word of a confidential brief", () => {
      const told = JSON.stringify(publicOf(scenario));
      for (const { brief } of scenario.parties) {
        const { interests, redLines, batna } = brief.confidential;
        // A single name may well stand in a public text too.
        const sentences = [...interests, ...redLines, batna].filter((line) => line.length > 20);
        for (const line of sentences)
          expect(told.includes(JSON.stringify(line).slice(1, -1)), line).toBe(false);
      }
    });

    it("has no note of the author", () => {
      const keys = new Set<string>();
      JSON.stringify(publicOf(scenario), (key, value) => {
        keys.add(key);
        return value;
      });
      expect(keys).not.toContain("note");
    });

    it("leaves the instructions of a seat as they are when the others' change", () => {
      for (let seat = 0; seat < scenario.parties.length; seat += 5) {
        const other = withOtherSecrets(scenario, seat, drawFrom(randomFrom({ high: 0, low: SEED + seat })));
        expect(instructionsOf(other, seat)).toEqual(instructionsOf(scenario, seat));
      }
    });
  },
);

describe("the sources of a public scenario", () => {
  it("lack those that only tell what really happened, and say how many they are", () => {
    const scenario = paris();
    const { sources, withheld } = publicOf(scenario);
    const told = sources.map(({ id }) => id);
    const cited = JSON.stringify(publicOf({ ...scenario, sources: [] }));
    const hidden = scenario.sources.filter(({ id }) => !told.includes(id));
    const { history, parties, events = [], levers = [] } = scenario;
    const waiting = JSON.stringify([
      history,
      parties.flatMap(({ preferences }) => Object.values(preferences.stakes).flatMap(claimsRevealed)),
      [...events, ...levers].filter(({ reveal }) => reveal !== undefined),
    ]);
    expect(hidden.length).toBeGreaterThan(0);
    expect(withheld).toBe(hidden.length);
    for (const { id, reveal } of hidden) {
      expect(reveal === "result" || waiting.includes(`"${id}"`), id).toBe(true);
      expect(cited).not.toContain(`"${id}"`);
    }
  });
});
