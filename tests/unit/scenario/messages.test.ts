/** What a message says beside the place: every value that may stand there, both forms of a union, where a key belongs. */
import { describe, expect, it } from "vitest";
import { parseScenario } from "../../../src/agents/parse.ts";
import { type Written, written } from "../../fixtures/scenarios.ts";

type Loose = Record<string, unknown>;

/** Messages of the smallest scenario after a change that its types would not allow. */
function messagesAfter(
  change: (scenario: Written, first: { party: Loose; phase: Loose; issue: Loose }) => void,
) {
  const scenario = written(2, 1);
  const [party, phase, issue] = [scenario.parties[0]!, scenario.phases[0]!, scenario.issues[0]!];
  change(scenario, { party: party as Loose, phase: phase as Loose, issue: issue as Loose });
  const parsed = parseScenario(scenario);
  return parsed.ok ? [] : parsed.problems.map(({ message }) => message);
}

describe("a value that may be of several forms is told all of them", () => {
  it.each<[string, unknown, string]>([
    [
      "reservationValue",
      "30",
      '"30" stands where a number, the word "disagreement" or a list in [ ] is expected.',
    ],
    [
      "reservationValue",
      null,
      'null stands where a number, the word "disagreement" or a list in [ ] is expected.',
    ],
  ])("%s: %j", (key, value, message) => {
    expect(
      messagesAfter((_, { party }) => {
        (party.preferences as Loose)[key] = value;
      }),
    ).toEqual([message]);
  });

  it.each<[string, unknown, string]>([
    ["agenda", 3, '3 stands where the word "all" or a list in [ ] is expected.'],
    ["next", { agreement: 1, none: null }, "1 stands where a text in quotation marks or null is expected."],
    [
      "decision",
      { minFor: { share: [] } },
      "A list stands where a number or a text in quotation marks is expected.",
    ],
    [
      "decision",
      [{ minFor: { share: 0.55 } }, { minFor: { share: 0.65 } }],
      'A list stands where an object in { } is expected. Write one object; inside it "minFor" or "maxAgainst" may be a list.',
    ],
    ["rounds", "3", '"3" stands where a whole number is expected.'],
    ["floor", [{}], "A list stands where an object in { } is expected."],
  ])("a phase's %s: %j", (key, value, message) => {
    expect(
      messagesAfter((_, { phase }) => {
        phase[key] = value;
      }),
    ).toEqual([message]);
  });

  it("objects by what they must have", () => {
    const [message] = messagesAfter((scenario) => {
      const lever = {
        id: "x",
        title: "x",
        text: "x",
        parties: ["p0"],
        effects: [{ changes: "world", variable: "unity", add: 1 }],
        target: { party: ["p1"] },
      };
      (scenario as Loose).levers = [lever];
    });
    expect(message).toBe(
      'An object stands where an object with "parties" or an object with "issues" is expected.',
    );
  });
});

describe("one of several words is told every word, and the one that was meant", () => {
  it.each<[unknown, string]>([
    ["integer", '"integer" can\'t be used here. Write "level" or "clause".'],
    ["levels", '"levels" can\'t be used here. Write "level" or "clause". Did you mean "level"?'],
    [1, '1 can\'t be used here. Write "level" or "clause".'],
  ])("%j", (kind, message) => {
    expect(
      messagesAfter((_, { issue }) => {
        issue.kind = kind;
      }),
    ).toEqual([message]);
  });

  it("also where the word decides what else may stand there", () => {
    expect(
      messagesAfter((_, { phase }) => {
        phase.protocol = "draft";
      }),
    ).toEqual(['"draft" can\'t be used here. Write "drafting", "talks" or "ratification".']);
  });
});

describe("a key in the wrong place is told its place, never its own name", () => {
  const unknownKey = (change: Parameters<typeof messagesAfter>[0]) => messagesAfter(change)[0];

  it.each<[string, Parameters<typeof messagesAfter>[0], string]>([
    [
      "one level too deep",
      (_, { party }) => {
        (party.preferences as Loose).ratification = {};
      },
      'It belongs one level up, beside "preferences". Move it there.',
    ],
    [
      "three levels too deep",
      ({ parties }) => {
        (parties[0]!.preferences.stakes.i0 as Loose).agent = {};
      },
      'It belongs three levels up, beside "preferences". Move it there.',
    ],
    [
      "one level too high",
      (_, { party }) => {
        party.reservationValue = 3;
      },
      'It belongs one level down, inside "preferences". Move it there.',
    ],
    [
      "in another object of the format",
      (_, { issue }) => {
        issue.min = 0;
      },
      'The format has it only in "says", "limits", "unless", "when" or "effects". Move it there or remove it.',
    ],
    [
      "with another protocol",
      (_, { phase }) => {
        phase.seats = [];
      },
      'It goes with "protocol": "talks" only. Remove it.',
    ],
    [
      "nowhere, but almost spelt like a key",
      (_, { issue }) => {
        issue.statusqou = "o0";
      },
      'Did you mean "statusQuo"? If not, remove it.',
    ],
  ])("%s", (_name, change, cure) => {
    const message = unknownKey(change)!;
    expect(message.endsWith(cure)).toBe(true);
    const [, name] = /^"(\w+)"/.exec(message)!;
    expect(message).not.toContain(`mean "${name}"`);
  });

  it("a missing key is told what to write", () => {
    expect(
      messagesAfter((_, { phase }) => {
        delete phase.rounds;
        delete phase.protocol;
      }),
    ).toEqual(['"protocol" is missing. Add it here: "drafting", "talks" or "ratification".']);
    expect(
      messagesAfter((_, { issue }) => {
        delete issue.options;
      }),
    ).toContain('"options" is missing. Add it here: a list in [ ].');
  });

  it("a key that can't be an id is named", () => {
    expect(
      messagesAfter((_, { phase }) => {
        phase.opening = { "i 0": "o0" };
      }),
    ).toEqual([
      '"i 0" can\'t be a name here. Ids are letters, digits, - and _, starting with a letter, at most 40 characters.',
    ]);
  });
});

describe("an issue that does not exist is named", () => {
  const unknown = (message: string) => message.includes('"i9"');
  it("in a limit and in what widens it", () => {
    const messages = messagesAfter((_, { party }) => {
      (party.preferences as Loose).limits = [
        { issue: "i9", min: "o1" },
        { issue: "i0", min: "o1", unless: [{ issue: "i9", is: "o1" }] },
      ];
    });
    expect(messages.filter(unknown)).toHaveLength(2);
    expect(messages).toHaveLength(2);
  });
});
