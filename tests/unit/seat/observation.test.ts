/**
 * Information hiding: what a seat observes, and so what it does, depends on the others only through what they have
 * said and done. Everything private of the other seats is changed; nothing the seat sees may differ.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Agent } from "../../../src/agents/agent.ts";
import { advance, initial, toMove } from "../../../src/protocol/game.ts";
import type { Move, Vote } from "../../../src/protocol/move.ts";
import { fork, randomFrom } from "../../../src/random.ts";
import { playGame } from "../../../src/runs/simulate.ts";
import { bestOutcome, worstUtility } from "../../../src/scenario/best/best.ts";
import { claimInPlay } from "../../../src/scenario/reveal.ts";
import type { AgentSpec, Scenario } from "../../../src/scenario/schema.ts";
import { type Table, tableOf } from "../../../src/seat/compiled.ts";
import { type Disclosure, disclosedBy } from "../../../src/seat/disclosure.ts";
import { learn } from "../../../src/seat/learning.ts";
import { type Act, actOf, type Observation, observe } from "../../../src/seat/observation.ts";
import { seatsAt } from "../../../src/seat/seats.ts";
import { castOf } from "../../../src/session/lineUp.ts";
import { beliefAt, streamsOf } from "../../../src/session/table.ts";
import { actsOf, agentOf, movesOf, SEED } from "../../fixtures/games.ts";
import { firstMinute, paris } from "../../fixtures/scenarios.ts";
import { withOtherSecrets } from "../../fixtures/secrets.ts";
import { sample } from "../../long.ts";

type Decision = { readonly observation: Observation; readonly act: Move | Vote };

/**
 * What one seat observes in a game with these moves and disclosures, and what its agent would do, at each of its
 * decisions.
 */
function decisionsOf(
  table: Table,
  party: number,
  spec: AgentSpec,
  moves: readonly Move[],
  disclosed: readonly (readonly Disclosure[])[],
  seed: number,
): Decision[] {
  const { course } = table.positions;
  const agent = agentOf(table.scenario, spec);
  const streams = streamsOf(table, seed);
  const support = beliefAt(table);
  const game = initial(course);
  const history: Act[] = [];
  return moves.flatMap((move, index): Decision[] => {
    const turn = toMove(course, game)!;
    const observed = () => observe(course, game, seatsAt(table, game)[party]!, support, history);
    const draw = () => randomFrom(fork(streams.agents[party]!, index));
    const made: Decision[] = [];
    if (turn.who === "speaker" && turn.party === party) {
      const observation = observed();
      const ask = observation.phase.protocol === "talks" ? agent.bargain : agent.speak;
      made.push({ observation: structuredClone(observation), act: ask(observation, draw) });
    } else if (turn.who === "voters" && turn.parties.includes(party)) {
      const observation = observed();
      made.push({ observation: structuredClone(observation), act: agent.vote(observation, draw) });
    }
    learn(support, game, move, disclosed[index]!);
    history.push(actOf(game, move));
    advance(course, game, move);
    return made;
  });
}

function expectNothingLeaks(
  scenario: Scenario,
  table: Table,
  party: number,
  spec: AgentSpec,
  seed: number,
): number {
  const random = randomFrom(fork(streamsOf(table, seed).environment, "secrets"));
  const other = tableOf(withOtherSecrets(scenario, party, (n) => random.below(n)));
  const moves = movesOf(table, {}, seed);
  const disclosed = moves.map((move) => disclosedBy(table.positions, move));
  const decisions = decisionsOf(table, party, spec, moves, disclosed, seed);
  expect(decisionsOf(other, party, spec, moves, disclosed, seed)).toEqual(decisions);
  return decisions.length;
}

const GAMES = sample(30, 2000);

