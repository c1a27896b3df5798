/** The rules of drafting (DESIGN §4), one sentence a test, on tables of one to five. */
import { describe, expect, it } from "vitest";
import { type Course, compile, openIssues } from "../../../src/protocol/course.ts";
import { motionNow } from "../../../src/protocol/drafting.ts";
import {
  applyMove,
  initial,
  legalMoves,
  phaseNow,
  relativeTime,
  result,
  toMove,
  violation,
  voteViolation,
} from "../../../src/protocol/game.ts";
import type { Change, Game, Move, Vote } from "../../../src/protocol/move.ts";
import { newsMove } from "../../../src/protocol/news.ts";
import { randomFrom, seedOf } from "../../../src/random.ts";
import { clause, parsed, phase, type Written, type WrittenPhase, written } from "../../fixtures/scenarios.ts";

const courseOf = (scenario: Written): Course => compile(parsed(scenario)).course;

/** A small scenario whose one phase is changed as the test needs it. */
function withPhase(parties: number, issues: number, changes: Partial<WrittenPhase>): Course {
  const scenario = written(parties, issues);
  scenario.phases = [{ ...phase("talk"), ...changes }];
  return courseOf(scenario);
}

const LETTERS: Readonly<Record<string, Vote | null>> = {
  "+": { choice: "for" },
  "-": { choice: "against" },
  "0": { choice: "abstain" },
  " ": null,
};
const news = (...speakers: number[]): Move => ({ type: "news", speakers });
const hold = (party = 0): Move => ({ type: "hold", party });
const walkaway = (party = 0): Move => ({ type: "walkaway", party });
const amend = (party: number, ...changes: Change[]): Move => ({ type: "amend", party, changes });
const vote = (letters: string): Move => ({
  type: "ballot",
  votes: [...letters].map((letter) => LETTERS[letter]!),
});

/** Plays moves that must all be legal. */
function played(course: Course, ...moves: Move[]): Game {
  return moves.reduce((game, move) => {
    expect(violation(course, game, move)).toBeUndefined();
    return applyMove(course, game, move);
  }, initial(course));
}

/** A refusal is a sentence, and every legal move is none of those refused. */
function expectRefused(course: Course, game: Game, move: Move, why: RegExp): void {
  expect(violation(course, game, move)).toMatch(why);
  expect(violation(course, game, move)).toMatch(/\.$/);
  expect([...legalMoves(course, game)]).not.toContainEqual(move);
}

describe("a round", () => {
  const course = withPhase(2, 1, { floor: { principals: ["p1", "p0"], rotating: 0 } });

  it("begins with the news, which only chance can bring", () => {
    expect(toMove(course, initial(course))).toEqual({ who: "chance" });
    expectRefused(course, initial(course), hold(), /not the time for hold/);
    expectRefused(course, initial(course), vote("++"), /not the time for ballot/);
  });

  it("gives the floor to the principals in the order of the list, one after the other", () => {
    const game = played(course, news(1, 0));
    expect(toMove(course, game)).toEqual({ who: "speaker", party: 1 });
    expectRefused(course, game, hold(0), /floor is with party 1/);
    expect(toMove(course, applyMove(course, game, hold(1)))).toEqual({ who: "speaker", party: 0 });
  });

  it("ends with a ballot of all on the text as it stands", () => {
    const game = played(course, news(1, 0), hold(1), hold(0));
    expect(game.play.beat).toBe("adoption");
    expect(toMove(course, game)).toEqual({ who: "voters", parties: [0, 1] });
  });

  it("runs from round 1, at a relative time of round/(rounds + 1): never 0, never 1", () => {
    const first = played(course, news(1, 0));
    expect([first.round, relativeTime(course, first)]).toEqual([1, 1 / 3]);
    const second = played(course, news(1, 0), hold(1), hold(0), vote("-0"));
    expect([second.round, relativeTime(course, second)]).toEqual([2, 2 / 3]);
  });
});

