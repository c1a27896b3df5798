/**
 * Every bundled scenario, whatever its protocols: games end, signatures keep limits, session and simulation agree, run
 * files replay, the aftermath can be asked. What is particular to Paris is in `paris.test.ts`.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Move } from "../../src/protocol/move.ts";
import { formatTranscript } from "../../src/protocol/transcript.ts";
import { gameSeed } from "../../src/random.ts";
import { parseScenario } from "../../src/scenario/parse.ts";
import { acceptable, meets, reservationOf, utility, withReservation } from "../../src/scenario/preference.ts";
import { aftermathOf } from "../../src/session/aftermath.ts";
import { replay } from "../../src/session/replay.ts";
import { createSession } from "../../src/session/session.ts";
import { playGame } from "../../src/session/simulate.ts";
import { agentsOf, lineUpOf, tableOf } from "../../src/session/table.ts";

const folder = new URL("../../scenarios/", import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith(".json") && !file.endsWith("schema.json"));

test("there are seven of them", () => {
  expect(files).toHaveLength(7);
});

describe.each(files)("%s", (file) => {
  const parsed = parseScenario(readFileSync(new URL(file, folder), "utf8"));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { scenario } = parsed;
  const table = tableOf(scenario);
  const { course, preferences } = table.positions;
  const agents = agentsOf(scenario, {});
  const games = Array.from({ length: 40 }, (_, i) => {
    const seed = gameSeed(1, i);
    const moves: Move[] = [];
    return { seed, moves, results: playGame(table, agents, seed, { moves }) };
  });

  test("names no source that it does not use, and has a text for every issue", () => {
    const { sources, ...rest } = scenario;
    const used = JSON.stringify(rest);
    expect(sources.filter(({ id }) => !used.includes(`"${id}"`))).toEqual([]);
  });

  test("ends with a result of every phase it went through", () => {
    for (const { results } of games) expect(results.length).toBeGreaterThan(0);
  });

  test("is sometimes agreed", () => {
    expect(games.some(({ results }) => results[0]!.end === "agreement")).toBe(true);
  });

  test("nobody signs beyond its limits or below its reservation value", () => {
    for (const { results } of games) {
      const [first] = results;
      if (first!.end !== "agreement") continue;
      const phase = course.phases[first!.phase]!;
      for (const party of phase.protocol === "talks" ? phase.principals : phase.parties) {
        if (!first!.signed[party]) continue;
        const reserved = first!.reservations.find(([reserving]) => reserving === party)?.[1];
        const own =
          reserved === undefined
            ? first!.outcome
            : withReservation(first!.outcome, reserved, course.statusQuo);
        const preference = preferences[party]!;
        expect(acceptable(preference, own)).toBe(true);
        const fallback = reservationOf(preference, phase.disagreement ?? course.statusQuo);
        expect(meets(utility(preference, own), fallback)).toBe(true);
      }
    }
  });

  test("a session plays the same games, and their run files replay to the same end", () => {
    for (const { seed, moves, results } of games.slice(0, 8)) {
      const session = createSession({ scenario, seed });
      session.run();
      expect(session.snapshot().moves).toEqual(moves);
      const written = JSON.stringify(formatTranscript(scenario, seed, lineUpOf(scenario), moves));
      const again = replay(scenario, written);
      expect(again.results).toEqual(results);
      expect(JSON.stringify(formatTranscript(scenario, seed, lineUpOf(scenario), again.moves))).toBe(written);
    }
  });

  if (scenario.aftermath === undefined) return;

  test("tells what would become of each result", () => {
    for (const { results, seed } of games.slice(0, 5)) {
      const { fan, approvals, assumptions } = aftermathOf(table, results.at(-1)!, {}, seed, 50);
      expect(fan.shares.held + fan.shares.attack + fan.shares.escalation + fan.shares.breach).toBeCloseTo(
        1,
        9,
      );
      expect(approvals.length > 0).toBe(results.at(-1)!.end === "agreement");
      expect(assumptions.ratified).toBeGreaterThanOrEqual(0);
    }
  });

  const ratifies = scenario.phases.some((phase) => phase.protocol === "ratification");
  if (!ratifies) return;

  test("what was signed goes home: each signatory's body decides, nobody else's", () => {
    for (const { results } of games.filter((game) => game.results[0]!.end === "agreement")) {
      const { approved, signed, outcome } = results.at(-1)!;
      expect(outcome).toEqual(results[0]!.outcome);
      scenario.parties.forEach((party, index) => {
        const decides = signed[index] === true && party.ratification !== undefined;
        expect(approved![index] !== null).toBe(decides);
      });
    }
  });
});
