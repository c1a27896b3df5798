/**
 * An agent that does not play by the rules ends its game as an error that names it; it never makes an agreement, and
 * the other games are what they would have been.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Agent, MakeAgent } from "../../../src/agents/agent.ts";
import { initial, violation } from "../../../src/protocol/game.ts";
import { gameSeed } from "../../../src/random.ts";
import { formatFailure } from "../../../src/runs/row.ts";
import { simulate } from "../../../src/runs/simulate.ts";
import type { Scenario } from "../../../src/scenario/schema.ts";
import { tableOf } from "../../../src/seat/compiled.ts";
import { legalMove, legalVote } from "../../../src/session/acts.ts";
import { createSession } from "../../../src/session/session.ts";
import { agentOf, everySeat, SEED } from "../../fixtures/games.ts";
import { firstMinute, written } from "../../fixtures/scenarios.ts";
import { talksAmong } from "../../fixtures/talks.ts";

const talks = talksAmong(written(2, 2));
const drafting = firstMinute();

/** An agent of a delegate's kind that answers one question otherwise, with any value. */
function answering(scenario: Scenario, otherwise: Partial<Record<keyof Agent, () => unknown>>): MakeAgent {
  return () => Object.assign({ ...agentOf(scenario, { strategy: "delegate" }) }, otherwise);
}

/** What the error of a single game says when this agent has a seat. */
function errorOf(scenario: Scenario, seat: string, make: MakeAgent) {
  const { rows, errors, summary } = simulate(scenario, { games: 1, seed: SEED, agents: { [seat]: make } });
  expect(rows).toEqual([]);
  expect(errors).toHaveLength(1);
  expect(summary).toMatchObject({ games: 0, errors: 1 });
  return errors[0]!;
}

describe("an answer that is no legal act ends the game as an error", () => {
  test("that names seat, agent, act, game, seed and rule", () => {
    const careless = answering(drafting, { vote: () => ({ choice: "maybe" }) });
    const failure = errorOf(drafting, "poland", careless);
    expect(failure).toEqual({
      game: 0,
      seed: gameSeed(SEED, 0),
      error: {
        seat: "poland",
        agent: "own-3",
        asked: "vote",
        phase: drafting.phases[0]!.id,
        round: 1,
        move: expect.any(Number),
        act: '{"choice":"maybe"}',
        rule: 'A vote has a choice: for, against or abstain, not "maybe".',
      },
    });
    expect(formatFailure(failure)).toBe(
      `The agent own-3 of poland was asked to vote in round 1 of ${failure.error.phase} (move ${failure.error.move} of game 0, seed ${failure.seed}) and answered {"choice":"maybe"}. A vote has a choice: for, against or abstain, not "maybe".`,
    );
  });

  test("also when two sides accept with no offer on the table", () => {
    const eager = answering(talks, { bargain: () => ({ type: "accept", party: 0 }) });
    expect(errorOf(talks, "p0", eager).error.rule).toMatch(/^No offer of another side stands/);
  });

  const JUNK: [string, unknown, RegExp][] = [
    ["nothing", undefined, /^undefined is no move/],
    ["null", null, /^null is no move/],
    ["a number", Number.NaN, /^"NaN" is no move/],
    ["a list", [1, 2], /^\[1,2\] is no move/],
    ["a promise", Promise.resolve({ type: "hold", party: 0 }), /promise is no move/],
    ["another's act", { type: "walkaway", party: 1 }, /^A party acts for itself only/],
    ["nobody's act", { type: "walkaway" }, /^A party acts for itself only/],
    ["a ballot", { type: "ballot", votes: [] }, /^A party can lever, amend/],
    ["an offer without an outcome", { type: "offer", party: 0 }, /^An offer has an outcome/],
    ["an offer that is too short", { type: "offer", party: 0, outcome: [1] }, /each of 2 issues/],
    ["an offer of no option", { type: "offer", party: 0, outcome: [0, 7] }, /has no option 7/],
    ["an offer of NaN", { type: "offer", party: 0, outcome: [0, Number.NaN] }, /^An offer has an outcome/],
    ["an amendment in talks", { type: "amend", party: 0, changes: [[0, 1]] }, /no amend/],
    [
      "an amendment of what is no pair",
      { type: "amend", party: 0, changes: [0] },
      /^An amendment has changes/,
    ],
    ["a lever that is not there", { type: "lever", party: 0, lever: 3, target: -1 }, /There is no lever 3/],
    ["a made-up reason", { type: "walkaway", party: 0, reason: { cause: "mood" } }, /^A reason has a cause/],
    [
      "a reason about no issue",
      { type: "walkaway", party: 0, reason: { cause: "worse", issue: 9 } },
      /^A reason is about/,
    ],
  ];
  test.each(JUNK)("when it is %s", (_, junk, rule) => {
    const { error } = errorOf(talks, "p0", answering(talks, { bargain: () => junk }));
    expect(error.rule).toMatch(rule);
    expect(error.act).toEqual(expect.any(String));
  });

  test("when it throws, whatever it throws", () => {
    for (const [thrown, told] of [
      [new TypeError("x is\nundefined"), "It threw TypeError: x is undefined."],
      ["no", 'It threw "no".'],
      [undefined, "It threw undefined."],
    ] as const) {
      const { error } = errorOf(
        talks,
        "p0",
        answering(talks, {
          bargain: () => {
            throw thrown;
          },
        }),
      );
      expect(error).not.toHaveProperty("act");
      expect(error.rule).toBe(told);
    }
  });

  test("when it can't be made, at the first time that it is asked", () => {
    const broken = () => {
      throw new Error("no licence");
    };
    expect(errorOf(talks, "p1", broken).error).toMatchObject({
      seat: "p1",
      move: 2,
      rule: "It threw Error: no licence.",
    });
  });

  test("when it holds a trap for whoever looks at it", () => {
    const trap = Object.defineProperty({ type: "offer", party: 0 }, "outcome", {
      get: () => {
        throw new Error("trap");
      },
    });
    expect(errorOf(talks, "p0", answering(talks, { bargain: () => trap })).error.rule).toBe(
      "The act can't be read: Error: trap.",
    );
  });
});

