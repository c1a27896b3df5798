/**
 * A search for a strategy that always wins the Paris course: fixed loops of levers, amendments and votes, drawn at
 * random, the best of them varied, the best of all played afresh. To win a game means to get more than nine default
 * games in ten give that seat. The search prints the best it found; a sure win would be a hole in the rules.
 */
import { describe, expect, test } from "vitest";
import type { Script } from "../../src/agents/scripted.ts";
import { fork, gameSeed, type Random, randomFrom, seedOf } from "../../src/random.ts";
import { playGame } from "../../src/runs/simulate.ts";
import type { AgentSpec, Scenario } from "../../src/scenario/schema.ts";
import { tableOf } from "../../src/seat/compiled.ts";
import { utilityOfResult } from "../../src/seat/worth.ts";
import { castOf } from "../../src/session/lineUp.ts";
import { SEED } from "../fixtures/games.ts";
import { paris } from "../fixtures/scenarios.ts";

type Line = Script[number];

const DRAWN = 24;
const VARIED = 12;
const GAMES = 6;
const FRESH = 40;
/** A share of fresh games at which a strategy counts as a sure win. */
const SURE = 0.9;

const scenario = paris();
const table = tableOf(scenario);

/** Utilities of a seat over games of a run of its own. */
function utilities(seat: string, holder: AgentSpec | undefined, run: number, games: number): number[] {
  const party = scenario.parties.findIndex(({ id }) => id === seat);
  const { makers } = castOf(scenario, holder && { lineUp: { [seat]: holder } });
  return Array.from({ length: games }, (_, game) =>
    utilityOfResult(table.seats[party]!, playGame(table, makers, gameSeed(run, game))),
  );
}

/** A loop of one to three lines over all rounds: perhaps a lever, perhaps an amendment, a vote. */
function drawLoop(seat: string, random: Random): Line[] {
  const levers = leversOf(scenario, seat);
  const pick = <T>(list: readonly T[]) => list[random.below(list.length)]!;
  const loop = Array.from({ length: 1 + random.below(3) }, (): Omit<Line, "round"> => {
    const issue = pick(scenario.issues);
    return {
      ...(levers.length > 0 && random.below(3) > 0 && { lever: pick(levers) }),
      ...(random.below(3) > 0 && { amend: { [issue.id]: pick(issue.options).id } }),
      adopt: pick(["for", "for", "against", "abstain"] as const),
    };
  });
  return Array.from({ length: 8 }, (_, r) => ({ round: r + 1, ...loop[r % loop.length]! }));
}

function leversOf({ levers = [] }: Scenario, seat: string): string[] {
  const { course } = table.positions;
  const party = scenario.parties.findIndex(({ id }) => id === seat);
  return levers.flatMap(({ id }) =>
    course.cards.find((card) => card.id === id)!.parties.includes(party) ? [id] : [],
  );
}

/** The loop with one round done otherwise. */
function vary(seat: string, script: readonly Line[], random: Random): Line[] {
  const round = random.below(script.length);
  return script.map((line, r) => (r === round ? { ...drawLoop(seat, random)[0]!, round: r + 1 } : line));
}

describe("no fixed loop of moves is a sure win", () => {
  test.each(["ukraine", "united_states", "russia", "germany"])("for %s", (seat) => {
    const usual = utilities(seat, undefined, SEED, 100).sort((a, b) => a - b);
    const high = usual[Math.floor(0.9 * usual.length)]!;
    const wins = (script: Line[], run: number, games: number) =>
      utilities(seat, { strategy: "scripted", script }, run, games).filter((u) => u > high + 1e-9).length /
      games;
    const random = randomFrom(fork(fork(seedOf(SEED), "strategies"), seat));
    const found = Array.from({ length: DRAWN }, () => drawLoop(seat, random)).map((script) => ({
      script,
      share: wins(script, SEED + 1, GAMES),
    }));
    const best = () => found.sort((a, b) => b.share - a.share)[0]!;
    for (let k = 0; k < VARIED; k++) {
      const script = vary(seat, best().script, random);
      found.push({ script, share: wins(script, SEED + 1, GAMES) });
    }
    const { script } = best();
    const share = wins(script, SEED + 2, FRESH);
    const loop = script.map(({ round: _, ...line }) => JSON.stringify(line)).join(" ");
    console.info(`${seat}: best loop wins ${Math.round(100 * share)} % of ${FRESH} fresh games: ${loop}`);
    expect(share).toBeLessThan(SURE);
  });
});