describe("the speakers", () => {
  const course = withPhase(5, 1, { floor: { principals: ["p2"], rotating: 2 } });

  it("are the principals and so many others, each once, drawn by chance", () => {
    const drawn = Array.from({ length: 40 }, (_, seed) =>
      newsMove(course, phaseNow(course, initial(course)), initial(course), randomFrom(seedOf(seed))),
    );
    for (const move of drawn) {
      expect(violation(course, initial(course), move)).toBeUndefined();
      expect(move).toMatchObject({ type: "news", speakers: [2, expect.any(Number), expect.any(Number)] });
    }
    expect(new Set(drawn.map((move) => JSON.stringify(move))).size).toBe(4 * 3);
  });

  it("include everybody who sits there in person, besides those drawn", () => {
    const phase = course.phases[0]!;
    for (let seed = 0; seed < 20; seed++) {
      const move = newsMove(course, phase, initial(course), randomFrom(seedOf(seed)), [3]);
      expect(violation(course, initial(course), move)).toBeUndefined();
      expect(move.type === "news" && move.speakers.includes(3)).toBe(true);
    }
  });

  it("can't be others, fewer or the same twice", () => {
    for (const speakers of [
      [0, 1, 3],
      [2, 0],
      [2, 0, 0],
      [2, 2, 0],
      [2, 0, 7],
    ]) {
      expectRefused(
        course,
        initial(course),
        news(...speakers),
        /principals in order and at least 2 different others/,
      );
    }
  });

  it("are never more than there are parties", () => {
    const all = withPhase(2, 1, { floor: { principals: ["p0"], rotating: 64 } });
    expect(violation(all, initial(all), news(0, 1))).toBeUndefined();
  });
});

