/** A run is played on by the rules it was begun with: those of 0.1.0 and 0.2.0 if its file names no edition. */
import { describe, expect, it } from "vitest";
import { compile } from "../../../src/protocol/course.ts";
import { LATEST } from "../../../src/protocol/edition.ts";
import { advance, initial } from "../../../src/protocol/game.ts";
import type { Move } from "../../../src/protocol/move.ts";
import {
  formatTranscript,
  NO_PAST,
  parseTranscript,
  type Transcript,
} from "../../../src/protocol/transcript.ts";
import { replay } from "../../../src/session/replay.ts";
import { createSession, resumeSession } from "../../../src/session/session.ts";
import { parsed, written } from "../../fixtures/scenarios.ts";

const scenario = parsed(written(2, 1));
const moves: readonly Move[] = [
  { type: "news", speakers: [0] },
  { type: "amend", party: 0, changes: [[0, 2]] },
  { type: "ballot", votes: [{ choice: "for" }, { choice: "against" }] },
];
const runOf = (edition: 1 | 2): Transcript =>
  formatTranscript({
    scenario,
    seed: 1,
    lineUp: { p0: "human", p1: "human" },
    moves,
    past: NO_PAST,
    edition,
  });

describe("exactly half", () => {
  it("carries in a run that names no edition, and fails in a new one", () => {
    expect(runOf(1)).not.toHaveProperty("edition");
    expect(replay(scenario, runOf(1)).game.text).toEqual([2]);
    expect(runOf(2)).toMatchObject({ edition: 2 });
    expect(replay(scenario, runOf(2)).game.text).toEqual([0]);
  });
});

describe("who proposes an amendment", () => {
  const against: Move = { type: "ballot", votes: [{ choice: "against" }, { choice: "for" }] };
  const otherwise = (edition: 1 | 2) =>
    formatTranscript({
      scenario,
      seed: 1,
      lineUp: {},
      moves: [...moves.slice(0, 2), against],
      past: NO_PAST,
      edition,
    });

  it("votes like everybody else in a run that names no edition, and is for it in a new one", () => {
    expect(replay(scenario, otherwise(1)).game.text).toEqual([2]);
    expect(() => replay(scenario, otherwise(2))).toThrow(/Party 0 has proposed the amendment/);
  });

  it("is asked in a session that goes on by the first edition, and not in one that is new", () => {
    const waiting = ([1, 2] as const).map((edition) => {
      const begun = { ...runOf(edition), moves: runOf(edition).moves.slice(0, 2) };
      return resumeSession(scenario, begun).snapshot().waiting;
    });
    expect(waiting).toEqual([
      { for: "votes", parties: [0, 1] },
      { for: "votes", parties: [1] },
    ]);
  });
});

describe("a session", () => {
  it("goes on by the rules of its file, and says so when it is saved again", () => {
    const resumed = resumeSession(scenario, runOf(1));
    expect(resumed.snapshot().game.text).toEqual([2]);
    expect(resumed.table.positions.course.edition).toBe(1);
    expect(resumed.transcript()).not.toHaveProperty("edition");
    expect(resumed.transcript()).toEqual(runOf(1));
  });

  it("that is new is played by the latest", () => {
    const session = createSession({ scenario, seed: 1 });
    expect(session.transcript().edition).toBe(LATEST);
    expect(compile(scenario).course.edition).toBe(LATEST);
  });
});

it("an edition that nobody knows is refused", () => {
  expect(() => parseTranscript({ ...runOf(2), edition: 3 })).toThrow(/edition/);
});

it("the course of a scenario is the same in both but for its rules", () => {
  const [old, latest] = ([1, 2] as const).map((edition) => {
    const { course } = compile(scenario, edition);
    const game = initial(course);
    for (const move of moves.slice(0, 2)) advance(course, game, move);
    return game;
  });
  expect(old).toEqual(latest);
});
