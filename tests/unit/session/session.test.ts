/**
 * A game that waits for people: whose turn it is, what is refused, undo, swapping seats, saving and going on. Agents
 * and chance are those of the simulation (tests/headless/twin.test.ts); here somebody plays.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Speech } from "../../../src/agents/agent.ts";
import { legalVotes } from "../../../src/protocol/enumeration.ts";
import { legalMoves, phaseNow } from "../../../src/protocol/game.ts";
import { type LineUp, TranscriptError } from "../../../src/protocol/transcript.ts";
import { randomFrom, seedOf } from "../../../src/random.ts";
import { createSession, resumeSession, type Session } from "../../../src/session/session.ts";
import type { Snapshot } from "../../../src/session/snapshot.ts";
import { everySeat, movesOf, SEED } from "../../fixtures/games.ts";
import { firstMinute, parsed, phase, textOf, written } from "../../fixtures/scenarios.ts";
import { talksAmong } from "../../fixtures/talks.ts";
import { sample } from "../../long.ts";

const scenario = firstMinute();
const [UKRAINE, UNITED_STATES, POLAND] = [0, 1, 2] as const;

function sessionWith(lineUp: LineUp, seed = SEED): Session {
  const session = createSession({ scenario, seed, lineUp });
  session.run();
  return session;
}

/** Everything a snapshot says but the estimate, to compare games by. */
const stateOf = ({ game, moves, waiting, ended }: Snapshot) =>
  structuredClone({ game, moves, waiting, ended });

const hold = (party: number): Speech => ({ type: "hold", party });
const vote = (choice: "for" | "against" | "abstain") => ({ type: "vote", choice }) as const;

const assumed = { weight: 10, basis: "assumption", rationale: "Invented." } as const;

/** Plays one legal act, chosen by chance, for whoever the session waits for. */
function actAtRandom(session: Session, pick: (n: number) => number): void {
  const { waiting, game } = session.snapshot();
  const { course } = session.table.positions;
  if (waiting === undefined) session.run();
  else if (waiting.for === "speech") {
    const speeches = [...legalMoves(course, game)].filter((move): move is Speech => "party" in move);
    expect(session.submit(waiting.party, speeches[pick(speeches.length)]!)).toBeUndefined();
  } else {
    const party = waiting.parties[pick(waiting.parties.length)]!;
    const phase = phaseNow(course, game);
    if (phase.protocol !== "drafting") throw new Error("Only drafting is played at random here.");
    const votes = legalVotes(course, phase, game, party);
    expect(session.submit(party, { type: "vote", ...votes[pick(votes.length)]! })).toBeUndefined();
  }
  session.run();
}

function playAtRandom(session: Session, seed: number): void {
  const random = randomFrom(seedOf(seed));
  while (!session.snapshot().ended) actAtRandom(session, (n) => random.below(n));
}

