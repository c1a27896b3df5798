/**
 * The Paris summit as the subject demands it: agreement is likely but not certain, the texts vary, the promise of the
 * morning draft does not survive, and one required party that gives nothing spoils it. Same seed, same numbers.
 */
import { describe, expect, it } from "vitest";
import { outcomeOf, stepsBetween } from "../../src/scenario/outcome.ts";
import { simulate } from "../../src/session/simulate.ts";
import { paris } from "../fixtures/scenarios.ts";

const scenario = paris();
const GAMES = 300;
const { summary, rows } = simulate(scenario, { games: GAMES, seed: 1 });
const [talks] = summary.phases;
const adopted = rows.filter((row) => row.phases.at(-1)!.end === "agreement");

describe(`${GAMES} games of the Paris scenario with its own delegates, seed 1`, () => {
  it("end in agreement between 60 % and 97 % of the time", () => {
    expect(talks!.agreement + talks!.deadline + talks!.walkaway).toBe(GAMES);
    expect(talks!.agreement / GAMES).toBeGreaterThanOrEqual(0.6);
    expect(talks!.agreement / GAMES).toBeLessThanOrEqual(0.97);
  });

  it("adopt at least eight different texts", () => {
    expect(summary.texts.length).toBeGreaterThanOrEqual(8);
    expect(summary.texts.reduce((sum, text) => sum + text.count, 0)).toBe(talks!.agreement);
  });

  it("most often adopt a text at most three steps from what really happened", () => {
    const history = outcomeOf(scenario, scenario.history!.outcome);
    const most = outcomeOf(scenario, summary.texts[0]!.outcome);
    expect(stepsBetween(scenario, most, history)).toBeLessThanOrEqual(3);
  });

  it("never have the United States sign more support than its mandate allows", () => {
    const beyond = adopted.filter(
      ({ signed, phases }) =>
        signed.includes("united_states") && ["usb3", "usb4"].includes(phases.at(-1)!.outcome.us_backstop!),
    );
    expect(beyond).toEqual([]);
  });

  it("have the signatures of all five who must agree on every adopted text", () => {
    const core = ["ukraine", "united_states", "france", "united_kingdom", "germany"];
    expect(adopted.filter(({ signed }) => !core.every((id) => signed.includes(id)))).toEqual([]);
  });

  it("give every party its value of no agreement when there is none", () => {
    const failed = rows.filter((row) => row.phases.at(-1)!.end !== "agreement");
    expect(failed.length).toBeGreaterThan(0);
    for (const row of failed) expect(row.utilities).toEqual(failed[0]!.utilities);
  });
});

describe("a required party that gives nothing spoils it", () => {
  it.each(["ukraine", "germany"])(
    "%s as a hardliner lowers agreement by at least 15 points (100 games)",
    (id) => {
      const lineUp = { [id]: { strategy: "hardliner" } } as const;
      const usual = simulate(scenario, { games: 100, seed: 1 }).summary.phases[0]!.agreement;
      const spoilt = simulate(scenario, { games: 100, seed: 1, lineUp }).summary.phases[0]!.agreement;
      expect(usual - spoilt).toBeGreaterThanOrEqual(15);
    },
  );
});
