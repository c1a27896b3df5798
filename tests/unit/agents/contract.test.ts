/**
 * What every agent of the roster owes the game, and what tells them apart. The contract runs over all of them, with
 * each in every seat of random games; a new strategy is tested by standing in the roster.
 */
import { describe, expect, it } from "vitest";
import type { Agent } from "../../../src/agents/agent.ts";
import * as roster from "../../../src/agents/roster.ts";
import type { Script } from "../../../src/agents/scripted.ts";
import { advance, initial, toMove, violation, voteViolation } from "../../../src/protocol/game.ts";
import type { Game, Move } from "../../../src/protocol/move.ts";
import { fork, gameSeed, randomFrom } from "../../../src/random.ts";
import { simulate } from "../../../src/runs/simulate.ts";
import { countBroken, utility, withReservation } from "../../../src/scenario/preference.ts";
import type { AgentSpec, Scenario } from "../../../src/scenario/schema.ts";
import type { Belief } from "../../../src/seat/belief.ts";
import { type Table, tableOf } from "../../../src/seat/compiled.ts";
import { disclosedBy } from "../../../src/seat/disclosure.ts";
import { learn } from "../../../src/seat/learning.ts";
import { type Act, actOf, type Observation, observe } from "../../../src/seat/observation.ts";
import { seatsAt } from "../../../src/seat/seats.ts";
import { agentsFrom, castOf } from "../../../src/session/lineUp.ts";
import { beliefAt, nextMove, streamsOf } from "../../../src/session/table.ts";
import { courseScenario } from "../../fixtures/course.ts";
import { agentOf, everySeat, movesOf, SEED } from "../../fixtures/games.ts";
import {
  clause,
  firstMinute,
  paris,
  parsed,
  phase,
  textOf,
  wants,
  written,
} from "../../fixtures/scenarios.ts";
import { talksAmong } from "../../fixtures/talks.ts";
import { sample } from "../../long.ts";

/** Every decision of a game: what is asked, what the seat saw, and the game. */
function forEachDecision(
  table: Table,
  moves: readonly Move[],
  visit: (game: Game, observation: Observation, question: keyof Agent, index: number) => void,
): void {
  const { course } = table.positions;
  const support = beliefAt(table);
  const game = initial(course);
  const history: Act[] = [];
  for (const [index, move] of moves.entries()) {
    const turn = toMove(course, game)!;
    const seats = seatsAt(table, game);
    if (turn.who === "speaker") {
      const observation = observe(course, game, seats[turn.party]!, support, history);
      visit(game, observation, observation.phase.protocol === "talks" ? "bargain" : "speak", index);
    }
    if (turn.who === "voters") {
      for (const party of turn.parties)
        visit(game, observe(course, game, seats[party]!, support, history), "vote", index);
    }
    learn(support, game, move, disclosedBy(table.positions, move));
    history.push(actOf(game, move));
    advance(course, game, move);
  }
}

/**
 * Scenarios of different shape: the bundled small one, a table of clauses, two phases with few open issues, a course with
 * drafting, ratification and talks with a delegation and cards, and talks with a mediator.
 */
function shapes(): Scenario[] {
  const clauses = written(3, 1);
  clauses.issues.push(clause("c1", "i0"), clause("c2"));
  clauses.parties[0]!.preferences.stakes.c1 = wants("in", 4);
  clauses.phases[0]!.floor = { principals: ["p2", "p0"], rotating: 1 };
  clauses.phases[0]!.decision = { mustAgree: ["p0"], reservations: { parties: ["p1", "p2"], unity: 0.1 } };
  const course = written(4, 3, 4, 2);
  course.parties[1]!.preferences.limits = [{ issue: "i1", max: "o1" }];
  course.phases = [
    {
      ...phase("first", 2),
      agenda: [["i0"], ["i1", "i2"]],
      floor: { principals: ["p0", "p1"], rotating: 2 },
      next: { agreement: null, none: "second" },
    },
    { ...phase("second", 2), parties: ["p0", "p2"], opening: { i0: "o3" } },
  ];
  const seats = ["p0", "p1", "p2"].map((id) => ({ id, members: [id], mediator: id === "p1" }));
  const mediated = talksAmong(written(3, 3), { rounds: 4, seats });
  return [firstMinute(), parsed(clauses), parsed(course), courseScenario(), mediated];
}

const SCRIPT: Script = [
  { round: 1, adopt: "for" },
  { round: 2, adopt: "against" },
];
const specOf = (strategy: AgentSpec["strategy"]): AgentSpec =>
  strategy === "scripted" ? { strategy, script: SCRIPT } : { strategy };

