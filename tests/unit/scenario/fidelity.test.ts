/**
 * What docs/fidelity.md says of the sources, against the files: on what stakes rest, that nothing used before the result is later than
 * the day up to which positions are told, that state media speak for their own state only, and that every checked row is answered.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { claimInPlay, claimsOn, sourcesInPlay } from "../../../src/scenario/reveal.ts";
import type { Scenario } from "../../../src/scenario/schema.ts";
import { paris, parsed, textOf } from "../../fixtures/scenarios.ts";

const top = join(import.meta.dirname, "../../..");
const page = readFileSync(join(top, "docs/fidelity.md"), "utf8");
const files = readdirSync(join(top, "scenarios")).filter(
  (file) => file.endsWith(".json") && !file.endsWith("schema.json"),
);

const stakesOf = ({ parties }: Scenario) =>
  parties.flatMap(({ preferences }) =>
    Object.entries(preferences.stakes).map(([issue, stake]) => ({ issue, stake })),
  );

/** Sources shown in play that were printed later: the draft on the table in Paris, and accounts of what was known by then. */
const LATER_BUT_OF_THEN: Record<string, readonly string[]> = {
  "paris-2026": ["upday-draft", "rbc-draft"],
  "budapest-1994": ["pifer-11", "pifer-27"],
  "istanbul-2022": ["nyt-ist"],
};

/** Rows of the review that were found right as they stood. */
const RIGHT = [1, 5, 6, 14, 26, 28, 30, 57, 84, 95, 104, 109];

describe("the page on fidelity", () => {
  const scenario = paris();

  it("counts on what the stakes of Paris rest as the file does", () => {
    const kinds = new Map(scenario.issues.map(({ id, kind }) => [id, kind]));
    const count = (chosen: (issue: string) => boolean) => {
      const among = stakesOf(scenario).filter(({ issue }) => chosen(issue));
      const resting = (basis: string) => among.filter(({ stake }) => stake.basis === basis).length;
      return [resting("direct"), resting("joint"), resting("assumption"), among.length];
    };
    const row = (name: string) =>
      page
        .split("\n")
        .find((line) => line.startsWith(`| ${name}`))
        ?.split("|")
        .slice(2, 6)
        .map(Number);
    const limits = (issue: string) => issue === "force_limits";
    expect(row("levels, now")).toEqual(count((issue) => kinds.get(issue) === "level" && !limits(issue)));
    expect(row("`force_limits`, new")).toEqual(count(limits));
    expect(row("clauses, now")).toEqual(count((issue) => kinds.get(issue) === "clause"));
  });

  it("counts statements and sources as the file does", () => {
    const later = stakesOf(scenario).flatMap(({ stake }) => claimsOn(stake).filter(({ reveal }) => reveal));
    expect(page).toContain(`${later.length} statements wait for it`);
    const of = (kind: string) => scenario.sources.filter((source) => source.kind === kind).length;
    const waiting = scenario.sources.filter(({ reveal }) => reveal === "result").length;
    expect(page.replaceAll(/\s+/g, " ")).toContain(
      `Of ${scenario.sources.length} sources ${of("original")} are originals, ${of("press")} press, ${of("research")} research, ${of("state-media")} state media (each for its own state) and ${of("copy")} copies or collections; ${waiting} wait for the result.`,
    );
  });

  it("answers every row that was not right as it stood", () => {
    const answered = page
      .slice(page.indexOf("## Row by row"))
      .split("\n")
      .filter((line) => /^\| [\d, ]+ \|/.test(line))
      .flatMap((line) => [...line.split("|")[1]!.matchAll(/\d+/g)].map(Number));
    const open = Array.from({ length: 114 }, (_, k) => k + 1).filter(
      (row) => !answered.includes(row) && !RIGHT.includes(row),
    );
    expect(open).toEqual([]);
  });
});

describe.each(files)("%s", (file) => {
  const scenario = parsed(textOf(file));
  const early = (date: string) => date.slice(0, 10) <= scenario.asOf;

  it("uses no statement before the result that is later than its day", () => {
    for (const { issue, stake } of stakesOf(scenario)) {
      const claim = claimInPlay(stake);
      if (claim !== undefined) expect(early(claim.date), `${issue}: ${claim.text}`).toBe(true);
    }
  });

  it("shows no later source in play but those that tell of what was so by then", () => {
    const late = sourcesInPlay(scenario)
      .filter(({ date = "" }) => /^\d{4}(-\d\d)*$/.test(date) && !early(date))
      .map(({ id }) => id);
    expect(late).toEqual(LATER_BUT_OF_THEN[scenario.id] ?? []);
    for (const { id, reveal } of scenario.sources) {
      if (reveal === "start") expect(late, id).toContain(id);
    }
  });

  it("says of every source what it is", () => {
    expect(scenario.sources.filter(({ kind }) => kind === undefined).map(({ id }) => id)).toEqual([]);
  });

  it("has no citation beside a number: sources stand at claims, texts, limits and what happened", () => {
    for (const { stake } of stakesOf(scenario)) expect(Object.keys(stake)).not.toContain("sources");
  });
});
