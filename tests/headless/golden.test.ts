/**
 * Whole games to read: five transcripts as text, one line a move. A change of the rules or the agents shows here as a
 * diff that a person can judge. `npx vitest run -u tests/headless/golden.test.ts` writes them anew.
 */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { advance, initial } from "../../src/protocol/game.ts";
import type { Game, Move, Reason, Vote } from "../../src/protocol/move.ts";
import { formatMove } from "../../src/protocol/row.ts";
import type { LineUp } from "../../src/protocol/transcript.ts";
import type { AgentSpec, Scenario } from "../../src/scenario/schema.ts";
import { tableOf } from "../../src/seat/compiled.ts";
import { courseScenario } from "../fixtures/course.ts";
import { everySeat, movesOf } from "../fixtures/games.ts";
import { firstMinute, paris, parsed, phase, textOf, written } from "../fixtures/scenarios.ts";

const FOLDER = join(import.meta.dirname, "../fixtures/golden");

function nameGiver(scenario: Scenario) {
  const party = (index: number) => scenario.parties[index]!.id;
  const change = ([issue, option]: readonly [number, number]) =>
    `${scenario.issues[issue]!.id} → ${scenario.issues[issue]!.options[option]!.id}`;
  const reason = (given: Reason | undefined) => {
    if (given === undefined) return "";
    const about = given.issue === undefined ? "" : ` ${scenario.issues[given.issue]!.id}`;
    return ` (${given.cause}${about})`;
  };
  return { party, change, reason };
}

/** Up to six voters of a side by name, more of them by their reasons. */
function ballotLine(scenario: Scenario, votes: readonly (Vote | null)[], question: string): string {
  const { party, reason } = nameGiver(scenario);
  const side = (choice: Vote["choice"]) => {
    const voters = votes.flatMap((vote, p) => (vote?.choice === choice ? [{ vote, id: party(p) }] : []));
    const words = ({ vote }: { vote: Vote }) =>
      `${vote.reservation === undefined ? "" : ` without ${scenario.issues[vote.reservation]!.id}`}${reason(vote.reason)}`;
    const byReason = Map.groupBy(voters, (voter) => words(voter).trim());
    const listed =
      voters.length > 6
        ? [...byReason].map(([why, alike]) => `${alike.length} ${why}`.trim())
        : voters.map((voter) => `${voter.id}${words(voter)}`);
    return voters.length === 0 ? [] : [`${choice} ${voters.length}: ${listed.join(", ")}`];
  };
  return `  ${question} — ${[...side("for"), ...side("against"), ...side("abstain")].join("; ")}`;
}

function eventLine(scenario: Scenario, move: Move): string {
  const written = formatMove(scenario, move);
  if (written.type !== "news" || written.event === undefined) return "";
  const { id, branch, target } = written.event;
  return `; news: ${[id, branch, target].filter((part) => part !== undefined).join(" ")}`;
}

function leverLine(scenario: Scenario, move: Move): string {
  const written = formatMove(scenario, move);
  return written.type !== "lever"
    ? ""
    : [written.lever, ...(written.target ? ["at", written.target] : [])].join(" ");
}

function moveLine(scenario: Scenario, game: Game, move: Move): string {
  const { party, change, reason } = nameGiver(scenario);
  switch (move.type) {
    case "news":
      return `${scenario.phases[game.phase]!.id}, round ${game.round}: ${move.speakers.map(party).join(", ") || "nobody else"} will speak${eventLine(scenario, move)}`;
    case "lever":
      return `${party(move.party)} pulls ${leverLine(scenario, move)}${reason(move.reason)}`;
    case "amend":
      return `${party(move.party)} proposes ${move.changes.map(change).join(", ")}${reason(move.reason)}`;
    case "hold":
      return `${party(move.party)} holds${reason(move.reason)}`;
    case "walkaway":
      return `${party(move.party)} walks away${reason(move.reason)}`;
    case "offer":
      return `${party(move.party)} offers ${textLine(scenario, move.outcome)}${reason(move.reason)}`;
    case "accept":
      return `${party(move.party)} accepts${reason(move.reason)}`;
    case "ratify":
      return `approved by ${move.approved.flatMap((yes, p) => (yes ? [party(p)] : [])).join(", ")}`;
    case "ballot":
      return ballotLine(scenario, move.votes, game.play.beat === "ballot" ? "amendment" : "the text");
  }
}

