/** Cards as people see them: effects as sentences, news, what lies on the table, levers, limits that a card has moved. */
import { describe, expect, test } from "vitest";
import type { ScenarioEffect } from "../../../src/scenario/schema.ts";
import { createPlay, type Play } from "../../../src/ui/desk/play.ts";
import { describeEffects, describeParties } from "../../../src/view/effects.ts";
import { cardsScenario } from "../../fixtures/cards.ts";
import { paris, parsed } from "../../fixtures/scenarios.ts";

const small = parsed(cardsScenario());
const [us, poland] = [1, 2] as const;
const nobody = { by: -1, target: -1 };

const told = (effect: ScenarioEffect, aim = nobody) => describeEffects(small, [effect], aim).join(" ");

describe("an effect is one sentence", () => {
  test("weights, with their sign and the right number of points", () => {
    const effect = { changes: "weight" as const, issue: "bindingness", parties: ["poland"] };
    expect(told({ ...effect, add: 2.2 })).toBe("More is at stake for Poland on Bindingness (+2.2 points).");
    expect(told({ ...effect, add: -1 })).toBe("Less is at stake for Poland on Bindingness (−1 point).");
    expect(told({ ...effect, issue: "no_troops", add: 3 })).toBe(
      "More is at stake for Poland on the clause “No U.S. ground forces” (+3 points).",
    );
  });

  test("values of an option, as a share of what the issue weighs", () => {
    const effect = { changes: "value" as const, parties: ["poland", "united_states"], add: -0.25 };
    expect(told({ ...effect, issue: "bindingness", option: "treaty" })).toBe(
      "For Poland and the United States, less speaks for “Ratified treaty” on Bindingness (−25 % of what the issue weighs).",
    );
    expect(told({ ...effect, issue: "no_troops", option: "in" })).toMatch(
      /less speaks for “No U\.S\. ground forces” in the text/,
    );
  });

  test("values of several options are told together", () => {
    const effect = { changes: "value" as const, parties: ["poland"], issue: "bindingness" };
    const values = [
      { ...effect, option: "statement", add: -0.1 },
      { ...effect, option: "treaty", add: 0.05 },
      { ...effect, option: "national", add: -0.2 },
    ];
    expect(describeEffects(small, values, nobody)).toEqual([
      "For Poland, less speaks for “Political statement” and “Binding by national procedure” on Bindingness (−10 % and −20 % of what the issue weighs).",
      "For Poland, more speaks for “Ratified treaty” on Bindingness (+5 % of what the issue weighs).",
    ]);
  });

  test("limits, by the end that moves and by how many options", () => {
    const effect = { changes: "limit" as const, parties: ["united_states"], issue: "us_backstop" };
    expect(told({ ...effect, max: 1 })).toBe("The United States may go one option further on U.S. support.");
    expect(told({ ...effect, max: -2 })).toBe(
      "The United States must stop two options earlier on U.S. support.",
    );
    expect(told({ ...effect, min: -1 })).toBe(
      "The United States may settle for one option less on U.S. support.",
    );
    expect(told({ ...effect, min: 4, max: 1 })).toBe(
      "The United States may go one option further on U.S. support. The United States must get 4 options more on U.S. support.",
    );
    expect(told({ ...effect, issue: "no_troops", min: -1 })).toBe(
      "The United States may now do without the clause “No U.S. ground forces”.",
    );
  });

  test("the worth of no agreement", () => {
    expect(told({ changes: "reservationValue", parties: ["ukraine"], add: 1 })).toBe(
      "No agreement is worth more to Ukraine (+1 point).",
    );
  });

  test("approval at home, with its condition", () => {
    const effect = { changes: "ratification" as const, parties: ["united_states"], add: -0.1 };
    expect(told(effect)).toBe(
      "Approval at home gets less likely for the United States (−10 percentage points).",
    );
    expect(told({ ...effect, when: [{ issue: "no_troops", is: "in" }] })).toBe(
      "Approval at home gets less likely for the United States (−10 percentage points), if “No U.S. ground forces” is in the text.",
    );
    expect(told({ ...effect, when: [{ issue: "bindingness", min: "national" }] })).toMatch(
      /, if Bindingness is at least “Binding by national procedure”\.$/,
    );
  });

  test("what surrounds the table, without a number", () => {
    expect(told({ changes: "world", variable: "tension", add: 0.3 })).toBe("Tension rises.");
    expect(told({ changes: "world", variable: "unity", add: -0.1 })).toBe("Unity of those who sign weakens.");
    expect(describeEffects(paris(), [{ changes: "world", variable: "powerShift", add: 1 }], nobody)).toEqual([
      "The balance of power shifts against Ukraine.",
    ]);
    const shift = { changes: "world" as const, variable: "powerShift" as const, add: 1 };
    // Nobody is protected in the small scenario.
    expect(told(shift)).not.toMatch(/Ukraine|undefined/);
    expect(told({ ...shift, add: -1 })).not.toBe(told(shift));
    expect(describeEffects(paris(), [{ ...shift, variable: "tension" }], nobody)).toEqual(["Tension rises."]);
  });

  test("a reveal, on one issue or on all", () => {
    expect(told({ changes: "reveal", parties: ["united_states"], issue: "bindingness" })).toBe(
      "Everybody learns how far the United States may go on Bindingness.",
    );
    expect(told({ changes: "reveal", parties: ["poland"] })).toMatch(/on every issue\.$/);
  });

  test("stand-ins become whoever played it and whatever it is aimed at", () => {
    const aim = { by: poland, target: us };
    expect(
      told({ changes: "weight", parties: ["$self", "$target"], issue: "bindingness", add: 2 }, aim),
    ).toBe("More is at stake for Poland and the United States on Bindingness (+2 points).");
    const bindingness = 1;
    expect(
      told(
        { changes: "weight", parties: ["poland"], issue: "$target", add: 2 },
        { by: -1, target: bindingness },
      ),
    ).toBe("More is at stake for Poland on Bindingness (+2 points).");
  });
});

