/** A course of several phases as the screen has it: what is in force, the cards between phases, the course's result. */
import { describe, expect, test } from "vitest";
import { utilityOfResult } from "../../src/seat/worth.ts";
import { resumeSession } from "../../src/session/session.ts";
import { createPlay, type Play } from "../../src/ui/desk/play.ts";
import { playedPhases } from "../../src/view/ending.ts";
import { describeFallback } from "../../src/view/inForce.ts";
import { outcomeFacts, phaseFacts } from "../../src/view/result.ts";
import { paris } from "../fixtures/scenarios.ts";

const scenario = paris();
const DRAFTING = 0;
const TALKS = 2;

function playOf(seat: string, seed = 4): Play {
  return createPlay({ scenario, seat, seed });
}

/** Answers every question until a card, or the end, comes up. */
function untilCard(play: Play, vote: "for" | "against" = "for"): void {
  for (let i = 0; i < 2000 && play.phaseEnd.value === undefined && !play.view.value.ended; i++) {
    const { ask } = play.view.value;
    if (ask === "speech") play.hold();
    else if (ask === "offer") (play.view.value.talks?.mediator ? play.hold : play.propose)();
    else if (ask !== undefined) play.vote(vote);
    else play.toNextStop();
  }
}

function untilTalks(play: Play): void {
  while (play.view.value.course.protocol !== "talks" || play.phaseEnd.value !== undefined) {
    untilCard(play);
    play.goOn();
  }
}

describe("between two phases", () => {
  test("the others wait until the card is read, and skipping stops there once", () => {
    const play = playOf("russia");
    play.toNextStop();
    expect(play.phaseEnd.value?.title).toBe("Paris: one text");
    expect(play.busy.value).toBe(false);
    play.goOn();
    expect(play.phaseEnd.value).toBeUndefined();
    expect(play.busy.value).toBe(true);
    play.toNextStop();
    expect(play.phaseEnd.value?.title).toBe("At home");
  });

  test("the others wait too while the end is being kept and its card not shown yet", async () => {
    const play = playOf("russia");
    const stored: (() => void)[] = [];
    play.keepBy(() => new Promise((resolve) => stored.push(resolve)));
    play.toNextStop();
    expect(play.settling.value).toBe(true);
    // The button is still on the screen, and so is the clock.
    play.toNextStop();
    play.step();
    for (const shown of stored) shown();
    await Promise.resolve();
    expect(play.settling.value).toBe(false);
    expect(play.phaseEnd.value?.title).toBe("Paris: one text");
    expect(play.session.snapshot().game.results).toHaveLength(1);
  });

  test("an agent that plays for you skips to the end without stopping", () => {
    const play = playOf("ukraine");
    play.handOver();
    play.toNextStop();
    expect(play.view.value.ended).toBe(true);
    expect(play.phaseEnd.value).toBeUndefined();
  });

  test("an end that is taken back is read anew", () => {
    const play = playOf("ukraine");
    untilCard(play);
    play.goOn();
    play.undo();
    expect(play.view.value.course.protocol).toBe("drafting");
    untilCard(play);
    expect(play.phaseEnd.value?.title).toBe("Paris: one text");
  });

  test("a game opened again shows the card if nothing has been done since, and not later", () => {
    const play = playOf("ukraine");
    untilCard(play);
    const run = play.session.transcript();
    expect(resumeSession(scenario, run).snapshot().game.results).toHaveLength(1);
    expect(createPlay({ scenario, run }).phaseEnd.value).toEqual(play.phaseEnd.value);
    play.goOn();
    play.step();
    const later = createPlay({ scenario, run: play.session.transcript() });
    expect(later.phaseEnd.value === undefined).toBe(later.snapshot.value.game.results.length === 1);
  });

  test("the card tells the walk-away before and after, and what the seat does next", () => {
    const play = playOf("ukraine");
    untilCard(play);
    const { walkAway, agreed, next, inForce } = play.phaseEnd.value!;
    expect(agreed).toBe(true);
    expect(walkAway!.after).toBeGreaterThan(walkAway!.before);
    expect(walkAway!.after).toBe(inForce.worth);
    expect(next.role).toBe("signatory");
    play.goOn();
    untilCard(play);
    expect(play.phaseEnd.value!.next.role).toBe("side");
  });

  test("a draft is not carried into the next phase", () => {
    const play = playOf("russia");
    play.setDraft([[0, 0]]);
    play.toNextStop();
    play.goOn();
    expect(play.draft.value).toEqual([]);
  });
});

