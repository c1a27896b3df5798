/** Time that costs: what is agreed at relativeTime t, and no agreement at t, are worth δᵗ of their points. */
import { describe, expect, it } from "vitest";
import { enoughNow } from "../../../src/agents/aspiration.ts";
import { initial, relativeTime } from "../../../src/protocol/game.ts";
import type { PhaseResult } from "../../../src/protocol/move.ts";
import { simulate } from "../../../src/runs/simulate.ts";
import { tableOf } from "../../../src/seat/compiled.ts";
import { observe } from "../../../src/seat/observation.ts";
import { seatsAt } from "../../../src/seat/seats.ts";
import { utilityOfResult, walkAwayNow, worthNow } from "../../../src/seat/worth.ts";
import { beliefAt } from "../../../src/session/table.ts";
import { parsed, type Written, written } from "../../fixtures/scenarios.ts";

/** Two parties who want all of one issue, 10 points; two rounds, so that t is 1/3 and 2/3. */
function impatient(discount: number | undefined): Written {
  const scenario = written(2, 1);
  const [first] = scenario.parties;
  first!.preferences.reservationValue = 4;
  if (discount !== undefined) first!.preferences.discount = discount;
  return scenario;
}

const ended = (round: number, end: PhaseResult["end"]): PhaseResult => ({
  phase: 0,
  end,
  round,
  outcome: end === "agreement" ? [2] : [0],
  signed: [true, true],
  reservations: [],
  unity: 1,
  cards: [],
});

describe("a discount of 1/8", () => {
  const table = tableOf(parsed(impatient(1 / 8)));
  const game = initial(table.positions.course);
  const later = { ...game, round: 2 };

  it("leaves a half of an agreement at t = 1/3 and a quarter at t = 2/3", () => {
    expect(relativeTime(table.positions.course, game)).toBeCloseTo(1 / 3);
    expect(utilityOfResult(table.seats[0]!, [ended(1, "agreement")])).toBe(5);
    expect(utilityOfResult(table.seats[0]!, [ended(2, "agreement")])).toBe(2.5);
  });

  it("takes the same off no agreement", () => {
    expect(utilityOfResult(table.seats[0]!, [ended(2, "deadline")])).toBe(1);
  });

  it("shows at the table what an agreement would bring now", () => {
    expect([worthNow(table.seats[0]!, game, [2]), worthNow(table.seats[0]!, later, [2])]).toEqual([5, 2.5]);
    expect([walkAwayNow(table.seats[0]!, game), walkAwayNow(table.seats[0]!, later)]).toEqual([2, 1]);
  });

  it("takes the same off what linkages add, and off a walk-away that is worth what is then in force", () => {
    const scenario = impatient(1 / 8);
    scenario.linkages = [
      { when: [{ issue: "i0", min: "o1" }], parties: ["p0"], add: 6, rationale: "More than the issue." },
      { when: [{ issue: "i0", is: "o2" }], parties: ["p0"], issue: "i0", add: 4, rationale: "In the term." },
    ];
    scenario.parties[0]!.preferences.reservationValue = "disagreement";
    scenario.phases[0]!.disagreement = { i0: "o1" };
    const own = tableOf(parsed(scenario)).seats[0]!;
    expect([worthNow(own, game, [2]), worthNow(own, later, [2])]).toEqual([10, 5]);
    const failed = { ...game, inForce: [1] };
    expect([walkAwayNow(own, failed), walkAwayNow(own, { ...failed, round: 2 })]).toEqual([5.5, 2.75]);
  });

  it("takes nothing off those who have none", () => {
    expect(utilityOfResult(table.seats[1]!, [ended(2, "agreement")])).toBe(10);
    expect(worthNow(table.seats[1]!, later, [2])).toBe(10);
  });

  it("makes half as much enough now as would be wanted a round later, and never less than no agreement", () => {
    const observation = observe(table.positions.course, game, seatsAt(table, game)[0]!, beliefAt(table), []);
    expect(observation.seat.waiting).toBe(0.5);
    // As shares of its range, from 4 points to 10: its best, then a tenth of the way to it.
    expect(enoughNow(observation, 1)).toBeCloseTo((5 - 4) / 6, 12);
    expect(enoughNow(observation, 0.1)).toBe(0);
  });
});

describe("in play", () => {
  const rows = (discount: number | undefined) =>
    simulate(parsed(impatient(discount)), { games: 20, seed: 1 }).rows;

  it("a discount of 1 changes nothing", () => {
    expect(rows(1)).toEqual(rows(undefined));
  });

  it("the rows tell what was left", () => {
    for (const [k, row] of rows(1 / 8).entries()) {
      const [{ round, outcome, end }] = row.phases as [(typeof row.phases)[number]];
      const points = end === "agreement" ? { o0: 0, o1: 5, o2: 10 }[outcome.i0 as "o0"] : 4;
      expect(row.utilities.p0, `game ${k}`).toBeCloseTo(points * (1 / 8) ** (round / 3), 6);
    }
  });
});
