/**
 * A game that waits: the machine, the moves made so far, and an agent in each seat that nobody plays. Everything else
 * (text, ballots, forecasts) is derived. Chance and agents move only when asked (`step`, `run`), so a screen sets the
 * pace; a person, a network peer or a slow program acts through `submit` in the same way. A long file, because all that
 * may change a game stands side by side in it.
 */
import { createActor } from "xstate";
import type { Bargain, Speech } from "../agents/agent.ts";
import { acting, initial, violation } from "../protocol/game.ts";
import { negotiationMachine } from "../protocol/machine.ts";
import type { Game, Move, Vote } from "../protocol/move.ts";
import { replayTranscript } from "../protocol/replayed.ts";
import {
  formatTranscript,
  NO_PAST,
  type Past,
  parseTranscript,
  type SeatHolder,
  type Transcript,
} from "../protocol/transcript.ts";
import type { Scenario } from "../scenario/schema.ts";
import { type Table, type TypesOption, tableFor, tableOf } from "../seat/compiled.ts";
import { type Disclosure, disclosedBy } from "../seat/disclosure.ts";
import { learn } from "../seat/learning.ts";
import { type Act, actOf } from "../seat/observation.ts";
import { isVote, legalMove, legalVote } from "./acts.ts";
import { formatFault, IllegalAct, namedFault } from "./fault.ts";
import {
  agentFrom,
  agentsFrom,
  type Brought,
  type Cast,
  type Casting,
  castIn,
  castOf,
  makerOf,
} from "./lineUp.ts";
import { handedOver, takenBack } from "./past.ts";
import { tableOfRun } from "./replay.ts";
import type { Snapshot, Waiting } from "./snapshot.ts";
import { beliefAt, nextMove, streamsOf } from "./table.ts";

export interface Session {
  readonly table: Table;
  readonly seed: number;
  snapshot(): Snapshot;
  /** Called after every change, in order of subscription; returns the function that ends it. */
  subscribe(listener: (snapshot: Snapshot) => void): () => void;
  /**
   * One act of a person in `party`, which may come from a peer and be anything. Returns why it is not possible, as a
   * sentence; the game is then unchanged.
   */
  submit(party: number, act: Speech | Bargain | ({ readonly type: "vote" } & Vote)): string | undefined;
  /** Makes one move of chance or of an agent. Undefined when somebody must act first, at a fault, and at the end. */
  step(): Move | undefined;
  /** Steps until somebody must act or the game has ended, or, if asked to, until a phase has. */
  run(until?: "phase-end"): void;
  /**
   * Back to just before the last act of a party (any person's, if none is named). False when there is none. What is
   * taken back stays in the run file; the same act again meets the same chance and the same others.
   */
  undo(party?: number): boolean;
  /** Back to the state after the first `moves` moves. */
  rewind(moves: number): void;
  /** Gives a seat to a person or an agent, from the next decision on. */
  seat(party: number, holder: SeatHolder): void;
  /** How often a party has acted: spoken, or voted where it was asked to. */
  acts(party: number): number;
  transcript(): Transcript;
}

/** Seats that differ from the scenario's own line-up, and brought agents, as `Casting` says. */
export interface SessionOptions extends Casting {
  readonly scenario: Scenario;
  /** Whole number from 0 to 2⁵³ − 1. */
  readonly seed: number;
  readonly types?: TypesOption | undefined;
}

/** Throws RangeError for a bad seed, unknown parties, and agents that can't be made. */
export function createSession(options: SessionOptions): Session {
  const table = tableFor(tableOf(options.scenario), options.seed, options.types);
  return sessionOf(table, options.seed, castOf(options.scenario, options), [], NO_PAST);
}

/** A session that goes on where a run file ends; agents that were brought to it are brought again. Throws TranscriptError. */
export function resumeSession(scenario: Scenario, source: unknown, brought: Brought = {}): Session {
  const transcript = parseTranscript(source);
  const table = tableOfRun(scenario, transcript);
  const { moves, past } = replayTranscript(scenario, table.positions.course, transcript);
  return sessionOf(table, transcript.seed.value, castIn(scenario, transcript.lineUp, brought), moves, past);
}

