/** Rules of talks and what phases hand to each other: stacked alternating offers, delegations, mediators, mandates. */
import { describe, expect, test } from "vitest";
import { parseScenario } from "../../../src/agents/parse.ts";
import { type Course, compile } from "../../../src/protocol/course.ts";
import {
  applyMove,
  initial,
  legalMoves,
  phaseNow,
  result,
  toMove,
  violation,
} from "../../../src/protocol/game.ts";
import { departureFrom, mandateFor, mandateOf } from "../../../src/protocol/mandate.ts";
import type { Game, Move, PhaseResult } from "../../../src/protocol/move.ts";
import { boundNow } from "../../../src/protocol/talks.ts";
import { type Written, written } from "../../fixtures/scenarios.ts";

interface TalksOptions {
  readonly rounds?: number;
  readonly seats?: readonly object[];
}

/** Talks of `parties` single seats over `issues` issues of `options` options. */
function talks(parties: number, issues: number, options: number, changed: TalksOptions = {}): Course {
  const source: Written = written(parties, issues, options);
  const seats = changed.seats ?? source.parties.map(({ id }) => ({ id, members: [id] }));
  const phase = {
    id: "talks",
    title: "Talks",
    protocol: "talks",
    seats,
    issues: "all",
    disagreement: {},
    disagreementText: "Nothing changes.",
    rounds: changed.rounds ?? 6,
    next: { agreement: null, none: null },
  };
  const parsed = parseScenario({ ...source, phases: [phase] });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return compile(parsed.scenario).course;
}

/** Paths of exactly `depth` moves that have not ended before. */
function paths(course: Course, game: Game, depth: number): number {
  if (depth === 0) return 1;
  let count = 0;
  for (const move of legalMoves(course, game))
    count += paths(course, applyMove(course, game, move), depth - 1);
  return count;
}

function play(course: Course, ...moves: Move[]): Game {
  return moves.reduce((game, move) => {
    expect(violation(course, game, move)).toBeUndefined();
    return applyMove(course, game, move);
  }, initial(course));
}

const offer = (party: number, ...outcome: number[]): Move => ({ type: "offer", party, outcome });
const accept = (party: number): Move => ({ type: "accept", party });
const ballot = (...choices: ("for" | "against" | null)[]): Move => ({
  type: "ballot",
  votes: choices.map((choice) => choice && { choice }),
});

describe("paths of talks", () => {
  // N(d,a) = K·N(d−1,1) + [a+1<n]·N(d−1,a+1); N(1,0) = K+1, N(1,a≥1) = K+2, with a = sides bound.
  const recurrence = (n: number, k: number, d: number, a = 0): number => {
    if (d === 1) return a === 0 ? k + 1 : k + 2;
    return k * recurrence(n, k, d - 1, 1) + (a > 0 && a + 1 < n ? recurrence(n, k, d - 1, a + 1) : 0);
  };
  const TABLE: [number, number, number[]][] = [
    [2, 4, [5, 24, 96, 384, 1536, 6144]],
    [3, 4, [5, 24, 120, 576, 2784, 13440]],
    [4, 4, [5, 24, 120, 600, 2976, 14784]],
    [3, 8, [9, 80, 720, 6400, 56960]],
  ];
  test.each(TABLE)("of %i sides and %i outcomes are as many as the recurrence says", (n, k, counts) => {
    const course = k === 4 ? talks(n, 2, 2) : talks(n, 3, 2);
    counts.forEach((count, i) => {
      expect(recurrence(n, k, i + 1)).toBe(count);
      expect(paths(course, initial(course), i + 1)).toBe(count);
    });
  });
});

describe("stacked alternating offers", () => {
  const course = talks(3, 2, 3);

  test("the first side may only offer or walk away", () => {
    expect(violation(course, initial(course), accept(0))).toMatch(/No offer of another side/);
    expect(toMove(course, initial(course))).toEqual({ who: "speaker", party: 0 });
  });

  test("a new offer releases everyone but its proposer", () => {
    const game = play(course, offer(0, 2, 2), accept(1), offer(2, 1, 1));
    expect(boundNow(phaseNow(course, game), game)).toEqual([2]);
  });

  test("agreement comes when every side is bound, also across a round's end", () => {
    const game = play(course, offer(0, 0, 0), offer(1, 2, 1), accept(2), accept(0));
    expect(result(game)?.[0]).toMatchObject({
      end: "agreement",
      round: 2,
      outcome: [2, 1],
      signed: [true, true, true],
    });
  });

  test("nobody accepts an own offer", () => {
    const two = talks(2, 1, 3);
    const game = play(two, offer(0, 1), offer(1, 2), offer(0, 1), { type: "walkaway", party: 1 });
    expect(result(game)?.[0]).toMatchObject({ end: "walkaway", outcome: [0], signed: [false, false] });
    expect(violation(two, play(two, offer(0, 1)), accept(0))).toMatch(/turn/);
  });

  test("after the last round what was in force stays in force", () => {
    const short = talks(2, 1, 3, { rounds: 1 });
    expect(result(play(short, offer(0, 2), offer(1, 1)))?.[0]).toMatchObject({
      end: "deadline",
      outcome: [0],
    });
  });

  test("an offer names an option for every issue", () => {
    expect(violation(course, initial(course), offer(0, 1))).toMatch(/option for each of 2 issues/);
    expect(violation(course, initial(course), offer(0, 1, 7))).toMatch(/no option 7/);
  });
});