/** What differs from the status quo. */
function textLine(scenario: Scenario, text: readonly number[]): string {
  const differing = scenario.issues.flatMap(({ id, options, statusQuo }, i) => {
    const option = options[text[i]!]!.id;
    return option === statusQuo ? [] : [`${id} → ${option}`];
  });
  return differing.join(", ") || "the status quo";
}

/** The whole game, readable. */
function goldenText(scenario: Scenario, lineUp: LineUp, seed: number): string {
  const table = tableOf(scenario);
  const { course } = table.positions;
  const game = initial(course);
  const lines = [`${scenario.title}, seed ${seed}`, `The text: ${textLine(scenario, game.text)}`, ""];
  for (const move of movesOf(table, lineUp, seed)) {
    const before = game.text.slice();
    const phases = game.results.length;
    lines.push(moveLine(scenario, game, move));
    advance(course, game, move);
    const ended = game.results.length > phases;
    if (!ended && move.type === "ballot" && game.text.some((o, i) => o !== before[i]))
      lines.push("  carried");
    if (ended) {
      const { end, round, outcome, unity } = game.results.at(-1)!;
      lines.push(`  ${end} in round ${round}, unity ${unity.toFixed(2)}: ${textLine(scenario, outcome)}`, "");
    }
  }
  return lines.join("\n");
}

function scriptedCourse(): [Scenario, Record<string, AgentSpec>] {
  const scenario = written(3, 2);
  scenario.title = "Two phases by script";
  const { floor: _, ...first } = phase("first", 2);
  scenario.phases = [
    {
      ...first,
      floor: { principals: ["p0", "p1"], rotating: 1 },
      agenda: [["i0"], ["i1"]],
      next: { agreement: "second", none: null },
    },
    {
      ...first,
      id: "second",
      floor: { principals: ["p2"], rotating: 0 },
      opening: { i0: "o2" },
      decision: { minFor: { count: 2 }, reservations: { parties: ["p1"], unity: 0.2 } },
    },
  ];
  const lineUp: Record<string, AgentSpec> = {
    p0: {
      strategy: "scripted",
      script: [
        { round: 1, amend: { i0: "o1" }, adopt: "against" },
        { round: 2, amend: { i1: "o2" }, adopt: "for" },
      ],
    },
    p1: {
      strategy: "scripted",
      script: [
        { round: 1, amend: { i0: "o2" } },
        { round: 2, adopt: "for" },
      ],
    },
    p2: { strategy: "hold" },
  };
  return [parsed(scenario), lineUp];
}

const small = firstMinute();
const GAMES: Readonly<Record<string, () => string>> = {
  "first-minute": () => goldenText(small, {}, 1),
  "first-minute-hardliner": () => goldenText(small, { ukraine: { strategy: "hardliner" } }, 1),
  "first-minute-uniform": () => goldenText(small, everySeat(small, "uniform"), 7),
  "two-phases-by-script": () => goldenText(...scriptedCourse(), 1),
  "all-phases": () => goldenText(courseScenario(), {}, 4),
  "direct-talks": () => goldenText(parsed(textOf("direct-talks.json")), {}, 1),
  paris: () => goldenText(paris(), {}, 1),
};

describe("the game is the one that was read last time", () => {
  it.each(Object.entries(GAMES))("%s", async (name, play) => {
    await expect(play()).toMatchFileSnapshot(join(FOLDER, `${name}.txt`));
  });
});