describe("parties in a sentence", () => {
  const scenario = paris();
  const named = (...references: string[]) => describeParties(scenario, references, nobody);

  test("large groups by their name, small ones by their members", () => {
    expect(named("group:coalition")).toBe("the Coalition");
    expect(named("bloc:Southern")).toBe("the 6 parties of the bloc “Southern”");
    expect(named("group:NB8")).toBe("the Nordic-Baltic Eight");
    expect(named("group:core")).toBe("Ukraine, the United States and Russia");
    expect(named("all")).toBe("everybody");
  });

  test("who is in a named group is not named again", () => {
    expect(named("group:coalition", "poland", "ukraine")).toBe("the Coalition and Ukraine");
  });

  test("many single parties are counted after the first two", () => {
    const ids = scenario.parties.slice(0, 7).map(({ id }) => id);
    expect(named(...ids)).toMatch(/^[^,]+, [^,]+ and 5 others$/);
  });
});

function sitDown(seat: string, news = 1): Play {
  const play = createPlay({ scenario: parsed(cardsScenario(news)), seat, seed: 1 });
  until(play, () => play.view.value.ask === "speech");
  return play;
}

function until(play: Play, reached: () => boolean): void {
  for (let i = 0; i < 300 && !reached(); i++) {
    const { ask } = play.view.value;
    if (ask === "speech") play.hold();
    else if (ask === undefined) play.step();
    else play.vote("against");
  }
  expect(reached()).toBe(true);
}

describe("the news of a round", () => {
  test("is shown with how it turned out, what it changes and its sources, to every seat alike", () => {
    const { news } = sitDown("ukraine").view.value;
    expect(news).toMatchObject({
      title: "A large exercise near the border",
      turned: "Observers are let in late.",
      by: undefined,
      effects: ["Tension rises.", "Ukraine may settle for one option less on U.S. support."],
      lasts: "Lasts for good.",
      sources: ["ki-15y"],
      concernsYou: true,
    });
    expect(sitDown("poland").view.value.news).toEqual({ ...news, concernsYou: false });
  });

  test("goes with its round, and stays on the table", () => {
    const play = sitDown("ukraine");
    until(play, () => play.view.value.round === 2 && play.view.value.ask === "speech");
    expect(play.view.value.news).toBeUndefined();
    expect(play.view.value.cards.map(({ title }) => title)).toEqual(["A large exercise near the border"]);
  });

  test("is told by the record, with its effects behind it", () => {
    const entry = sitDown("ukraine").view.value.record[0]!;
    expect(entry.sentence).toMatch(/^News: A large exercise near the border\. Round 1 opens /);
    expect(entry.details).toContain("Tension rises.");
    expect(entry.behind).toBe("card");
  });

  test("a round without any shows none", () => {
    const { news, cards } = sitDown("ukraine", 0).view.value;
    expect(news).toBeUndefined();
    expect(cards).toEqual([]);
  });
});

