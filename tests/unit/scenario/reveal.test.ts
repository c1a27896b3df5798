/** What waits for the result is in nothing that a seat is given before, and whole in what the result tells. */
import { describe, expect, it } from "vitest";
import { hashOf } from "../../../src/scenario/hash.ts";
import { cardModels, claimInPlay, saidLater } from "../../../src/scenario/reveal.ts";
import type { Claim } from "../../../src/scenario/schema.ts";
import { tableOf } from "../../../src/seat/compiled.ts";
import { publicOf } from "../../../src/seat/public.ts";
import { parsed, type Written, wants, written } from "../../fixtures/scenarios.ts";
import { sound, warningsOf } from "../../fixtures/warned.ts";

const EARLY: Claim = { text: "Said before.", sources: ["early"], date: "2026-01-05", says: { min: "o1" } };
const LATER: Claim = {
  text: "Said after.",
  sources: ["later"],
  date: "2026-01-07",
  says: { max: "o1" },
  reveal: "result",
};
const effects = [{ changes: "world" as const, variable: "unity" as const, add: 0.1 }];
const card = {
  title: "A card",
  text: "Something comes.",
  note: "Modelled on this.",
  sources: ["card"],
  effects,
};

function source(claim: Claim | Claim[] | undefined): Written {
  const scenario = written(2, 2);
  scenario.asOf = "2026-01-05";
  scenario.sources = ["early", "later", "card", "history", "reading", "marked"].map((id) => ({
    id,
    title: `Title of ${id}`,
    ...(id === "marked" && { reveal: "result" as const }),
  }));
  scenario.phases[0]!.news = 0.5;
  scenario.parties[0]!.preferences.stakes.i0 = { ...wants("o2"), ...(claim && { claim }) };
  return {
    ...scenario,
    events: [{ ...card, id: "e", weight: 1, reveal: "result" }],
    levers: [{ ...card, id: "l", parties: ["p0"] }],
    history: {
      title: "What happened",
      text: "This.",
      outcome: {},
      sources: ["history"],
      readings: [{ title: "A reading", text: "So.", sources: ["reading"] }],
    },
  };
}

describe("in play", () => {
  const scenario = parsed(source([EARLY, LATER]));
  const told = publicOf(scenario);

  it("a later statement is not known, nor are sources and notes that wait", () => {
    expect(claimInPlay(told.parties[0]!.preferences.stakes.i0!)).toEqual(EARLY);
    const text = JSON.stringify(told);
    for (const waiting of [
      "Said after",
      "Modelled on this",
      "Title of later",
      "Title of marked",
      "Title of history",
    ])
      expect(text).not.toContain(waiting);
    expect(told.sources.map(({ id }) => id)).toEqual(["early", "card"]);
    expect(told.withheld).toBe(4);
    expect([told.events![0]!.sources, told.levers![0]!.sources]).toEqual([undefined, ["card"]]);
  });

  it("it changes neither what is expected of a party nor what identifies the scenario", () => {
    const without = parsed(source(EARLY));
    expect(tableOf(scenario).prior).toEqual(tableOf(without).prior);
    expect(hashOf(scenario)).toBe(hashOf(without));
    const unsaid = parsed(source(undefined));
    expect(tableOf(parsed(source(LATER))).prior).toEqual(tableOf(unsaid).prior);
    expect(hashOf(parsed(source(LATER)))).toBe(hashOf(unsaid));
    expect(hashOf(scenario)).not.toBe(hashOf(unsaid));
  });
});

describe("with the result", () => {
  it("a later statement stands beside what was known, and cards have their notes", () => {
    const scenario = parsed(source([EARLY, LATER]));
    expect(saidLater(scenario)).toEqual([
      { party: "p0", claims: [{ issue: "i0", before: EARLY, later: [LATER] }] },
    ]);
    expect(saidLater(parsed(source(EARLY)))).toEqual([]);
    expect(cardModels(scenario).map(({ id, note }) => [id, note])).toEqual([
      ["e", "Modelled on this."],
      ["l", "Modelled on this."],
    ]);
  });
});

