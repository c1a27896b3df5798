/** A person's vote against says why: what weighs most, another true reason that the person chooses, or nothing. */
import { describe, expect, test } from "vitest";
import { isNegotiation } from "../../../src/protocol/course.ts";
import { amended, motionNow } from "../../../src/protocol/drafting.ts";
import type { Reason, Vote } from "../../../src/protocol/move.ts";
import { breaks, utility } from "../../../src/scenario/preference.ts";
import { objectionsNow, sameReason } from "../../../src/seat/objection.ts";
import { preferenceNow } from "../../../src/seat/seats.ts";
import type { Standpoint } from "../../../src/seat/standpoint.ts";
import { supportOf } from "../../../src/seat/support.ts";
import { createPlay, type Play } from "../../../src/ui/desk/play.ts";
import { paris, parsed, textOf } from "../../fixtures/scenarios.ts";

const scenario = paris();
const issueOf = (id: string) => scenario.issues.findIndex((issue) => issue.id === id);

const breaksMandate = (play: Play) =>
  play.view.value.objections[0]?.reason.cause.endsWith("-mandate") === true;

/** Votes against everything and says nothing, up to the first text that the mandate forbids. */
function untilForbidden(play: Play): void {
  for (let stop = 0; stop < 60; stop++) {
    const { ask } = play.view.value;
    if (ask === "text" && breaksMandate(play)) return;
    if (ask === "speech") play.hold();
    else if (ask !== undefined) play.vote("against");
    else play.toNextStop();
  }
  throw new Error("No text was forbidden.");
}

function lastVoteOf(play: Play): Vote | null | undefined {
  const ballot = play.session.snapshot().moves.findLast((move) => move.type === "ballot");
  return ballot?.type === "ballot" ? ballot.votes[play.seat] : undefined;
}

describe("a vote against tells", () => {
  const atForbidden = () => {
    const play = createPlay({ scenario, seat: "united_states", seed: 1 });
    untilForbidden(play);
    return play;
  };

  test("the limit that the text breaks", () => {
    const play = atForbidden();
    play.vote("against");
    expect(lastVoteOf(play)).toEqual({
      choice: "against",
      reason: { cause: "above-mandate", issue: issueOf("us_backstop") },
    });
  });

  test("nothing, at this question and the next ones, until it is taken back", () => {
    const play = atForbidden();
    play.telling.value = "nothing";
    play.vote("against");
    expect(lastVoteOf(play)).toEqual({ choice: "against" });
    untilForbidden(play);
    expect(play.told.value).toBeUndefined();
    play.telling.value = "first";
    expect(play.told.value).toEqual(play.view.value.objections[0]!.reason);
  });

  test("another reason that is chosen, at this question only, and everybody learns from that one", () => {
    const [chosen, first] = [atForbidden(), atForbidden()];
    const { objections } = chosen.view.value;
    const other = objections.at(-1)!.reason;
    expect(other).toMatchObject({ cause: "too-little" });
    chosen.telling.value = other;
    for (const play of [chosen, first]) {
      play.vote("against");
      while (lastVoteOf(play) === undefined) play.step();
    }
    expect(lastVoteOf(chosen)).toEqual({ choice: "against", reason: other });
    expect(chosen.telling.value).toBe("first");
    const seen = ({ standpoint }: Play) => {
      const { belief, game, own } = standpoint.value;
      const phase = own.course.phases[0]!;
      if (!isNegotiation(phase)) throw new Error("Paris begins with drafting.");
      return supportOf(belief, phase, chosen.seat, game.text);
    };
    // Of the first reason it is learnt that the text is forbidden, of the other that there is not enough in it.
    expect(seen(chosen)).toBeGreaterThan(seen(first));
  });

  test("nothing where it is for or abstains", () => {
    for (const choice of ["for", "abstain"] as const) {
      const play = atForbidden();
      play.telling.value = play.view.value.objections[0]!.reason;
      play.vote(choice);
      expect(lastVoteOf(play)).toEqual({ choice });
    }
  });
});

/** Whether a reason holds, by what the words of it say. */
function holds({ own, game }: Standpoint, { cause, issue }: Reason): boolean {
  const preference = preferenceNow(own, game);
  const motion = motionNow(game);
  const next = motion === undefined ? game.text : amended(game.text, motion.changes);
  const limits = preference.limits.filter((limit) => breaks(limit, next));
  switch (cause) {
    case "above-mandate":
      return limits.some((limit) => limit.issue === issue && next[limit.issue]! > limit.max);
    case "below-mandate":
      return limits.some((limit) => limit.issue === issue && next[limit.issue]! < limit.min);
    case "clause-missing":
      return next[issue!] === 0 && limits.some((limit) => !breaks(limit, amended(next, [[issue!, 1]])));
    case "worse":
      return motion!.changes.some(([changed]) => changed === issue) && next[issue!] !== game.text[issue!];
    case "too-little": {
      const options = Array.from({ length: preference.table.counts[issue!]! }, (_, option) => option);
      const worth = utility(preference, next);
      return options.some((option) => utility(preference, amended(next, [[issue!, option]])) > worth);
    }
    default:
      return false;
  }
}

describe.each([
  ["paris-2026", ["united_states", "poland", "italy"]],
  ["direct-talks", ["poland"]],
  ["three-chairs", ["ukraine"]],
])("in %s", (id, seats) => {
  test.each(seats)("each reason of %s is true, told once, legal and kept in the run file", (seat) => {
    const played = parsed(textOf(`${id}.json`));
    const play = createPlay({ scenario: played, seat, seed: 2 });
    let told = 0;
    for (let stop = 0; stop < 60 && !play.view.value.ended; stop++) {
      const { ask, objections } = play.view.value;
      const at = play.standpoint.value;
      if (play.phaseEnd.value) play.goOn();
      else if (ask === "speech") play.hold();
      else if (ask === "offer") {
        if (play.accept() !== undefined && play.hold() !== undefined) {
          play.setDraft([[at.own.course.phases[at.game.phase]!.issues[0]!, 1]]);
          if (play.propose() !== undefined) play.walkAway();
        }
      } else if (ask === undefined) play.toNextStop();
      else {
        const reasons = objectionsNow(at);
        expect(objections.map(({ reason }) => reason)).toEqual(reasons);
        expect(reasons.length).toBeLessThanOrEqual(5);
        for (const [k, reason] of reasons.entries()) {
          expect(holds(at, reason), JSON.stringify(reason)).toBe(true);
          expect(reasons.findIndex((other) => sameReason(other, reason))).toBe(k);
        }
        const sentences = objections.map(({ sentence }) => sentence);
        expect(new Set(sentences).size).toBe(sentences.length);
        const last = reasons.at(-1);
        if (last !== undefined) play.telling.value = last;
        expect(play.vote("against")).toBeUndefined();
        const resumed = createPlay({ scenario: played, run: play.saved() });
        expect(lastVoteOf(resumed)).toEqual(lastVoteOf(play));
        told += Number(last !== undefined);
      }
    }
    expect(told).toBeGreaterThan(0);
  });
});
