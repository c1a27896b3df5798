/** A game goes on whatever happened to its scenario: prose may change, and what is played is in the run itself. */
import { describe, expect, it } from "vitest";
import { type Transcript, TranscriptError } from "../../../src/protocol/transcript.ts";
import { differencesOf } from "../../../src/scenario/differences.ts";
import type { Scenario } from "../../../src/scenario/schema.ts";
import { carriedBy, carrying, fitOf } from "../../../src/session/carried.ts";
import { packed } from "../../../src/session/packed.ts";
import { createSession, resumeSession } from "../../../src/session/session.ts";
import { SEED } from "../../fixtures/games.ts";
import { firstMinute, parsed, phase, textOf, written } from "../../fixtures/scenarios.ts";

const scenario = firstMinute();
const bare = played(scenario);
const run = carrying(bare, scenario);

function played(of: Scenario): Transcript {
  const session = createSession({ scenario: of, seed: SEED });
  session.run();
  return session.transcript();
}

function weighing(weight: number): Scenario {
  const source = written(2, 2);
  source.parties[1]!.preferences.stakes.i0!.weight = weight;
  return parsed(source);
}

describe("a run that carries its scenario", () => {
  it.each(["first-minute", "three-chairs", "paris-2026"])("gives %s back as it was", (name) => {
    const whole = parsed(textOf(`${name}.json`));
    expect(carriedBy(carrying(played(whole), whole))).toEqual(whole);
  });

  it("is played with the scenario at hand where both are played alike: its prose is newer", () => {
    const corrected = { ...scenario, summary: `${scenario.summary} Indeed.` };
    expect(fitOf(run, corrected)).toEqual({ kind: "fits", scenario: corrected, note: undefined });
    expect(resumeSession(corrected, run).snapshot().ended).toBe(true);
  });

  it("needs nothing else", () => {
    expect(fitOf(run, undefined)).toEqual({ kind: "fits", scenario, note: undefined });
    expect(() => fitOf(bare, undefined)).toThrow(
      /belongs to the scenario "first-minute", which does not come/,
    );
  });

  it("says what is played otherwise in the file at hand, and can be played as it was", () => {
    const before = weighing(10);
    const now = weighing(25);
    const fit = fitOf(carrying(played(before), before), now);
    expect(fit).toMatchObject({
      kind: "differs",
      why: `"small" is played otherwise now than in this game: parties › p1 › preferences › stakes › i0 › weight was 10 and is 25.`,
    });
    expect(fit.kind === "differs" && resumeSession(fit.carried, played(before)).snapshot().ended).toBe(true);
    expect(() => resumeSession(now, played(before))).toThrow(/What is played in "small" has changed/);
    expect(() => fitOf(played(before), now)).toThrow(/What is played in "small" has changed/);
  });

  it("can't be told from a former file of the same id, and then says so", () => {
    const { undone: _, ...former } = { ...bare, scenario: { ...bare.scenario, sha256: "0".repeat(64) } };
    const fit = fitOf(former, scenario);
    expect(fit).toMatchObject({ kind: "fits", scenario });
    expect(fit.kind === "fits" && fit.note).toMatch(/does not say what of it is played.*\.$/);
  });
});

describe("a carried scenario is refused in a sentence", () => {
  const withFile = (file: string): Transcript => ({ ...bare, scenario: { ...bare.scenario, file } });

  it.each([
    ["that is cut", withFile(run.scenario.file!.slice(0, 800)), /carries is damaged/],
    ["that is empty", withFile(""), /carries is damaged/],
    ["that is no scenario", withFile(packed("[]")), /can't be played: at its top/],
    ["that stands for more than a scenario may have", withFile(packed(" ".repeat(5_000_001))), /is damaged/],
    ["that is another", carrying(bare, weighing(10)), /not the one it was played with/],
    [
      "that was edited in what is played",
      carrying(bare, { ...scenario, phases: [phase("talk") as Scenario["phases"][number]] }),
      /^The scenario that this run carries/,
    ],
  ])("%s", (_name, transcript, why) => {
    expect(() => carriedBy(transcript)).toThrow(TranscriptError);
    expect(() => carriedBy(transcript)).toThrow(why);
    expect(() => carriedBy(transcript)).toThrow(/\.$/);
  });
});

describe("differences are told by place", () => {
  const source = () => written(3, 2);
  const change = (edit: (changed: ReturnType<typeof source>) => void) => {
    const changed = source();
    edit(changed);
    return differencesOf(parsed(source()), parsed(changed));
  };

  it.each<[string, (changed: ReturnType<typeof source>) => void, readonly string[]]>([
    ["prose is none", (s) => void Object.assign(s, { title: "Another" }), []],
    [
      "a number",
      (s) => void Object.assign(s.phases[0]!, { rounds: 7 }),
      ["phases › talk › rounds was 2 and is 7"],
    ],
    ["a party more", (s) => void s.parties.push({ ...s.parties[2]!, id: "p3" }), ["parties › p3 is new"]],
    ["a party less", (s) => void s.parties.pop(), ["parties › p2 is gone"]],
    ["the order", (s) => void s.parties.reverse(), ["the order of parties has changed"]],
    [
      "an entry of a list",
      (s) => void s.phases[0]!.floor.principals.splice(0, 1, "p1"),
      ["phases › talk › floor › principals › no. 1 was p0 and is p1"],
    ],
  ])("%s", (_name, edit, told) => {
    expect(change(edit)).toEqual(told);
  });
});
