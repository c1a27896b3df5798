/** What is believed of the others before a move and after it, and what follows for a text, a motion and a rule. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isNegotiation } from "../../../src/protocol/course.ts";
import { decided, ruleOf } from "../../../src/protocol/decision.ts";
import { advance, initial } from "../../../src/protocol/game.ts";
import type { Vote } from "../../../src/protocol/move.ts";
import { learnBarred } from "../../../src/seat/belief.ts";
import { agreementChance, emptyEstimate, estimateText } from "../../../src/seat/chances.ts";
import { tableOf } from "../../../src/seat/compiled.ts";
import { learn } from "../../../src/seat/learning.ts";
import { chanceHere, moveTo, outlookOn } from "../../../src/seat/outlook.ts";
import { ruleChance } from "../../../src/seat/quorum.ts";
import { chanceOf, supportOf } from "../../../src/seat/support.ts";
import { beliefAt } from "../../../src/session/table.ts";
import { SEED } from "../../fixtures/games.ts";
import { paris, parsed, type Written, wants, written } from "../../fixtures/scenarios.ts";

function small(change?: (scenario: Written) => void) {
  const scenario = written(3, 3);
  change?.(scenario);
  const table = tableOf(parsed(scenario));
  const phase = table.positions.course.phases[0]!;
  if (!isNegotiation(phase)) throw new Error("The small scenario drafts.");
  return { table, phase, belief: beliefAt(table), game: initial(table.positions.course) };
}

const claim = (says: object) => ({ text: "Said.", sources: ["s"], date: "2026-01-01", says });

describe("before the first move", () => {
  it("nothing is known without claims: every text is as likely as any other", () => {
    const { belief, phase } = small();
    expect([...belief.heard]).toEqual([0, 0, 0]);
    const texts = [
      [0, 0, 0],
      [2, 2, 2],
      [0, 2, 1],
    ].map((text) => supportOf(belief, phase, 1, text));
    for (const chance of texts) expect(Math.abs(chance - 0.5)).toBeLessThan(0.05);
  });

  it("a claim leans to what it says, more so the further off", () => {
    const { belief, phase } = small((scenario) => {
      scenario.sources = [{ id: "s", title: "s" }];
      scenario.parties[1]!.preferences.stakes.i0 = { ...wants("o2"), claim: claim({ min: "o2" }) };
    });
    const [none, middle, full] = [0, 1, 2].map((option) => supportOf(belief, phase, 1, [option, 0, 0]));
    expect(full!).toBeGreaterThan(middle!);
    expect(middle!).toBeGreaterThan(none!);
    expect([...belief.heard]).toEqual([0, 1, 0]);
  });

  it("what is not negotiated in a phase makes no difference there", () => {
    const { belief, phase } = small((scenario) => {
      scenario.sources = [{ id: "s", title: "s" }];
      scenario.phases[0]!.agenda = [["i1"], ["i1"]];
      scenario.parties[1]!.preferences.stakes.i0 = { ...wants("o2"), claim: claim({ min: "o2" }) };
    });
    expect(supportOf(belief, phase, 1, [0, 1, 0])).toBe(supportOf(belief, phase, 1, [2, 1, 0]));
  });
});

describe("every act teaches", () => {
  const vote = (choice: Vote["choice"], reason?: Vote["reason"]): Vote => ({
    choice,
    ...(reason && { reason }),
  });
  const taught = (votes: readonly (Vote | null)[]) => {
    const { belief, phase, game, table } = small();
    const { course } = table.positions;
    const moves = [
      { type: "news", speakers: [0] },
      { type: "amend", party: 0, changes: [[0, 2]] },
      { type: "ballot", votes },
    ] as const;
    for (const move of moves) {
      learn(belief, game, move, []);
      advance(course, game, move);
    }
    return { belief, phase };
  };

  it("a proposer and who votes for it like it better, who votes against it less: without a word", () => {
    const { belief, phase } = taught([null, vote("for"), vote("against")]);
    const likes = (party: number) =>
      supportOf(belief, phase, party, [2, 0, 0]) - supportOf(belief, phase, party, [0, 0, 0]);
    expect(likes(0)).toBeGreaterThan(0.1);
    expect(likes(1)).toBeGreaterThan(0.1);
    expect(likes(2)).toBeLessThan(-0.1);
    expect([...belief.heard]).toEqual([1, 1, 1]);
  });

  it("an abstention teaches nothing", () => {
    const { belief } = taught([null, vote("abstain"), vote("against")]);
    expect([...belief.heard]).toEqual([1, 0, 1]);
  });

  it("a stated limit bars the option and all beyond it", () => {
    const { belief, phase } = taught([null, vote("against", { cause: "above-mandate", issue: 0 }), null]);
    expect(supportOf(belief, phase, 1, [2, 0, 0])).toBeLessThan(0.1);
    const plain = taught([null, vote("against"), null]);
    expect(supportOf(plain.belief, phase, 1, [2, 0, 0])).toBeGreaterThan(
      supportOf(belief, phase, 1, [2, 0, 0]),
    );
  });

  it("who refused early is more likely to sign late, and one signature makes the next likelier", () => {
    const { belief, phase, game, table } = small();
    const ballot = { type: "ballot", votes: [vote("against"), vote("for"), vote("against")] } as const;
    for (const move of [
      { type: "news", speakers: [0] },
      { type: "hold", party: 0 },
    ] as const)
      advance(table.positions.course, game, move);
    const before = supportOf(belief, phase, 1, [0, 0, 0], 0);
    learn(belief, game, ballot, []);
    expect(supportOf(belief, phase, 1, [0, 0, 0], 0)).toBeGreaterThan(before);
    expect(supportOf(belief, phase, 0, [0, 0, 0], 1)).toBeGreaterThan(
      supportOf(belief, phase, 0, [0, 0, 0], 0),
    );
  });
});

describe("the chance of a rule", () => {
  it("is that of all ballots that meet it, where each votes for or against by its own chance", () => {
    const parties = Array.from({ length: 6 }, (_, p) => ({ id: `p${p}`, bloc: "table", groups: [] }));
    const share = fc.constantFrom("1/2", "2/3", 0.4);
    const bound = fc.oneof(
      fc.record({ count: fc.nat(6) }),
      fc.record({ share, of: fc.constantFrom("all" as const, "others" as const) }),
      fc.record({ share, exactly: fc.constantFrom("carries" as const, "fails" as const) }),
    );
    const rule = fc.record(
      {
        mustAgree: fc.subarray(parties.map(({ id }) => id)),
        minFor: bound,
        maxAgainst: bound,
      },
      { requiredKeys: ["mustAgree"] },
    );
    fc.assert(
      fc.property(
        rule,
        fc.array(fc.nat(100), { minLength: 6, maxLength: 6 }),
        fc.integer({ min: -1, max: 5 }),
        (wrote, percents, self) => {
          // Both bounds at once are correlated: their chance is that of the rarer one, which is not what is tested here.
          if (wrote.minFor !== undefined && wrote.maxAgainst !== undefined) return;
          const rules = ruleOf({ parties } as never, wrote as never);
          const chances = Float64Array.from(percents, (percent) => percent / 100);
          let exact = 0;
          for (let ballot = 0; ballot < 2 ** 6; ballot++) {
            let chance = 1;
            const choices = parties.map((_, p) => {
              const yes = ((ballot >> p) & 1) === 1;
              chance *= p === self ? Number(yes) : yes ? chances[p]! : 1 - chances[p]!;
              return yes ? ("for" as const) : ("against" as const);
            });
            if (decided(rules, choices)) exact += chance;
          }
          expect(ruleChance(rules, [0, 1, 2, 3, 4, 5], chances, self)).toBeCloseTo(exact, 9);
        },
      ),
      { numRuns: 500, seed: SEED },
    );
  });
});

describe("a search's outlook", () => {
  it("gives in a small body the chance that is worked out in full, after any number of steps", () => {
    const { belief, phase } = small((scenario) => {
      scenario.phases[0]!.decision = { mustAgree: ["p0"], minFor: { count: 2 } };
    });
    const outlook = outlookOn(belief, phase, 0, 0.5, [0, 1, 2], [0, 1, 2]);
    for (const [issue, option] of [
      [0, 2],
      [1, 0],
      [2, 0],
      [0, 1],
    ] as const) {
      moveTo(outlook, issue, option);
      expect(chanceHere(outlook)).toBeCloseTo(chanceOf(belief, phase, outlook.text, 0.5, 0), 9);
    }
  });

  it("still does when an option was said to be barred again and again", () => {
    const { belief, phase } = small();
    for (let k = 0; k < 20; k++) learnBarred(belief, 1, 0, 2, 2, 0.97);
    const outlook = outlookOn(belief, phase, 0, 0.5, [2, 1, 2], [0, 1, 2]);
    for (const option of [0, 2, 0]) {
      moveTo(outlook, 0, option);
      expect(chanceHere(outlook)).toBeCloseTo(chanceOf(belief, phase, outlook.text, 0.5, 0), 9);
    }
  });

  it("is near it in a large one", () => {
    const table = tableOf(paris());
    const belief = beliefAt(table);
    const phase = table.positions.course.phases[0]!;
    if (phase.protocol !== "drafting") throw new Error("Paris begins with drafting.");
    const text = phase.openings[0]!;
    for (const issue of phase.issues.slice(0, 9)) {
      const outlook = outlookOn(belief, phase, 0, 1, text, phase.issues);
      moveTo(outlook, issue, 1);
      const signs = estimateText(
        belief,
        phase,
        phase.parties,
        outlook.text,
        1,
        emptyEstimate(belief.course),
      ).signs;
      expect(Math.abs(chanceHere(outlook) - agreementChance(phase, signs, 0))).toBeLessThan(0.05);
    }
  });
});
