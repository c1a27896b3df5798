/** The cards of the Paris course in play: each makes some games go another way, none decides alone, agents pull levers. */
import { describe, expect, test } from "vitest";
import { advance, initial } from "../../src/protocol/game.ts";
import { usableLevers } from "../../src/protocol/levers.ts";
import { gameSeed } from "../../src/random.ts";
import { effectOfCard, MEASURES } from "../../src/runs/experiment.ts";
import { tableOf } from "../../src/seat/compiled.ts";
import { movesOf, SEED } from "../fixtures/games.ts";
import { paris } from "../fixtures/scenarios.ts";

const scenario = paris();
const events = scenario.events ?? [];
const levers = scenario.levers ?? [];

/** Change of the share of agreements beyond which a card alone would decide. */
const DECIDES = 0.5;

/** Cards that may change only chances at home or the world in so few games. */
const AROUND_THE_TABLE = [
  "midterm_campaign",
  "tour_of_parliaments",
  "pledge_funds",
  "local_ceasefire",
  "pledge_forces",
];

test("there are 16 events and at least 10 levers, and every one can be played", () => {
  expect(events).toHaveLength(16);
  expect(levers.length).toBeGreaterThanOrEqual(10);
});

describe("the paired difference over the same seeds, with the card and without", () => {
  test.each([...events, ...levers].map(({ id }) => id))("%s has an effect and does not decide", (id) => {
    const { differences, otherwise } = effectOfCard(scenario, id, { games: 16, seed: SEED, futures: 20 });
    const moved = MEASURES.filter((measure) => differences[measure].margin > 0);
    expect(moved, "measures in which some pair differs").not.toEqual([]);
    if (!AROUND_THE_TABLE.includes(id)) expect(otherwise, "pairs that end differently").toBeGreaterThan(0);
    for (const measure of ["first", "last"] as const) {
      const { mean, margin } = differences[measure];
      expect(Math.abs(mean) - margin, measure).toBeLessThan(DECIDES);
    }
  });
});

test("events come and default agents pull levers, each of them legally, in 60 games", () => {
  const table = tableOf(scenario);
  const { course } = table.positions;
  const seen = new Map<string, number>();
  for (let k = 0; k < 60; k++) {
    const game = initial(course);
    for (const move of movesOf(table, {}, gameSeed(SEED, k))) {
      const card = move.type === "lever" ? move.lever : move.type === "news" ? move.event?.card : undefined;
      if (move.type === "lever") expect(usableLevers(course, game, move.party)).toContain(move.lever);
      if (card !== undefined) seen.set(course.cards[card]!.id, (seen.get(course.cards[card]!.id) ?? 0) + 1);
      advance(course, game, move);
    }
  }
  for (const { id } of events) expect(seen.get(id) ?? 0, id).toBeGreaterThan(0);
  const pulled = levers.filter(({ id }) => seen.has(id));
  console.info(
    `levers pulled by default agents: ${pulled.map(({ id }) => `${id} ${seen.get(id)}`).join(", ")}`,
  );
  // Most levers cost a delegate more than they are believed to bring; persons may see it otherwise.
  expect(pulled.length).toBeGreaterThan(0);
});