/** A belief as numbers, without the course that it is about. */
const plain = ({ course: _, ...numbers }: Belief) => structuredClone(numbers);

describe.each(Object.keys(roster))("every agent of the strategy %s", (strategy) => {
  const GAMES = 40;

  it(`acts legally in every seat of random games, whatever it is asked (${GAMES} games a scenario)`, () => {
    const decisions = { speak: 0, bargain: 0, vote: 0 };
    for (const scenario of shapes()) {
      const table = tableOf(scenario);
      const { course } = table.positions;
      const agent = agentOf(scenario, specOf(strategy));
      for (let k = 0; k < GAMES; k++) {
        const seed = gameSeed(SEED, k);
        const moves = movesOf(table, everySeat(scenario, "uniform"), seed);
        forEachDecision(table, moves, (game, observation, question, index) => {
          decisions[question]++;
          const { party } = observation.seat;
          const draw = () => randomFrom(fork(streamsOf(table, seed).agents[party]!, index));
          const problem =
            question === "vote"
              ? voteViolation(course, game, party, agent.vote(observation, draw))
              : violation(course, game, agent[question](observation, draw));
          expect(problem, `${scenario.id} seed ${seed}, move ${index}, party ${party}`).toBeUndefined();
        });
      }
    }
    for (const [question, times] of Object.entries(decisions))
      expect(times, question).toBeGreaterThan(question === "vote" ? 2000 : 500);
  });

  it("acts in the same way on the same observation and stream, and changes neither", () => {
    for (const scenario of [firstMinute(), courseScenario()]) {
      const table = tableOf(scenario);
      for (let k = 0; k < 10; k++) {
        const seed = gameSeed(SEED, k);
        const moves = movesOf(table, everySeat(scenario, "uniform"), seed);
        const [agent, other] = [agentOf(scenario, specOf(strategy)), agentOf(scenario, specOf(strategy))];
        forEachDecision(table, moves, (game, observation, question, index) => {
          const draw = () => randomFrom(fork(streamsOf(table, seed).agents[observation.seat.party]!, index));
          const act = (chosen: Agent) => chosen[question](observation, draw);
          const before = [structuredClone(game), plain(observation.belief)];
          const first = act(agent);
          expect(act(agent)).toEqual(first);
          expect(act(other)).toEqual(first);
          // An agent that has seen nothing before: a game may be opened in the middle.
          expect(act(agentOf(scenario, specOf(strategy)))).toEqual(first);
          expect([game, plain(observation.belief)]).toEqual(before);
        });
      }
    }
  });

  it("plays whole games among its own kind to their end", () => {
    for (const scenario of shapes()) {
      const lineUp = Object.fromEntries(scenario.parties.map(({ id }) => [id, specOf(strategy)]));
      const { rows } = simulate(scenario, { games: 10, seed: SEED, lineUp });
      expect(rows).toHaveLength(10);
    }
  });
});

/** The moves of one game with agents of these kinds, by party id. */
function gameOf(scenario: Scenario, lineUp: Record<string, AgentSpec>, seed = SEED): Move[] {
  return movesOf(tableOf(scenario), lineUp, seed);
}

const ballotsOf = (moves: readonly Move[]) =>
  moves.flatMap((move) => (move.type === "ballot" ? [move.votes] : []));

describe("hold", () => {
  it("says nothing on the floor and abstains in every ballot", () => {
    const scenario = firstMinute();
    const moves = gameOf(scenario, { ...everySeat(scenario, "uniform"), ukraine: { strategy: "hold" } });
    for (const move of moves) if (move.type === "amend") expect(move.party).not.toBe(0);
    for (const votes of ballotsOf(moves)) expect(votes[0]!.choice).toBe("abstain");
  });
});

describe("hardliner", () => {
  const scenario = firstMinute();
  const table = tableOf(scenario);

  it("never votes for a text below its ideal (100 games, every seat)", () => {
    let against = 0;
    for (let k = 0; k < 100; k++) {
      const hardliner = scenario.parties[k % 3]!.id;
      const party = k % 3;
      const moves = movesOf(
        table,
        { ...everySeat(scenario, "uniform"), [hardliner]: { strategy: "hardliner" } },
        gameSeed(SEED, k),
      );
      const preference = table.positions.preferences[party]!;
      const best = table.best[party]!;
      const game = initial(table.positions.course);
      for (const move of moves) {
        if (game.play.beat === "adoption" && move.type === "ballot") {
          const { choice } = move.votes[party]!;
          const ideal = utility(preference, game.text) >= best.utility - 1e-9;
          expect(choice).toBe(ideal ? "for" : "against");
          if (!ideal) against++;
        }
        advance(table.positions.course, game, move);
      }
    }
    expect(against).toBeGreaterThan(50);
  });

  it("moves the first open issue that is not at its ideal there, one at a time", () => {
    const [, move] = gameOf(scenario, { ...everySeat(scenario, "hold"), ukraine: { strategy: "hardliner" } });
    // Ukraine's ideal is a promise (which is the opening) in a treaty.
    expect(move).toMatchObject({ type: "amend", party: 0, changes: [[1, 2]] });
  });
});

