/** Played again from the seed: agents and chance make their moves again, and the first that was changed is named. */
import { describe, expect, it } from "vitest";
import { type Transcript, TranscriptError } from "../../../src/protocol/transcript.ts";
import type { Scenario } from "../../../src/scenario/schema.ts";
import { checkRun } from "../../../src/session/check.ts";
import { replay } from "../../../src/session/replay.ts";
import { createSession, type Session } from "../../../src/session/session.ts";
import { courseScenario } from "../../fixtures/course.ts";
import { agentOf, everySeat, SEED } from "../../fixtures/games.ts";
import { firstMinute, parsed, textOf } from "../../fixtures/scenarios.ts";

const scenario = firstMinute();
const [UKRAINE, POLAND] = [0, 2] as const;
const departure = (run: Transcript, of: Scenario = scenario) => checkRun(replay(of, run)).departure;
/** The run with one row changed. */
const edited = (run: Transcript, row: number, change: object): Transcript => ({
  ...run,
  moves: run.moves.with(row, { ...run.moves[row]!, ...change } as Transcript["moves"][number]),
});

function agentsOnly(of: Scenario, seed = SEED): Transcript {
  const session = createSession({ scenario: of, seed });
  session.run();
  return session.transcript();
}

/** Holds and votes for everything in the seats of people until the game has ended or so many moves are made. */
function letPass(session: Session, until = Number.POSITIVE_INFINITY): void {
  for (session.run(); session.snapshot().moves.length < until; session.run()) {
    const { waiting, ended } = session.snapshot();
    if (ended || waiting === undefined) return;
    if (waiting.for === "speech") session.submit(waiting.party, { type: "hold", party: waiting.party });
    else for (const party of waiting.parties) session.submit(party, { type: "vote", choice: "for" });
  }
}

describe("an honest run has no departure", () => {
  it.each(["first-minute", "three-chairs", "direct-talks", "budapest-1994"])("of %s by agents", (name) => {
    const of = parsed(textOf(`${name}.json`));
    expect(departure(agentsOnly(of), of)).toBeUndefined();
  });

  it("of agents that draw", () => {
    const session = createSession({ scenario, seed: SEED, lineUp: everySeat(scenario, "uniform") });
    session.run();
    expect(departure(session.transcript())).toBeUndefined();
  });

  it("with people in it, whose moves are taken as given (10 games)", () => {
    for (let seed = 0; seed < 10; seed++) {
      const session = createSession({ scenario, seed, lineUp: { ukraine: "human", poland: "human" } });
      letPass(session);
      expect(session.snapshot().ended).toBe(true);
      expect(departure(session.transcript())).toBeUndefined();
    }
  });

  it("in which seats changed hands and moves were taken back", () => {
    const session = createSession({ scenario, seed: SEED, lineUp: { ukraine: "human" } });
    letPass(session, 2);
    session.seat(UKRAINE, { strategy: "hardliner" });
    session.step();
    session.step();
    session.step();
    session.seat(UKRAINE, "human");
    letPass(session, 4);
    session.undo();
    session.seat(UKRAINE, { strategy: "delegate" });
    session.run();
    const run = session.transcript();
    expect(run.reseated?.length).toBeGreaterThan(1);
    expect(departure(run)).toBeUndefined();
    // Without what happened to the seat its moves would be put down to the agent that holds it now.
    const { reseated: _, ...forgetful } = run;
    expect(departure(forgetful)).toMatchObject({ party: "ukraine" });
  });
});

it("agents that are not here are taken as given, and named", () => {
  const mine = () => agentOf(scenario, { strategy: "hold" });
  const session = createSession({ scenario, seed: SEED, agents: { poland: mine } });
  session.run();
  expect(checkRun(replay(scenario, session.transcript()))).toEqual({
    departure: undefined,
    unasked: ["poland"],
  });
});

it("agents that are not here are given no floor that chance gave to others", () => {
  const of = courseScenario();
  for (let seed = 0; seed < 10; seed++) {
    const mine = () => agentOf(of, { strategy: "hold" });
    const session = createSession({ scenario: of, seed, agents: { p1: mine } });
    session.run();
    expect(checkRun(replay(of, session.transcript()))).toEqual({ departure: undefined, unasked: ["p1"] });
  }
});

