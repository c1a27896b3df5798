/**
 * Games by the thousand: the same rules and agents as a session in a tight loop, without the actor. One game needs no
 * other, so any split over workers gives the same rows; `summarise` adds them up in their order.
 */
import { advance, initial, phaseNow, result } from "../protocol/game.ts";
import { learn } from "../protocol/learning.ts";
import { departureFrom, mandateFor } from "../protocol/mandate.ts";
import type { Move, PhaseResult } from "../protocol/move.ts";
import { ENGINE, type LineUp } from "../protocol/transcript.ts";
import { gameSeed } from "../random.ts";
import { hashOf } from "../scenario/hash.ts";
import { outcomeById } from "../scenario/outcome.ts";
import { reservationOf, utility, withReservation } from "../scenario/preference.ts";
import type { OutcomeById, Scenario } from "../scenario/schema.ts";
import { agentsOf, nextMove, streamsOf, supportAt, type Table, tableOf } from "./table.ts";

/** Longest game the loop follows; reaching it means a rule without an end. */
const MAX_MOVES = 1_000_000;

/** One game of a run. Utilities in each party's points, rounded to 1e-9. */
export interface GameRow {
  readonly game: number;
  readonly seed: number;
  readonly phases: readonly {
    readonly id: string;
    readonly end: PhaseResult["end"];
    readonly round: number;
    readonly outcome: OutcomeById;
  }[];
  readonly utilities: Readonly<Record<string, number>>;
  /** Parties that agreed in the last phase. */
  readonly signed: readonly string[];
}

export interface Summary {
  readonly scenario: string;
  readonly sha256: string;
  readonly engine: string;
  readonly seed: number;
  readonly games: number;
  readonly phases: readonly {
    readonly id: string;
    readonly agreement: number;
    readonly deadline: number;
    readonly walkaway: number;
    readonly meanRounds: number;
  }[];
  /** Adopted texts of the last phase, most frequent first. */
  readonly texts: readonly { readonly outcome: OutcomeById; readonly count: number }[];
  readonly parties: readonly {
    readonly id: string;
    readonly utility: {
      readonly mean: number;
      readonly sd: number;
      readonly min: number;
      readonly max: number;
    };
    /** Games in which it signed. */
    readonly signed: number;
  }[];
}

export interface SimulateOptions {
  readonly games: number;
  readonly seed: number;
  readonly lineUp?: LineUp;
}

/** Plays `games` games and adds them up. Throws RangeError for a line-up with people or unknown parties. */
export function simulate(
  scenario: Scenario,
  options: SimulateOptions,
): { summary: Summary; rows: GameRow[] } {
  const table = tableOf(scenario);
  const rows = [...play(table, { ...options, from: 0 })];
  return { summary: summarise(scenario, options.seed, rows), rows };
}

/** Plays games `from` … `from + games − 1` of a run, one after the other. */
export function* play(
  table: Table,
  options: SimulateOptions & { readonly from: number },
): Generator<GameRow> {
  const agents = agentsOf(table.scenario, options.lineUp ?? {});
  if (agents.includes(undefined))
    throw new RangeError("A simulation has an agent in every seat, nobody in person.");
  for (let game = options.from; game < options.from + options.games; game++) {
    const seed = gameSeed(options.seed, game);
    yield rowOf(table, game, seed, playGame(table, agents, seed));
  }
}

/** One game from the first move to the last. `moves`, if given, receives every move. */
export function playGame(
  table: Table,
  agents: ReturnType<typeof agentsOf>,
  seed: number,
  moves?: Move[],
): readonly PhaseResult[] {
  const { course } = table.positions;
  const streams = streamsOf(table, seed);
  const support = supportAt(table);
  const game = initial(course);
  for (let index = 0; index < MAX_MOVES; index++) {
    const move = nextMove(table, agents, streams, game, support, index);
    if (move === undefined) return result(game)!;
    learn(support, phaseNow(course, game), game, move);
    advance(course, game, move);
    moves?.push(move);
  }
  throw new Error(`Game with seed ${seed} of ${table.scenario.id} did not end within ${MAX_MOVES} moves.`);
}

/** Utility to one party of how the last phase ended, with its own reservations; in its points. */
export function utilityOfResult(table: Table, results: readonly PhaseResult[], party: number): number {
  const { course, preferences } = table.positions;
  const preference = preferences[party]!;
  const last = results.findLast((result) => course.phases[result.phase]!.protocol !== "ratification")!;
  const phase = course.phases[last.phase]!;
  if (last.end !== "agreement") return quantised(reservationOf(preference, last.outcome));
  const reserved = last.reservations.find(([reserving]) => reserving === party);
  const own =
    reserved === undefined ? last.outcome : withReservation(last.outcome, reserved[1], course.statusQuo);
  const mandate =
    phase.departure > 0 ? mandateFor(results.slice(0, results.indexOf(last)), party) : undefined;
  const departure =
    mandate === undefined ? 0 : phase.departure * departureFrom(course, mandate, last.outcome);
  return quantised(utility(preference, own) - departure);
}

function rowOf(table: Table, game: number, seed: number, results: readonly PhaseResult[]): GameRow {
  const { scenario } = table;
  const last = results.at(-1)!;
  return {
    game,
    seed,
    phases: results.map(({ phase, end, round, outcome }) => ({
      id: scenario.phases[phase]!.id,
      end,
      round,
      outcome: outcomeById(scenario, outcome),
    })),
    utilities: Object.fromEntries(
      scenario.parties.map((party, index) => [party.id, utilityOfResult(table, results, index)]),
    ),
    signed: scenario.parties.flatMap((party, index) => (last.signed[index] ? [party.id] : [])),
  };
}

/** Adds rows up in their order, so that the bytes of the result don't depend on who played which. */
export function summarise(scenario: Scenario, seed: number, rows: readonly GameRow[]): Summary {
  const texts = new Map<string, { outcome: OutcomeById; count: number }>();
  for (const row of rows) {
    const last = row.phases.at(-1)!;
    if (last.end !== "agreement") continue;
    const key = Object.values(last.outcome).join();
    const known = texts.get(key);
    if (known) known.count++;
    else texts.set(key, { outcome: last.outcome, count: 1 });
  }
  return {
    scenario: scenario.id,
    sha256: hashOf(scenario),
    engine: ENGINE,
    seed,
    games: rows.length,
    phases: scenario.phases.map(({ id }) => {
      const reached = rows.flatMap((row) => row.phases.filter((phase) => phase.id === id));
      const ended = (end: PhaseResult["end"]) => reached.filter((phase) => phase.end === end).length;
      return {
        id,
        agreement: ended("agreement"),
        deadline: ended("deadline"),
        walkaway: ended("walkaway"),
        meanRounds: mean(reached.map((phase) => phase.round)),
      };
    }),
    texts: [...texts.entries()]
      .sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1))
      .map(([, text]) => text),
    parties: scenario.parties.map(({ id }) => {
      const values = rows.map((row) => row.utilities[id]!);
      const average = mean(values);
      return {
        id,
        utility: {
          mean: average,
          sd: quantised(Math.sqrt(mean(values.map((value) => (value - average) ** 2)))),
          min: values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
          max: values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
        },
        signed: rows.filter((row) => row.signed.includes(id)).length,
      };
    }),
  };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : quantised(values.reduce((sum, value) => sum + value, 0) / values.length);
}

function quantised(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
