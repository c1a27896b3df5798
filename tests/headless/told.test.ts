/**
 * What seats are told in whole games, to read: the view of a seat at the beginning and what each move changes of it, and the
 * facts of its result. A change of rules, estimates or words shows here as a diff that a person can judge.
 * `npx vitest run -u tests/headless/told.test.ts` writes them anew.
 */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Scenario } from "../../src/scenario/schema.ts";
import { createPlay } from "../../src/ui/desk/play.ts";
import { idealDraft } from "../../src/view/draft.ts";
import { playedPhases } from "../../src/view/ending.ts";
import { phaseEndOf } from "../../src/view/phaseEnd.ts";
import { phaseFacts } from "../../src/view/result.ts";
import { timelineOf } from "../../src/view/timeline.ts";
import { courseScenario } from "../fixtures/course.ts";
import { changesOf, flat } from "../fixtures/flat.ts";
import { firstMinute, parsed, textOf } from "../fixtures/scenarios.ts";

const FOLDER = join(import.meta.dirname, "../fixtures/golden/told");

/** An agent plays the seat too, so that every kind of act of a seat of its own is told. */
function told(scenario: Scenario, seat: string, seed: number): string {
  const play = createPlay({ scenario, seat, seed });
  const lines = [`${scenario.title}, seed ${seed}, as ${seat}`];
  let before: ReadonlyMap<string, string> = new Map();
  const tell = (what: string) => {
    const at = play.standpoint.value;
    const between = at.game.results.length > 0 && at.game.play.beat !== "ended";
    const now = flat({ ...play.view.value, phaseEnd: between ? phaseEndOf(at) : undefined });
    lines.push("", what, ...changesOf(before, now));
    before = now;
  };
  tell("At the beginning");
  for (let move = 1; !play.view.value.ended; move++) {
    if (play.view.value.ask === "speech") {
      play.setDraft(idealDraft(play.standpoint.value));
      tell("With a draft");
      play.setDraft([]);
    }
    play.goOn();
    play.handOver();
    play.step();
    play.takeBack();
    tell(`After move ${move}`);
  }
  const at = play.standpoint.value;
  const truth = play.truth.value!;
  for (const played of playedPhases(at)) {
    const { id, ...facts } = phaseFacts(at, truth, played);
    lines.push("", `Result of ${id}`, ...changesOf(new Map(), flat(facts)));
  }
  lines.push("", "Timeline", ...changesOf(new Map(), flat(timelineOf(truth, at.game.results))));
  return `${lines.join("\n")}\n`;
}

const course = courseScenario();
const GAMES: Readonly<Record<string, () => string>> = {
  "all-phases-p0": () => told(course, "p0", 4),
  "all-phases-p2": () => told(course, "p2", 7),
  "all-phases-p3": () => told(course, "p3", 2),
  "first-minute": () => told(firstMinute(), "ukraine", 1),
  "three-chairs": () => told(parsed(textOf("three-chairs.json")), "europe", 2),
};

describe("seats are told what was read last time", () => {
  it.each(Object.entries(GAMES))("%s", async (name, play) => {
    await expect(play()).toMatchFileSnapshot(join(FOLDER, `${name}.txt`));
  });
});
