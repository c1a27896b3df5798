/**
 * Counts before trust: how many ways there are to play d moves of drafting, by the recurrence in the header of
 * src/protocol/drafting.ts, by literal numbers, and by making every legal move there is.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Course, compile } from "../../../src/protocol/course.ts";
import { type Edition, LATEST } from "../../../src/protocol/edition.ts";
import {
  advance,
  applyMove,
  initial,
  legalMoves,
  result,
  toMove,
  violation,
} from "../../../src/protocol/game.ts";
import type { Game, Move } from "../../../src/protocol/move.ts";
import { copied } from "../../fixtures/copied.ts";
import { parsed, phase, written } from "../../fixtures/scenarios.ts";

interface Shape {
  readonly voters: number;
  readonly issues: number;
  readonly options: number;
  readonly rounds: number;
  /** Parties that speak, in order. */
  readonly speakers: readonly number[];
  /** Parties that must agree. */
  readonly required: readonly number[];
}

interface Case extends Shape {
  /** Adoption ballots that carry, of 3 to the power of the voters. */
  readonly carry: number;
  /** Amendments of one to three issues that a speaker may make. */
  readonly amendments: number;
  /** N(1), N(2), … worked out once from the recurrence; the first four of the smallest case also by hand. */
  readonly table: readonly number[];
  /** The same in the first edition of the rules, in which the proposer votes as well: V = 3ⁿ. */
  readonly first: readonly number[];
}

/** N(d) of the header, written anew from its text. */
function recurrence(
  { voters, rounds, speakers, required, carry, amendments }: Case,
  depth: number,
  edition: Edition,
): number {
  const ballots = 3 ** voters;
  const onAmendments = edition === 1 ? ballots : ballots / 3;
  const news = (r: number, d: number): number => (d === 0 ? 1 : floor(r, 0, d - 1));
  const floor = (r: number, i: number, d: number): number => {
    const walkaways = required.includes(speakers[i]!) ? 1 : 0;
    if (d === 0) return 1;
    if (d === 1) return 1 + walkaways + amendments;
    return after(r, i, d - 1) + amendments * onAmendments * after(r, i, d - 2);
  };
  const after = (r: number, i: number, d: number): number =>
    i + 1 < speakers.length ? floor(r, i + 1, d) : adopt(r, d);
  const adopt = (r: number, d: number): number => {
    if (d === 0) return 1;
    if (d === 1) return ballots;
    return r === 1 ? 0 : (ballots - carry) * news(r - 1, d - 1);
  };
  return news(rounds, depth);
}

/** Paths of exactly d moves, every one of them made but the last. */
function perft(course: Course, game: Game, depth: number): number {
  let paths = 0;
  for (const move of legalMoves(course, game)) {
    if (depth === 1) paths++;
    else {
      const after = copied(game);
      advance(course, after, move);
      paths += perft(course, after, depth - 1);
    }
  }
  return paths;
}

function courseOf(
  { voters, issues, options, rounds, speakers, required }: Shape,
  edition: Edition = LATEST,
): Course {
  const scenario = written(voters, issues, options, rounds);
  scenario.phases = [
    {
      ...phase("talk", rounds),
      floor: { principals: speakers.map((p) => `p${p}`), rotating: 0 },
      decision:
        required.length > 0
          ? { mustAgree: required.map((p) => `p${p}`) }
          : { minFor: { count: voters }, maxAgainst: { count: 0 } },
    },
  ];
  return compile(parsed(scenario), edition).course;
}