describe("warnings", () => {
  const warned = (change: (scenario: Written) => void) => {
    const scenario = sound();
    scenario.asOf = "2026-01-05";
    scenario.sources = [{ id: "s", title: "A page", date: "2026-01-05", kind: "press" }];
    scenario.parties[0]!.preferences.stakes.i0 = {
      ...wants("o2"),
      claim: { ...EARLY, sources: ["s"], says: {} },
    };
    change(scenario);
    return warningsOf(scenario);
  };
  const claims = (scenario: Written, ...list: Claim[]) => {
    const [only, ...others] = list.map((claim) => ({ ...claim, sources: ["s"], says: {} }));
    scenario.parties[0]!.preferences.stakes.i0 = {
      ...wants("o2"),
      claim: others.length === 0 ? only! : [only!, ...others],
    };
  };
  const page = (scenario: Written, fields: Partial<Written["sources"][number]>) =>
    Object.assign(scenario.sources[0]!, fields);
  const CLAIM = "parties[0].preferences.stakes.i0.claim";

  it.each<[string, (scenario: Written) => void, string[]]>([
    ["all in time", () => {}, []],
    [
      "a statement of the day after",
      (scenario) => claims(scenario, { ...EARLY, date: "2026-01-06" }),
      [`told-early at ${CLAIM}.date`],
    ],
    ["the month of the day", (scenario) => claims(scenario, { ...EARLY, date: "2026-01" }), []],
    [
      "a later month",
      (scenario) => claims(scenario, { ...EARLY, date: "2026-02" }),
      [`told-early at ${CLAIM}.date`],
    ],
    ["one that waits", (scenario) => claims(scenario, { ...LATER, sources: ["s"] }), []],
    [
      "one that waits, beside one that comes too early",
      (scenario) => claims(scenario, { ...LATER, sources: ["s"] }, { ...EARLY, date: "2027" }),
      [`told-early at ${CLAIM}[1].date`],
    ],
    ["a later source", (scenario) => page(scenario, { date: "2026-01-06" }), ["told-early at sources[0]"]],
    ["a date in words", (scenario) => page(scenario, { date: "in 2027" }), []],
    ["one that tells of before", (scenario) => page(scenario, { date: "2026-02-01", reveal: "start" }), []],
    [
      "a statement whose source waits",
      (scenario) => page(scenario, { reveal: "result" }),
      [`hidden-source at ${CLAIM}.sources[0]`],
    ],
    [
      "a brief whose source waits",
      (scenario) => {
        claims(scenario, LATER);
        page(scenario, { reveal: "result" });
        scenario.parties[1]!.brief.sources = ["s"];
      },
      ["hidden-source at parties[1].brief.sources[0]"],
    ],
    [
      "state media on its own state",
      (scenario) => {
        page(scenario, { kind: "state-media", state: "UA" });
        scenario.parties[0]!.flag = "UA";
      },
      [],
    ],
    [
      "state media on another",
      (scenario) => {
        page(scenario, { kind: "state-media", state: "RU" });
        scenario.parties[0]!.flag = "UA";
      },
      [`state-media at ${CLAIM}.sources[0]`],
    ],
    [
      "state media on what is nobody's own",
      (scenario) => {
        page(scenario, { kind: "state-media", state: "UA" });
        scenario.parties[0]!.flag = "UA";
        scenario.issues[1]!.options[2]!.sources = ["s"];
      },
      ["state-media at issues[1].options[2].sources[0]"],
    ],
    [
      "state media of no state",
      (scenario) => page(scenario, { kind: "state-media" }),
      ["state-media at sources[0]"],
    ],
    [
      "a state without its media",
      (scenario) => page(scenario, { state: "UA" }),
      ["state-media at sources[0]"],
    ],
  ])("%s", (_, change, expected) => {
    expect(warned(change)).toEqual(expected);
  });
});
