/**
 * One rulebook, several ways to play it: the simulation's loop, the interactive session, an actor restored from JSON
 * after every move, the replay of a run file, a run in pieces. Thousands of seeded games must be the same in all.
 */
import { describe, expect, it } from "vitest";
import { createActor } from "xstate";
import { advance, initial } from "../../src/protocol/game.ts";
import { negotiationMachine } from "../../src/protocol/machine.ts";
import type { Game, Move } from "../../src/protocol/move.ts";
import { replayTranscript } from "../../src/protocol/replayed.ts";
import { formatTranscript, type LineUp, parseTranscript } from "../../src/protocol/transcript.ts";
import { gameSeed } from "../../src/random.ts";
import type { Row } from "../../src/runs/row.ts";
import { play, simulate } from "../../src/runs/simulate.ts";
import { summarise } from "../../src/runs/summary.ts";
import type { Scenario } from "../../src/scenario/schema.ts";
import { type Table, tableFor, tableOf } from "../../src/seat/compiled.ts";
import { createSession } from "../../src/session/session.ts";
import { courseScenario } from "../fixtures/course.ts";
import { mixedLineUp, movesOf, SEED } from "../fixtures/games.ts";
import { firstMinute, paris } from "../fixtures/scenarios.ts";
import { sample } from "../long.ts";

const MIXED = ["uniform", "delegate", "hardliner", "hold"] as const;

interface Run {
  readonly table: Table;
  readonly scenario: Scenario;
  readonly lineUp: LineUp;
  readonly seed: number;
  readonly moves: readonly Move[];
}

/** Games of all 64 line-ups of the three seats. */
const SMALL = sample(512, 16_384);
/** Games of all 256 line-ups of the four seats, through all phases of a course with events and levers. */
const COURSES = sample(512, 16_384);
/** Games of Paris, and of it those that are stopped after every move. */
const PARIS = sample(40, 1000);
const STOPPED = sample(10, 200);

function runAt(table: Table, lineUp: LineUp, seed: number): Run {
  const own = tableFor(table, seed);
  return { table: own, scenario: table.scenario, lineUp, seed, moves: movesOf(own, lineUp, seed) };
}

function* smallRuns(seedsEach = SMALL / MIXED.length ** 3): Generator<Run> {
  const scenario = firstMinute();
  const table = tableOf(scenario);
  for (let n = 0; n < MIXED.length ** 3; n++) {
    const lineUp = mixedLineUp(scenario, MIXED, n);
    for (let k = 0; k < seedsEach; k++) {
      const seed = gameSeed(SEED, n * seedsEach + k);
      yield runAt(table, lineUp, seed);
    }
  }
}

function* courseRuns(seedsEach = COURSES / MIXED.length ** 4): Generator<Run> {
  const scenario = courseScenario();
  const table = tableOf(scenario);
  for (let n = 0; n < MIXED.length ** 4; n++) {
    const lineUp = mixedLineUp(scenario, MIXED, n);
    for (let k = 0; k < seedsEach; k++) {
      const seed = gameSeed(SEED, n * seedsEach + k);
      yield runAt(table, lineUp, seed);
    }
  }
}

/** The scenario's own line-up, with one seat given to another agent in two of three games. */
function* parisRuns(games: number): Generator<Run> {
  const scenario = paris();
  const table = tableOf(scenario);
  for (let k = 0; k < games; k++) {
    const changed = scenario.parties[k % scenario.parties.length]!.id;
    const strategy = (["delegate", "uniform", "hold"] as const)[k % 3]!;
    const lineUp = { [changed]: { strategy } };
    const seed = gameSeed(SEED, k);
    yield runAt(table, lineUp, seed);
  }
}

const label = ({ scenario, seed, lineUp }: Run) =>
  `${scenario.id} seed ${seed} ${JSON.stringify(lineUp)} (SEED=${SEED})`;

/** The game after every move, by the recipe in place. */
function gamesOf({ table, moves }: Run): Game[] {
  const { course } = table.positions;
  const game = initial(course);
  return moves.map((move) => {
    advance(course, game, move);
    return structuredClone(game);
  });
}

/** Calls `check` for each run and returns how many there were. */
function forEachRun(runs: Iterable<Run>, check: (run: Run) => void): number {
  let games = 0;
  for (const run of runs) {
    check(run);
    games++;
  }
  return games;
}

function sessionTwin(run: Run): void {
  const session = createSession(run);
  session.run();
  const { moves, game, ended } = session.snapshot();
  expect(moves, label(run)).toStrictEqual(run.moves);
  expect(ended, label(run)).toBe(true);
  expect(game, label(run)).toStrictEqual(gamesOf(run).at(-1));
}

function restoredTwin(run: Run): void {
  const { course } = run.table.positions;
  const machine = negotiationMachine(course);
  const input = { game: initial(course) };
  const games = gamesOf(run);
  let actor = createActor(machine, { input }).start();
  for (const [i, move] of run.moves.entries()) {
    actor.send(move);
    const snapshot = JSON.parse(JSON.stringify(actor.getPersistedSnapshot()));
    actor.stop();
    actor = createActor(machine, { snapshot, input }).start();
    expect(actor.getSnapshot().context.game, `${label(run)} move ${i + 1}`).toStrictEqual(games[i]);
  }
  expect(actor.getSnapshot().status, label(run)).toBe("done");
}

