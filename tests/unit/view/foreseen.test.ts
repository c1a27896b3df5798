/** What was expected of a ballot against what came: what the forecast said before it, also after undo, load and replay. */
import { describe, expect, test } from "vitest";
import type { Move } from "../../../src/protocol/move.ts";
import { tableOf } from "../../../src/seat/compiled.ts";
import { disclosedBy } from "../../../src/seat/disclosure.ts";
import { instructionsOf, publicOf } from "../../../src/seat/public.ts";
import { seatTableOf } from "../../../src/seat/seatTable.ts";
import { beginning, follow } from "../../../src/seat/standpoint.ts";
import { createPlay, type Play } from "../../../src/ui/desk/play.ts";
import { foreseenIn } from "../../../src/view/foreseen.ts";
import { courseScenario } from "../../fixtures/course.ts";
import { paris, parsed, written } from "../../fixtures/scenarios.ts";

const scenario = paris();

function ballotsOf(play: Play): number[] {
  return play.session.snapshot().moves.flatMap((move, at) => (move.type === "ballot" ? [at] : []));
}

/** One step of the game: your answer, or a move of somebody else. */
function goOn(play: Play, choice: "for" | "against"): void {
  const { ask } = play.view.value;
  if (play.phaseEnd.value) play.goOn();
  else if (ask === "speech") play.hold();
  else if (ask === "motion" || ask === "text") play.vote(choice);
  else play.step();
}

describe("in Paris", () => {
  test("it is the number that the forecast gave just before the ballot, and the votes for it", () => {
    const play = createPlay({ scenario, seat: "ukraine", seed: 3 });
    const compared = { motion: 0, text: 0 };
    for (let k = 0; k < 300 && play.standpoint.value.game.phase === 0; k++) {
      const { ask, forecast } = play.view.value;
      const before = ballotsOf(play).length;
      goOn(play, "against");
      if (ask !== "motion" && ask !== "text") continue;
      for (let step = 0; ballotsOf(play).length === before && step < 5; step++) play.step();
      const at = play.standpoint.value;
      const index = ballotsOf(play).at(-1)!;
      const ballot = at.moves[index] as Extract<Move, { type: "ballot" }>;
      const came = ballot.votes.filter((vote) => vote?.choice === "for").length;
      const said = `Expected about ${forecast!.ballot!.for} for, came ${came}`;
      expect(foreseenIn(at, index)).toContain(said);
      expect(play.view.value.record.find(({ move }) => move === index)!.details[0]).toContain(said);
      expect(play.view.value.lastBallot!.foreseen).toBe(foreseenIn(at, index));
      compared[ask]++;
    }
    expect(compared.motion).toBeGreaterThan(3);
    expect(compared.text).toBeGreaterThan(1);
  });

  test("those wait who are against the text and say that they hope for more, while a round follows", () => {
    const play = createPlay({ scenario, seat: "ukraine", seed: 3 });
    let waited = 0;
    for (let k = 0; k < 300 && play.standpoint.value.game.phase === 0; k++) goOn(play, "against");
    const at = play.standpoint.value;
    for (const index of ballotsOf(play)) {
      const ballot = at.moves[index] as Extract<Move, { type: "ballot" }>;
      const hoping = ballot.votes.filter((v) => v?.choice === "against" && v.reason?.cause === "too-little");
      const sentence = foreseenIn(at, index)!;
      const last = at.games[index + 1]!.phase !== 0;
      const told = last || hoping.length === 0 ? undefined : `${hoping.length}`;
      expect(/: (\d+) (is|are) waiting for more/.exec(sentence)?.[1]).toBe(told);
      waited += Number(told !== undefined);
    }
    expect(waited).toBeGreaterThan(0);
  });

  test("it stays the same after undo, in a game that is loaded, and when all is heard at once", () => {
    const play = createPlay({ scenario, seat: "poland", seed: 5 });
    for (let k = 0; k < 60; k++) goOn(play, "for");
    const told = (one: Play) =>
      one.standpoint.value.moves.map((_, index) => foreseenIn(one.standpoint.value, index));
    const all = told(play);
    expect(all.filter((sentence) => sentence !== undefined).length).toBeGreaterThan(5);
    expect(told(createPlay({ scenario, run: play.saved() }))).toEqual(all);

    expect(play.undo()).toBeUndefined();
    expect(told(play)).toEqual(all.slice(0, play.standpoint.value.moves.length));
    play.rewind(20);
    expect(told(play)).toEqual(all.slice(0, 20));

    // By hand, from the moves alone and move by move.
    const table = tableOf(scenario);
    const moves = createPlay({ scenario, run: play.saved() }).session.snapshot().moves;
    const own = seatTableOf(publicOf(scenario), play.seat, instructionsOf(scenario, play.seat));
    let at = beginning(own);
    for (let count = 1; count <= moves.length; count++) {
      const made = moves.slice(0, count);
      at = follow(at, {
        moves: made,
        disclosed: made.map((move) => disclosedBy(table.positions, move)),
        asked: false,
      });
      expect(at.foreseen).toHaveLength(count);
    }
    expect(at.moves.map((_, index) => foreseenIn(at, index))).toEqual(all.slice(0, 20));
  });
});

test("nothing is told where nobody has said or done anything, nor of the ballots of talks", () => {
  const silent = createPlay({ scenario: parsed(written(3, 2)), seat: "p0", seed: 1 });
  for (let k = 0; k < 10 && ballotsOf(silent).length === 0; k++) goOn(silent, "for");
  expect(silent.standpoint.value.moves.some((move) => move.type === "amend")).toBe(false);
  expect(foreseenIn(silent.standpoint.value, ballotsOf(silent)[0]!)).toBeUndefined();

  const talks = createPlay({ scenario: courseScenario(), seat: "p2", seed: 7 });
  talks.handOver();
  talks.toNextStop();
  const at = talks.standpoint.value;
  const councils = ballotsOf(talks).filter((index) => at.games[index]!.play.beat === "council");
  expect(councils.length).toBeGreaterThan(0);
  expect(councils.map((index) => foreseenIn(at, index))).toEqual(councils.map(() => undefined));
});