describe("changing every other seat's weights, values, limits and brief changes nothing that a seat sees or does", () => {
  it.each(["delegate", "hardliner", "uniform"] as const)(
    `%s in the small scenario (${GAMES} games, every seat)`,
    (strategy) => {
      const scenario = firstMinute();
      const table = tableOf(scenario);
      let decisions = 0;
      fc.assert(
        fc.property(fc.nat(2 ** 31), fc.nat(scenario.parties.length - 1), (seed, party) => {
          decisions += expectNothingLeaks(scenario, table, party, { strategy }, seed);
        }),
        { numRuns: GAMES, seed: SEED },
      );
      expect(decisions).toBeGreaterThan(3 * GAMES);
    },
  );

  it.each(["ukraine", "united_states", "poland"])("the delegate of %s in Paris", (id) => {
    const scenario = paris();
    const party = scenario.parties.findIndex((candidate) => candidate.id === id);
    const decisions = expectNothingLeaks(scenario, tableOf(scenario), party, { strategy: "delegate" }, SEED);
    expect(decisions).toBeGreaterThan(5);
  });

  it("and the changes are not idle: they do change what the others want", () => {
    const scenario = firstMinute();
    const before = tableOf(scenario).positions.preferences;
    const random = randomFrom({ high: 1, low: SEED });
    const after = tableOf(withOtherSecrets(scenario, 0, (n) => random.below(n))).positions.preferences;
    expect(after[0]).toEqual(before[0]);
    for (const p of [1, 2]) {
      expect([bestOutcome(after[p]!).utility, worstUtility(after[p]!)]).not.toEqual([
        bestOutcome(before[p]!).utility,
        worstUtility(before[p]!),
      ]);
    }
  });

  it("while what a party says in public is seen by all", () => {
    const scenario = firstMinute();
    const said = structuredClone(scenario);
    const stake = said.parties[0]!.preferences.stakes.bindingness!;
    stake.claim = { ...claimInPlay(stake)!, says: { min: "treaty" } };
    expect(tableOf(said).prior).not.toEqual(tableOf(scenario).prior);
  });
});

describe("an observation", () => {
  const scenario = firstMinute();
  const table = tableOf(scenario);
  const { course } = table.positions;

  it("holds the seat's own preferences and no list of everybody's", () => {
    const observation = observe(
      course,
      initial(course),
      seatsAt(table, initial(course))[1]!,
      beliefAt(table),
      [],
    );
    expect(observation.seat.preference).toBe(table.positions.preferences[1]);
    const others = table.positions.preferences.filter((_, party) => party !== 1);
    const reachable = new Set<unknown>();
    const visit = (value: unknown) => {
      if (typeof value !== "object" || value === null || reachable.has(value)) return;
      reachable.add(value);
      for (const child of Object.values(value)) visit(child);
    };
    visit(observation);
    expect(
      others.filter((preference) => reachable.has(preference) || reachable.has(preference.worth)),
    ).toEqual([]);
    expect([...reachable]).not.toContain(scenario);
  });

  it("holds every move made before it, votes and reasons included, and none after", () => {
    const moves = movesOf(table, {}, SEED);
    const before: number[] = [];
    const watching: Agent = {
      ...agentOf(scenario, { strategy: "delegate" }),
      vote: (observation, draw) => {
        expect(observation.history).toEqual(actsOf(table, moves).slice(0, observation.history.length));
        before.push(observation.history.length);
        return agentOf(scenario, { strategy: "delegate" }).vote(observation, draw);
      },
    };
    playGame(
      table,
      castOf(scenario).makers.with(1, () => watching),
      SEED,
    );
    const own = (index: number) => {
      const motion = moves[index - 1]!;
      return motion.type === "amend" && motion.party === 1;
    };
    const ballots = moves.flatMap((move, index) => (move.type === "ballot" && !own(index) ? [index] : []));
    expect(before).toEqual(ballots);
    expect(ballots.length).toBeGreaterThan(2);
  });

  it("is the same for the same game, whoever computed it before", () => {
    const seat = seatsAt(table, initial(course))[2]!;
    const support = beliefAt(table);
    const game = initial(course);
    expect(observe(course, game, seat, support, [])).toEqual(
      observe(course, structuredClone(game), seat, support, []),
    );
  });
});
