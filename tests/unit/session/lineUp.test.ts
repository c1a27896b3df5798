/** Agents of a line-up that can't be made: a sentence that says what is wrong with them, and where. */
import { describe, expect, it } from "vitest";
import * as roster from "../../../src/agents/roster.ts";
import { makerOf } from "../../../src/session/lineUp.ts";
import { courseScenario } from "../../fixtures/course.ts";

const scenario = courseScenario();
const make = (spec: unknown) => () => makerOf(scenario, roster, "p0", spec as never);

describe("an agent that can't be made is refused in a sentence", () => {
  it.each([
    [null, 'An agent is written as { "strategy": "name", … }.'],
    [{}, 'An agent is written as { "strategy": "name", … }.'],
    [{ strategy: 7 }, 'An agent is written as { "strategy": "name", … }.'],
    [{ strategy: "toString" }, /no strategy "toString"/],
    [{ strategy: "delegat" }, /Did you mean "delegate"\?/],
    [{ strategy: "delegate", hop: 1 }, /hop/],
    [{ strategy: "delegate", hope: "much" }, /hope/],
    [
      { strategy: "scripted", script: [{ round: 1, lever: "nil" }] },
      /^The agent of p0 can't be made\. script\[0\]\.lever: /,
    ],
    [
      { strategy: "scripted", script: [{ round: 1 }, { round: 1, amend: { nil: "o0" } }] },
      "The agent of p0 can't be made. script[1].round: Round 1 stands twice in this script. Join its lines.",
    ],
  ])("%j", (spec, sentence) => {
    expect(make(spec)).toThrow(RangeError);
    expect(make(spec)).toThrow(sentence);
  });

  it("and a person needs none", () => {
    expect(make("human")()).toBeUndefined();
    expect(make({ strategy: "scripted", script: [{ round: 1, amend: { i0: "o1" } }] })()).toBeTypeOf(
      "function",
    );
  });
});