describe("scripted", () => {
  const script = [
    { round: 1, amend: { i0: "o2", i1: "o1" } },
    { round: 2, adopt: "for" as const },
  ];
  const scenario = parsed(written(2, 2));
  const lineUp = { p0: { strategy: "scripted" as const, script }, p1: { strategy: "hold" as const } };

  it("follows its script: amends in its round, votes for its own motion, gives its vote on the text", () => {
    expect(gameOf(scenario, lineUp)).toMatchObject([
      { type: "news" },
      {
        type: "amend",
        party: 0,
        changes: [
          [0, 2],
          [1, 1],
        ],
      },
      { type: "ballot", votes: [{ choice: "for" }, { choice: "abstain" }] },
      { type: "ballot", votes: [{ choice: "abstain" }, { choice: "abstain" }] },
      { type: "news" },
      { type: "hold", party: 0 },
      { type: "ballot", votes: [{ choice: "for" }, { choice: "abstain" }] },
    ]);
  });

  it("skips what is already in the text or not open", () => {
    const twice = [{ round: 1, amend: { i0: "o0", i1: "o1" } }];
    const moves = gameOf(scenario, { ...lineUp, p0: { strategy: "scripted", script: twice } });
    expect(moves[1]).toEqual({ type: "amend", party: 0, changes: [[1, 1]] });
  });

  it("with names the scenario does not have is refused before the game", () => {
    for (const amend of [{ nothing: "o0" }, { i0: "o9" }]) {
      const wrong = { p0: { strategy: "scripted" as const, script: [{ round: 1, amend }] } };
      expect(() => castOf(scenario, { lineUp: wrong })).toThrow(
        /There is no issue "nothing"|There is no option of i0 "o9"/,
      );
    }
  });

  it("that would change four issues at once is refused before the game", () => {
    const four = parsed(written(1, 4));
    const amend = { i0: "o1", i1: "o1", i2: "o1", i3: "o1" };
    const wrong = { p0: { strategy: "scripted" as const, script: [{ round: 1, amend }] } };
    expect(() => castOf(four, { lineUp: wrong })).toThrow(/at most 3/);
    const free = written(1, 4);
    free.phases[0]!.amendment.changes = "all";
    expect(() => castOf(parsed(free), { lineUp: wrong })).not.toThrow();
  });
});

describe("uniform", () => {
  it("uses every kind of speech and vote, but never walks away", () => {
    const scenario = firstMinute();
    const table = tableOf(scenario);
    const seen = new Set<string>();
    for (let k = 0; k < 20; k++) {
      for (const move of movesOf(table, everySeat(scenario, "uniform"), gameSeed(SEED, k))) {
        seen.add(move.type);
        if (move.type === "ballot") for (const vote of move.votes) seen.add(vote!.choice);
      }
    }
    expect([...seen].toSorted()).toEqual(["abstain", "against", "amend", "ballot", "for", "hold", "news"]);
  });
});

