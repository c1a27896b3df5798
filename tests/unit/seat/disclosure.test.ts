/** What a card makes public of somebody's mandate, and what everybody learns from it and from nothing else. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Move } from "../../../src/protocol/move.ts";
import type { Belief } from "../../../src/seat/belief.ts";
import { tableOf } from "../../../src/seat/compiled.ts";
import { disclosedBy, disclosedByCard } from "../../../src/seat/disclosure.ts";
import { chanceWithCard, learnFromCard } from "../../../src/seat/publicEffects.ts";
import { chanceOf, supportOf } from "../../../src/seat/support.ts";
import { beliefAt } from "../../../src/session/table.ts";
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
    const belief = beliefAt(table);
    learnFromCard(belief, aimed, [{ party: 1, issue: 1, options }]);
    return [0, 1, 2].map(
      (option) => belief.barred[(course.table.offsets[1]! + option) * course.parties + 1]!,
    );
  };

  it("nothing bars what is permitted, and what is not is hardly signed", () => {
    const [permitted, conditional, forbidden] = learnt(["permitted", "conditional", "forbidden"]);
    expect(permitted).toBe(0);
    expect(conditional).toBeGreaterThan(0.2);
    expect(forbidden).toBeGreaterThan(conditional!);
    expect(forbidden).toBeGreaterThan(0.9);
  });

  it("is nothing where nothing was disclosed: the card alone knows no limits", () => {
    const belief = beliefAt(table);
    learnFromCard(belief, { card: card("leak"), by: -1, target: -1, branch: 0 }, []);
    expect(belief.barred).toEqual(beliefAt(table).barred);
    expect(belief.worth).toEqual(beliefAt(table).worth);
  });
});

describe("the estimate", () => {
  it("answers alike whatever was asked before (300 series of questions in Paris)", () => {
    const big = tableOf(paris());
    const { phases, table: options, cards } = big.positions.course;
    const deciding = phases.flatMap((phase) => (phase.protocol === "ratification" ? [] : [phase]));
    const text = fc
      .tuple(...Array.from(options.counts, (count) => fc.nat(count - 1)))
      .map((outcome) => outcome as readonly number[]);
    const texts = fc.array(text, { minLength: 2, maxLength: 2 });
    const levers = cards.flatMap(({ kind, targets }, lever) =>
      kind === "lever" ? [{ card: lever, by: 0, target: targets[0] ?? -1, branch: 0 }] : [],
    );
    const question = fc.record({
      which: fc.nat(1),
      phase: fc.constantFrom(...deciding),
      party: fc.nat(big.scenario.parties.length - 1),
      time: fc.constantFrom(0, 0.5, 1),
      lever: fc.constantFrom(...levers),
      kind: fc.constantFrom("support", "chance", "card"),
    });
    fc.assert(
      fc.property(texts, fc.array(question, { minLength: 3, maxLength: 9 }), (two, questions) => {
        const answer = (
          belief: Belief,
          { which, phase, party, time, lever, kind }: (typeof questions)[number],
        ) => {
          switch (kind) {
            case "support":
              return supportOf(belief, phase, party, two[which]!, time);
            case "chance":
              return chanceOf(belief, phase, two[which]!, time);
            default:
              return chanceWithCard(belief, phase, two[which]!, lever);
          }
        };
        const shared = beliefAt(big);
        for (const asked of questions) expect(answer(shared, asked)).toBe(answer(beliefAt(big), asked));
      }),
      { numRuns: 300, seed: SEED },
    );
  });
});