test("anything at all is answered with a sentence or is a legal act (2 × 2,000 values)", () => {
  const { course } = tableOf(talks).positions;
  const game = initial(course);
  const loose = fc.record(
    {
      type: fc.constantFrom("offer", "offer", "accept", "amend", "lever", "hold", "walkaway", 1),
      party: fc.constantFrom(0, 0, 0, 1, "0"),
      outcome: fc.oneof(
        fc.anything(),
        fc.tuple(fc.integer({ min: -1, max: 3 }), fc.integer({ min: 0, max: 2 })),
      ),
      changes: fc.anything(),
      lever: fc.anything(),
      target: fc.anything(),
      reason: fc.oneof(fc.anything(), fc.constant({ cause: "better", issue: 1 })),
      choice: fc.constantFrom("for", "maybe"),
      reservation: fc.anything(),
    },
    { requiredKeys: ["type"] },
  );
  let legal = 0;
  fc.assert(
    fc.property(fc.oneof(fc.anything(), loose), (value) => {
      const move = legalMove(course, game, 0, value);
      if (typeof move === "string") expect(move).toMatch(/^[\s\S]+\.$/);
      else {
        legal++;
        expect(violation(course, game, move)).toBeUndefined();
      }
      expect(legalVote(course, game, 0, value)).toEqual(expect.any(String));
    }),
    { numRuns: 2000, seed: SEED },
  );
  expect(legal).toBeGreaterThan(20);
});

describe("the other games", () => {
  /** Breaks the games that this one has in a list, and is a delegate otherwise. */
  const failingIn = (games: readonly number[]): MakeAgent => {
    let made = -1;
    return () => {
      made++;
      const usual = agentOf(drafting, { strategy: "delegate" });
      return games.includes(made) ? { ...usual, vote: () => JSON.parse("3") } : usual;
    };
  };

  test("are what they would have been, and the summary is of them alone", () => {
    const all = simulate(drafting, { games: 12, seed: SEED });
    const some = simulate(drafting, { games: 12, seed: SEED, agents: { poland: failingIn([0, 5, 11]) } });
    expect(some.rows).toEqual(all.rows.filter(({ game }) => ![0, 5, 11].includes(game)));
    expect(some.errors.map(({ game }) => game)).toEqual([0, 5, 11]);
    expect(some.summary).toMatchObject({ games: 9, errors: 3 });
    expect(some.summary.phases[0]!.agreement).toBe(
      some.rows.filter((row) => row.phases[0]!.end === "agreement").length,
    );
  });
});

describe("what is checked is what is played", () => {
  test("even if the agent changes its act afterwards", () => {
    const outcome = [2, 2];
    const act = { type: "offer", party: 0, outcome };
    let asked = 0;
    const fickle = answering(talks, {
      bargain: () => {
        outcome.fill(asked++ === 0 ? 2 : 99);
        return asked === 1 ? act : { type: "walkaway", party: 0 };
      },
    });
    const session = createSession({
      scenario: talks,
      seed: SEED,
      lineUp: { p1: { strategy: "hardliner" } },
      agents: { p0: fickle },
    });
    session.step();
    outcome.fill(99);
    expect(session.snapshot().moves[0]).toEqual({ type: "offer", party: 0, outcome: [2, 2] });
  });
});

describe("a session with an agent that breaks the rules", () => {
  const lineUp = everySeat(talks, "hold");
  const open = () => {
    const { p0: _, ...others } = lineUp;
    return createSession({
      scenario: talks,
      seed: 3,
      lineUp: others,
      agents: { p0: answering(talks, { bargain: () => "junk" }) },
    });
  };

  test("stands still with a sentence, and goes on when the seat is given to another", () => {
    const session = open();
    expect(session.step()).toBeUndefined();
    expect(session.snapshot()).toMatchObject({ moves: [], waiting: undefined, ended: false });
    expect(session.snapshot().fault?.party).toBe(0);
    expect(session.snapshot().fault?.sentence).toBe(
      'The agent own-1 of p0 was asked to bargain in round 1 of talks (move 1 of seed 3) and answered "junk". "junk" is no move.',
    );
    session.run();
    expect(session.snapshot().moves).toEqual([]);
    session.seat(0, { strategy: "hold" });
    expect(session.snapshot().fault).toBeUndefined();
    session.run();
    expect(session.snapshot().ended).toBe(true);
  });

  test("can be taken over by a person, and saved", () => {
    const session = open();
    session.run();
    session.seat(0, "human");
    expect(session.snapshot().waiting).toEqual({ for: "speech", party: 0 });
    expect(session.submit(0, { type: "offer", party: 0, outcome: [1, 1] })).toBeUndefined();
    expect(session.transcript().moves).toHaveLength(1);
  });
});