describe("a session waits", () => {
  it("for nobody while chance or an agent can go on", () => {
    const session = createSession({ scenario, seed: SEED, lineUp: { poland: "human" } });
    expect(session.snapshot()).toMatchObject({ waiting: undefined, ended: false, moves: [] });
    expect(session.step()).toMatchObject({ type: "news" });
    expect(session.step()).toMatchObject({ party: UKRAINE });
  });

  it("for a person who has the floor", () => {
    const session = sessionWith({ ukraine: "human" });
    expect(session.snapshot().waiting).toEqual({ for: "speech", party: UKRAINE });
    expect(session.step()).toBeUndefined();
  });

  it("for the votes of all people at once, until the last of them has voted", () => {
    const session = sessionWith({ ukraine: "human", poland: "human", united_states: "human" });
    session.submit(UKRAINE, { type: "amend", party: UKRAINE, changes: [[1, 2]] });
    expect(session.snapshot().waiting).toEqual({ for: "votes", parties: [UNITED_STATES, POLAND] });
    session.submit(POLAND, vote("against"));
    expect(session.snapshot().waiting).toEqual({ for: "votes", parties: [UNITED_STATES] });
    expect(session.snapshot().moves).toHaveLength(2);
    session.submit(UNITED_STATES, vote("for"));
    expect(session.snapshot().moves[2]).toEqual({
      type: "ballot",
      votes: [{ choice: "for" }, { choice: "for" }, { choice: "against" }],
    });
  });

  it("for nobody when only who proposes has a vote, which it need not cast", () => {
    const alone = parsed({ ...written(2, 1), phases: [{ ...phase("talk"), parties: ["p0"] }] });
    const session = createSession({ scenario: alone, seed: SEED, lineUp: { p0: "human" } });
    session.run();
    session.submit(0, { type: "amend", party: 0, changes: [[0, 1]] });
    expect(session.snapshot().waiting).toBeUndefined();
    expect(session.step()).toEqual({ type: "ballot", votes: [{ choice: "for" }, null] });
    expect(session.snapshot()).toMatchObject({
      game: { text: [1] },
      waiting: { for: "votes", parties: [0] },
    });
    expect(session.undo()).toBe(true);
    expect(session.snapshot().waiting).toEqual({ for: "speech", party: 0 });
  });

  it("for nobody once the game has ended", () => {
    const session = sessionWith({ ukraine: "human" });
    expect(session.submit(UKRAINE, { type: "walkaway", party: UKRAINE })).toBeUndefined();
    expect(session.snapshot()).toMatchObject({ waiting: undefined, ended: true });
    expect(session.step()).toBeUndefined();
    session.run();
    expect(session.snapshot().moves).toHaveLength(2);
  });
});

describe("the votes of people are simultaneous", () => {
  const begun = () => {
    const session = sessionWith({ ukraine: "human", united_states: "human", poland: "human" });
    session.submit(UKRAINE, { type: "amend", party: UKRAINE, changes: [[1, 2]] });
    return session;
  };

  it("a vote that is cast shows nowhere in the game before all are", () => {
    const session = begun();
    const before = session.snapshot();
    session.submit(POLAND, vote("against"));
    const { game, moves, belief } = session.snapshot();
    expect({ game, moves, belief }).toEqual({
      game: before.game,
      moves: before.moves,
      belief: before.belief,
    });
    expect(JSON.stringify(session.transcript())).not.toContain('"against"');
  });

  it("the order in which they are cast makes no difference", () => {
    const one = begun();
    one.submit(POLAND, vote("against"));
    one.submit(UNITED_STATES, vote("for"));
    const other = begun();
    other.submit(UNITED_STATES, vote("for"));
    other.submit(POLAND, vote("against"));
    expect(stateOf(other.snapshot())).toEqual(stateOf(one.snapshot()));
  });

  it("a vote may be changed until the ballot is complete", () => {
    const session = begun();
    session.submit(POLAND, vote("against"));
    session.submit(POLAND, vote("abstain"));
    session.submit(UNITED_STATES, vote("for"));
    expect(session.snapshot().moves[2]).toMatchObject({ votes: [{}, {}, { choice: "abstain" }] });
  });
});

describe("an act that is not possible gives a sentence and changes nothing", () => {
  function expectRefused(
    session: Session,
    party: number,
    act: Parameters<Session["submit"]>[1],
    why: RegExp,
  ): void {
    const before = stateOf(session.snapshot());
    const sentence = session.submit(party, act);
    expect(sentence).toMatch(why);
    expect(sentence).toMatch(/\.$/);
    expect(stateOf(session.snapshot())).toEqual(before);
  }

  it("out of turn", () => {
    const session = sessionWith({ ukraine: "human", poland: "human" });
    expectRefused(session, POLAND, hold(POLAND), /floor is with party 0/);
    expectRefused(session, POLAND, vote("for"), /nothing to vote on/);
  });

  it("for another party", () => {
    const session = sessionWith({ ukraine: "human", poland: "human" });
    expectRefused(session, POLAND, hold(UKRAINE), /acts for itself only/);
  });

  it("in a seat that an agent holds, or that does not exist", () => {
    const session = sessionWith({ ukraine: "human" });
    expectRefused(session, UNITED_STATES, hold(UNITED_STATES), /An agent decides for party 1/);
    expectRefused(session, 99, hold(99), /floor is with party 0/);
    expectRefused(session, 99, vote("for"), /nothing to vote on/);
  });

  it("against the rules", () => {
    const session = sessionWith({ ukraine: "human", poland: "human" });
    const changes = [[1, 1]] as const;
    expectRefused(session, UKRAINE, { type: "amend", party: UKRAINE, changes }, /already stands at option 1/);
    session.submit(UKRAINE, { type: "amend", party: UKRAINE, changes: [[1, 2]] });
    expectRefused(
      session,
      POLAND,
      { ...vote("for"), reservation: 0 },
      /only when the whole text is voted on/,
    );
    expectRefused(session, UKRAINE, vote("against"), /is for it, and has no other vote on it/);
    expectRefused(session, POLAND, hold(POLAND), /beat is ballot/);
  });

  it("after the end", () => {
    const session = sessionWith({ ukraine: "human" });
    session.submit(UKRAINE, { type: "walkaway", party: UKRAINE });
    expectRefused(session, UKRAINE, hold(UKRAINE), /has ended/);
    expectRefused(session, UKRAINE, vote("for"), /nothing to vote on/);
  });
});

