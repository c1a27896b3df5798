/**
 * A party's points have no unit: all that it has in points times a positive number changes no move of anybody. Powers of two
 * change no bit of a quotient, so they must give the very same moves.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { gameSeed } from "../../src/random.ts";
import { tableOf } from "../../src/seat/compiled.ts";
import { movesOf, SEED } from "../fixtures/games.ts";
import { parsed, textOf } from "../fixtures/scenarios.ts";
import { inOtherUnits } from "../fixtures/units.ts";
import { sample } from "../long.ts";

const files = readdirSync(join(import.meta.dirname, "../../scenarios")).filter(
  (name) => name.endsWith(".json") && name !== "scenario.schema.json",
);
const GAMES = sample(3, 40);
const POWERS = sample([-20, -3, 1, 20], [-20, -11, -3, -1, 1, 2, 7, 20]);

describe.each(files)("%s", (file) => {
  const scenario = parsed(textOf(file));
  const table = tableOf(scenario);

  it.each(POWERS)("in units of 2 to the power of %i: the same moves", (power) => {
    // Every party has its own unit, so that none can hide in a common one.
    const scaled = tableOf(inOtherUnits(scenario, (party) => 2 ** (power * (party % 2 === 0 ? 1 : -1))));
    for (let game = 0; game < GAMES; game++) {
      const seed = gameSeed(SEED, game);
      expect(movesOf(scaled, {}, seed)).toEqual(movesOf(table, {}, seed));
    }
  });
});