describe("levers", () => {
  const leverOf = (play: Play, title: string) =>
    play.view.value.levers!.levers.find((lever) => lever.title === title)!;

  test("a seat without any sees none", () => {
    expect(sitDown("poland").view.value.levers).toBeUndefined();
  });

  test("tell what each aim would change, what it costs and how long it lasts", () => {
    const depots = leverOf(sitDown("ukraine"), "Pledge of depots");
    expect(depots.targets).toEqual([
      {
        target: us,
        name: "the United States",
        effects: ["More is at stake for the United States on U.S. support (+2.2 points)."],
      },
      {
        target: poland,
        name: "Poland",
        effects: ["More is at stake for Poland on U.S. support (+2.2 points)."],
      },
    ]);
    expect(depots).toMatchObject({ cost: 3, uses: 2, usesLeft: 2, obstacle: undefined });
    expect(depots.lasts).toBe("Lasts for this and the next round.");
  });

  test("say why they can't be pulled", () => {
    const play = sitDown("ukraine");
    expect(leverOf(play, "Speech to parliament").obstacle).toBe(
      "It can be pulled only while Bindingness is “Ratified treaty”.",
    );
    expect(play.pull(leverOf(play, "Quiet leak").lever, -1)).toBeUndefined();
    expect(leverOf(play, "Quiet leak").obstacle).toBe("You have used it as often as you may.");
    expect(play.pull(leverOf(play, "Pledge of depots").lever, poland)).toBeUndefined();
    expect(leverOf(play, "Pledge of depots").obstacle).toMatch(/^You have pulled 2 levers in this round/);
    play.hold();
    expect(leverOf(play, "Speech to parliament").obstacle).toMatch(/in this round/);
    until(play, () => play.view.value.ask === "text");
    expect(play.view.value.levers!.levers.every(({ obstacle }) => obstacle !== undefined)).toBe(true);
  });

  test("a pull is paid, recorded, lies on the table and is taken back by undo", () => {
    const play = sitDown("ukraine");
    const before = play.view.value;
    play.pull(leverOf(play, "Pledge of depots").lever, poland);
    const { levers, record, cards, ask } = play.view.value;
    expect(ask).toBe("speech");
    expect(levers).toMatchObject({ left: 1, spent: 3 });
    expect(leverOf(play, "Pledge of depots").usesLeft).toBe(1);
    expect(record.at(-1)).toMatchObject({
      sentence: "Ukraine pulls a lever: Pledge of depots, aimed at Poland.",
      tone: "yours",
      behind: "card",
    });
    expect(record.at(-1)!.details).toContain("More is at stake for Poland on U.S. support (+2.2 points).");
    expect(cards[0]).toMatchObject({ title: "Pledge of depots", by: "Ukraine", target: "Poland" });
    expect(play.undo()).toBeUndefined();
    expect(play.view.value).toEqual(before);
  });

  test("what is timed counts down and goes", () => {
    const play = sitDown("ukraine");
    play.pull(leverOf(play, "Pledge of depots").lever, poland);
    const pledge = () => play.view.value.cards.find(({ title }) => title === "Pledge of depots");
    until(play, () => play.view.value.round === 2 && play.view.value.ask === "speech");
    expect(pledge()!.lasts).toBe("Lasts for this round.");
    until(play, () => play.view.value.round === 3 && play.view.value.ask === "speech");
    expect(pledge()).toBeUndefined();
  });
});

describe("the limits of a mandate", () => {
  test("are told as they are now, with the card that has moved them", () => {
    expect(sitDown("ukraine", 0).view.value.you.limits).toEqual([
      { sentence: "U.S. support: at least “Proposed support”.", broken: false, movedBy: [] },
    ]);
    expect(sitDown("ukraine").view.value.you.limits).toEqual([
      {
        sentence: "U.S. support: no limit.",
        broken: false,
        movedBy: ["A large exercise near the border"],
      },
    ]);
  });

  test("name their exception", () => {
    const { limits } = sitDown("united_states").view.value.you;
    expect(limits.map(({ sentence }) => sentence)).toEqual([
      "U.S. support: at most “Enablers”.",
      "U.S. support: at most “Proposed support”, unless “No U.S. ground forces” is in the text.",
    ]);
  });
});
