/** The table of docs/article.md against the file: what it names is there, and open where it says. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { paris } from "../../fixtures/scenarios.ts";

const scenario = paris();
const [drafting, , talks] = scenario.phases;
if (drafting?.protocol !== "drafting" || talks?.protocol !== "talks")
  throw new Error("The course has changed.");
const { agenda } = drafting;
if (agenda === "all") throw new Error("Paris opens all issues at once.");
const cards = [...scenario.events!, ...scenario.levers!];

const rows = readFileSync(join(import.meta.dirname, "../../../docs/article.md"), "utf8")
  .split("\n")
  .filter((line) => /^\| \d+ \|/.test(line))
  .map((line) => {
    const [point, , issues, where, acting] = line
      .split("|")
      .slice(1)
      .map((cell) => cell.trim());
    const ids = (cell: string | undefined) => [...(cell ?? "").matchAll(/`(\w+)`/g)].map(([, id]) => id!);
    const rounds = [...(where!.match(/rounds ([\d and,]+)/)?.[1] ?? "").matchAll(/\d/g)].map(Number);
    return { point: Number(point), issues: ids(issues), phases: ids(where), rounds, cards: ids(acting) };
  });

const PILLARS = ["military", "intelligence", "logistics", "diplomatic", "sanctions", "monitoring"] as const;

describe("the table of the article", () => {
  it("has ten points, and names only what is in the file", () => {
    expect(rows.map(({ point }) => point)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const known = [...scenario.issues, ...scenario.phases].map(({ id }) => id);
    for (const row of rows) {
      expect(known).toEqual(expect.arrayContaining([...row.issues, ...row.phases]));
      expect(cards.map(({ id }) => id)).toEqual(expect.arrayContaining(row.cards));
      expect(row.cards.length).toBeGreaterThan(0);
    }
  });

  it("says in which rounds of Paris its first issue is open", () => {
    for (const { issues, rounds } of rows.slice(0, 7)) {
      const open = agenda.flatMap((round, k) => (round.includes(issues[0]!) ? [k + 1] : []));
      expect(rounds).toEqual(open);
    }
  });

  it.each(PILLARS)(
    "%s is open in two rounds of Paris and in the talks, and a card acts on it there",
    (pillar) => {
      expect(agenda.filter((round) => round.includes(pillar)).length).toBeGreaterThanOrEqual(2);
      expect(talks.issues).toContain(pillar);
      const acting = cards.filter(({ effects, phases = scenario.phases.map(({ id }) => id), ...card }) => {
        const branches = "branches" in card ? (card.branches ?? []).flatMap((branch) => branch.effects) : [];
        const acts = [...effects, ...branches].some((effect) => "issue" in effect && effect.issue === pillar);
        return acts && (phases.includes(drafting.id) || phases.includes(talks.id));
      });
      expect(acting.map(({ id }) => id)).not.toEqual([]);
    },
  );

  it.each([
    "weapons",
    "fuel",
    "ammunition",
    "medical aid",
    "transport",
    "joint statement",
    "international organisations",
    "sectors",
    "individuals",
    "entities",
    "international participation",
  ])("an option of the text says “%s”", (words) => {
    expect(scenario.issues.some(({ options }) => options.some(({ text }) => text.includes(words)))).toBe(
      true,
    );
  });

  it("a player reads of 35 states and 27 leaders, and of one position before talks with Russia", () => {
    expect(scenario.summary).toMatch(/35 states/);
    expect(scenario.summary).toMatch(/27 of them by their leaders/);
    expect(scenario.summary).toMatch(
      /one position of Ukraine, Europe and the United States before joint talks with Russia/,
    );
  });
});
