/** What a card makes public of somebody's mandate, and what everybody learns from it and from nothing else. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Move } from "../../../src/protocol/move.ts";
import { tableOf } from "../../../src/seat/compiled.ts";
import { disclosedBy, disclosedByCard } from "../../../src/seat/disclosure.ts";
import { learnFromCard } from "../../../src/seat/publicEffects.ts";
import {
  chanceAfterMotion,
  chanceOf,
  doubtAbout,
  type Support,
  supportOf,
  weakestLink,
} from "../../../src/seat/support.ts";
import { supportAt } from "../../../src/session/table.ts";
import { courseScenario } from "../../fixtures/course.ts";
import { SEED } from "../../fixtures/games.ts";
import { paris } from "../../fixtures/scenarios.ts";

const table = tableOf(courseScenario());
const { course } = table.positions;
const card = (id: string) => course.cards.findIndex((one) => one.id === id);

/** The leak reveals all limits of p0; the show reveals p2's or p3's on the issue it is aimed at. */
const leak: Move = { type: "news", speakers: [0, 1], event: { card: card("leak"), branch: 0, target: -1 } };
const show = (party: number, target: number): Move => ({ type: "lever", party, lever: card("show"), target });

describe("a reveal", () => {
  it("says of each option whether the mandate permits it, on one issue or on all", () => {
    expect(disclosedBy(table.positions, leak)).toEqual([
      { party: 0, issue: 0, options: ["forbidden", "permitted", "permitted"] },
      { party: 0, issue: 1, options: ["permitted", "permitted", "permitted"] },
      { party: 0, issue: 2, options: ["permitted", "permitted", "permitted"] },
    ]);
    expect(disclosedBy(table.positions, show(3, 1))).toEqual([
      { party: 3, issue: 1, options: ["permitted", "permitted", "permitted"] },
    ]);
  });

  it("tells a limit that a condition may lift from one that always binds", () => {
    const reveal = { card: card("show"), by: 1, target: 1, branch: 0 };
    expect(disclosedByCard(table.positions, reveal)).toEqual([
      { party: 1, issue: 1, options: ["permitted", "permitted", "conditional"] },
    ]);
  });

  it("is the only move that discloses anything", () => {
    const storm: Move = { type: "news", speakers: [], event: { card: card("storm"), branch: 0, target: -1 } };
    for (const move of [storm, { type: "hold", party: 0 }, { type: "news", speakers: [] }] as const)
      expect(disclosedBy(table.positions, move)).toEqual([]);
  });
});

describe("what everybody learns from a reveal", () => {
  const aimed = { card: card("show"), by: 1, target: 1, branch: 0 };
  const learnt = (options: readonly ("permitted" | "conditional" | "forbidden")[]) => {
    const support = supportAt(table);
    for (const option of [0, 1, 2])
      support.doubts[(course.table.offsets[1]! + option) * course.parties + 1] = 0.2;
    learnFromCard(support, aimed, [{ party: 1, issue: 1, options }]);
    return [0, 1, 2].map((option) => doubtAbout(support, 1, 1, option));
  };

  it("halves doubts about what is permitted and leaves at most a quarter of support for what is not", () => {
    const [permitted, conditional, forbidden] = learnt(["permitted", "conditional", "forbidden"]);
    expect(permitted).toBeCloseTo(0.1, 12);
    expect(conditional).toBeGreaterThan(0.2);
    expect(1 / (1 + forbidden!)).toBeLessThanOrEqual(0.25);
    expect(forbidden).toBeGreaterThan(conditional!);
  });

  it("never lowers a doubt about what is forbidden", () => {
    const support = supportAt(table);
    const at = (course.table.offsets[1]! + 2) * course.parties + 1;
    support.doubts[at] = 7;
    learnFromCard(support, aimed, [{ party: 1, issue: 1, options: ["permitted", "permitted", "forbidden"] }]);
    expect(support.doubts[at]).toBe(7);
  });

  it("is nothing where nothing was disclosed: the card alone knows no limits", () => {
    const support = supportAt(table);
    learnFromCard(support, { card: card("leak"), by: -1, target: -1, branch: 0 }, []);
    expect(support.doubts).toEqual(supportAt(table).doubts);
  });
});

describe("the estimate", () => {
  it("answers alike whatever was asked before (300 series of questions in Paris)", () => {
    const big = tableOf(paris());
    const { phases, table: options } = big.positions.course;
    const deciding = phases.flatMap((phase) => (phase.protocol === "ratification" ? [] : [phase]));
    const text = fc
      .tuple(...Array.from(options.counts, (count) => fc.nat(count - 1)))
      .map((outcome) => outcome as readonly number[]);
    const texts = fc.array(text, { minLength: 2, maxLength: 2 });
    const question = fc.record({
      which: fc.nat(1),
      phase: fc.constantFrom(...deciding),
      party: fc.nat(big.scenario.parties.length - 1),
      kind: fc.constantFrom("support", "chance", "weakest", "motion"),
    });
    const changes = [
      [[0, 0]],
      [
        [0, 0],
        [3, 1],
      ],
    ] as const;
    fc.assert(
      fc.property(texts, fc.array(question, { minLength: 3, maxLength: 9 }), (two, questions) => {
        const answer = (support: Support, { which, phase, party, kind }: (typeof questions)[number]) => {
          switch (kind) {
            case "support":
              return supportOf(support, party, two[which]!);
            case "chance":
              return chanceOf(support, phase, two[which]!);
            case "weakest":
              return weakestLink(support, phase, two[which]!);
            default:
              return chanceAfterMotion(support, phase, two[which]!, changes[which]!);
          }
        };
        const shared = supportAt(big);
        for (const asked of questions) expect(answer(shared, asked)).toBe(answer(supportAt(big), asked));
      }),
      { numRuns: 300, seed: SEED },
    );
  });
});