function replayTwin({ table, scenario, lineUp, seed, moves }: Run): void {
  const text = JSON.stringify(formatTranscript({ scenario, seed, lineUp, moves }));
  const replayed = replayTranscript(scenario, table.positions.course, parseTranscript(text));
  const run = { table, scenario, lineUp, seed, moves };
  expect(replayed.game, label(run)).toStrictEqual(gamesOf(run).at(-1));
  expect(replayed.moves, label(run)).toStrictEqual(moves);
  expect(
    JSON.stringify(formatTranscript({ scenario, seed, lineUp, moves: replayed.moves })),
    label(run),
  ).toBe(text);
}

function jsonTwin(run: Run): void {
  for (const game of gamesOf(run)) {
    expect(JSON.parse(JSON.stringify(game)), label(run)).toStrictEqual(game);
  }
}

describe("the same seeds give the same games", () => {
  it(`in the simulation and in a session (${COURSES} games through all phases, with cards)`, () => {
    expect(forEachRun(courseRuns(), sessionTwin)).toBe(COURSES);
  });

  it(`in the simulation and in a session (${SMALL} small games)`, () => {
    expect(forEachRun(smallRuns(), sessionTwin)).toBe(SMALL);
  });

  it(`in the simulation and in a session (${PARIS} games of Paris)`, () => {
    expect(forEachRun(parisRuns(PARIS), sessionTwin)).toBe(PARIS);
  });

  it(`in an actor that is restored from JSON after every move (${COURSES} games through all phases, with cards)`, () => {
    expect(forEachRun(courseRuns(), restoredTwin)).toBe(COURSES);
  });

  it(`in an actor that is restored from JSON after every move (${SMALL} small games)`, () => {
    expect(forEachRun(smallRuns(), restoredTwin)).toBe(SMALL);
  });

  it(`in an actor that is restored from JSON after every move (${STOPPED} games of Paris)`, () => {
    expect(forEachRun(parisRuns(STOPPED), restoredTwin)).toBe(STOPPED);
  });

  it(`in the replay of their run files, byte for byte (${COURSES} games through all phases, with cards)`, () => {
    expect(forEachRun(courseRuns(), replayTwin)).toBe(COURSES);
  });

  it(`in the replay of their run files, byte for byte (${SMALL} small games)`, () => {
    expect(forEachRun(smallRuns(), replayTwin)).toBe(SMALL);
  });

  it(`in the replay of their run files, byte for byte (${PARIS} games of Paris)`, () => {
    expect(forEachRun(parisRuns(PARIS), replayTwin)).toBe(PARIS);
  });

  it(`and the game record survives JSON unchanged after every move (${COURSES} games through all phases, with cards)`, () => {
    expect(forEachRun(courseRuns(), jsonTwin)).toBe(COURSES);
  });

  it(`and the game record survives JSON unchanged after every move (${SMALL} small games)`, () => {
    expect(forEachRun(smallRuns(), jsonTwin)).toBe(SMALL);
  });

  it(`and the game record survives JSON unchanged after every move (${STOPPED} games of Paris)`, () => {
    expect(forEachRun(parisRuns(STOPPED), jsonTwin)).toBe(STOPPED);
  });
});

it("the games through all phases meet every end, every card and every kind of move", () => {
  const seen = new Set<string>();
  for (const run of courseRuns(1)) {
    for (const move of run.moves) {
      seen.add(move.type);
      if (move.type === "lever") seen.add(`lever ${move.lever}`);
      if (move.type === "news" && move.event) seen.add(`event ${move.event.card} ${move.event.branch}`);
    }
    for (const { phase, end } of gamesOf(run).at(-1)!.results) seen.add(`phase ${phase} ${end}`);
  }
  for (const one of [
    ...["news", "amend", "hold", "ballot", "lever", "offer", "accept", "ratify"],
    ...["event 0 0", "event 1 0", "event 1 1", "event 2 0", "lever 3", "lever 4", "lever 5"],
    ...[
      "phase 0 agreement",
      "phase 0 deadline",
      "phase 1 agreement",
      "phase 2 agreement",
      "phase 2 deadline",
    ],
  ])
    expect(seen, one).toContain(one);
});

describe("a run in pieces gives the rows of the whole run", () => {
  const scenario = firstMinute();
  const table = tableOf(scenario);
  const lineUp = { ukraine: { strategy: "uniform" }, poland: { strategy: "uniform" } } as const;
  const GAMES = 2400;
  const whole = simulate(scenario, { games: GAMES, seed: SEED, lineUp });

  it.each([1, 3, 40, 700, 2400])("in pieces of %i games", (size) => {
    const rows: Row[] = [];
    for (let from = 0; from < GAMES; from += size) {
      rows.push(...play(table, { games: Math.min(size, GAMES - from), seed: SEED, lineUp, from }));
    }
    expect(rows).toStrictEqual(whole.rows);
    expect(JSON.stringify(summarise(scenario, SEED, rows))).toBe(JSON.stringify(whole.summary));
  });

  it("played in any order and put back in theirs", () => {
    const rows = [1600, 0, 800].flatMap((from) => [...play(table, { games: 800, seed: SEED, lineUp, from })]);
    expect(rows.sort((a, b) => a.game - b.game)).toStrictEqual(whole.rows);
  });

  it("and each row's seed plays that game alone", () => {
    for (const row of whole.rows) {
      const moves = movesOf(table, lineUp, row.seed);
      const game = initial(table.positions.course);
      for (const move of moves) advance(table.positions.course, game, move);
      expect(game.results.at(-1)).toMatchObject({
        end: row.phases.at(-1)!.end,
        round: row.phases.at(-1)!.round,
      });
    }
  });

  it("and a simulation refuses a person in a seat", () => {
    expect(() => simulate(scenario, { games: 1, seed: 1, lineUp: { poland: "human" } })).toThrow(
      /agent in every seat/,
    );
  });
});
