/** MiCRO and tit-for-tat answer what the others have done: their offers in talks, told from whole games. */
import { describe, expect, it } from "vitest";
import type { Move } from "../../../src/protocol/move.ts";
import { gameSeed } from "../../../src/random.ts";
import type { Outcome } from "../../../src/scenario/outcome.ts";
import { acceptable, utility } from "../../../src/scenario/preference.ts";
import type { AgentSpec, Scenario } from "../../../src/scenario/schema.ts";
import { tableOf } from "../../../src/seat/compiled.ts";
import { movesOf, SEED } from "../../fixtures/games.ts";
import { parsed, phase, wants, written } from "../../fixtures/scenarios.ts";
import { talksAmong } from "../../fixtures/talks.ts";

/** Two sides that want opposite things with different weights, one issue tied to another and one limit. */
function opposed(parties = 2): Scenario {
  const scenario = written(parties, 4, 3);
  const weights = [
    [40, 25, 20, 15],
    [12, 31, 38, 19],
    [23, 14, 29, 34],
  ];
  scenario.parties.forEach(({ preferences }, p) => {
    preferences.stakes = Object.fromEntries(
      weights[p]!.map((weight, i) => [`i${i}`, wants(p === 0 ? "o2" : "o0", weight)]),
    );
    preferences.reservationValue = 20;
  });
  scenario.linkages = [
    {
      id: "tie",
      parties: ["p0"],
      when: [{ issue: "i0", is: "o0" }],
      issue: "i1",
      factor: 0.5,
      rationale: "A test.",
    },
  ];
  scenario.parties[0]!.preferences.limits = [{ issue: "i3", min: "o1" }];
  return talksAmong(scenario, { rounds: 60 });
}

const offersOf = (moves: readonly Move[], party: number): Outcome[] =>
  moves.flatMap((move) => (move.type === "offer" && move.party === party ? [move.outcome] : []));

function game(scenario: Scenario, strategies: readonly AgentSpec[], seed = SEED): readonly Move[] {
  const lineUp = Object.fromEntries(scenario.parties.map(({ id }, p) => [id, strategies[p]!]));
  return movesOf(tableOf(scenario), lineUp, seed);
}

const micro: AgentSpec = { strategy: "micro" };
const titForTat: AgentSpec = { strategy: "tit-for-tat" };
const hardliner: AgentSpec = { strategy: "hardliner" };
const delegate: AgentSpec = { strategy: "delegate" };

describe("MiCRO", () => {
  const scenario = opposed();
  const preference = tableOf(scenario).positions.preferences[0]!;
  const rational: number[] = [];
  for (let code = 0; code < 81; code++) {
    const outcome = [0, 1, 2, 3].map((issue) => Math.floor(code / 3 ** issue) % 3);
    const worth = utility(preference, outcome);
    if (acceptable(preference, outcome) && worth >= 20) rational.push(worth);
  }
  rational.sort((a, b) => b - a);
  const rounded = (worths: readonly number[]) => worths.map((worth) => Number(worth.toFixed(9)));

  it("makes its own offers from the best down, none beyond its limits or below no agreement", () => {
    // Something new each time, and never within this side's limit.
    const script = Array.from({ length: 9 }, (_, k) => ({
      round: k + 1,
      amend: { i0: `o${k % 3}`, i1: `o${Math.floor(k / 3)}`, i3: "o0" },
    }));
    const offers = offersOf(game(scenario, [micro, { strategy: "scripted", script }]), 0).slice(0, 10);
    const worths = rounded(offers.map((outcome) => utility(preference, outcome)));
    expect(worths.length).toBe(10);
    expect(worths).toEqual(rounded(rational.slice(0, worths.length)));
  });

  it("concedes nothing to a side that concedes nothing", () => {
    const offers = offersOf(game(scenario, [micro, hardliner]), 0);
    // One more than the other at most: it has the first word.
    expect(new Set(offers.map(String)).size).toBe(2);
    expect(offers.length).toBe(60);
  });

  it("meets another of its kind: the later offer is accepted where it is worth the next own one", () => {
    const moves = game(scenario, [micro, micro]);
    expect(moves.at(-1)!.type).toBe("accept");
    const [mine, theirs] = [offersOf(moves, 0), offersOf(moves, 1)];
    expect(Math.abs(mine.length - theirs.length)).toBeLessThanOrEqual(1);
    expect(mine.length).toBeGreaterThan(2);
  });

  it("among several answers the one that has conceded least", () => {
    const three = opposed(3);
    const offers = offersOf(game(three, [micro, hardliner, { strategy: "uniform" }], 4), 0);
    expect(new Set(offers.map(String)).size).toBe(2);
  });
});

describe("tit-for-tat", () => {
  const scenario = opposed();
  const preference = tableOf(scenario).positions.preferences[0]!;
  const worthsOf = (moves: readonly Move[]) =>
    offersOf(moves, 0).map((outcome) => utility(preference, outcome));

  it("concedes nothing to a side that concedes nothing", () => {
    const worths = worthsOf(game(scenario, [titForTat, hardliner]));
    expect(new Set(worths).size).toBe(1);
  });

  it("concedes to a side that concedes, and agrees with it", () => {
    const moves = game(scenario, [titForTat, delegate]);
    const worths = worthsOf(moves);
    expect(Math.min(...worths)).toBeLessThan(worths[0]!);
    expect(moves.at(-1)!.type).toBe("accept");
  });

  it("concedes in the proportion in which the other has, not further", () => {
    for (let k = 0; k < 20; k++) {
      const moves = game(scenario, [titForTat, delegate], gameSeed(SEED, k));
      const [best] = worthsOf(moves);
      const bottom = 0;
      let asked = best!;
      const theirs: number[] = [];
      for (const move of moves) {
        if (move.type !== "offer") continue;
        const worth = utility(preference, move.outcome);
        if (move.party === 1) theirs.push(Math.max(0.1, (worth - bottom) / (best! - bottom)));
        else {
          const kept = theirs.length < 2 ? 1 : theirs.at(-2)! / theirs.at(-1)!;
          asked = Math.min(best!, asked * kept);
          expect(worth).toBeGreaterThanOrEqual(Math.max(20, asked) - 1e-6);
        }
      }
    }
  });

  it("looks back over as many proposals as its parameter says", () => {
    const long = opposed(3);
    const offers = (window: number) =>
      game(long, [{ strategy: "tit-for-tat", window }, { strategy: "uniform" }, delegate]);
    expect(offers(1)).not.toEqual(offers(4));
  });
});

describe("in drafting", () => {
  it.each([micro, titForTat])("$strategy moves the text towards what it wants, in its own steps", (spec) => {
    const scenario = written(2, 4, 3, 3);
    scenario.parties[0]!.preferences.stakes = { i1: wants("o2", 30), i3: wants("o1", 50) };
    scenario.phases[0] = { ...phase("first", 3), floor: { principals: ["p0"], rotating: 0 } };
    const moves = game(parsed(scenario), [spec, { strategy: "hold" }]);
    const first = moves.find((move) => move.type === "amend");
    expect(first).toMatchObject({
      party: 0,
      changes: [
        [1, 2],
        [3, 1],
      ],
    });
  });
});
