/**
 * What students read is plain: sentences of at most 30 words in all that is told in play, but for the treaty text of the options;
 * and none of the words that the language guide rules out.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { claimsOn } from "../../../src/scenario/reveal.ts";
import type { Scenario } from "../../../src/scenario/schema.ts";
import { parsed, textOf } from "../../fixtures/scenarios.ts";

const MOST_WORDS = 30;
const folder = join(import.meta.dirname, "../../../scenarios");
const files = readdirSync(folder).filter((file) => file.endsWith(".json") && !file.endsWith("schema.json"));

type Told = readonly (readonly [where: string, text: string])[];

/** What is read by players: briefs, instructions, claims, questions, phases, cards and what they are modelled on. */
function told({ summary, notice, issues, parties, phases, events = [], levers = [] }: Scenario): Told {
  return [
    ["summary", summary],
    ["notice", notice],
    ...issues.flatMap(
      ({ id, title, question, options }): Told => [
        [`${id}: title`, title],
        [`${id}: question`, question],
        ...options.map(({ label }): [string, string] => [`${id}: label`, label]),
      ],
    ),
    ...parties.flatMap(
      ({ id, brief, preferences }): Told => [
        [`${id}: brief`, brief.public],
        ...[...brief.confidential.interests, ...brief.confidential.redLines, brief.confidential.batna].map(
          (text): [string, string] => [`${id}: instructions`, text],
        ),
        ...Object.entries(preferences.stakes).flatMap(
          ([issue, stake]): Told => [
            [`${id} on ${issue}: rationale`, stake.rationale],
            ...claimsOn(stake).map(({ text }): [string, string] => [`${id} on ${issue}: claim`, text]),
          ],
        ),
      ],
    ),
    ...phases.flatMap(
      (phase): Told => [
        [`${phase.id}: summary`, phase.summary ?? ""],
        [`${phase.id}: disagreement`, "disagreementText" in phase ? phase.disagreementText : ""],
      ],
    ),
    ...[...events, ...levers].flatMap(
      ({ id, title, text, note = "" }): Told => [
        [`${id}: title`, title],
        [`${id}: text`, text],
        [`${id}: note`, note],
      ],
    ),
    ...events.flatMap(({ id, branches = [] }) =>
      branches.map(({ text }): [string, string] => [`${id}: branch`, text]),
    ),
  ];
}

/** Abbreviations with full stops do not end a sentence. */
function sentencesOf(text: string): string[] {
  return text
    .replaceAll(/\b(U\.S|U\.N|e\.g|i\.e|St|Mr|Dr|no)\./g, "$1")
    .split(/(?<=[.!?:;])\s+/)
    .filter((sentence) => sentence !== "");
}

const wordsIn = (sentence: string) => sentence.split(/\s+/).filter((word) => /\w/.test(word)).length;

/** The words that the guide rules out, in all prose of a file. */
const RULED_OUT: readonly (readonly [string, RegExp])[] = [
  ["bear, for accept", /\b(can|could|would|may) bear\b|\bbears? (one|more|less|a)\b/i],
  ["pupils", /\bpupils?\b/i],
  ["attacker, in the narrator's voice", /\battackers?\b/i],
];

describe.each(files)("%s", (file) => {
  const scenario = parsed(textOf(file));

  it(`has no sentence of more than ${MOST_WORDS} words in what is told`, () => {
    const long = told(scenario).flatMap(([where, text]) =>
      sentencesOf(text)
        .filter((sentence) => wordsIn(sentence) > MOST_WORDS)
        .map((sentence) => `${where} (${wordsIn(sentence)}): ${sentence}`),
    );
    expect(long).toEqual([]);
  });

  it("has none of the words that are ruled out", () => {
    const { sources: _, ...prose } = scenario;
    const text = JSON.stringify(prose);
    for (const [name, pattern] of RULED_OUT) expect(text.match(pattern)?.[0], name).toBeUndefined();
  });
});