describe("undo", () => {
  it("goes back to just before one's last act, and the same act brings the same future (50 games)", () => {
    for (let k = 0; k < 50; k++) {
      const session = sessionWith({ ukraine: "human" }, k);
      const random = randomFrom(seedOf(k));
      const steps = 1 + random.below(5);
      for (let i = 0; i < steps; i++) actAtRandom(session, (n) => random.below(n));
      if (session.snapshot().ended) continue;
      const before = stateOf(session.snapshot());
      const act = hold(UKRAINE);
      if (session.snapshot().waiting?.for !== "speech") continue;
      session.submit(UKRAINE, act);
      session.run();
      const after = stateOf(session.snapshot());
      expect(session.undo()).toBe(true);
      expect(stateOf(session.snapshot())).toEqual(before);
      session.submit(UKRAINE, act);
      session.run();
      expect(stateOf(session.snapshot())).toEqual(after);
    }
  });

  it("takes a vote back together with the ballot it was part of", () => {
    const session = sessionWith({ ukraine: "human" });
    session.submit(UKRAINE, hold(UKRAINE));
    session.run();
    const before = stateOf(session.snapshot());
    expect(before.waiting).toMatchObject({ for: "votes" });
    session.submit(UKRAINE, vote("against"));
    session.run();
    expect(session.undo()).toBe(true);
    expect(stateOf(session.snapshot())).toEqual(before);
  });

  it("takes an amendment back together with the ballot on it, where one was not asked", () => {
    const session = sessionWith({ ukraine: "human" });
    const before = stateOf(session.snapshot());
    session.submit(UKRAINE, { type: "amend", party: UKRAINE, changes: [[1, 2]] });
    expect(session.step()).toMatchObject({ type: "ballot", votes: [{ choice: "for" }, {}, {}] });
    expect(session.acts(UKRAINE)).toBe(1);
    expect(session.undo()).toBe(true);
    expect(stateOf(session.snapshot())).toEqual(before);
  });

  it("works after the end", () => {
    const session = sessionWith({ ukraine: "human" });
    session.submit(UKRAINE, { type: "walkaway", party: UKRAINE });
    expect(session.undo()).toBe(true);
    expect(session.snapshot()).toMatchObject({ ended: false, waiting: { for: "speech", party: UKRAINE } });
  });

  it("goes back to the last act of the party named, of any person if none is", () => {
    const session = sessionWith({ ukraine: "human", poland: "human" });
    session.submit(UKRAINE, hold(UKRAINE));
    session.run();
    expect(session.snapshot().waiting).toMatchObject({ for: "votes" });
    session.submit(UKRAINE, vote("against"));
    session.submit(POLAND, vote("against"));
    session.run();
    session.submit(POLAND, hold(POLAND));
    session.run();
    expect(session.undo(POLAND)).toBe(true);
    expect(session.snapshot().waiting).toEqual({ for: "speech", party: POLAND });
    expect(session.undo(UKRAINE)).toBe(true);
    expect(session.snapshot().waiting).toEqual({ for: "votes", parties: [UKRAINE, POLAND] });
  });

  it("goes back past what others have done since", () => {
    const session = sessionWith({ ukraine: "human", poland: "human" });
    session.submit(UKRAINE, hold(UKRAINE));
    session.run();
    const before = stateOf(session.snapshot());
    session.submit(UKRAINE, vote("against"));
    session.submit(POLAND, vote("against"));
    session.run();
    const floor = stateOf(session.snapshot());
    session.submit(POLAND, hold(POLAND));
    session.run();
    expect(session.undo()).toBe(true);
    expect(stateOf(session.snapshot())).toEqual(floor);
    session.submit(POLAND, hold(POLAND));
    expect(session.undo(UKRAINE)).toBe(true);
    expect(stateOf(session.snapshot())).toEqual(before);
  });

  it("takes back the very first move", () => {
    const session = createSession({ scenario: talksAmong(written(2, 2)), seed: 1, lineUp: { p0: "human" } });
    session.submit(0, { type: "offer", party: 0, outcome: [1, 1] });
    expect(session.snapshot().moves).toHaveLength(1);
    expect(session.undo()).toBe(true);
    expect(session.snapshot().moves).toEqual([]);
    expect(session.undo()).toBe(false);
  });

  it("meets the same chance and the same others by the same acts, wherever it is saved in between (property)", () => {
    const summit = parsed(textOf("three-chairs.json"));
    fc.assert(
      fc.property(fc.nat(), fc.nat(12), fc.nat(12), (seed, before, after) => {
        let session = createSession({
          scenario: summit,
          seed,
          lineUp: { ukraine: "human", europe: "human" },
        });
        const random = randomFrom(seedOf(seed));
        const acts = (n: number) => {
          for (let k = 0; k < n && !session.snapshot().ended; k++)
            actAtRandom(session, (m) => random.below(m));
          session.rewind(session.snapshot().moves.length);
        };
        acts(before);
        const there = session.snapshot().moves.length;
        acts(after);
        const first = session.snapshot().moves;
        session.rewind(there);
        session = resumeSession(summit, JSON.stringify(session.transcript()));
        // What people did is done again; what they did not do is for chance and agents.
        while (session.snapshot().moves.length < first.length) {
          const { waiting, moves } = session.snapshot();
          const move = first[moves.length]!;
          if (waiting?.for === "speech") session.submit(waiting.party, move as Speech);
          else if (waiting?.for === "votes" && move.type === "ballot")
            for (const party of waiting.parties)
              session.submit(party, { type: "vote", ...move.votes[party]! });
          else session.step();
        }
        expect(session.snapshot().moves).toEqual(first);
      }),
      { numRuns: 40, seed: SEED },
    );
  });

  it("leaves a trace in the run file, with where the moves were taken back and what they were", () => {
    const session = sessionWith({ ukraine: "human" });
    const start = session.snapshot().moves.length;
    session.submit(UKRAINE, hold(UKRAINE));
    session.run();
    const first = session.transcript().moves;
    session.undo();
    expect(session.transcript().undone).toEqual([{ at: start, moves: first.slice(start) }]);
    session.submit(UKRAINE, { type: "amend", party: UKRAINE, changes: [[1, 2]] });
    session.undo();
    const run = session.transcript();
    expect(run.undone).toHaveLength(2);
    expect(run.undone?.[1]).toMatchObject({ at: start, moves: [{ type: "amend", party: "ukraine" }] });
    const resumed = resumeSession(scenario, JSON.stringify(run));
    expect(resumed.transcript()).toEqual(run);
    resumed.rewind(start);
    expect(resumed.transcript()).toEqual(run);
  });

  it("does nothing when nobody has acted yet", () => {
    const session = sessionWith({ ukraine: "human" });
    const before = stateOf(session.snapshot());
    expect(session.undo()).toBe(false);
    expect(stateOf(session.snapshot())).toEqual(before);
  });
});