describe("delegate", () => {
  /** Round in which one delegate signs a text that never changes, by its parameters; 0 if it never does. */
  function roundOfConsent(parameters: Partial<AgentSpec>): number {
    const scenario = written(1, 1, 5, 12);
    scenario.parties[0]!.preferences.stakes = { i0: wants("o4", 100) };
    scenario.phases[0]!.opening = { i0: "o2" };
    // The floor goes to the party that holds, so that the text stays.
    scenario.parties.push({
      ...scenario.parties[0]!,
      id: "p1",
      preferences: { reservationValue: 0, stakes: {} },
    });
    scenario.phases[0]!.floor.principals = ["p1"];
    const read = parsed(scenario);
    const lineUp = {
      p0: { strategy: "delegate" as const, ...parameters },
      p1: { strategy: "hold" as const },
    };
    const [row] = simulate(read, { games: 1, seed: SEED, lineUp }).rows;
    return row!.phases[0]!.end === "agreement" ? row!.phases[0]!.round : 0;
  }

  /** Half of its best is enough when (1 − t^(1/e)) · ½ (1 + ½) is no more: from t = ⅓ to the power of e on, of 12 rounds. */
  const roundAt = (e: number) => Math.ceil(1 + 11 * (1 / 3) ** e - 1e-6);

  it("asks for less as time goes by", () => {
    expect(roundOfConsent({})).toBe(roundAt(1));
  });

  it("agrees earlier with a larger concession exponent and later with a smaller one", () => {
    const rounds = [0.3, 0.5, 1, 2, 5].map((concession) => roundOfConsent({ concession }));
    expect(rounds).toEqual([0.3, 0.5, 1, 2, 5].map(roundAt));
    expect(rounds).toEqual(rounds.toSorted((a, b) => b - a));
  });

  it("with patience begins to concede later", () => {
    expect(roundOfConsent({ patience: 0.5 })).toBeGreaterThan(roundOfConsent({}));
    // In the last round what is better than no agreement is signed.
    expect(roundOfConsent({ patience: 1 })).toBe(12);
  });

  it("signs beyond its mandate with a reservation only, and only where it may", () => {
    const scenario = written(2, 2);
    scenario.parties[1]!.preferences.limits = [{ issue: "i0", max: "o0" }];
    scenario.parties[1]!.preferences.stakes = { i1: wants("o0", 10) };
    scenario.phases[0]!.opening = { i0: "o2" };
    const decision = { mustAgree: ["p0"], minFor: { count: 2 } };
    const lineUp = { p0: { strategy: "scripted" as const, script: [{ round: 2, adopt: "for" as const }] } };
    scenario.phases[0]!.decision = decision;
    expect(ballotsOf(gameOf(parsed(scenario), lineUp)).at(-1)![1]).toMatchObject({
      choice: "against",
      reason: { cause: "above-mandate", issue: 0 },
    });
    scenario.phases[0]!.decision = { ...decision, reservations: { parties: ["p1"], unity: 0.1 } };
    expect(ballotsOf(gameOf(parsed(scenario), lineUp)).at(-1)![1]).toMatchObject({
      choice: "for",
      reservation: 0,
    });
  });

  it("asks for the clause that would lift its limit", () => {
    const scenario = written(2, 1);
    scenario.issues.push(clause("c", "i0"));
    scenario.parties[1]!.preferences.limits = [
      { issue: "i0", max: "o0", unless: [{ issue: "c", is: "in" }] },
    ];
    scenario.phases[0]!.opening = { i0: "o2" };
    const read = parsed(scenario);
    const lineUp = { p0: { strategy: "hold" as const } };
    expect(ballotsOf(gameOf(read, lineUp))[0]![1]).toMatchObject({
      reason: { cause: "clause-missing", issue: 1 },
    });
  });
});

describe("the delegates of Paris", () => {
  const GAMES = sample(30, 1000);

  it(`never sign beyond their limits (${GAMES} games)`, () => {
    const scenario = parsed(textOf("paris-2026.json"));
    const table = tableOf(scenario);
    const { course, preferences } = table.positions;
    const agents = agentsFrom(castOf(scenario).makers);
    let signatures = 0;
    for (let k = 0; k < GAMES; k++) {
      const streams = streamsOf(table, gameSeed(SEED, k));
      const support = beliefAt(table);
      const game = initial(course);
      const history: Act[] = [];
      for (;;) {
        const move = nextMove(table, agents, streams, game, support, history);
        if (move === undefined) break;
        history.push(actOf(game, move));
        if (game.play.beat === "adoption" && move.type === "ballot") {
          for (const [party, vote] of move.votes.entries()) {
            if (vote?.choice !== "for") continue;
            const { reservation } = vote;
            const own =
              reservation === undefined
                ? game.text
                : withReservation(game.text, reservation, course.statusQuo);
            expect(countBroken(preferences[party]!, own), `game ${k}, ${scenario.parties[party]!.id}`).toBe(
              0,
            );
            signatures++;
          }
        }
        learn(support, game, move, disclosedBy(table.positions, move));
        advance(course, game, move);
      }
    }
    expect(signatures).toBeGreaterThan(GAMES * 20);
  });

  it("are 37 with an agent each, of whom Russia has no seat", () => {
    const scenario = paris();
    expect(scenario.parties).toHaveLength(37);
    const seated = tableOf(scenario).positions.course.phases[0]!.parties;
    expect(seated.map((party) => scenario.parties[party]!.id)).not.toContain("russia");
  });
});
