/** The run file: everything by id, nothing derived, and refused in words when it is not what it says. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../../src/protocol/course.ts";
import type { Move } from "../../../src/protocol/move.ts";
import { replayTranscript } from "../../../src/protocol/replayed.ts";
import { formatMove, parseMove } from "../../../src/protocol/row.ts";
import {
  formatTranscript,
  MOST_MOVES,
  parseTranscript,
  type Transcript,
  TranscriptError,
} from "../../../src/protocol/transcript.ts";
import { gameSeed } from "../../../src/random.ts";
import { hashOf } from "../../../src/scenario/hash.ts";
import type { Scenario } from "../../../src/scenario/schema.ts";
import { tableOf } from "../../../src/seat/compiled.ts";
import { lineUpOf } from "../../../src/session/lineUp.ts";
import { everySeat, movesOf, SEED } from "../../fixtures/games.ts";
import { firstMinute, parsed, written } from "../../fixtures/scenarios.ts";

const scenario = firstMinute();
const table = tableOf(scenario);
const { course } = table.positions;

function transcriptOf(seed = SEED): Transcript {
  const lineUp = lineUpOf(scenario, everySeat(scenario, "uniform"));
  return formatTranscript({ scenario, seed, lineUp, moves: movesOf(table, lineUp, seed) });
}
const replay = (transcript: Transcript, of: Scenario = scenario) =>
  replayTranscript(of, compile(of).course, transcript);

describe("a move in a run file", () => {
  const moves: readonly (readonly [string, Move, object])[] = [
    ["news", { type: "news", speakers: [2, 0] }, { type: "news", speakers: ["poland", "ukraine"] }],
    [
      "an amendment",
      {
        type: "amend",
        party: 1,
        changes: [
          [0, 1],
          [2, 1],
        ],
        reason: { cause: "within-mandate", issue: 0 },
      },
      {
        type: "amend",
        party: "united_states",
        changes: [
          ["us_backstop", "proposed"],
          ["no_troops", "in"],
        ],
        reason: ["within-mandate", "us_backstop"],
      },
    ],
    [
      "a hold with a reason that points at no issue",
      { type: "hold", party: 0, reason: { cause: "nothing-to-add" } },
      { type: "hold", party: "ukraine", reason: ["nothing-to-add"] },
    ],
    ["a walkaway", { type: "walkaway", party: 1 }, { type: "walkaway", party: "united_states" }],
    [
      "a ballot with a reservation and reasons",
      {
        type: "ballot",
        votes: [
          { choice: "for" },
          { choice: "against", reason: { cause: "above-mandate", issue: 0 } },
          { choice: "for", reservation: 1 },
        ],
      },
      {
        type: "ballot",
        for: ["ukraine", "poland"],
        against: ["united_states"],
        abstain: [],
        reservations: { poland: "bindingness" },
        reasons: { united_states: ["above-mandate", "us_backstop"] },
      },
    ],
    [
      "a ballot in which a party has no seat",
      { type: "ballot", votes: [null, { choice: "abstain" }, null] },
      { type: "ballot", for: [], against: [], abstain: ["united_states"] },
    ],
  ];

  it.each(moves)("%s is written by ids and read back as it was", (_name, move, row) => {
    const formatted = formatMove(scenario, move);
    expect(formatted).toStrictEqual(row);
    expect(parseMove(scenario, JSON.parse(JSON.stringify(formatted)))).toStrictEqual(move);
  });
});

describe("a run file", () => {
  it("names its engine, scenario, hash, generator and seed, and holds nothing that can be derived", () => {
    const transcript = transcriptOf(5);
    expect(transcript).toMatchObject({
      parley: 1,
      engine: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      scenario: { id: "first-minute", sha256: hashOf(scenario) },
      seed: { algorithm: "xoroshiro128plus/1", value: 5 },
    });
    expect(Object.keys(transcript)).toEqual([
      "parley",
      "engine",
      "scenario",
      "seed",
      "edition",
      "lineUp",
      "moves",
      "undone",
    ]);
  });

  it("replays to the same moves and the same end", () => {
    const transcript = transcriptOf();
    const { moves, game } = replay(parseTranscript(JSON.stringify(transcript)));
    expect(game.play.beat).toBe("ended");
    expect(formatTranscript({ scenario, seed: SEED, lineUp: transcript.lineUp, moves })).toStrictEqual(
      transcript,
    );
  });

  it("holds what was taken back, each time as it stood then, and gives it back", () => {
    const [first, second, third] = [5, 6, 7].map((seed) => transcriptOf(seed).moves);
    // Three games whose beginnings are alike up to the first news: taken back to 1, then to 2, then played to the end.
    const undone = [
      { at: 1, moves: first!.slice(1) },
      { at: 1, moves: second!.slice(1, 4) },
    ];
    const run = { ...transcriptOf(7), moves: [first![0]!, ...third!.slice(1)], undone };
    const { moves, past } = replay(parseTranscript(JSON.stringify(run)));
    expect(formatTranscript({ scenario, seed: 7, lineUp: run.lineUp, moves, past })).toStrictEqual(run);
  });

  it("of a game in progress replays as far as it goes", () => {
    const whole = transcriptOf();
    for (let length = 0; length < whole.moves.length; length++) {
      const { moves, game } = replay({ ...whole, moves: whole.moves.slice(0, length) });
      expect(moves).toHaveLength(length);
      expect(game.play.beat).not.toBe("ended");
    }
  });

  it("may be as long as the longest game that is played", () => {
    const moves = new Array<unknown>(150_000).fill({ type: "hold", party: "poland" });
    expect(parseTranscript({ ...transcriptOf(), moves }).moves).toHaveLength(150_000);
  });

  it("may come from Windows with a mark at its start", () => {
    const transcript = transcriptOf();
    expect(parseTranscript(`\uFEFF${JSON.stringify(transcript)}`)).toStrictEqual(transcript);
  });
});

describe("a run file is refused in a sentence", () => {
  const good = transcriptOf();
  const first = good.moves[0]!;
  const NO_VOTES = { type: "ballot" as const, for: [], against: [], abstain: [] };

  it.each<[string, unknown, RegExp]>([
    ["that is no JSON", "{\n", /damaged at line 2, column 1: A closing } is missing\. Save it again/],
    ["that is empty", "", /damaged at line 1, column 1: .*Save it again/],
    ["that is no JSON and nested without end", "[".repeat(1e6), /is no JSON/],
    ["that is something else", "{}", /its "parley" is missing, not 1/],
    ["of another version", { ...good, parley: 2 }, /its "parley" is 2, not 1/],
    ["of a version that is a long text", { parley: "x".repeat(100) }, /its "parley" is "x{39}, not 1/],
    ["that is nothing", null, /not a run file/],
    ["that is a text", '"parley"', /not a run file/],
    [
      "that is nested without end",
      `{"parley":${"[".repeat(1e5)}${"]".repeat(1e5)}}`,
      /a list or an object, not 1/,
    ],
    ["with a move of no kind", { ...good, moves: [{ type: "dance" }] }, /damaged at moves\[0\]/],
    [
      "with a seed that is no number",
      { ...good, seed: { ...good.seed, value: "1" } },
      /damaged at seed\.value/,
    ],
    ["with a negative seed", { ...good, seed: { ...good.seed, value: -1 } }, /damaged at seed\.value/],
    ["with something added", { ...good, score: 100 }, /damaged at its top/],
    ["without moves", { ...good, moves: undefined }, /damaged at moves: it is missing/],
    ["of a newer version", { ...good, engine: "99.0" }, /made with Parley 99\.0, which is newer/],
    ["of a newer version with something new in it", { ...good, engine: "99.1.2", more: 1 }, /newer/],
    [
      "of a program that is no version",
      { ...good, engine: "x" },
      /damaged at engine: "x" does not have the form .* Versions are numbers with points/,
    ],
    [
      "with a hash that is none",
      { ...good, scenario: { ...good.scenario, sha256: "x" } },
      /damaged at scenario\.sha256: "x" .* 64 digits/,
    ],
    [
      "with values nested without end",
      `{"parley":1,"engine":"0.5.1","types":${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}}`,
      /damaged at types\.a\.a\..*: values are nested more than 20 deep, which no run needs\./,
    ],
    [
      "with a name that would be lost",
      JSON.stringify({ ...good, lineUp: { poland: "human" } }).replace("poland", "__proto__"),
      /damaged at lineUp\.__proto__: "__proto__" is a reserved word/,
    ],
    [
      "with such a name deep in a move",
      JSON.stringify({ ...good, moves: [{ ...NO_VOTES, reasons: { poland: ["better"] } }] }).replace(
        /poland(?=":\["better)/,
        "__proto__",
      ),
      /damaged at moves\[0\]\.reasons\.__proto__: /,
    ],
    [
      "with a drawn number that is a text",
      { ...good, types: { russia: { weights: { military: "28.1" } } } },
      /damaged at types\.russia\.weights\.military: "28\.1" stands where a number is expected\./,
    ],
    [
      "with a drawn number beyond all",
      JSON.stringify({ ...good, types: { russia: { shift: "?" } } }).replace('"?"', "1e999"),
      /damaged at types\.russia\.shift: Infinity can't be used here\. Write a number\./,
    ],
    ...["fixed", null, [], 3].map((types): [string, unknown, RegExp] => [
      `with ${JSON.stringify(types)} for its types`,
      { ...good, types },
      /damaged at types: .* stands where "drawn" or an object with the numbers of each party by id is expected\./,
    ]),
    [
      "with a seat that is a number",
      { ...good, lineUp: { poland: 3 } },
      /damaged at lineUp\.poland: 3 stands where "human" or an object with "strategy" is expected\./,
    ],
    [
      "with a value that no JSON has",
      { ...good, types: { russia: { shift: 1n } } },
      /damaged at types\.russia\.shift: a bigint stands here/,
    ],
    [
      "with more moves than are read",
      { ...good, moves: new Array<unknown>(MOST_MOVES + 1).fill({ type: "hold", party: "poland" }) },
      /damaged at moves: 1000001 entries stand here, and at most 1000000 are read\./,
    ],
    [
      "with a path for its scenario's id",
      { ...good, scenario: { ...good.scenario, id: "../package" } },
      /damaged at scenario\.id: "\.\.\/package" does not have the form/,
    ],
    [
      "with a party that is a number",
      { ...good, moves: [{ type: "hold", party: 3 }] },
      /3 stands where a text/,
    ],
  ])("%s", (_name, source, why) => {
    expect(() => parseTranscript(source)).toThrow(TranscriptError);
    expect(() => parseTranscript(source)).toThrow(why);
    expect(() => parseTranscript(source)).toThrow(/\.$/);
    expect(() => parseTranscript(source)).not.toThrow(
      /Invalid|expected (?:string|number|object)|Unrecognized/,
    );
  });

  it.each<[string, Transcript, RegExp]>([
    [
      "of another scenario",
      { ...good, scenario: { ...good.scenario, id: "other" } },
      /belongs to the scenario "other"/,
    ],
    [
      "of another version of its scenario",
      { ...good, scenario: { ...good.scenario, sha256: "0".repeat(64) } },
      /What is played in "first-minute" has changed since this run was made/,
    ],
    [
      "with a party in its line-up that does not exist",
      { ...good, lineUp: { ...good.lineUp, atlantis: "human" } },
      /line-up of this run can't be used: there is no party "atlantis"/,
    ],
    [
      "of another generator",
      { ...good, seed: { algorithm: "dice/1", value: 1 } },
      /random generator dice\/1 .* this version has xoroshiro128plus\/1/,
    ],
    [
      "that breaks the rules, naming the move",
      { ...good, moves: [first, { type: "hold", party: "poland" }] },
      /Move 2 of the run breaks the rules: .*floor is with party 0/,
    ],
    [
      "with a name that nobody has",
      { ...good, moves: [{ type: "news", speakers: ["atlantis"] }] },
      /Move 1 .*"atlantis"/,
    ],
    [
      "with an option that no issue has",
      {
        ...good,
        moves: [first, { type: "amend", party: "ukraine", changes: [["us_backstop", "everything"]] }],
      },
      /Move 2 .*no option "everything"/,
    ],
    [
      "with a reason of a party that did not vote",
      { ...good, moves: [{ ...NO_VOTES, reasons: { poland: ["below-mandate"] } }] },
      /Move 1 of the run can't be read: "poland" has a reason in this ballot, but no vote\./,
    ],
    [
      "with a reservation of a party that did not vote",
      { ...good, moves: [{ ...NO_VOTES, reservations: { poland: "bindingness" } }] },
      /Move 1 .*"poland" has a reservation in this ballot, but no vote\./,
    ],
    [
      "with a reason of a party that nobody knows",
      { ...good, moves: [{ ...NO_VOTES, reasons: { atlantis: ["below-mandate"] } }] },
      /Move 1 .*There is no party "atlantis"\./,
    ],
    [
      "with a reason that goes on",
      {
        ...good,
        moves: [{ type: "hold", party: "poland", reason: ["below-mandate", "bindingness", "us_backstop"] }],
      },
      /Move 1 .*A reason is a cause and at most one issue, and here "below-mandate" has 2\./,
    ],
    [
      "that goes on after its end",
      { ...good, moves: [first, { type: "walkaway", party: "ukraine" }, first] },
      /Move 3 of the run breaks the rules: The game has ended/,
    ],
  ])("%s", (_name, transcript, why) => {
    const read = parseTranscript(transcript);
    expect(() => replay(read)).toThrow(TranscriptError);
    expect(() => replay(read)).toThrow(why);
    expect(() => replay(read)).toThrow(/\.$/);
  });

  it.each<[string, object, RegExp]>([
    [
      "takes back what was never made",
      { undone: [{ at: 99, moves: [] }] },
      /damaged at undone\[0\]\.at: only \d+ moves had been made/,
    ],
    [
      "takes back a move against the rules",
      { undone: [{ at: 1, moves: [{ type: "hold", party: "poland" }] }] },
      /Move 1 of those taken back in undone\[0\] of the run breaks the rules/,
    ],
    [
      "takes back, the second time, what can't have followed the first",
      {
        undone: [
          { at: 0, moves: [good.moves[0]] },
          { at: 1, moves: [good.moves[0]] },
        ],
      },
      /Move 1 of those taken back in undone\[1\] of the run breaks the rules/,
    ],
    [
      "takes back a name that nobody has",
      { undone: [{ at: 1, moves: [{ type: "hold", party: "atlantis" }] }] },
      /Move 1 of those taken back in undone\[0\] of the run can't be read: .*"atlantis"/,
    ],
    [
      "gives away a seat that does not exist",
      { reseated: [{ at: 1, party: "atlantis", from: "human" }] },
      /no party "atlantis"/,
    ],
  ])("that %s", (_name, past, why) => {
    const read = parseTranscript({ ...good, ...past });
    expect(() => replay(read)).toThrow(TranscriptError);
    expect(() => replay(read)).toThrow(why);
    expect(() => replay(read)).toThrow(/\.$/);
  });

  it("belongs to one scenario only", () => {
    expect(() => replay(good, parsed(written(3, 1)))).toThrow(
      /belongs to the scenario "first-minute", not to "small"/,
    );
  });
});

describe("a damaged run file", () => {
  it("is refused in words or replays by the rules, whatever was changed in it (1,000)", () => {
    const text = JSON.stringify(transcriptOf(gameSeed(SEED, 3)));
    const edits = fc.tuple(fc.nat(text.length - 1), fc.nat(10), fc.string({ maxLength: 4 }));
    fc.assert(
      fc.property(edits, ([at, remove, insert]) => {
        const damaged = text.slice(0, at) + insert + text.slice(at + remove);
        try {
          replayTranscript(scenario, course, parseTranscript(damaged));
        } catch (error) {
          expect(error).toBeInstanceOf(TranscriptError);
        }
      }),
      { numRuns: 1000, seed: SEED },
    );
  });
});