describe("rewind", () => {
  it("goes back to the state after so many moves, and the agents then play the same game again", () => {
    const session = sessionWith(everySeat(scenario, "uniform"));
    const whole = session.snapshot();
    for (let length = 0; length <= whole.moves.length; length++) {
      session.rewind(length);
      expect(session.snapshot().moves).toEqual(whole.moves.slice(0, length));
      expect(session.snapshot().game).toEqual(whole.games[length]);
      session.run();
      expect(stateOf(session.snapshot())).toEqual(stateOf(whole));
    }
  });
});

describe("a seat may change hands at any time", () => {
  it("a person hands it to the agent, who goes on as if it had always played (20 games)", () => {
    for (let seed = 0; seed < 20; seed++) {
      const session = createSession({ scenario, seed, lineUp: { poland: "human" } });
      session.run();
      session.seat(POLAND, scenario.parties[POLAND]!.agent);
      session.run();
      expect(session.snapshot().moves).toEqual(movesOf(session.table, {}, seed));
    }
  });

  it("a person takes it from the agent in the middle of the game", () => {
    const session = createSession({ scenario, seed: SEED });
    session.step();
    session.seat(UKRAINE, "human");
    expect(session.snapshot()).toMatchObject({
      waiting: { for: "speech", party: UKRAINE },
      lineUp: { ukraine: "human" },
    });
    expect(session.submit(UKRAINE, hold(UKRAINE))).toBeUndefined();
  });

  it("while a ballot waits for its vote: the agent votes in the person's place", () => {
    const session = sessionWith({ ukraine: "human", poland: "human" });
    session.submit(UKRAINE, { type: "amend", party: UKRAINE, changes: [[1, 2]] });
    session.seat(POLAND, { strategy: "hold" });
    expect(session.snapshot().waiting).toBeUndefined();
    expect(session.step()).toMatchObject({
      type: "ballot",
      votes: [{ choice: "for" }, {}, { choice: "abstain" }],
    });
  });

  it("and the run file says from whom, as long as a move was made in between", () => {
    const session = sessionWith({ ukraine: "human" });
    const delegate = { strategy: "delegate" } as const;
    expect(session.transcript().reseated).toBeUndefined();
    session.submit(UKRAINE, hold(UKRAINE));
    session.run();
    const at = session.snapshot().moves.length;
    session.seat(UKRAINE, delegate);
    session.seat(UKRAINE, { strategy: "hold" });
    expect(session.transcript().reseated).toEqual([{ at, party: "ukraine", from: "human" }]);
    session.seat(UKRAINE, "human");
    expect(session.transcript().reseated).toBeUndefined();
    session.seat(UKRAINE, { strategy: "hold" });
    session.step();
    session.seat(UKRAINE, "human");
    expect(session.transcript().reseated).toEqual([
      { at, party: "ukraine", from: "human" },
      { at: at + 1, party: "ukraine", from: { strategy: "hold" } },
    ]);
    expect(resumeSession(scenario, session.transcript()).transcript()).toEqual(session.transcript());
    session.rewind(0);
    expect(session.transcript().reseated).toBeUndefined();
  });

  it("the game so far stays as it is", () => {
    const session = createSession({ scenario, seed: SEED });
    for (let k = 0; k < 4; k++) session.step();
    const { moves, games } = session.snapshot();
    session.seat(UKRAINE, "human");
    session.seat(POLAND, { strategy: "uniform" });
    session.seat(UKRAINE, { strategy: "hold" });
    expect(session.snapshot().moves).toEqual(moves);
    expect(session.snapshot().games).toEqual(games);
  });
});

