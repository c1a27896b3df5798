/**
 * Bundled scenarios changed at drawn places: each mutant is answered, with a scenario or with problems that say where and
 * what, and what is accepted can be played to its end. A key that the format does not know is never accepted.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseScenario } from "../../src/agents/parse.ts";
import { auditScenario } from "../../src/runs/audit.ts";
import { simulate } from "../../src/runs/simulate.ts";
import { SEED } from "../fixtures/games.ts";
import { type Mutant, mutantOf } from "../fixtures/mutants.ts";
import { reported, sample } from "../long.ts";

const FILES = [
  "first-minute",
  "three-chairs",
  "sarnmar",
  "direct-talks",
  "budapest-1994",
  "istanbul-2022",
  "camp-david-1978",
  "paris-2026",
];
const MUTANTS = sample(1_400, 100_000);
/** One accepted mutant in so many is played, and every warning asked for. */
const PLAYED = sample(15, 50);

describe("mutants of the bundled scenarios", () => {
  const counts = { accepted: 0, refused: 0, played: 0, foreign: 0, slowest: 0, change: "" };

  it.each(FILES.entries().toArray())("of file %i, %s, are answered", (f, name) => {
    const text = readFileSync(join(import.meta.dirname, `../../scenarios/${name}.json`), "utf8");
    for (let k = 0; k < MUTANTS / FILES.length; k++) {
      const mutant = mutantOf(text, (SEED * FILES.length + f) * 100_003 + k);
      const at = performance.now();
      answered(mutant, `${name}, mutant ${k}: ${mutant.change}`);
      const milliseconds = performance.now() - at;
      if (milliseconds > counts.slowest)
        Object.assign(counts, { slowest: milliseconds, change: `${name}, ${mutant.change}` });
    }
  });

  function answered(mutant: Mutant, about: string): void {
    const parsed = parseScenario(mutant.text);
    if (!parsed.ok) {
      counts.refused++;
      expect(parsed.problems.length, about).toBeGreaterThan(0);
      for (const { message, line, column } of parsed.problems) {
        expect(message, about).toMatch(/^\S.*[.?]$/su);
        expect(message, about).not.toMatch(/\[object|invalid_|Invalid input/);
        if (!message.startsWith("This is not JSON")) expect(message, about).not.toMatch(/undefined|NaN/);
        expect(line > 0 && column > 0, about).toBe(true);
      }
      return;
    }
    counts.accepted++;
    expect(mutant.foreignKey, about).toBeUndefined();
    if (counts.accepted % PLAYED !== 0) return;
    counts.played++;
    expect(auditScenario(mutant.text).ok, about).toBe(true);
    const { rows, summary } = simulate(parsed.scenario, { games: 1, seed: SEED });
    expect([rows.length, summary.errors], about).toEqual([1, 0]);
  }

  it("are of both kinds", () => {
    const { accepted, refused, played, slowest, change } = counts;
    reported(
      `mutants: ${accepted + refused}, ${refused} refused, ${accepted} accepted, ${played} of them played; ` +
        `the slowest in ${Math.round(slowest)} ms (${change.slice(0, 160)})`,
    );
    expect(accepted).toBeGreaterThan(MUTANTS / 10);
    expect(refused).toBeGreaterThan(MUTANTS / 10);
  });
});
