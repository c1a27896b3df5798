/**
 * Games by the thousand: the same rules and agents as a session in a tight loop, without the actor. One game needs no
 * other, so any split over workers gives the same rows; `summary.ts` adds them up in their order.
 */

import { aftermathOf, ratifiedShare } from "../analysis/aftermath.ts";
import { advance, initial, result } from "../protocol/game.ts";
import { unityOf } from "../protocol/mandate.ts";
import type { Game, Move, PhaseResult } from "../protocol/move.ts";
import { MOST_MOVES } from "../protocol/transcript.ts";
import { gameSeed } from "../random.ts";
import { outcomeById } from "../scenario/outcome.ts";
import type { Scenario } from "../scenario/schema.ts";
import type { Belief } from "../seat/belief.ts";
import { type Table, type TypesOption, tableFor, tableOf } from "../seat/compiled.ts";
import { disclosedBy, disclosedByCard } from "../seat/disclosure.ts";
import { learn } from "../seat/learning.ts";
import { type Act, actOf } from "../seat/observation.ts";
import { learnFromCard } from "../seat/publicEffects.ts";
import { utilityOfResult } from "../seat/worth.ts";
import { IllegalAct } from "../session/fault.ts";
import { agentsFrom, type Casting, castOf, type Makers } from "../session/lineUp.ts";
import { beliefAt, nextMove, streamsOf } from "../session/table.ts";
import type { Played } from "../world/cards.ts";
import { type FailedGame, failedGame, type GameRow, type Row } from "./row.ts";
import { type Summary, summarise } from "./summary.ts";

export interface SimulateOptions extends Casting {
  readonly games: number;
  readonly seed: number;
  /** Phase after which games are left; the whole course without it. */
  readonly until?: string | undefined;
  /** Futures a game for the shares of the aftermath; 0 without it, as they cost time. */
  readonly futures?: number | undefined;
  readonly types?: TypesOption | undefined;
}

/**
 * Plays `games` games and adds them up: those that were played to their end are in `rows`, those that an agent broke
 * off in `errors`, both in their order. Throws RangeError for seats without an agent that can be made.
 */
export function simulate(
  scenario: Scenario,
  options: SimulateOptions,
): { summary: Summary; rows: GameRow[]; errors: FailedGame[] } {
  const all = [...play(tableOf(scenario), { ...options, from: 0 })];
  return {
    summary: summarise(scenario, options.seed, all),
    rows: all.filter((row) => row.error === undefined),
    errors: all.filter((row) => row.error !== undefined),
  };
}

/** Receives the table and the moves of each game before its row is given out. */
export type Recorder = (table: Table, game: number, seed: number, moves: readonly Move[]) => void;

/** Plays games `from` … `from + games − 1` of a run, one after the other. */
export function* play(
  table: Table,
  options: SimulateOptions & { readonly from: number },
  record?: Recorder,
): Generator<Row, undefined> {
  const { phases } = table.scenario;
  if (options.until !== undefined && phases.every((phase) => phase.id !== options.until)) {
    throw new RangeError(
      `There is no phase "${options.until}". Phases are: ${phases.map((phase) => phase.id).join(", ")}.`,
    );
  }
  const { lineUp, makers } = castOf(table.scenario, options);
  if (makers.includes(undefined))
    throw new RangeError("A simulation has an agent in every seat, nobody in person.");
  for (let game = options.from; game < options.from + options.games; game++) {
    const seed = gameSeed(options.seed, game);
    const moves: Move[] = [];
    const own = tableFor(table, seed, options.types);
    try {
      const results = playGame(own, makers, seed, { until: options.until, ...(record && { moves }) });
      record?.(own, game, seed, moves);
      yield rowOf(own, game, seed, results, options.futures ?? 0);
    } catch (error) {
      if (!(error instanceof IllegalAct)) throw error;
      yield failedGame(table.scenario, lineUp, game, seed, error.fault);
    }
  }
}

export interface GameOptions {
  /** Receives every move. */
  readonly moves?: Move[];
  /** Phase after which the game is left. */
  readonly until?: string | undefined;
  /** Cards that lie on the table when their phase begins, whatever chance and the parties do. */
  readonly laid?: readonly Played[];
}

/**
 * One game from the first move to the last, or to the end of a phase, with agents made for it. Throws IllegalAct when
 * one of them breaks it off.
 */
export function playGame(
  table: Table,
  makers: Makers,
  seed: number,
  { moves, until, laid = [] }: GameOptions = {},
): readonly PhaseResult[] {
  const { course } = table.positions;
  const agents = agentsFrom(makers);
  const streams = streamsOf(table, seed);
  const belief = beliefAt(table);
  const game = initial(course);
  const history: Act[] = [];
  let entered = -1;
  while (history.length < MOST_MOVES) {
    if (game.phase !== entered) {
      entered = game.phase;
      lay(table, game, belief, laid);
    }
    const move = nextMove(table, agents, streams, game, belief, history);
    if (move === undefined) return result(game)!;
    learn(belief, game, move, disclosedBy(table.positions, move));
    history.push(actOf(game, move));
    advance(course, game, move);
    moves?.push(move);
    if (endsWith(table.scenario, game, until)) return game.results;
  }
  throw new Error(`Game with seed ${seed} of ${table.scenario.id} did not end within ${MOST_MOVES} moves.`);
}

function endsWith({ phases }: Scenario, { results }: Game, until: string | undefined): boolean {
  return until !== undefined && phases[results.at(-1)?.phase ?? -1]?.id === until;
}

/** Cards of the phase that begins, seen by everybody. */
function lay({ positions }: Table, game: Game, belief: Belief, laid: readonly Played[]): void {
  for (const played of laid) {
    if (played.phase !== game.phase) continue;
    game.cards.push(played);
    learnFromCard(belief, played, disclosedByCard(positions, played));
  }
}

function rowOf(
  table: Table,
  game: number,
  seed: number,
  results: readonly PhaseResult[],
  futures: number,
): GameRow {
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
      scenario.parties.map((party, index) => [party.id, utilityOfResult(table.seats[index]!, results)]),
    ),
    signed: scenario.parties.flatMap((party, index) => (results[0]!.signed[index] ? [party.id] : [])),
    unity: unityOf(table.positions.course, last),
    ratified: ratifiedShare(table, last),
    ...(futures > 0 &&
      scenario.aftermath && { aftermath: aftermathOf(table, last, {}, seed, futures).fan.shares }),
  };
}