describe("the first move that was changed is named", () => {
  const run = agentsOnly(scenario);
  const ballot = run.moves.findIndex((row) => row.type === "ballot" && row.for.includes("poland"));

  it("a vote", () => {
    const row = run.moves[ballot]!;
    if (row.type !== "ballot") throw new Error("There is no ballot in this game.");
    const turned = edited(run, ballot, {
      for: row.for.filter((party) => party !== "poland"),
      against: [...row.against, "poland"],
    });
    const found = departure({ ...turned, moves: turned.moves.slice(0, ballot + 1) });
    expect(found).toMatchObject({ move: ballot + 1, party: "poland" });
    expect(found?.sentence).toMatch(
      new RegExp(
        `^Move ${ballot + 1}: in the run, poland votes against .*; played again from the seed, its agent votes for .*\\.$`,
      ),
    );
  });

  it("an act", () => {
    const at = run.moves.findIndex((row) => row.type === "amend");
    const row = run.moves[at]!;
    if (row.type !== "amend") throw new Error("There is no amendment in this game.");
    const moves = [...run.moves.slice(0, at), { type: "hold" as const, party: row.party }];
    expect(departure({ ...run, moves })?.sentence).toMatch(
      new RegExp(
        `^Move ${at + 1}: in the run, ${row.party} holds; played again from the seed, its agent amends `,
      ),
    );
  });

  it("a reason", () => {
    const at = run.moves.findIndex((row) => row.type === "amend");
    expect(departure(edited(run, at, { reason: ["nothing-to-add"] }))).toMatchObject({ move: at + 1 });
  });

  it("what chance drew, at home and for the floor", () => {
    const of = parsed(textOf("three-chairs.json"));
    const whole = agentsOnly(of);
    const at = whole.moves.findIndex((row) => row.type === "ratify");
    const row = whole.moves[at]!;
    if (row.type !== "ratify") throw new Error("This game came home without a text.");
    const swapped = edited(whole, at, { approved: row.refused, refused: row.approved });
    expect(departure({ ...swapped, moves: swapped.moves.slice(0, at + 1) }, of)?.sentence).toMatch(
      new RegExp(
        `^Move ${at + 1}: in the run, chance lets \\w+ (ratify|refuse); played again from the seed, it lets`,
      ),
    );
    const summit = parsed(textOf("paris-2026.json"));
    const session = createSession({ scenario: summit, seed: SEED });
    session.step();
    const run = session.transcript();
    const [first] = run.moves;
    if (first?.type !== "news") throw new Error("Every round begins with the floor.");
    const { principals } = JSON.parse(textOf("paris-2026.json")).phases[0].floor;
    const drawn = first.speakers.filter((party) => !principals.includes(party));
    const another = summit.parties.find(({ id }) => !first.speakers.includes(id) && id !== "russia")!.id;
    const speakers = first.speakers.map((party) => (party === drawn[0] ? another : party));
    expect(departure({ ...run, moves: [{ ...first, speakers }] }, summit)?.sentence).toMatch(
      new RegExp(
        `^Move 1: in the run, chance gives the floor to .*${another}.*; played again from the seed, it gives`,
      ),
    );
  });

  it("another seed", () => {
    const session = createSession({ scenario, seed: SEED, lineUp: everySeat(scenario, "uniform") });
    session.run();
    const run = session.transcript();
    expect(departure({ ...run, seed: { ...run.seed, value: SEED + 1 } })).toBeDefined();
  });
});

it("a seat that a person holds may do anything legal", () => {
  const session = createSession({ scenario, seed: SEED, lineUp: { poland: "human" } });
  session.run();
  session.submit(POLAND, { type: "amend", party: POLAND, changes: [[1, 2]] });
  session.submit(POLAND, { type: "vote", choice: "against" });
  expect(departure(session.transcript())).toBeUndefined();
});

describe("private types that were changed", () => {
  const drawn = parsed(textOf("three-chairs.json"));
  const run = agentsOnly(drawn);
  const types = run.types as Exclude<typeof run.types, string | undefined>;

  it("are named with what the seed draws", () => {
    const [party, type] = Object.entries(types).find(([, { weights }]) => weights !== undefined)!;
    const [issue, weight] = Object.entries(type.weights!)[0]!;
    const range = drawn.parties.find(({ id }) => id === party)!.preferences.stakes[issue]!.range!;
    const other = range.find((end) => end !== weight)!;
    const changed = { ...types, [party]: { ...type, weights: { ...type.weights, [issue]: other } } };
    expect(departure({ ...run, types: changed }, drawn)).toEqual({
      move: 1,
      party: undefined,
      sentence: `Before move 1: in the run, the weight of "${issue}" for "${party}" is ${other}; drawn again from the seed, it is ${weight}.`,
    });
  });
});

it("asks the scenario's own agent for a seat that the line-up leaves out", () => {
  const run = agentsOnly(scenario);
  expect(checkRun(replay(scenario, { ...run, lineUp: {} }))).toEqual({ departure: undefined, unasked: [] });
});

it("says what is wrong with parameters that an agent of a run does not take", () => {
  const run = agentsOnly(scenario);
  const check = (changed: Partial<Transcript>) => () => checkRun(replay(scenario, { ...run, ...changed }));
  const poland = { strategy: "delegate", concession: -3 };
  const said =
    /^The line-up of this run can't be used: The agent of poland can't be made\. concession: -3 is too small/;
  expect(check({ lineUp: { ...run.lineUp, poland } })).toThrow(TranscriptError);
  expect(check({ lineUp: { ...run.lineUp, poland } })).toThrow(said);
  expect(check({ reseated: [{ at: 1, party: "poland", from: poland }] })).toThrow(said);
});

it("refuses seats that change hands after the last move or earlier than the one before", () => {
  const run = agentsOnly(scenario);
  const reseated = [{ at: 9999, party: "ukraine", from: "human" as const }];
  expect(() => replay(scenario, { ...run, reseated })).toThrow(/damaged at reseated\[0\]\.at/);
  const falling = [2, 1].map((at) => ({ at, party: "ukraine", from: "human" as const }));
  expect(() => replay(scenario, { ...run, reseated: falling })).toThrow(/damaged at reseated\[1\]\.at/);
});

it("reads a long list of moves taken back", () => {
  const run = agentsOnly(scenario);
  const hold = { type: "news", speakers: [] } as unknown as Transcript["moves"][number];
  const undone = [{ at: 0, moves: Array.from({ length: 160_000 }, () => hold) }];
  expect(() => replay(scenario, { ...run, undone })).toThrow(/of those taken back/);
});
