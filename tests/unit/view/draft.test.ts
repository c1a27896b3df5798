/** The draft that a person may start from, and what advice may propose, where an amendment changes few issues or many. */

import { describe, expect, test } from "vitest";
import { createPlay, type Play } from "../../../src/ui/desk/play.ts";
import { adviceOn } from "../../../src/view/adviser.ts";
import { idealDraft } from "../../../src/view/draft.ts";
import { parsed, textOf, type Written, written } from "../../fixtures/scenarios.ts";

type Changes = Written["phases"][number]["amendment"]["changes"];

/** p0 speaks, wants the last option of every issue, and two of them only together. */
function playOf(issues: number, options: number, changes: Changes): Play {
  const scenario = written(2, issues, options);
  Object.assign(scenario.phases[0]!.amendment, { changes });
  scenario.linkages = [
    { when: [{ issue: "i0", is: "o1" }], parties: ["p0"], issue: "i1", factor: 0, rationale: "Not alone." },
  ];
  const play = createPlay({ scenario: parsed(scenario), seat: "p0", seed: 1 });
  while (play.view.value.ask !== "speech") play.step();
  return play;
}

const issuesOf = (play: Play) => idealDraft(play.standpoint.value).map(([issue]) => issue);

describe("the best draft", () => {
  test("changes no more than an amendment may", () => {
    expect(issuesOf(playOf(5, 3, 1))).toHaveLength(1);
    expect(issuesOf(playOf(5, 3, undefined))).toHaveLength(3);
    expect(issuesOf(playOf(5, 3, "all"))).toEqual([0, 1, 2, 3, 4]);
  });

  test("is found, change by change, where there are more amendments than can be listed", () => {
    const play = playOf(60, 20, "all");
    expect(issuesOf(play)).toHaveLength(60);
    play.setDraft(idealDraft(play.standpoint.value));
    expect(play.view.value.draft.obstacle).toBeUndefined();
    expect(play.view.value.you.draftUtility).toBe(play.view.value.you.best);
    expect(issuesOf(playOf(60, 20, undefined))).toHaveLength(3);
  });
});

test("a draft of more changes than one amendment may have says so", () => {
  const play = playOf(5, 3, 2);
  play.setDraft([
    [0, 1],
    [1, 1],
    [2, 1],
  ]);
  expect(play.view.value.draft.obstacle).toBe("An amendment changes at most 2 things. Take one back.");
});

test("advice proposes no more changes than one amendment may have", () => {
  const most = (changes: Changes) => {
    const scenario = JSON.parse(textOf("paris-2026.json"));
    scenario.phases[0].amendment.changes = changes;
    const play = createPlay({ scenario: parsed(JSON.stringify(scenario)), seat: "ukraine", seed: 1 });
    const lengths: number[] = [];
    for (let k = 0; k < 12; k++) {
      const at = play.standpoint.value;
      // A text far from everybody's, and about each of the delegations.
      const text = at.game.text.map((_, issue) => (at.own.course.isClause[issue] ? 0 : k % 3));
      for (const party of at.own.course.phases[0]!.parties)
        lengths.push(adviceOn(at, text, party).changes.length);
      if (play.view.value.ask === "speech") play.hold();
      else if (play.view.value.ask === undefined) play.step();
      else play.vote("abstain");
    }
    return Math.max(...lengths);
  };
  expect(most(undefined)).toBeGreaterThan(1);
  expect(most(undefined)).toBeLessThanOrEqual(3);
  expect(most(1)).toBe(1);
});