describe("delegations and mediators", () => {
  const seats = [
    { id: "a", members: ["p0"] },
    { id: "b", members: ["p1", "p2", "p3"], spokesperson: "p2", decision: { minFor: { share: "1/2" } } },
    { id: "m", members: ["p4"], mediator: true },
  ];
  const course = talks(5, 1, 3, { seats });

  test("a delegation accepts when its own ballot carries", () => {
    const game = play(course, offer(0, 2), accept(2));
    expect(toMove(course, game)).toEqual({ who: "voters", parties: [1, 2, 3] });
    const agreed = applyMove(course, game, ballot(null, "for", "for", "against", null));
    expect(result(agreed)?.[0]).toMatchObject({
      end: "agreement",
      outcome: [2],
      signed: [true, true, true, true, false],
    });
  });

  test("when it fails, the spokesperson must offer or walk away", () => {
    const game = play(course, offer(0, 2), accept(2), ballot(null, "for", "against", "against", null));
    expect(violation(course, game, accept(2))).toMatch(/refused this offer/);
    expect(violation(course, game, offer(2, 1))).toBeUndefined();
  });

  test("a mediator's offer binds nobody, and the others can agree to it without the mediator", () => {
    const game = play(course, offer(0, 2), offer(2, 0), offer(4, 1));
    expect(boundNow(phaseNow(course, game), game)).toEqual([]);
    expect(violation(course, game, accept(0))).toBeUndefined();
    const agreed = [accept(0), accept(2), ballot(null, "for", "for", "for", null)].reduce(
      (state, move) => applyMove(course, state, move),
      game,
    );
    expect(result(agreed)?.[0]).toMatchObject({ end: "agreement", outcome: [1] });
  });

  test("all but mediators are bound to what was agreed, and nobody where nothing was", () => {
    const agreed = play(course, offer(0, 2), accept(2), ballot(null, "for", "for", "for", null));
    expect(boundNow(phaseNow(course, agreed), agreed)).toEqual([0, 1]);
    const left = play(course, offer(0, 2), { type: "walkaway", party: 2 });
    expect(boundNow(phaseNow(course, left), left)).toBeUndefined();
    const earlier = { ...left, results: [...agreed.results, ...left.results] };
    expect(boundNow(phaseNow(course, earlier), earlier)).toBeUndefined();
    expect(boundNow(phaseNow(course, left), { ...left, results: [] })).toBeUndefined();
  });

  test("only a mediator may hold", () => {
    expect(violation(course, initial(course), { type: "hold", party: 0 })).toMatch(/only a mediator/);
  });
});

describe("mandates", () => {
  const source = written(2, 2, 3);
  source.issues[1]!.options[2]!.needs = ["p1"];
  const parsed = parseScenario(source);
  if (!parsed.ok) throw new Error("the small scenario has problems");
  const { course } = compile(parsed.scenario);
  const agreed = (signed: boolean[]): PhaseResult => ({
    phase: 0,
    end: "agreement",
    round: 1,
    outcome: [2, 2],
    signed,
    reservations: [],
    unity: 1,
    cards: [],
  });

  test("an agreed text stays in force but for options that need a party that did not sign", () => {
    expect(mandateOf(course, [])).toEqual([0, 0]);
    expect(mandateOf(course, [agreed([true, true])])).toEqual([2, 2]);
    expect(mandateOf(course, [agreed([true, false])])).toEqual([2, 0]);
  });

  test("a signature binds: departing is counted in steps", () => {
    expect(mandateFor([agreed([true, false])], 0)).toEqual([2, 2]);
    expect(mandateFor([agreed([true, false])], 1)).toBeUndefined();
    expect(departureFrom(course, [2, 2], [1, 0])).toBe(3);
  });
});