describe("what is in force if a phase fails", () => {
  test("is told in the words of the scenario while a text is drafted", () => {
    const { inForce, disagreement } = playOf("ukraine").view.value;
    expect(inForce.sentence).toBe(disagreement);
    expect(inForce.rival?.kind).toBe("text");
  });

  test("in the talks is what was signed, but for what needs somebody who has not signed, by name", () => {
    const play = playOf("ukraine");
    untilTalks(play);
    const { inForce, issues } = play.view.value;
    expect(inForce.falls.map(({ issue }) => issue)).toEqual(["Military support", "Monitoring"]);
    for (const fallback of inForce.falls) {
      expect(fallback.needs).toEqual(["Russia"]);
      expect(describeFallback(fallback)).toMatch(/^.+: “.+” needs Russia and falls back to “.+”\.$/);
    }
    const military = issues.find(({ id }) => id === "military")!;
    expect(military.options.map(({ needs }) => needs.length)).toEqual([0, 0, 1, 1, 1]);
    expect(inForce.home).toMatch(/^\d+ of \d+ bodies at home approved it\.$/);
  });

  test("is what the seat compares with: no offer is worth as much as failing", () => {
    const play = playOf("ukraine");
    untilTalks(play);
    while (play.view.value.ask === undefined) play.step();
    const { inForce, you, talks } = play.view.value;
    expect(talks?.bound).toBeUndefined();
    expect(inForce.rival).toBeUndefined();
    expect(you.textUtility).toBe(you.reservationValue);
    expect(inForce.worth).toBe(you.reservationValue);
  });

  test("is the status quo for everybody where nothing was agreed", () => {
    const play = playOf("ukraine");
    untilCard(play, "against");
    expect(play.phaseEnd.value!.agreed).toBe(false);
    play.goOn();
    const { inForce, course } = play.view.value;
    expect(inForce.falls).toEqual([]);
    expect(inForce.sentence).toBe("No text has been agreed: everything stays as it was before.");
    expect(course.phases.map(({ id }) => id)).toEqual(["paris", "talks"]);
  });
});

describe("the course as a seat sees it", () => {
  test.each([
    ["ukraine", "speaker", "side"],
    ["poland", "voter", "member"],
    ["france", "speaker", "spokesperson"],
    ["turkiye", "voter", "mediator"],
    ["russia", "observer", "side"],
  ])("%s is a %s in Paris and a %s in the talks", (seat, first, last) => {
    const play = playOf(seat);
    expect(play.view.value.course.role).toBe(first);
    expect(play.view.value.course.actsIn !== undefined).toBe(true);
    play.handOver();
    while (play.view.value.course.protocol !== "talks") play.step();
    expect(play.view.value.course.role).toBe(last);
    expect(play.view.value.course.beats).toEqual(["news", "turn", "council"]);
    expect(play.view.value.course.phases.map(({ state }) => state)).toEqual(["over", "over", "now"]);
  });

  test("the text before the parliaments is the one that was signed, and the adviser is silent", () => {
    const play = playOf("ukraine");
    untilCard(play);
    play.goOn();
    const { game } = play.snapshot.value;
    const { issues, advice, course } = play.view.value;
    expect(course.protocol).toBe("ratification");
    expect(issues.map(({ options }) => options.findIndex(({ stands }) => stands))).toEqual(
      game.results[0]!.outcome,
    );
    expect(advice).toBe("");
  });

  test("the last ballot of a phase is not told in the next one", () => {
    const play = playOf("russia");
    play.toNextStop();
    expect(play.view.value.lastBallot?.beat).toBe("adoption");
    play.goOn();
    play.step();
    expect(play.view.value.lastBallot).toBeUndefined();
  });

  test("the record names the phase of each entry", () => {
    const play = playOf("ukraine");
    play.handOver();
    play.toNextStop();
    const { record } = play.view.value;
    expect([...new Set(record.map(({ phase }) => phase))]).toEqual([0, 1, 2]);
    for (const { sentence } of record) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
  });
});

describe("the result of a course", () => {
  const play = playOf("ukraine");
  play.handOver();
  play.toNextStop();
  const at = play.standpoint.value;
  const truth = play.truth.value!;
  const facts = playedPhases(at).map((played) => phaseFacts(at, truth, played));

  test("tells each phase by its own moves", () => {
    expect(facts.map(({ protocol }) => protocol)).toEqual(["drafting", "ratification", "talks"]);
    expect(facts[DRAFTING]!.first).toBe(0);
    expect(facts.at(-1)!.after).toBe(at.moves.length);
    for (const [i, one] of facts.entries()) {
      expect(one.first).toBe(facts[i - 1]?.after ?? 0);
      expect(one.ballots.every(({ phase }) => phase === one.result.phase)).toBe(true);
    }
  });

  test("measures the talks by what was in force before them, and reality by Paris alone", () => {
    const talks = facts[TALKS]!;
    const opening = [...talks.levels, ...talks.clauses].map(({ opening: option }) => option);
    expect(opening.toSorted()).toEqual(at.games[talks.first]!.inForce.toSorted());
    expect(talks.distance).toBeUndefined();
    expect(facts[DRAFTING]!.distance).toBeDefined();
  });

  test("is worth what a simulation says, by what is in force at the very end", () => {
    const { worth, inForce } = outcomeFacts(at, truth);
    expect(worth).toBe(utilityOfResult(truth.table.seats[play.seat]!, at.game.results));
    expect(inForce).toBe(at.game.results.at(-1));
  });
});
