/**
 * What would cost too much to play is refused before anything is played, with a sentence that says what makes it so dear;
 * what is accepted never meets a search that is dearer than was counted. Steps are counted here, never seconds.
 */
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseScenario } from "../../../src/agents/parse.ts";
import { simulate } from "../../../src/runs/simulate.ts";
import { bestOutcome, SEARCH_STEPS } from "../../../src/scenario/best/best.ts";
import { formatProblem, type Problem, type ProblemCode } from "../../../src/scenario/problem.ts";
import { tableOf } from "../../../src/seat/compiled.ts";
import { SEED } from "../../fixtures/games.ts";
import { hostile, limitsOf, linkagesOf, type Ties, tied, ties } from "../../fixtures/hostile.ts";
import { textOf } from "../../fixtures/scenarios.ts";
import { sample } from "../../long.ts";

function problemsOf(text: string): readonly Problem[] {
  const result = parseScenario(text);
  return result.ok ? [] : result.problems;
}

const known = new Map<string, readonly Problem[]>();

function of(name: string): readonly Problem[] {
  const problems = known.get(name) ?? problemsOf(hostile[name]!());
  known.set(name, problems);
  return problems;
}

/** [file, code, path, what the sentence names] */
const TOO_MUCH: readonly (readonly [string, ProblemCode, string, RegExp])[] = [
  [
    "links: clique of 20",
    "too-dear",
    "linkages",
    /^The linkages of p0 tie 20 issues together \(i0, i1, i2, i3, …\)/,
  ],
  ["links: 63 factors on one issue", "too-dear", "linkages", /tie 64 issues together/],
  [
    "limits: 100 of 10 among 64",
    "too-dear",
    "parties[1].preferences.limits",
    /^The limits of p1 tie 64 issues/,
  ],
  [
    "size: cards and linkages",
    "too-dear",
    "linkages",
    /best outcomes of all parties take more than 10,000,000 steps/,
  ],
  [
    "size: 64 x 64 x 32, 10 rounds",
    "too-dear",
    "phases[0]",
    /^10 rounds over 2,048 options, with 64 parties: .* [\d,]+ steps/,
  ],
  ["size: 64 levers of 60 effects", "too-dear", "levers", /cards .* levers .* [\d,]+ steps/],
  ["rounds: 1000 of talks, 64 sides", "too-dear", "phases[0].rounds", /1,000 rounds .* 64,000 turns/],
  [
    "rounds: 1000 of talks, 64 sides, after drafting",
    "too-dear",
    "phases[1].rounds",
    /1,000 rounds .* 64,0\d\d turns/,
  ],
  ["course: only ratification", "no-negotiation", "phases", /^Nobody negotiates/],
  [
    "numbers: factors without end",
    "not-finite",
    "linkages[0].factor",
    /^The range of p0 is not finite: .* i0 .* 10\^720/,
  ],
];

describe("what is too dear is refused in one sentence", () => {
  it.each(TOO_MUCH)("%s: %s at %s", (name, code, path, sentence) => {
    const problems = of(name);
    expect(problems.map((problem) => formatProblem(problem, name))).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code, path });
    expect(problems[0]!.message).toMatch(sentence);
    expect(problems[0]!.message).toMatch(/\. \w.*\.$|Lower them\.$/);
  });

  it("in words as they were read last time", async () => {
    const sentences = TOO_MUCH.flatMap(([name]) => of(name).map((problem) => formatProblem(problem, name)));
    await expect(`${sentences.join("\n")}\n`).toMatchFileSnapshot(
      join(import.meta.dirname, "../../fixtures/golden/dear.txt"),
    );
  });

  it("and the same file always in the same words", () => {
    expect(problemsOf(hostile["links: clique of 20"]!())).toEqual(of("links: clique of 20"));
  });
});

describe("what is large and loosely tied is accepted", () => {
  it.each([
    "links: ring of 64",
    "links: star of 64",
    "links: grid 5 by 12",
    "links: clique of 12",
    "links: 200 of 10 among 10",
    "links: one of 10",
    "links: adds on a chain",
    "links: factors on a chain",
    "limits: chain of 64",
    "limits: clique of 12",
    "size: 64 x 64 x 32",
    "rounds: 1000 of talks, 9 sides",
    "course: ratification twice",
    "course: one party, one issue",
    "course: empty agenda",
    "course: only mediators",
    "numbers: the greatest everywhere",
  ])("%s", (name) => {
    expect(of(name)).toEqual([]);
  });

  it.each(["paris-2026.json", "direct-talks.json", "sarnmar.json"])(
    "%s with ten times its rounds",
    (name) => {
      const scenario: { phases: { rounds?: number; agenda?: unknown }[] } = JSON.parse(textOf(name));
      for (const phase of scenario.phases) {
        if (phase.rounds !== undefined) phase.rounds *= 10;
        if (Array.isArray(phase.agenda)) phase.agenda = new Array(10).fill(phase.agenda).flat();
      }
      expect(problemsOf(JSON.stringify(scenario))).toEqual([]);
    },
  );
});

describe("an accepted scenario", () => {
  const ISSUES = 12;
  const OPTIONS = 5;
  const shapes: Readonly<Record<string, (seed: number) => Ties>> = {
    chain: () => ties.chain(ISSUES),
    ring: () => ties.ring(ISSUES),
    star: () => ties.star(ISSUES),
    grid: () => ties.grid(3, 4),
    "clique of six": () => ties.clique(6),
    "clique of all": () => ties.clique(ISSUES),
    pairs: (seed) => ties.drawn(ISSUES, 30, 2, seed),
    triples: (seed) => ties.drawn(ISSUES, 20, 3, seed),
    "sets of eight": (seed) => ties.drawn(ISSUES, 10, 8, seed),
  };

  it("is played to its end without a search that takes more steps than one may, the others are refused", () => {
    const counts = { played: 0, refused: 0 };
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(shapes)),
        fc.constantFrom("total" as const, "add" as const, "factor" as const),
        fc.nat(100_000),
        fc.boolean(),
        (shape, changes, seed, limited) => {
          const among = shapes[shape]!(seed);
          const scenario = tied(among, ISSUES, OPTIONS, changes);
          scenario.linkages = linkagesOf(among, OPTIONS, seed, changes);
          if (limited) {
            for (const [p, { preferences }] of scenario.parties.entries())
              preferences.limits = limitsOf(ties.drawn(ISSUES, 10, 3, seed + p), OPTIONS, seed + p);
          }
          const result = parseScenario(scenario);
          if (!result.ok) {
            expect(result.problems.map(({ code }) => code)).toEqual(["too-dear"]);
            counts.refused++;
            return;
          }
          const table = tableOf(result.scenario);
          for (const preference of table.positions.preferences) {
            const steps = { left: SEARCH_STEPS };
            bestOutcome(preference, undefined, steps);
            expect(steps.left).toBeGreaterThanOrEqual(0);
          }
          expect(simulate(result.scenario, { games: 1, seed }).rows).toHaveLength(1);
          counts.played++;
        },
      ),
      { numRuns: sample(60, 1500), seed: SEED },
    );
    expect(counts.played).toBeGreaterThan(0);
    expect(counts.refused).toBeGreaterThan(0);
  });
});
