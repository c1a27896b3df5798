/** Agents of one's own, as a researcher would bring them: one that remembers, in a simulation and in a session. */
import { readFileSync } from "node:fs";
import { type Agent, createSession, meets, parseScenario, resumeSession, simulate, utility } from "parley";
import { expect, test } from "vitest";

const text = readFileSync(new URL("../../scenarios/first-minute.json", import.meta.url), "utf8");
const parsed = parseScenario(text);
if (!parsed.ok) throw new Error(parsed.problems.map((problem) => problem.message).join("\n"));
const { scenario } = parsed;

/** Votes for a text once somebody else has, and for no amendment twice; what it remembers it could tell from history. */
const follower = (): Agent => ({
  speak: ({ seat }) => ({ type: "hold", party: seat.party }),
  bargain: ({ seat, inForce }) => ({ type: "offer", party: seat.party, outcome: inForce }),
  vote: ({ seat, text, history }) => {
    const others = history.flatMap(({ move }) =>
      move.type === "ballot"
        ? move.votes.filter((vote, party) => party !== seat.party && vote?.choice === "for")
        : [],
    );
    const enough = meets(utility(seat.preference, text), seat.reservationValue);
    return { choice: enough && others.length > 0 ? "for" : "abstain" };
  },
});

const agents = { poland: follower };

test("an agent of one's own plays every game of a run, each with a mind of its own", () => {
  let made = 0;
  const counted = () => {
    made++;
    return follower();
  };
  const { summary, rows, errors } = simulate(scenario, { games: 20, seed: 3, agents: { ukraine: counted } });
  expect(made).toBe(20);
  expect(errors).toEqual([]);
  expect(summary).toMatchObject({ games: 20, errors: 0 });
  expect(rows).not.toEqual(simulate(scenario, { games: 20, seed: 3 }).rows);
});

test("a session plays the same game with it, also when it is saved, opened and taken back in the middle", () => {
  const { rows } = simulate(scenario, { games: 1, seed: 3, agents });
  const [row] = rows;
  const session = createSession({ scenario, seed: row!.seed, agents });
  session.run();
  const { moves } = session.snapshot();
  expect(session.transcript().lineUp.poland).toEqual({ strategy: "follower" });
  session.rewind(4);
  const resumed = resumeSession(scenario, session.transcript(), { agents });
  for (const opened of [session, resumed]) {
    opened.run();
    expect(opened.snapshot().moves).toEqual(moves);
  }
  expect(() => resumeSession(scenario, session.transcript())).toThrow(
    "The line-up of this run can't be used: The agent of poland can't be made. There is no strategy \"follower\"",
  );
});
