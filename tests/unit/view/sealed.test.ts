/**
 * A seat is sealed: what it sees follows from the public scenario, its own instructions and what is heard of the game.
 * Everything else is changed (the others' numbers, limits, linkages, briefs and agents, what really happened) and the
 * views are compared byte by byte, in positions of all bundled scenarios and from every kind of seat; the seed and the
 * agents of the game never reach the view at all. `LONG=1` compares more of them.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Move } from "../../../src/protocol/move.ts";
import { type Random, randomFrom } from "../../../src/random.ts";
import { partiesSeated } from "../../../src/scenario/parties.ts";
import type { Scenario } from "../../../src/scenario/schema.ts";
import { type Table, tableOf } from "../../../src/seat/compiled.ts";
import { disclosedBy } from "../../../src/seat/disclosure.ts";
import { instructionsOf, publicOf } from "../../../src/seat/public.ts";
import { type SeatTable, seatTableOf } from "../../../src/seat/seatTable.ts";
import { beginning, follow, type Heard } from "../../../src/seat/standpoint.ts";
import { adviceOn, askable } from "../../../src/view/adviser.ts";
import { idealDraft } from "../../../src/view/draft.ts";
import { phaseEndOf } from "../../../src/view/phaseEnd.ts";
import { situationOf, viewOf } from "../../../src/view/view.ts";
import { movesOf, SEED } from "../../fixtures/games.ts";
import { parsed, textOf } from "../../fixtures/scenarios.ts";
import { withOtherSecrets } from "../../fixtures/secrets.ts";
import { reported, sample } from "../../long.ts";

const SEATS = sample(4, 12);
const POSITIONS = sample(6, 60);
const GAMES = sample(1, 3);

const bundled: readonly Scenario[] = readdirSync(join(import.meta.dirname, "../../../scenarios"))
  .filter((name) => name.endsWith(".json") && name !== "scenario.schema.json")
  .map((name) => parsed(textOf(name)));

/** A seat as it is given to somebody far away: nothing but JSON. */
function receivedBy(scenario: Scenario, party: number): SeatTable {
  const sent = JSON.stringify([publicOf(scenario), instructionsOf(scenario, party)]);
  const [open, instructions] = JSON.parse(sent);
  return seatTableOf(open, party, instructions);
}

function heardOf(table: Table, moves: readonly Move[], count: number): Heard {
  const made = moves.slice(0, count);
  return { moves: made, disclosed: made.map((move) => disclosedBy(table.positions, move)), asked: true };
}

/** All that is told in a seat, with nothing drafted and with its ideal draft, and of whom it may ask about. */
function toldIn(own: SeatTable, heard: Heard): string {
  const at = follow(beginning(own), heard);
  const situation = situationOf(at);
  const ideal = idealDraft(at);
  const between = at.game.results.length > 0 && at.game.play.beat !== "ended";
  return JSON.stringify([
    viewOf(situation, []),
    viewOf(situation, ideal),
    ideal,
    between ? phaseEndOf(at) : null,
    askable(at, at.game.text).map(({ party }) => adviceOn(at, at.game.text, party)),
  ]);
}

/** Evenly spread, the first and the last among them. */
function spread(last: number, count: number): number[] {
  return [...new Set(Array.from({ length: count }, (_, k) => Math.round((k * last) / (count - 1))))];
}

/** One seat of every kind a scenario has, and others in turn. */
function seatsOf(scenario: Scenario, random: Random): number[] {
  const seated = partiesSeated(scenario);
  const kinds = scenario.phases.flatMap((phase) =>
    phase.protocol === "talks"
      ? phase.seats.map((seat) => [seat.mediator, seat.members.length > 1, seat.members.at(-1)!] as const)
      : [],
  );
  const chosen = new Map<string, number>();
  for (const [mediator, delegation, id] of kinds)
    chosen.set(
      `${mediator} ${delegation}`,
      scenario.parties.findIndex((party) => party.id === id),
    );
  const first = seated[0]!;
  const others = Array.from({ length: SEATS }, () => seated[random.below(seated.length)]!);
  return [...new Set([first, ...chosen.values(), ...others])].slice(0, SEATS + chosen.size);
}

describe.each(bundled.map((scenario) => [scenario.id, scenario] as const))("%s", (_id, scenario) => {
  const table = tableOf(scenario);
  const games = Array.from({ length: GAMES }, (_, game) => movesOf(table, {}, SEED + game));
  const moves = games[0]!;
  const random = randomFrom({ high: 7, low: SEED });

  it("tells a seat the same whatever all others keep to themselves", () => {
    let compared = 0;
    for (const party of seatsOf(scenario, random)) {
      const own = receivedBy(scenario, party);
      const other = receivedBy(
        withOtherSecrets(scenario, party, (n) => random.below(n)),
        party,
      );
      for (const played of games) {
        for (const count of spread(played.length, POSITIONS)) {
          const heard = heardOf(table, played, count);
          const sealed = JSON.parse(JSON.stringify(heard)) as Heard;
          expect(toldIn(other, sealed) === toldIn(own, heard), `seat ${party} after ${count} moves`).toBe(
            true,
          );
          compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(POSITIONS);
    reported(`sealed seats of ${scenario.id}: ${compared} positions compared`);
  });

  it("tells it the same in whatever order it is asked", () => {
    const party = partiesSeated(scenario)[0]!;
    const shared = receivedBy(scenario, party);
    const counts = spread(moves.length, POSITIONS);
    const expected = new Map(
      counts.map((count) => [count, toldIn(receivedBy(scenario, party), heardOf(table, moves, count))]),
    );
    let known = beginning(shared);
    for (let k = 0; k < counts.length; k++) {
      const count = counts[random.below(counts.length)]!;
      known = follow(known, heardOf(table, moves, count));
      viewOf(situationOf(known), [[0, 0]]);
      expect(toldIn(shared, heardOf(table, moves, count)) === expected.get(count), `${count} moves`).toBe(
        true,
      );
      expect(JSON.stringify(known.game)).toBe(
        JSON.stringify(follow(beginning(shared), heardOf(table, moves, count)).game),
      );
    }
  });
});
