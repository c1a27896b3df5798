/** The four readings of a result: what is said of mandate and unity where phases fail, fall back or leave a seat out. */
import { describe, expect, test } from "vitest";
import type { Scenario } from "../../../src/scenario/schema.ts";
import { instructionsOf, publicOf } from "../../../src/seat/public.ts";
import { seatTableOf } from "../../../src/seat/seatTable.ts";
import { beginning, follow } from "../../../src/seat/standpoint.ts";
import { createSession, type Session } from "../../../src/session/session.ts";
import { heardBy } from "../../../src/session/snapshot.ts";
import { playedPhases } from "../../../src/view/ending.ts";
import { type Readings, readingsOf } from "../../../src/view/readings.ts";
import { phaseFacts } from "../../../src/view/result.ts";
import { parsed, phase, written } from "../../fixtures/scenarios.ts";

const YOU = 0;

/**
 * Four draft one issue, then `sides` of them talk on what has been adopted. Its last option is in the draft and needs p3,
 * which must not vote for it; you are p0 and must get at least the middle one.
 */
function course(sides: readonly string[]): Scenario {
  const scenario = written(4, 1);
  scenario.issues[0]!.options[2]!.needs = ["p3"];
  scenario.parties[0]!.preferences.limits = [{ issue: "i0", min: "o1" }];
  const draft = { ...phase("draft", 1), opening: { i0: "o2" }, decision: { mustAgree: ["p1"] } };
  const talks = {
    id: "talks",
    title: "talks",
    protocol: "talks",
    seats: sides.map((id) => ({ id, members: [id] })),
    issues: "all",
    disagreement: "mandate",
    disagreementText: "What was drafted stays.",
    rounds: 1,
    next: { agreement: null, none: null },
  };
  const next = { agreement: "talks", none: "talks" };
  return parsed(JSON.stringify({ ...scenario, phases: [{ ...draft, next }, talks] }));
}

/** People hold every seat. Votes on the draft are by party; `acts` are those of the sides in turn. */
function play(
  scenario: Scenario,
  votes: readonly ("for" | "against")[],
  acts: readonly (readonly number[] | "accept" | "walkaway")[],
): Session {
  const lineUp = Object.fromEntries(scenario.parties.map(({ id }) => [id, "human" as const]));
  const session = createSession({ scenario, seed: 1, lineUp });
  const left = [...acts];
  for (session.run(); !session.snapshot().ended; session.run()) {
    const waiting = session.snapshot().waiting!;
    if (waiting.for === "votes")
      for (const party of waiting.parties) session.submit(party, { type: "vote", choice: votes[party]! });
    else if (session.snapshot().game.phase === 0)
      session.submit(waiting.party, { type: "hold", party: waiting.party });
    else {
      const { party } = waiting;
      const act = left.shift()!;
      const done = session.submit(
        party,
        typeof act === "string" ? { type: act, party } : { type: "offer", party, outcome: act },
      );
      expect(done).toBeUndefined();
    }
  }
  return session;
}

function read(session: Session, scenario: Scenario): Readings {
  const { table, seed } = session;
  const { edition } = table.positions.course;
  const own = seatTableOf(publicOf(scenario), YOU, instructionsOf(scenario, YOU), edition);
  const at = follow(beginning(own), heardBy(session.snapshot(), YOU));
  const phases = playedPhases(at).map((played) => phaseFacts(at, { table, seed }, played));
  return readingsOf(phases, { reservationValue: 0, best: 10 });
}

const ALL_BUT_P3 = ["for", "for", "for", "against"] as const;
const NOBODY = ["against", "against", "against", "against"] as const;

describe("fit with the mandate", () => {
  test("what you signed and what is in force are told apart where it has fallen back", () => {
    const scenario = course(["p0", "p1", "p3"]);
    expect(read(play(scenario, ALL_BUT_P3, ["walkaway"]), scenario).mandate).toEqual([
      "What you signed keeps the one limit of your mandate.",
      "What is in force now breaks it.",
    ]);
  });

  test("what you signed last counts, also where others have agreed on something since", () => {
    const scenario = course(["p1", "p3"]);
    expect(read(play(scenario, ALL_BUT_P3, [[0], "accept"]), scenario).mandate).toEqual([
      "What you signed keeps the one limit of your mandate.",
    ]);
  });

  test("who agreed in the talks is told of what was agreed there", () => {
    const scenario = course(["p0", "p3"]);
    expect(read(play(scenario, ALL_BUT_P3, [[0], "accept"]), scenario).mandate).toEqual([
      "What you signed breaks the one limit of your mandate.",
    ]);
  });

  test("who signed nothing has no mandate in question", () => {
    const scenario = course(["p0", "p3"]);
    expect(read(play(scenario, NOBODY, ["walkaway"]), scenario).mandate).toEqual([
      "You signed nothing, so your mandate is not in question.",
    ]);
  });
});

describe("unity, where all have been refused", () => {
  const scenario = course(["p0", "p1", "p3"]);

  test("tells of the sides behind the offer that stood, and never of a vote that talks don't have", () => {
    expect(read(play(scenario, NOBODY, [[1], [2], "walkaway"]), scenario).unity).toEqual([
      "At the end 1 of the 3 sides was bound to the offer that stood.",
    ]);
    expect(read(play(scenario, NOBODY, [[1], "accept", "walkaway"]), scenario).unity).toEqual([
      "At the end 2 of the 3 sides were bound to the offer that stood.",
    ]);
  });

  test("counts the last act before time is up", () => {
    expect(read(play(scenario, NOBODY, [[1], [2], "accept"]), scenario).unity).toEqual([
      "At the end 2 of the 3 sides were bound to the offer that stood.",
    ]);
    expect(read(play(scenario, NOBODY, [[1], "accept", [2]]), scenario).unity).toEqual([
      "At the end 1 of the 3 sides was bound to the offer that stood.",
    ]);
  });

  test("says that nobody made an offer", () => {
    expect(read(play(scenario, NOBODY, ["walkaway"]), scenario).unity).toEqual(["Nobody made an offer."]);
  });
});
