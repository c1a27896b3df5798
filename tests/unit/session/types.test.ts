/** Private types: drawn for each game by its seed, kept in its run file, told to their own seat only. */
import { describe, expect, it } from "vitest";
import { simulate } from "../../../src/runs/simulate.ts";
import { middle, type Types } from "../../../src/scenario/privateTypes.ts";
import type { Scenario } from "../../../src/scenario/schema.ts";
import { tableFor, tableOf, typesFor } from "../../../src/seat/compiled.ts";
import { publicOf } from "../../../src/seat/public.ts";
import { packTranscript, unpackTranscript } from "../../../src/session/link.ts";
import { replay } from "../../../src/session/replay.ts";
import { createSession, resumeSession } from "../../../src/session/session.ts";
import { parsed, textOf } from "../../fixtures/scenarios.ts";

const scenario = withRanges(parsed(textOf("three-chairs.json")));

/** With a reservation value and a shift as ranges beside the ranges of weights. */
function withRanges(written: Scenario): Scenario {
  const [ukraine, states, ...others] = structuredClone(written.parties);
  ukraine!.preferences.reservationValue = [45, 61];
  states!.preferences.reservationValue = "disagreement";
  states!.preferences.shift = [-4, 12];
  return { ...written, parties: [ukraine!, states!, ...others] };
}

const numbersAt = (seed: number, types?: "fixed") =>
  tableFor(tableOf(scenario), seed, types).positions.preferences.map(
    ({ weights, reservationValue, reservationShift }) => [...weights, reservationValue, reservationShift],
  );

describe("private types", () => {
  it("lie in their ranges, reach both ends and differ between games and parties", () => {
    const drawn = Array.from({ length: 400 }, (_, seed) => typesFor({ scenario }, seed)!);
    for (const [issue, { range }] of Object.entries(scenario.parties[0]!.preferences.stakes)) {
      const weights = drawn.map((types) => types.ukraine!.weights![issue]!);
      expect([Math.min(...weights), Math.max(...weights)]).toEqual(range);
    }
    const values = drawn.map((types) => types.ukraine!.reservationValue!);
    expect([Math.min(...values), Math.max(...values)]).toEqual([45, 61]);
    expect(Math.abs(values.reduce((a, b) => a + b) / values.length - 53)).toBeLessThan(1);
    const shifts = drawn.map((types) => types.united_states!.shift!);
    expect([Math.min(...shifts), Math.max(...shifts)]).toEqual([-4, 12]);
    expect(new Set(values.map((value, game) => `${value} ${shifts[game]}`)).size).toBeGreaterThan(150);
  });

  it("are what the seats of that game count with, and what is as written where they are fixed", () => {
    expect(numbersAt(1)).toEqual(numbersAt(1));
    expect(numbersAt(1)).not.toEqual(numbersAt(2));
    expect(numbersAt(1, "fixed")).toEqual(numbersAt(2, "fixed"));
    const [ukraine, states] = numbersAt(1, "fixed");
    expect(ukraine!.at(-2)).toBe(middle([45, 61]));
    expect(states!.at(-1)).toBe(middle([-4, 12]));
  });

  it("are in the run file, which plays again and goes on with them", () => {
    const session = createSession({ scenario, seed: 5, lineUp: { europe: "human" } });
    session.run();
    const run = session.transcript();
    expect(run.types).toEqual(typesFor({ scenario }, 5));
    expect(resumeSession(scenario, run).transcript()).toEqual(run);
    expect(replay(scenario, JSON.stringify(run)).table.positions).toEqual(session.table.positions);
    const fixed = createSession({ scenario, seed: 5, types: "fixed" }).transcript();
    expect(fixed.types).toBeUndefined();
    expect(replay(scenario, fixed).table.types).toBeUndefined();
  });

  it("are only named in a link whose seed gives them", () => {
    const run = createSession({ scenario, seed: 5 }).transcript();
    const named = unpackTranscript(packTranscript(run, typesFor({ scenario }, 5)));
    expect(named.types).toBe("drawn");
    expect(resumeSession(scenario, named).transcript()).toEqual(run);
    expect(unpackTranscript(packTranscript(run, typesFor({ scenario }, 6))).types).toEqual(run.types);
  });

  it.each([
    ["a stranger", { atlantis: { reservationValue: 3 } }, 'there is no party "atlantis"'],
    ["a number outside", { ukraine: { reservationValue: 80 } }, "is 80, outside 45 to 61"],
    [
      "a number without a range",
      { europe: { reservationValue: 50 } },
      '"europe" has no range for its reservation value',
    ],
    ["a weight of nothing", { ukraine: { weights: { soup: 1 } } }, 'has no range for its weight of "soup"'],
  ])("of %s in a run file are refused with a sentence", (_, types, words) => {
    const run = { ...createSession({ scenario, seed: 5 }).transcript(), types };
    expect(() => replay(scenario, run)).toThrow(words);
  });

  it("of some of the parties or numbers only are refused with a sentence, none at all are as written", () => {
    const run = createSession({ scenario, seed: 5 }).transcript();
    const types = run.types as Types;
    const { ukraine, united_states: states, ...others } = types;
    const { shift: _, ...noShift } = states!;
    const [[issue], ...weights] = Object.entries(ukraine!.weights!) as [[string, number]];
    const tooFew: [Types, string][] = [
      [
        {},
        'damaged at types: the reservation value for "ukraine" is missing, which each game draws. Save it',
      ],
      [{ ukraine: ukraine!, ...others }, 'for "united_states" is missing'],
      [{ ...types, united_states: noShift }, 'the shift for "united_states" is missing'],
      [
        { ...types, ukraine: { ...ukraine, weights: Object.fromEntries(weights) } },
        `the weight of "${issue}" for "ukraine" is missing`,
      ],
    ];
    for (const [some, words] of tooFew)
      expect(() => replay(scenario, { ...run, types: some })).toThrow(words);
    expect(replay(scenario, { ...run, types: undefined }).table.types).toBeUndefined();
  });

  it("are the same in a simulated game and in a session with its seed", () => {
    const { rows } = simulate(scenario, { games: 3, seed: 9 });
    for (const { seed, utilities } of rows) {
      const session = createSession({ scenario, seed });
      session.run();
      expect(replay(scenario, session.transcript()).utilities).toEqual(utilities);
    }
    const fixed = simulate(scenario, { games: 3, seed: 9, types: "fixed" }).rows;
    expect(fixed.map(({ utilities }) => utilities)).not.toEqual(rows.map(({ utilities }) => utilities));
  });

  it("are nobody else's to see: neither the ranges nor what was drawn is public", () => {
    const open = JSON.stringify(publicOf(scenario));
    expect(open).not.toContain('"range"');
    expect(open).not.toContain('"shift"');
    expect(open).not.toContain("reservationValue");
  });
});

it("refuses what is no option for types", () => {
  for (const types of ["bogus", null, {}, { ukraine: { reservationValue: 50 } }] as unknown as "fixed"[]) {
    const tries = [
      () => tableFor(tableOf(scenario), 1, types),
      () => createSession({ scenario, seed: 1, types }),
      () => simulate(scenario, { games: 1, seed: 1, types }),
    ];
    for (const attempt of tries) expect(attempt).toThrow(/neither "drawn" nor "fixed"/);
  }
});
