/**
 * What Paris means for talks with Russia: the agreed text is everybody's walk-away point there, as far as it can be
 * carried out without Russia.
 */
import { describe, expect, test } from "vitest";
import { compile } from "../../src/protocol/course.ts";
import { mandateOf } from "../../src/protocol/mandate.ts";
import type { PhaseResult } from "../../src/protocol/move.ts";
import { outcomeOf } from "../../src/scenario/outcome.ts";
import { reservationOf } from "../../src/scenario/preference.ts";
import type { OutcomeById } from "../../src/scenario/schema.ts";
import { paris } from "../fixtures/scenarios.ts";

const scenario = paris();
const { course, preferences } = compile(scenario);

/** Walk-away values in the talks after a text that everybody but Russia has signed; none without one. */
function walkAwayAfter(text: OutcomeById | undefined): { russia: number; ukraine: number } {
  const signed = scenario.parties.map(({ id }) => id !== "russia");
  const results: PhaseResult[] =
    text === undefined
      ? []
      : [
          {
            phase: 0,
            end: "agreement",
            round: 4,
            outcome: outcomeOf(scenario, text),
            signed,
            reservations: [],
            unity: 0.8,
            cards: [],
          },
        ];
  const inForce = mandateOf(course, results);
  const of = (id: string) =>
    reservationOf(preferences[scenario.parties.findIndex((party) => party.id === id)]!, inForce);
  return { russia: of("russia"), ukraine: of("ukraine") };
}

const DECLARATION = scenario.history!.outcome;
const STRONGER: OutcomeById = {
  ...DECLARATION,
  sanctions: "san4",
  us_backstop: "usb2",
  intelligence: "int3",
};
/** Only measures that need a ceasefire, and with it Russia. */
const NEEDS_RUSSIA: OutcomeById = { military: "mil4", monitoring: "mon4" };

describe("a text agreed in Paris moves the walk-away points of the talks", () => {
  const nothing = walkAwayAfter(undefined);
  const declaration = walkAwayAfter(DECLARATION);
  const stronger = walkAwayAfter(STRONGER);

  test("it lowers Russia's and raises Ukraine's", () => {
    expect(declaration.russia).toBeLessThan(nothing.russia);
    expect(declaration.ukraine).toBeGreaterThan(nothing.ukraine);
  });

  test("a stronger text does more of both", () => {
    expect(stronger.russia).toBeLessThan(declaration.russia);
    expect(stronger.ukraine).toBeGreaterThan(declaration.ukraine);
  });

  test("measures that all need Russia's consent move nothing", () => {
    expect(walkAwayAfter(NEEDS_RUSSIA)).toEqual(nothing);
  });
});