function sessionOf(table: Table, seed: number, cast: Cast, played: readonly Move[], before: Past): Session {
  const { scenario } = table;
  const { course } = table.positions;
  const streams = streamsOf(table, seed);
  const machine = negotiationMachine(course);
  const listeners = new Set<(snapshot: Snapshot) => void>();
  let { lineUp, makers } = cast;
  let agents = agentsFrom(makers);
  let games: Game[] = [initial(course)];
  let moves: Move[] = [];
  let past = before;
  let disclosed: (readonly Disclosure[])[] = [];
  let history: Act[] = [];
  let belief = beliefAt(table);
  let actor = start(games[0]!);
  /** Votes of people in the ballot that is open, by party. */
  let given = new Map<number, Vote>();
  let fault: Snapshot["fault"];
  let snapshot: Snapshot;

  function start(game: Game) {
    return createActor(machine, { input: { game } }).start();
  }

  /** The single way a move gets in. The machine drops what is not legal, so that is checked and reported first. */
  function make(move: Move): void {
    const game = games.at(-1)!;
    const problem = violation(course, game, move);
    if (problem !== undefined) throw new Error(`An illegal move reached the session: ${problem}`);
    const disclosure = disclosedBy(table.positions, move);
    learn(belief, game, move, disclosure);
    history.push(actOf(game, move));
    actor.send(move);
    games = [...games, actor.getSnapshot().context.game];
    moves = [...moves, move];
    disclosed = [...disclosed, disclosure];
    given = new Map();
    fault = undefined;
  }

  /** Back to the start and on by moves made before. Agents are made anew, as nobody can take back what one has in mind. */
  function restart(kept: readonly Move[]): void {
    moves = [];
    disclosed = [];
    history = [];
    games = [initial(course)];
    belief = beliefAt(table);
    given = new Map();
    fault = undefined;
    agents = agentsFrom(makers);
    actor = start(games[0]!);
    for (const move of kept) make(move);
  }

  function goBack(count: number): void {
    past = takenBack(past, lineUp, scenario, moves, count);
    restart(moves.slice(0, count));
    changed();
  }

  function waitingNow(): Waiting | undefined {
    const state = actor.getSnapshot();
    const parties = acting(course, state.context.game).filter(
      (party) => agents[party] === undefined && !given.has(party),
    );
    const [first] = parties;
    if (first === undefined) return undefined;
    return state.hasTag("speaker") ? { for: "speech", party: first } : { for: "votes", parties };
  }

  function actedIn(move: number, party: number): boolean {
    return acting(course, games[move]!).includes(party);
  }

  function changed(): void {
    const game = games.at(-1)!;
    snapshot = {
      game,
      games,
      moves,
      lineUp,
      waiting: waitingNow(),
      fault,
      ended: actor.getSnapshot().status === "done",
      disclosed,
      belief,
    };
    for (const listener of listeners) listener(snapshot);
  }

  function next(): Move | undefined {
    const votes = scenario.parties.map((_, party) => given.get(party));
    try {
      const move = nextMove(table, agents, streams, games.at(-1)!, belief, history, votes);
      if (move !== undefined) make(move);
      return move;
    } catch (error) {
      if (!(error instanceof IllegalAct)) throw error;
      const sentence = formatFault(namedFault(scenario, lineUp, error.fault), `seed ${seed}`);
      fault = { party: error.fault.party, sentence };
      return undefined;
    }
  }

  restart(played);
  changed();

  return {
    table,
    seed,
    snapshot: () => snapshot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    submit: (party, act) => {
      const game = games.at(-1)!;
      if (agents[party] !== undefined) return `An agent decides for party ${party}; take the seat first.`;
      const legal = (isVote(act) ? legalVote : legalMove)(course, game, party, act);
      if (typeof legal === "string") return legal;
      if ("choice" in legal) {
        given.set(party, legal);
        if (waitingNow() === undefined) next();
      } else make(legal);
      changed();
      return undefined;
    },
    step: () => {
      const move = next();
      if (move !== undefined || fault !== undefined) changed();
      return move;
    },
    run: (until) => {
      const { length } = games.at(-1)!.results;
      const before = moves;
      while (next() !== undefined) if (until && games.at(-1)!.results.length > length) break;
      if (moves !== before || fault !== undefined) changed();
    },
    undo: (party) => {
      const people = scenario.parties.flatMap((_, p) => (agents[p] === undefined ? [p] : []));
      const own = party === undefined ? people : [party];
      const last = moves.findLastIndex((_, i) => own.some((p) => actedIn(i, p)));
      if (last < 0) return false;
      goBack(last);
      return true;
    },
    rewind: (count) => goBack(Math.max(0, count)),
    seat: (party, holder) => {
      const { id } = scenario.parties[party]!;
      const make = makerOf(scenario, cast.strategies, id, holder);
      const from = lineUp[id]!;
      lineUp = { ...lineUp, [id]: holder };
      past = handedOver(past, lineUp, scenario, { at: moves.length, party, from });
      makers = makers.with(party, make);
      agents = agents.with(party, agentFrom(make));
      fault = undefined;
      changed();
    },
    acts: (party) => moves.filter((_, i) => actedIn(i, party)).length,
    transcript: () =>
      formatTranscript({ scenario, seed, lineUp, moves, past, edition: course.edition, types: table.types }),
  };
}