describe("a saved game goes on as the uninterrupted one would have", () => {
  const GAMES = sample(8, 200);
  it(`from any move, with agents in all seats (${GAMES} games)`, () => {
    for (let seed = 0; seed < GAMES; seed++) {
      const lineUp = seed % 2 === 0 ? {} : everySeat(scenario, "uniform");
      const session = createSession({ scenario, seed, lineUp });
      const saved = [JSON.stringify(session.transcript())];
      while (session.step() !== undefined) saved.push(JSON.stringify(session.transcript()));
      for (const text of saved) {
        const resumed = resumeSession(scenario, text);
        resumed.run();
        expect(stateOf(resumed.snapshot())).toEqual(stateOf(session.snapshot()));
        expect(resumed.snapshot().lineUp).toEqual(session.snapshot().lineUp);
      }
    }
  });

  it("with people in some seats who then do the same (property)", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(20), (seed, steps) => {
        const session = sessionWith({ ukraine: "human", poland: "human" }, seed);
        const random = randomFrom(seedOf(seed));
        for (let k = 0; k < steps && !session.snapshot().ended; k++)
          actAtRandom(session, (n) => random.below(n));
        const resumed = resumeSession(scenario, session.transcript());
        // Votes that are cast and not yet counted are nobody's business and are not saved.
        session.rewind(session.snapshot().moves.length);
        expect(stateOf(resumed.snapshot())).toEqual(stateOf(session.snapshot()));
        playAtRandom(session, seed + 1);
        playAtRandom(resumed, seed + 1);
        expect(stateOf(resumed.snapshot())).toEqual(stateOf(session.snapshot()));
      }),
      { numRuns: 60, seed: SEED },
    );
  });

  it("after somebody has walked away from an earlier phase, which decided by another rule", () => {
    // p1 likes o1 a little better, but p2 has said no to it, and only the second phase needs p2.
    const course = written(3, 1, 2);
    course.sources = [{ id: "said", title: "What it said" }];
    const says = { text: "No.", sources: ["said"], date: "2026", says: { max: "o0" } };
    course.parties[1]!.preferences.stakes.i0 = { ...assumed, values: [0.9, 1] };
    course.parties[2]!.preferences.stakes.i0 = { ...assumed, ideal: "o0", claim: says };
    const first = {
      ...phase("first"),
      opening: { i0: "o1" },
      floor: { principals: ["p1", "p0"], rotating: 0 },
    };
    course.phases = [
      { ...first, decision: { mustAgree: ["p0", "p1"] }, next: { agreement: null, none: "second" } },
      { ...first, id: "second", decision: { mustAgree: ["p0", "p1", "p2"] } },
    ];
    const read = parsed(course);
    const session = createSession({ scenario: read, seed: SEED, lineUp: { p0: "human" } });
    session.run();
    expect(session.snapshot().moves[1]).toMatchObject({ type: "hold", party: 1 });
    expect(session.submit(0, { type: "walkaway", party: 0 })).toBeUndefined();
    const resumed = resumeSession(read, session.transcript());
    for (const either of [session, resumed]) {
      either.run();
      expect(either.snapshot().game.phase).toBe(1);
      expect(either.snapshot().moves[4]).toMatchObject({ type: "amend", party: 1, changes: [[0, 0]] });
    }
  });

  it("unless its line-up names a seat or a script that the scenario does not have: that is refused in words", () => {
    const saved = createSession({ scenario, seed: SEED }).transcript();
    const script = [{ round: 1, amend: { nothing: "x" } }];
    for (const lineUp of [{ atlantis: "human" }, { poland: { strategy: "scripted", script } }]) {
      expect(() => resumeSession(scenario, { ...saved, lineUp })).toThrow(TranscriptError);
      expect(() => resumeSession(scenario, { ...saved, lineUp })).toThrow(/line-up of this run .*\.$/);
    }
  });
});