describe("the agenda", () => {
  const scenario = written(1, 4);
  scenario.issues.push(clause("c1", "i1"), clause("c9"));
  const agenda = [["i0", "i1", "i2"], ["i3"]];
  scenario.phases = [{ ...phase("talk"), agenda }];
  const course = courseOf(scenario);
  const first = played(course, news(0));

  it("opens the issues of the round and the clauses that open with them", () => {
    expect(openIssues(phaseNow(course, first), first)).toEqual([0, 1, 2, 4]);
    const second = played(course, news(0), hold(), vote("-"), news(0));
    expect(openIssues(phaseNow(course, second), second)).toEqual([3]);
  });

  it("opens at most three levels a round unless it opens all", () => {
    const five = written(1, 5);
    five.phases = [{ ...phase("talk"), agenda: [["i0", "i1", "i2", "i3"], ["i4"]] }];
    expect(() => parsed(five)).toThrow(/agenda.*at most 3/);
    five.phases = [{ ...phase("talk"), agenda: [["i4"], five.issues.map(({ id }) => id)] }];
    const last = played(courseOf(five), news(0), hold(), vote("-"), news(0));
    expect(openIssues(phaseNow(courseOf(five), last), last)).toEqual([0, 1, 2, 3, 4]);
    scenario.phases[0]!.agenda = "all";
    const open = played(courseOf(scenario), news(0));
    expect(openIssues(phaseNow(courseOf(scenario), open), open)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("closes everything else: an amendment of a closed issue is refused", () => {
    expectRefused(course, first, amend(0, [3, 1]), /Issue 3 is not open in round 1/);
    expectRefused(course, first, amend(0, [0, 1], [5, 1]), /Issue 5 is not open/);
  });
});

describe("an amendment", () => {
  const course = withPhase(2, 5, {});
  const game = played(course, news(0));

  it("changes one to three issues", () => {
    expectRefused(course, game, amend(0), /one to 3 issues, not 0/);
    expectRefused(course, game, amend(0, [0, 1], [1, 1], [2, 1], [3, 1]), /one to 3 issues, not 4/);
    expect(violation(course, game, amend(0, [0, 1], [1, 1], [4, 2]))).toBeUndefined();
  });

  it("changes as many issues as the phase says, up to the whole text", () => {
    const four: Change[] = [0, 1, 2, 3].map((issue) => [issue, 1]);
    for (const [changes, most] of [
      [1, 1],
      [2, 2],
      ["all", 5],
    ] as const) {
      const free = withPhase(2, 5, { amendment: { minFor: { share: "1/2" }, changes } });
      const open = played(free, news(0));
      const lengths = [...legalMoves(free, open)].flatMap((move) =>
        move.type === "amend" ? [move.changes.length] : [],
      );
      expect(Math.max(...lengths)).toBe(most);
      const tooMany = changes === 1 ? /changes one issue, not 4/ : /changes one to 2 issues, not 4/;
      if (changes === "all") expect(violation(free, open, amend(0, ...four))).toBeUndefined();
      else expectRefused(free, open, amend(0, ...four), tooMany);
    }
  });

  it("changes each issue once, to another option that exists", () => {
    expectRefused(course, game, amend(0, [0, 1], [0, 2]), /Issue 0 is changed twice/);
    expectRefused(course, game, amend(0, [0, 0]), /already stands at option 0/);
    for (const option of [3, -1, 0.5, Number.NaN]) {
      expectRefused(course, game, amend(0, [0, option]), /Issue 0 has no option/);
    }
    expectRefused(course, game, amend(0, [9, 1]), /Issue 9 is not open/);
  });

  it("is voted on by all others at once, before anybody else speaks", () => {
    const moved = played(course, news(0), amend(0, [0, 1]));
    expect(toMove(course, moved)).toEqual({ who: "voters", parties: [1] });
    expect(motionNow(moved)).toEqual({ party: 0, changes: [[0, 1]] });
    expectRefused(course, moved, hold(), /beat is ballot/);
  });

  it("that carries changes the text and nothing else in it", () => {
    expect(played(course, news(0), amend(0, [0, 1], [3, 2]), vote("+0")).text).toEqual([1, 0, 0, 2, 0]);
  });

  it("that fails leaves the text as it was", () => {
    expect(played(course, news(0), amend(0, [0, 1], [3, 2]), vote("+-")).text).toEqual([0, 0, 0, 0, 0]);
  });

  it("uses up its speaker's turn, whether it carries or not", () => {
    expect(played(course, news(0), amend(0, [0, 1]), vote("++")).play).toEqual({
      protocol: "drafting",
      beat: "adoption",
    });
    expect(played(course, news(0), amend(0, [0, 1]), vote("+-")).play).toMatchObject({ beat: "adoption" });
  });

  describe("has its proposer for it, who is not asked", () => {
    const moved = played(course, news(0), amend(0, [0, 1]));

    it("and can't be against it, abstain or be left out", () => {
      for (const own of ["-", "0"]) expectRefused(course, moved, vote(`${own}+`), /so it is for it/);
      expectRefused(course, moved, vote(" +"), /Party 0 has not voted/);
      expect(violation(course, moved, vote("+-"))).toBeUndefined();
    });

    it("nor vote otherwise beside", () => {
      expect(voteViolation(course, moved, 0, { choice: "for" })).toMatch(/for it, and has no other vote/);
      expect(voteViolation(course, moved, 1, { choice: "against" })).toBeUndefined();
    });

    it("which counts like any vote: for a majority, and where it must agree", () => {
      const majority = withPhase(3, 1, { amendment: { minFor: { count: 2 } } });
      const required = withPhase(3, 1, { amendment: { mustAgree: ["p0"] } });
      const moves = [news(0), amend(0, [0, 1])];
      expect(played(majority, ...moves, vote("+0+")).text).toEqual([1]);
      expect(played(majority, ...moves, vote("+00")).text).toEqual([0]);
      expect(played(required, ...moves, vote("+--")).text).toEqual([1]);
    });

    it("but not for more than its weight", () => {
      const weights = { p0: 0, p1: 1, p2: 1 };
      const none = withPhase(3, 1, { amendment: { minFor: { share: 0.6 }, weights } });
      expect(played(none, news(0), amend(0, [0, 1]), vote("++-")).text).toEqual([0]);
      expect(played(none, news(0), amend(0, [0, 1]), vote("++0")).text).toEqual([1]);
    });

    it("also when nobody else has a vote: the ballot is there and asks nobody", () => {
      const alone = withPhase(2, 1, { parties: ["p0"] });
      const open = played(alone, news(0), amend(0, [0, 1]));
      expect(toMove(alone, open)).toEqual({ who: "voters", parties: [] });
      expect([...legalMoves(alone, open)]).toEqual([vote("+ ")]);
      expect(played(alone, news(0), amend(0, [0, 1]), vote("+ ")).text).toEqual([1]);
    });
  });
});

describe("a ballot", () => {
  const course = withPhase(3, 1, { parties: ["p0", "p2"] });
  const game = played(course, news(0), hold());

  it("has one vote of each party with a seat, and none of the others", () => {
    expectRefused(course, game, vote("+++"), /Party 1 has no vote here/);
    expectRefused(course, game, vote("+  "), /Party 2 has not voted/);
    expectRefused(course, game, vote("+ "), /one entry for each of 3 parties, not 2/);
    expect(violation(course, game, vote("+ -"))).toBeUndefined();
  });

  it("knows for, against and abstain only", () => {
    const odd = { choice: "maybe" } as unknown as Vote;
    const move: Move = { type: "ballot", votes: [odd, null, { choice: "for" }] };
    expectRefused(course, game, move, /for, against or abstain, not "maybe"/);
  });
});

describe("the end", () => {
  const course = withPhase(2, 1, { opening: { i0: "o1" }, disagreement: { i0: "o2" } });

  it("adoption ends the talks in agreement on the text as it stands", () => {
    const game = played(course, news(0), hold(), vote("+-"));
    expect(result(game)).toEqual([
      {
        phase: 0,
        end: "agreement",
        round: 1,
        outcome: [1],
        signed: [true, false],
        reservations: [],
        unity: 1,
        cards: [],
      },
    ]);
    expect(toMove(course, game)).toBeUndefined();
  });

  it("a text that is not adopted goes into the next round unchanged", () => {
    const game = played(course, news(0), amend(0, [0, 2]), vote("++"), vote("-+"));
    expect(game).toMatchObject({ play: { beat: "news" }, round: 2, text: [2], results: [] });
  });

  it("after the last round the deadline ends it, and the disagreement outcome is in force", () => {
    const game = played(course, news(0), hold(), vote("-+"), news(0), hold(), vote("0+"));
    expect(result(game)).toMatchObject([{ end: "deadline", round: 2, outcome: [2], signed: [false, false] }]);
  });

  it("a required party that walks away ends it at once, with the disagreement outcome", () => {
    const game = played(course, news(0), walkaway());
    expect(result(game)).toMatchObject([{ end: "walkaway", round: 1, outcome: [2], signed: [false, false] }]);
  });

  it("nobody else can end it by walking away", () => {
    const two = withPhase(2, 1, { floor: { principals: ["p1"], rotating: 0 } });
    expectRefused(two, played(two, news(1)), walkaway(1), /can't end the talks by walking away/);
  });

  it("nobody walks away while another speaks or a vote is on", () => {
    expectRefused(course, initial(course), walkaway(), /not the time/);
    expectRefused(course, played(course, news(0), hold()), walkaway(), /not the time/);
  });

  it("after it no move is possible", () => {
    const game = played(course, news(0), walkaway());
    for (const move of [news(0), hold(), amend(0, [0, 2]), vote("++")]) {
      expectRefused(course, game, move, /has ended/);
    }
  });
});

describe("reservations", () => {
  const course = withPhase(3, 2, {
    opening: { i0: "o2" },
    amendment: { mustAgree: [] },
    decision: { mustAgree: ["p0"], reservations: { parties: ["p1", "p2"], unity: 0.25 } },
    unity: 0.75,
  });
  const ballot = (...votes: Vote[]): Move => ({ type: "ballot", votes });
  const plain: Vote = { choice: "for" };
  const reserved: Vote = { choice: "for", reservation: 0 };
  const adoption = played(course, news(0), hold());

  it("let the parties of the list agree and opt out of one issue, at a cost in unity", () => {
    const game = applyMove(course, adoption, ballot(plain, reserved, reserved));
    expect(result(game)).toMatchObject([
      {
        end: "agreement",
        signed: [true, true, true],
        reservations: [
          [1, 0],
          [2, 0],
        ],
        unity: 0.25,
      },
    ]);
  });

  it("cost nothing when nobody makes one", () => {
    expect(result(applyMove(course, adoption, ballot(plain, plain, plain)))![0]!.unity).toBe(0.75);
  });

  it("are not for parties that are not on the list", () => {
    expectRefused(course, adoption, ballot(reserved, plain, plain), /Party 0 can't sign with a reservation/);
  });

  it("go only with a vote for the text", () => {
    for (const choice of ["against", "abstain"] as const) {
      const move = ballot(plain, { choice, reservation: 0 }, plain);
      expectRefused(course, adoption, move, /goes with a vote for the text/);
    }
  });

  it("are possible only when the whole text is voted on", () => {
    const motion = played(course, news(0), amend(0, [1, 1]));
    expectRefused(course, motion, ballot(plain, reserved, plain), /only when the whole text is voted on/);
  });

  it("are among the votes that are counted, one for each issue that does not stand at its status quo", () => {
    const ballots = [...legalMoves(course, adoption)];
    for (const move of ballots) expect(violation(course, adoption, move)).toBeUndefined();
    const optedOut = (party: number) =>
      new Set(ballots.flatMap((move) => (move.type === "ballot" ? [move.votes[party]?.reservation] : [])));
    const moved = adoption.text.flatMap((option, issue) =>
      option === course.statusQuo[issue] ? [] : [issue],
    );
    expect(moved.length).toBeGreaterThan(0);
    expect(optedOut(0)).toEqual(new Set([undefined]));
    expect(optedOut(1)).toEqual(new Set([undefined, ...moved]));
    expect(ballots).toHaveLength(3 * (3 + moved.length) ** 2);
  });

  it("need something to opt out of: not an issue at its status quo, not one that does not exist", () => {
    for (const reservation of [1, 2, -1, 0.5, Number.NaN]) {
      const move = ballot(plain, { choice: "for", reservation }, plain);
      expectRefused(course, adoption, move, /nothing to opt out of/);
    }
  });

  it("of a text that is not adopted leave no trace", () => {
    const failed = applyMove(course, adoption, ballot({ choice: "against" }, reserved, reserved));
    expect(failed).toMatchObject({ play: { beat: "news" }, round: 2, results: [] });
  });
});

describe("the course of phases", () => {
  const scenario = written(2, 1, 3, 1);
  scenario.phases = [
    { ...phase("first", 1), next: { agreement: "signing", none: "crisis" } },
    { ...phase("signing", 1), opening: { i0: "o1" }, decision: { mustAgree: ["p1"] } },
    { ...phase("crisis", 3), opening: { i0: "o2" }, floor: { principals: ["p1"], rotating: 0 } },
  ];
  const course = courseOf(scenario);

  it("goes one way after agreement", () => {
    const game = played(course, news(0), hold(), vote("++"));
    expect(game).toMatchObject({ phase: 1, round: 1, play: { beat: "news" }, text: [1] });
    expect(result(game)).toBeUndefined();
  });

  it("and another after a deadline or a walkaway", () => {
    expect(played(course, news(0), hold(), vote("--"))).toMatchObject({ phase: 2, text: [2], round: 1 });
    expect(played(course, news(0), walkaway())).toMatchObject({ phase: 2, text: [2], round: 1 });
  });

  it("each phase has its own rules", () => {
    const game = played(course, news(0), hold(), vote("++"), news(0));
    expectRefused(course, game, walkaway(0), /its agreement is not required/);
  });

  it("ends where no phase follows, with the results of all phases in order", () => {
    const game = played(course, news(0), hold(), vote("++"), news(0), hold(), vote("-+"));
    expect(result(game)).toMatchObject([
      { phase: 0, end: "agreement", outcome: [0] },
      { phase: 1, end: "agreement", outcome: [1] },
    ]);
  });
});

describe("bodies at home", () => {
  const scenario = written(2, 1, 3, 1);
  for (const party of scenario.parties) party.ratification = { body: "Assembly", difficulty: 0.5 };
  const course = compile(
    parsed(
      JSON.stringify({
        ...scenario,
        phases: [
          { ...phase("draft", 1), next: { agreement: "home", none: "home" } },
          { id: "home", title: "home", protocol: "ratification", next: { agreement: null, none: null } },
        ],
      }),
    ),
  ).course;
  const ratify = (...approved: (boolean | null)[]): Move => ({ type: "ratify", approved });

  it("decide on what was signed", () => {
    const game = played(course, news(0), hold(), vote("++"));
    expectRefused(course, game, ratify(null, null), /\./);
    expect(result(applyMove(course, game, ratify(true, false)))).toHaveLength(2);
  });

  it("have nothing to decide where nothing was", () => {
    const game = played(course, news(0), hold(), vote("--"));
    expectRefused(course, game, ratify(true, true), /\./);
    expect(result(applyMove(course, game, ratify(null, null)))).toHaveLength(2);
  });
});

describe("a move", () => {
  const course = withPhase(1, 2, {});

  it("leaves the game before it unchanged", () => {
    const before = played(course, news(0), amend(0, [0, 1]));
    const copy = structuredClone(before);
    applyMove(course, before, vote("+"));
    expect(before).toEqual(copy);
  });

  it("leaves the course unchanged, whatever is amended or ends", () => {
    const copy = JSON.stringify(course);
    played(course, news(0), amend(0, [0, 1]), vote("+"), vote("-"), news(0), walkaway());
    expect(JSON.stringify(course)).toBe(copy);
  });
});
