/** What one seat sees, without a browser: the view model and the deeds of a person at the table. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseScenario } from "../../../src/agents/parse.ts";
import type { Scenario } from "../../../src/scenario/schema.ts";
import { createPlay, type Play } from "../../../src/ui/desk/play.ts";
import { outcomeFacts } from "../../../src/view/result.ts";

function scenario(id: string): Scenario {
  const parsed = parseScenario(
    readFileSync(new URL(`../../../scenarios/${id}.json`, import.meta.url), "utf8"),
  );
  if (!parsed.ok) throw new Error(`${id} has problems`);
  return parsed.scenario;
}
const paris = scenario("paris-2026");

function untilAsked(play: Play, ask: "speech" | "motion" | "text"): void {
  for (let i = 0; i < 500 && play.view.value.ask !== ask; i++) {
    if (play.view.value.ask === "speech") play.hold();
    else if (play.view.value.ask !== undefined) play.vote("abstain");
    else play.step();
  }
  expect(play.view.value.ask).toBe(ask);
}

describe("the view of a seat", () => {
  test("opens at most three level issues, each with the words of the statement", () => {
    const play = createPlay({ scenario: paris, seat: "poland", seed: 4 });
    untilAsked(play, "motion");
    const open = play.view.value.issues.filter((issue) => issue.open && issue.kind === "level");
    expect(open.map((issue) => issue.id)).toEqual(["military", "bindingness", "us_backstop"]);
    for (const issue of open) expect(issue.options.every((option) => option.text.length > 20)).toBe(true);
  });

  test("marks what the mandate of the seat does not permit", () => {
    const play = createPlay({ scenario: paris, seat: "united_states", seed: 4 });
    const backstop = play.view.value.issues.find((issue) => issue.id === "us_backstop")!;
    expect(backstop.options.map((option) => option.breaksMandate)).toEqual([true, false, true, true, true]);
    expect(play.view.value.you.limits.some((limit) => limit.broken)).toBe(true);
  });

  test("reads a draft out as a sentence and says what it is worth", () => {
    const play = createPlay({ scenario: paris, seat: "ukraine", seed: 4 });
    untilAsked(play, "speech");
    const before = play.view.value.you.textUtility;
    const bindingness = paris.issues.findIndex((issue) => issue.id === "bindingness");
    play.choose(bindingness, 4);
    expect(play.view.value.draft.sentence).toBe("You raise Bindingness to “Comparable to Article 5”.");
    expect(play.view.value.you.draftUtility).toBeGreaterThan(before);
    play.choose(bindingness, play.snapshot.value.game.text[bindingness]!);
    expect(play.view.value.draft.changes).toEqual([]);
  });

  test("keeps a draft while others act, and sends nothing by itself", () => {
    const play = createPlay({ scenario: paris, seat: "ukraine", seed: 4 });
    const bindingness = paris.issues.findIndex((issue) => issue.id === "bindingness");
    play.choose(bindingness, 4);
    untilAsked(play, "speech");
    expect(play.view.value.draft.changes).toEqual([[bindingness, 4]]);
    expect(play.snapshot.value.moves.some((move) => move.type === "amend" && move.party === play.seat)).toBe(
      false,
    );
  });

  test("a draft that can't be sent says why", () => {
    const play = createPlay({ scenario: paris, seat: "ukraine", seed: 4 });
    untilAsked(play, "speech");
    expect(play.propose()).toBe("Change something first, or hold.");
    for (const id of ["military", "bindingness", "us_backstop", "R_VOL"]) {
      const issue = paris.issues.findIndex((candidate) => candidate.id === id);
      play.choose(issue, play.snapshot.value.game.text[issue] === 0 ? 1 : 0);
    }
    expect(play.propose()).toBe("An amendment changes at most 3 things. Take one back.");
  });

  test("the forecast is the same for every seat: it knows only what is public", () => {
    const views = ["ukraine", "poland", "japan"].map((seat) => {
      const play = createPlay({ scenario: paris, seat, seed: 9 });
      return play.view.value.forecast;
    });
    expect(views[1]).toEqual(views[0]);
    expect(views[2]).toEqual(views[0]);
  });

  test("the stage is told nothing that the panels don't show", () => {
    const play = createPlay({ scenario: paris, seat: "ukraine", seed: 4 });
    untilAsked(play, "text");
    const { stage, issues } = play.view.value;
    expect(stage.seals.map((seal) => seal.option)).toEqual(
      issues.map((issue) => issue.options.find((option) => option.stands)!.option),
    );
    expect(stage.delegations.filter((one) => one.you).map((one) => one.id)).toEqual(["ukraine"]);
    expect(stage.delegations.find((one) => one.id === "russia")!.place).toBe("away");
  });
});

describe("a person at the table", () => {
  test("undo goes back to before the own last act", () => {
    const play = createPlay({ scenario: paris, seat: "ukraine", seed: 4 });
    untilAsked(play, "speech");
    const before = play.snapshot.value.moves.length;
    play.hold();
    play.toNextStop();
    expect(play.undo()).toBeUndefined();
    expect(play.snapshot.value.moves.length).toBeLessThanOrEqual(before + 1);
    expect(play.undo()).toBeUndefined();
    expect(play.view.value.ask).toBeDefined();
  });

  test("an agent that plays for a person hands the seat back", () => {
    const play = createPlay({ scenario: scenario("first-minute"), seat: "ukraine", seed: 1 });
    play.handOver();
    expect(play.handedOver.value).toBe(true);
    play.step();
    play.takeBack();
    expect(play.handedOver.value).toBe(false);
    untilAsked(play, "text");
  });

  test("every record entry is a sentence, and reasons are given by name", () => {
    const play = createPlay({ scenario: paris, seat: "ukraine", seed: 4 });
    play.handOver();
    play.toNextStop();
    const { record, ended, end } = play.view.value;
    expect(ended).toBe(true);
    expect(["agreement", "deadline", "walkaway"]).toContain(end);
    for (const entry of record) expect(entry.sentence).toMatch(/^\p{Lu}.*\.$/u);
    expect(
      record.some((entry) => entry.details.some((detail) => /voted against: .*mandate/.test(detail))),
    ).toBe(true);
  });
});

test("without agreement a seat is left with its reservation value, on the result page as in a simulation", () => {
  const play = createPlay({ scenario: scenario("three-chairs"), seat: "ukraine", seed: 2 });
  while (!play.view.value.ended) {
    if (play.view.value.ask === "speech") play.hold();
    else if (play.view.value.ask !== undefined) play.vote("against");
    else play.step();
  }
  const { worth, end } = outcomeFacts(play.standpoint.value, play.truth.value!);
  expect(end).toBe("deadline");
  expect(worth).toBe(play.view.value.you.reservationValue);
});