describe("a session", () => {
  it("tells its listeners of every change, until they leave", () => {
    const session = createSession({ scenario, seed: SEED });
    const heard: number[] = [];
    const leave = session.subscribe(({ moves }) => heard.push(moves.length));
    session.step();
    session.step();
    session.rewind(1);
    leave();
    session.step();
    expect(heard).toEqual([1, 2, 1]);
  });

  it("gives a new snapshot after a change and leaves the old ones as they were", () => {
    const session = createSession({ scenario, seed: SEED });
    const before = session.snapshot();
    const copy = stateOf(before);
    session.run();
    expect(session.snapshot()).not.toBe(before);
    expect(stateOf(before)).toEqual(copy);
    expect(session.snapshot().games).toHaveLength(session.snapshot().moves.length + 1);
  });

  it("refuses a bad seed and unknown parties at once", () => {
    expect(() => createSession({ scenario, seed: -1 })).toThrow(/whole number/);
    expect(() => createSession({ scenario, seed: 1, lineUp: { atlantis: "human" } })).toThrow(
      /no party "atlantis"/,
    );
  });

  it("with people in every seat needs no agent at all", () => {
    const session = sessionWith({ ukraine: "human", united_states: "human", poland: "human" });
    playAtRandom(session, SEED);
    expect(session.snapshot().ended).toBe(true);
  });
});