const CASES: readonly Case[] = [
  {
    // The smallest: two voters, one yes-or-no issue, one round, one speaker who need not agree.
    ...{ voters: 2, issues: 1, options: 2, rounds: 1, speakers: [0], required: [] },
    carry: 1,
    amendments: 1,
    table: [1, 2, 12, 27, 0, 0],
    first: [1, 2, 18, 81, 0, 0],
  },
  {
    // The speaker must agree and may walk away; three ballots carry: it agrees, the other does anything.
    ...{ voters: 2, issues: 1, options: 2, rounds: 2, speakers: [0], required: [0] },
    carry: 3,
    amendments: 1,
    table: [1, 3, 12, 33, 36, 126, 378, 486, 0],
    first: [1, 3, 18, 87, 72, 270, 1458, 4374, 0],
  },
  {
    // Two speakers, one of whom must agree.
    ...{ voters: 2, issues: 1, options: 3, rounds: 1, speakers: [0, 1], required: [0] },
    carry: 3,
    amendments: 2,
    table: [1, 4, 9, 33, 144, 324, 0],
    first: [1, 4, 21, 81, 648, 2916, 0],
  },
  {
    // Both must agree; two issues of two options: three amendments.
    ...{ voters: 2, issues: 2, options: 2, rounds: 2, speakers: [0, 1], required: [0, 1] },
    carry: 1,
    amendments: 3,
    table: [1, 5, 14, 63, 251, 913, 1480, 5760, 20088],
    first: [1, 5, 32, 171, 1223, 7033, 8248, 44352, 270216],
  },
  {
    // Three voters, two of whom must agree.
    ...{ voters: 3, issues: 1, options: 2, rounds: 2, speakers: [0], required: [0, 1] },
    carry: 3,
    amendments: 1,
    table: [1, 3, 36, 267, 288, 1512, 13608],
    first: [1, 3, 54, 753, 720, 3240, 52488],
  },
  {
    // Three voters, nobody required: all must be for it.
    ...{ voters: 3, issues: 2, options: 3, rounds: 1, speakers: [2, 0], required: [] },
    carry: 1,
    amendments: 8,
    table: [1, 9, 81, 747, 9072],
    first: [1, 9, 225, 2187, 58320],
  },
];

const nameOf = ({ voters, issues, options, rounds, speakers, required }: Shape) =>
  `${voters} voters, ${issues} × ${options} options, ${rounds} rounds, speakers ${speakers.join()}, required ${required.join() || "none"}`;

describe("the ways to play d moves of drafting", () => {
  const editions = [
    [1, "first"],
    [2, "table"],
  ] as const;
  it.each(CASES.flatMap((shape) => editions.map((edition) => [...edition, nameOf(shape), shape] as const)))(
    "edition %i (%s): %s",
    (edition, column, _name, shape) => {
      const course = courseOf(shape, edition);
      const depths = shape[column].map((_, i) => i + 1);
      expect(depths.map((depth) => recurrence(shape, depth, edition))).toEqual(shape[column]);
      expect(depths.map((depth) => perft(course, initial(course), depth))).toEqual(shape[column]);
    },
  );

  it("draw k of n rotating speakers in n!/(n − k)! ways", () => {
    const scenario = written(4, 1);
    scenario.phases[0]!.floor.rotating = 2;
    const { course } = compile(parsed(scenario));
    expect(perft(course, initial(course), 1)).toBe(3 * 2);
  });

  it("are as many amendments as there are choices of one to three open issues", () => {
    const { course } = compile(parsed(written(1, 4, 3)));
    const game = applyMove(course, initial(course), { type: "news", speakers: [0] });
    const amendments = [...legalMoves(course, game)].filter((move) => move.type === "amend");
    expect(amendments).toHaveLength(4 * 2 + 6 * 4 + 4 * 8);
    expect(new Set(amendments.map((move) => JSON.stringify(move))).size).toBe(amendments.length);
  });
});

describe("a game has not ended exactly while some move is legal", () => {
  /** Random play by choosing among the legal moves; every one offered has no violation. */
  function randomPlay(course: Course, choices: readonly number[]): { game: Game; seen: Game[] } {
    let game = initial(course);
    const seen = [game];
    for (const choice of choices) {
      const moves = [...legalMoves(course, game)];
      if (moves.length === 0) break;
      const move: Move = moves[choice % moves.length]!;
      expect(violation(course, game, move)).toBeUndefined();
      game = applyMove(course, game, move);
      seen.push(game);
    }
    return { game, seen };
  }

  it.each(CASES.map((shape) => [nameOf(shape), shape] as const))("%s", (_name, shape) => {
    const course = courseOf(shape);
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), (choices) => {
        const { game, seen } = randomPlay(course, choices);
        for (const state of seen) {
          const playable = [...legalMoves(course, state)].length > 0;
          expect(playable).toBe(result(state) === undefined);
          expect(playable).toBe(toMove(course, state) !== undefined);
        }
        expect(game.play.beat).toBe("ended");
        expect(violation(course, game, { type: "hold", party: 0 })).toMatch(/has ended/);
      }),
      { numRuns: 50 },
    );
  });
});
