/**
 * The Paris summit as the subject demands it: agreement is likely but not certain, the texts vary, the promise of the
 * morning draft does not survive, and one required party that gives nothing spoils it. Same seed, same numbers.
 */
import { describe, expect, it } from "vitest";
import { simulate } from "../../src/runs/simulate.ts";
import { outcomeOf, stepsBetween } from "../../src/scenario/outcome.ts";
import { paris } from "../fixtures/scenarios.ts";

const scenario = paris();
const GAMES = 300;
const { summary, rows } = simulate(scenario, { games: GAMES, seed: 1 });
const [paris1, home, talks] = summary.phases;
const adopted = rows.filter((row) => row.phases[0]!.end === "agreement");

describe(`${GAMES} games of the Paris course with its own delegates, seed 1`, () => {
  it("end Paris in agreement between 70 % and 99.5 % of the time", () => {
    expect(paris1!.agreement + paris1!.deadline + paris1!.walkaway).toBe(GAMES);
    expect(paris1!.agreement / GAMES).toBeGreaterThanOrEqual(0.7);
    expect(paris1!.agreement / GAMES).toBeLessThanOrEqual(0.995);
  });

  it("adopt at least eight different texts", () => {
    expect(summary.texts.length).toBeGreaterThanOrEqual(8);
    expect(summary.texts.reduce((sum, text) => sum + text.count, 0)).toBe(paris1!.agreement);
  });

  it("most often adopt a text at most three steps from what really happened", () => {
    const history = outcomeOf(scenario, scenario.history!.outcome);
    const most = outcomeOf(scenario, summary.texts[0]!.outcome);
    expect(stepsBetween(scenario, most, history)).toBeLessThanOrEqual(3);
  });

  it("never have the United States sign more support than its mandate allows", () => {
    // More is open to it in a text that goes to Congress, respects its constitution and keeps its ground forces out.
    const opens = ({ bindingness, R_CONST, R_NOUS }: Readonly<Record<string, string>>) =>
      ["bin3", "bin4"].includes(bindingness!) && R_CONST === "in" && R_NOUS === "in";
    const promised = adopted.filter(({ phases }) =>
      ["usb3", "usb4"].includes(phases[0]!.outcome.us_backstop!),
    );
    expect(promised.filter(({ phases }) => !opens(phases[0]!.outcome))).toEqual([]);
    expect(promised.length / adopted.length).toBeLessThan(0.2);
  });

  it("have the signatures of all five who must agree on every adopted text", () => {
    const core = ["ukraine", "united_states", "france", "united_kingdom", "germany"];
    expect(adopted.filter(({ signed }) => !core.every((id) => signed.includes(id)))).toEqual([]);
  });

  it("hand what was adopted to the bodies at home, and then to the talks, which meet every end", () => {
    expect(home!.agreement).toBe(paris1!.agreement);
    expect(talks!.agreement + talks!.deadline + talks!.walkaway).toBe(GAMES);
    expect(talks!.agreement / GAMES).toBeGreaterThan(0.2);
    expect(talks!.agreement / GAMES).toBeLessThan(0.8);
    expect(talks!.deadline).toBeGreaterThan(0);
    expect(talks!.walkaway).toBeGreaterThan(0);
  });

  it("leave the adopted text in force when the talks fail, but for what needs Russia", () => {
    const failed = adopted.filter(({ phases }) => phases.at(-1)!.end !== "agreement");
    expect(failed.length).toBeGreaterThan(0);
    for (const { phases } of failed) {
      const [first, last] = [phases[0]!.outcome, phases.at(-1)!.outcome];
      for (const issue of scenario.issues) {
        const option = issue.options.find(({ id }) => id === first[issue.id])!;
        expect(last[issue.id]).toBe(option.needs === undefined ? option.id : issue.statusQuo);
      }
    }
  });
});

describe("a required party that gives nothing spoils it", () => {
  it.each(["ukraine", "germany"])(
    "%s as a hardliner lowers agreement by at least 15 points (100 games)",
    (id) => {
      const lineUp = { [id]: { strategy: "hardliner" } } as const;
      const usual = simulate(scenario, { games: 100, seed: 1, until: "paris" }).summary.phases[0]!.agreement;
      const spoilt = simulate(scenario, { games: 100, seed: 1, until: "paris", lineUp }).summary.phases[0]!
        .agreement;
      expect(usual - spoilt).toBeGreaterThanOrEqual(15);
    },
  );
});
