/** The mechanism of the words: whole messages with named values, by section and language. */
import { afterEach, describe, expect, expectTypeOf, test } from "vitest";
import { section, speak } from "../../../src/view/words/messages.ts";

const english = {
  title: "Last ballot",
  round: "Round {$round} of {$rounds}",
  votes: ".input {$count :integer} .match $count one {{{$count} vote}} * {{{$count} votes}}",
  who: "{$names :list start=yes} voted for.",
  worth: "{$points :points} points, {$gap :signed} against it.",
  asOf: "Positions as stated up to {$date :day}.",
  beats: { news: "News", floor: "Floor" },
  walkAway: "Your {#term}walk-away{/term} is worth {$points :points}.",
} as const;
const words = section("sample", english);

afterEach(() => speak("en", {}));

describe("a message", () => {
  test("without placeholders is its text; with them it takes named values", () => {
    expect(words.title).toBe("Last ballot");
    expect(words.round({ round: 3, rounds: 6 })).toBe("Round 3 of 6");
    expect(words.beats.floor).toBe("Floor");
    expectTypeOf(words.round).parameter(0).toEqualTypeOf<{
      readonly round: string | number | readonly string[];
      readonly rounds: string | number | readonly string[];
    }>();
    expectTypeOf(words.title).toEqualTypeOf<string>();
  });

  test("has the plural form of its number", () => {
    expect([0, 1, 2, 1200].map((count) => words.votes({ count }))).toEqual([
      "0 votes",
      "1 vote",
      "2 votes",
      "1,200 votes",
    ]);
  });

  test("puts names in a row and begins with a capital", () => {
    expect(words.who({ names: ["the United States", "France", "Poland"] })).toBe(
      "The United States, France and Poland voted for.",
    );
    expect(words.who({ names: ["poland"] })).toBe("Poland voted for.");
  });

  test("shows points with one decimal, differences with their sign, dates in full", () => {
    expect(words.worth({ points: 71.25, gap: -2.04 })).toBe("71.3 points, −2 against it.");
    expect(words.worth({ points: -0.01, gap: 0.04 })).toBe("0 points, ±0 against it.");
    expect(["2026-01-06", "2026-01", "2026"].map((date) => words.asOf({ date }))).toEqual([
      "Positions as stated up to 6 January 2026.",
      "Positions as stated up to January 2026.",
      "Positions as stated up to 2026.",
    ]);
  });

  test("keeps its marked parts, so that the screen can make elements of them", () => {
    expect(words.walkAway({ points: 33 })).toEqual([
      "Your ",
      { name: "term", parts: ["walk-away"] },
      " is worth ",
      "33",
      ".",
    ]);
  });

  test("isolates a name that runs from right to left, and no other", () => {
    expect(words.who({ names: ["قرية"] })).toBe("\u2068قرية\u2069 voted for.");
    expect(words.who({ names: ["Київ"] })).not.toMatch(/[\u2066-\u2069]/);
  });

  test("fails with its key when a value is missing", () => {
    expect(() => words.round({ round: 3 } as never)).toThrow(/"round".*rounds/);
  });
});

describe("another language", () => {
  const ukrainian = {
    title: "Останнє голосування",
    votes:
      ".input {$count :integer} .match $count one {{{$count} голос}} few {{{$count} голоси}} many {{{$count} голосів}} * {{{$count} голосу}}",
    beats: { floor: "Слово" },
  };

  test("replaces the messages it has, with its own plural forms, and leaves the others in English", () => {
    expect(words.votes({ count: 2 })).toBe("2 votes");
    speak("uk", { sample: ukrainian });
    expect(words.title).toBe("Останнє голосування");
    expect([1, 2, 5, 21].map((count) => words.votes({ count }))).toEqual([
      "1 голос",
      "2 голоси",
      "5 голосів",
      "21 голос",
    ]);
    expect(words.beats.floor).toBe("Слово");
    expect(words.beats.news).toBe("News");
    expect(words.round({ round: 1, rounds: 2 })).toBe("Round 1 of 2");
  });
});
