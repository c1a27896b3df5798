/** Files of other programs get one sentence that says what they are; the samples are written for the test. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseScenario } from "../../../src/agents/parse.ts";
import { parseTranscript, TranscriptError } from "../../../src/protocol/transcript.ts";
import { contentOf } from "../../../src/scenario/reading/foreign.ts";
import { SEED } from "../../fixtures/games.ts";
import { textOf } from "../../fixtures/scenarios.ts";

const json = (value: unknown) => JSON.stringify(value, null, 1);

const SAMPLES: readonly (readonly [string, string])[] = [
  [
    "a domain of GENIUS (XML)",
    '<negotiation_template>\n<utility_space>\n<issue index="1" type="discrete"><item value="tea"/></issue>\n</utility_space>\n</negotiation_template>',
  ],
  [
    "a utility profile of GENIUS (XML)",
    '<?xml version="1.0"?>\n<utility_space>\n<issue index="1"><item value="tea" evaluation="3"/></issue>\n</utility_space>',
  ],
  [
    "a list of points (CSV), such as GENIUS writes for a Pareto frontier",
    "\n0.25, 1.0\n0.5, 0.75\n1.0, 0.125\n",
  ],
  ["a profile of GeniusWeb", json({ LinearAdditiveUtilitySpace: { issueWeights: { tea: 1 } } })],
  ["a domain of GeniusWeb", json({ name: "tea", issuesValues: { tea: { values: ["green"] } } })],
  [
    "a profile of NegoLog",
    json({ reservationValue: 0, issueWeights: { tea: 1 }, issues: { tea: { green: 1 } } }),
  ],
  ["the figures of a NegoLog domain (specs.json)", json({ Name: "tea", NumberOfBids: 4 })],
  ["a score sheet of a scorable game", "3, 0\n0, 5, 9 \n12, 4, 0\n40"],
  ["the list of players of a scorable game", "The mill,mill,p1,greedy\nThe town,town,player,cooperative"],
  ["a graph model of a conflict (GMCR)", json({ program: "gmcr-py", decisionMakers: [], options: [] })],
  ["a game of Diplomacy", json({ id: "x", map: "standard", rules: [], phases: [] })],
  [
    "a compiled ink story",
    `{"inkVersion":21,"root":${"[".repeat(60)}"^Tea?"${"]".repeat(60)},"listDefs":{}}`,
  ],
  ["a JSON Schema", textOf("scenario.schema.json")],
  [
    "a list of simulated games (parley simulate --out)",
    '{"game":0,"seed":1,"utilities":{}}\n{"game":1,"seed":2}',
  ],
  ["a web page (HTML)", "<!DOCTYPE html>\n<title>Tea</title>"],
  ["a drawing (SVG)", '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ["an XML file", "<tea><green/></tea>"],
  ["a table (CSV)", 'party,share\n"Tea, green",3\nCoffee,4'],
  ["a table (CSV)", "party;share\nTea;3\nCoffee;4"],
  ["a table (tab-separated)", "party\tshare\nTea\t3"],
  ["YAML", "parley: 1\nid: tea\n"],
  ["a game of Gambit", 'NFG 1 R "Tea" { "A" "B" }'],
  ["plain text", "Dear all,\nhere is the scenario."],
  ["a JSON file of another kind", json({ name: "tea", scenario: { parley: 1 } })],
];

describe("a foreign file gets one sentence, from the parser of scenarios and from that of saved games", () => {
  it.each(SAMPLES)("%s", (what, text) => {
    const parsed = parseScenario(text);
    expect(parsed).toMatchObject({
      ok: false,
      problems: [{ code: "foreign", path: "", line: 1, column: 1 }],
    });
    if (parsed.ok) return;
    expect(parsed.problems).toHaveLength(1);
    expect(parsed.problems[0]!.message).toBe(
      `This is ${what}, which Parley can't open: it reads its own scenarios and saved games, JSON files with "parley": 1.`,
    );
    expect(() => parseTranscript(text)).toThrow(TranscriptError);
    expect(() => parseTranscript(text)).toThrow(`This is ${what}, which Parley can't open`);
  });
});

describe("Parley's own files are told apart", () => {
  const scenario = textOf("first-minute.json");
  const run = json({ parley: 1, engine: "0.2.0", scenario: {}, seed: {}, lineUp: {}, moves: [] });

  it("a saved game given as a scenario, and a scenario given as a saved game", () => {
    expect(parseScenario(run)).toMatchObject({
      ok: false,
      problems: [
        { code: "foreign", message: expect.stringMatching(/^This is a saved game, not a scenario: /) },
      ],
    });
    expect(() => parseTranscript(scenario)).toThrow(/^This is a scenario, not a saved game: /);
  });

  it("a scenario that does not say so is told which property it lacks, and nothing else", () => {
    const unnamed = scenario.replace('"parley": 1,', "").replace('"title"', '"tittle"');
    expect(parseScenario(unnamed)).toMatchObject({
      ok: false,
      problems: [
        { code: "foreign", message: expect.stringContaining('write "parley": 1 as its first property') },
      ],
    });
  });

  it.each(['"a text"', "12", "-3.5", "true", "null", "[1]", "/* note */ {}", 'x "parley": 1'])(
    "what is nearly JSON is told by the parser what is wrong: %s",
    (text) => {
      const parsed = parseScenario(text);
      expect(parsed.ok).toBe(false);
      if (!parsed.ok) expect(parsed.problems.map(({ code }) => code)).not.toContain("foreign");
    },
  );

  it.each(['"parley": 1, "id": "a"', '"id": "a", "parley" : 1', '"parley":1'])(
    "an object without its brace is left to the parser: %s",
    (text) => {
      expect(contentOf(text)).toBeUndefined();
    },
  );

  it.each(['as in { "parley": 1 }', "a list [1] in a sentence", `${"word ".repeat(20)}"parley": 1`])(
    "a sentence that quotes a file is plain text: %s",
    (text) => {
      expect(contentOf(text)).toEqual({ kind: "other", what: "plain text" });
    },
  );

  it.each(["12 apples", "trueish", "3-5", '"a" and "b"', "Dear all,"])(
    "what is not, is told in one sentence: %s",
    (text) => {
      expect(parseScenario(text)).toMatchObject({ ok: false, problems: [{ code: "foreign" }] });
    },
  );

  it("an object that names nothing gets one sentence", () => {
    expect(parseScenario("{}")).toMatchObject({ ok: false, problems: [{ code: "foreign" }] });
    expect(parseScenario('{"a": 1}')).toMatchObject({ ok: false, problems: [{ code: "foreign" }] });
  });

  it("a slip in a scenario's syntax is still shown where it is", () => {
    const slip = scenario.replace('"parley": ', '"parley" ');
    const line = scenario.slice(0, scenario.indexOf('"parley"')).split("\n").length;
    expect(parseScenario(slip)).toMatchObject({ ok: false, problems: [{ code: "syntax", line }] });
  });
});

it("whatever a text is, telling its kind ends and says nothing twice", () => {
  const parts = fc.constantFrom(
    "<utility_space ",
    "{",
    '"parley":',
    ",",
    ";",
    "\n",
    "0.5",
    "a",
    "= ",
    ": ",
    "==",
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 400 }), (words) => {
      const content = contentOf(words.join(""));
      if (content !== undefined) expect(content.what).toMatch(/^(an? |the |YAML|plain text)/);
    }),
    { numRuns: 2000, seed: SEED },
  );
});
