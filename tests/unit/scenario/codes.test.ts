/** Flags and languages are codes that exist. */
import { describe, expect, it } from "vitest";
import { parseScenario } from "../../../src/agents/parse.ts";
import { written } from "../../fixtures/scenarios.ts";

function problemsWith(fields: { language?: string; flag?: string }): string[] {
  const { language = "en", flag } = fields;
  const scenario = { ...written(2, 1), language };
  Object.assign(scenario.parties[0]!, flag === undefined ? {} : { flag });
  const parsed = parseScenario(scenario);
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path}: ${message}`);
}

describe("a flag is the code of a state, of the European Union or of the United Nations", () => {
  it.each(["UA", "US", "EU", "UN", "XK"])("%s", (flag) => expect(problemsWith({ flag })).toEqual([]));

  it.each(["UK", "ZZ", "QQ"])("not %s", (flag) => {
    expect(problemsWith({ flag })).toEqual([
      `parties[0].flag: "${flag}" is the ISO 3166 code of no state. Write one such as "UA", or leave it out.`,
    ]);
  });
});

describe("a language is one that there is", () => {
  it.each(["en", "uk", "ar", "pt-BR", "zh-Hant-TW", "ckb"])("%s", (language) =>
    expect(problemsWith({ language })).toEqual([]),
  );

  it("a state's code in its place is told the language that was meant", () => {
    expect(problemsWith({ language: "ua" })).toEqual([
      'language: "ua" is the code of no language. Did you mean "uk"?',
    ]);
    expect(problemsWith({ language: "xx" })).toEqual([
      'language: "xx" is the code of no language. Write one such as "en" or "uk".',
    ]);
  });
});
