/**
 * Every bundled scenario, whatever its protocols: games end, signatures keep limits, session and simulation agree, run
 * files replay, the aftermath can be asked. What is particular to Paris is in `paris.test.ts`.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseScenario } from "../../src/agents/parse.ts";
import { aftermathOf } from "../../src/analysis/aftermath.ts";
import { meets } from "../../src/exact.ts";
import type { TalksSeat } from "../../src/protocol/course.ts";
import { relativeTime } from "../../src/protocol/game.ts";
import { cardsAt, mandateOf } from "../../src/protocol/mandate.ts";
import type { Move } from "../../src/protocol/move.ts";
import { formatTranscript } from "../../src/protocol/transcript.ts";
import { gameSeed } from "../../src/random.ts";
import { playGame } from "../../src/runs/simulate.ts";
import { brokenLimits, reservationOf, utility, withReservation } from "../../src/scenario/preference.ts";
import { tableFor, tableOf } from "../../src/seat/compiled.ts";
import { preferenceAt } from "../../src/seat/seats.ts";
import { castOf, lineUpOf } from "../../src/session/lineUp.ts";
import { replay } from "../../src/session/replay.ts";
import { createSession } from "../../src/session/session.ts";

const folder = new URL("../../scenarios/", import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith(".json") && !file.endsWith("schema.json"));

test("there are eight of them", () => {
  expect(files).toHaveLength(8);
});

describe.each(files)("%s", (file) => {
  const parsed = parseScenario(readFileSync(new URL(file, folder), "utf8"));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { scenario } = parsed;
  const table = tableOf(scenario);
  const { course } = table.positions;
  const signs = (seat: TalksSeat) => !seat.mediator;
  const { makers } = castOf(scenario);
  const games = Array.from({ length: 40 }, (_, i) => {
    const seed = gameSeed(1, i);
    const moves: Move[] = [];
    const own = tableFor(table, seed);
    return { seed, moves, table: own, results: playGame(own, makers, seed, { moves }) };
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

  test("nobody signs beyond its limits or below its reservation value, in any phase", () => {
    for (const { results, table } of games) {
      for (const [k, result] of results.entries()) {
        const phase = course.phases[result.phase]!;
        if (result.end !== "agreement" || phase.protocol === "ratification") continue;
        const talks = phase.protocol === "talks";
        const fallback = phase.disagreement ?? mandateOf(course, results.slice(0, k));
        for (const party of talks
          ? phase.seats.filter(signs).map((seat) => seat.spokesperson)
          : phase.parties) {
          if (!result.signed[party]) continue;
          const reserved = result.reservations.find(([reserving]) => reserving === party)?.[1];
          const own =
            reserved === undefined
              ? result.outcome
              : withReservation(result.outcome, reserved, course.statusQuo);
          const preference = preferenceAt(
            table.seats[party]!,
            cardsAt(course, result),
            relativeTime(course, result),
          );
          const broken = brokenLimits(preference, own).filter(
            ({ issue }) => phase.issues.includes(issue) || !talks,
          );
          expect(broken).toEqual([]);
          expect(meets(utility(preference, own), reservationOf(preference, fallback))).toBe(true);
        }
      }
    }
  });

  test("a session plays the same games, and their run files replay to the same end", () => {
    for (const { seed, moves, results, table } of games.slice(0, 8)) {
      const { types } = table;
      const session = createSession({ scenario, seed });
      session.run();
      expect(session.snapshot().moves).toEqual(moves);
      const written = JSON.stringify(
        formatTranscript({ scenario, seed, lineUp: lineUpOf(scenario), moves, types }),
      );
      const again = replay(scenario, written);
      expect(again.results).toEqual(results);
      expect(
        JSON.stringify(
          formatTranscript({ scenario, seed, lineUp: lineUpOf(scenario), moves: again.moves, types }),
        ),
      ).toBe(written);
    }
  });

  if (scenario.aftermath === undefined) return;

  test("tells what would become of each result", () => {
    for (const { results, seed, table } of games.slice(0, 5)) {
      const { fan, approvals, assumptions } = aftermathOf(table, results.at(-1)!, {}, seed, 50);
      expect(fan.shares.held + fan.shares.attack + fan.shares.escalation + fan.shares.breach).toBeCloseTo(
        1,
        9,
      );
      expect(approvals.length > 0).toBe(results.some(({ end }) => end === "agreement"));
      expect(assumptions.ratified).toBeGreaterThanOrEqual(0);
    }
  });

  const home = scenario.phases.findIndex((phase) => phase.protocol === "ratification");
  if (home < 0) return;

  test("what was signed goes home: each signatory's body decides, nobody else's", () => {
    for (const { results } of games.filter((game) => game.results[0]!.end === "agreement")) {
      const { approved, signed, outcome } = results.find(({ phase }) => phase === home)!;
      expect(outcome).toEqual(results[0]!.outcome);
      scenario.parties.forEach((party, index) => {
        const decides = signed[index] === true && party.ratification !== undefined;
        expect(approved![index] !== null).toBe(decides);
      });
    }
  });
});
