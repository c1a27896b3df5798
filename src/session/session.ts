/**
 * A game that waits: the machine, the moves made so far, and an agent in each seat that nobody plays. Everything else
 * (text, ballots, forecasts) is derived. Chance and agents move only when asked (`step`, `run`), so a screen sets the
 * pace; a person, a network peer or a slow program acts through `submit` in the same way. A long file, because all that
 * may change a game stands side by side in it.
 */
import { createActor } from "xstate";
import type { Bargain, Speech } from "../agents/agent.ts";
import { acting, initial, violation, voteViolation } from "../protocol/game.ts";
import { negotiationMachine } from "../protocol/machine.ts";
import type { Game, Move, Vote } from "../protocol/move.ts";
import { replayTranscript } from "../protocol/replayed.ts";
import {
  editionOf,
  formatTranscript,
  type LineUp,
  NO_PAST,
  type Past,
  parseTranscript,
  type SeatHolder,
  type Transcript,
} from "../protocol/transcript.ts";
import type { Scenario } from "../scenario/schema.ts";
import { type Table, tableOf } from "../seat/compiled.ts";
import { type Disclosure, disclosedBy } from "../seat/disclosure.ts";
import { learn } from "../seat/learning.ts";
import type { Heard } from "../seat/standpoint.ts";
import type { Support } from "../seat/support.ts";
import { agentsFrom, type Brought, type Cast, type Casting, castIn, castOf, makerOf } from "./lineUp.ts";
import { actsIn, handedOver, takenBack } from "./past.ts";
import { nextMove, streamsOf, supportAt } from "./table.ts";

/** What the session waits for; undefined when chance or an agent can go on, or when the game has ended. */
export type Waiting =
  | { readonly for: "speech"; readonly party: number }
  | { readonly for: "votes"; readonly parties: readonly number[] };

/** What one seat hears of a game as it stands. */
export function heardBy({ moves, disclosed, waiting }: Snapshot, party: number): Heard {
  const asked = waiting?.for === "speech" ? waiting.party === party : waiting?.parties.includes(party);
  return { moves, disclosed, asked: asked ?? false };
}

/** Immutable: a new one after every change. */
export interface Snapshot {
  readonly game: Game;
  /** The game before each move and after the last: length of `moves` + 1. */
  readonly games: readonly Game[];
  readonly moves: readonly Move[];
  readonly lineUp: LineUp;
  readonly waiting: Waiting | undefined;
  readonly ended: boolean;
  /** What each of the moves made public of mandates. */
  readonly disclosed: readonly (readonly Disclosure[])[];
  /** The public estimate of everybody's support, after all moves. */
  readonly support: Support;
}

export interface Session {
  readonly table: Table;
  readonly seed: number;
  snapshot(): Snapshot;
  /** Called after every change, in order of subscription; returns the function that ends it. */
  subscribe(listener: (snapshot: Snapshot) => void): () => void;
  /** One act of a person in `party`. Returns why it is not possible, as a sentence; the game is then unchanged. */
  submit(party: number, act: Speech | Bargain | ({ readonly type: "vote" } & Vote)): string | undefined;
  /** Makes one move of chance or of an agent. Undefined when somebody must act first or the game has ended. */
  step(): Move | undefined;
  /** Steps until somebody must act or the game has ended, or, if asked to, until a phase has. */
  run(until?: "phase end"): void;
  /**
   * Back to just before the last act of a party (any person's, if none is named). False when there is none. What is
   * taken back stays in the run file; the same act again meets the same chance and the same others.
   */
  undo(party?: number): boolean;
  /** Back to the state after the first `moves` moves. */
  rewind(moves: number): void;
  /** Gives a seat to a person or an agent, from the next decision on. */
  seat(party: number, holder: SeatHolder): void;
  transcript(): Transcript;
}

/** Seats that differ from the scenario's own line-up, and brought agents, as `Casting` says. */
export interface SessionOptions extends Casting {
  readonly scenario: Scenario;
  /** Whole number from 0 to 2⁵³ − 1. */
  readonly seed: number;
}

/** What comes in through `submit` may be from a peer: a whole ballot or a draw of chance is nobody's own act. */
const SPEECHES: ReadonlySet<string> = new Set(["lever", "amend", "hold", "walkaway", "offer", "accept"]);
const OWN_ACTS = "A party acts for itself only: it speaks for itself and casts its own vote.";

/** Throws RangeError for a bad seed, unknown parties, and agents that can't be made. */
export function createSession(options: SessionOptions): Session {
  const table = tableOf(options.scenario);
  return sessionOf(table, options.seed, castOf(options.scenario, options), [], NO_PAST);
}

/** A session that goes on where a run file ends; agents that were brought to it are brought again. Throws TranscriptError. */
export function resumeSession(scenario: Scenario, source: unknown, brought: Brought = {}): Session {
  const transcript = parseTranscript(source);
  const table = tableOf(scenario, editionOf(transcript));
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
  let agents = agentsFrom(scenario, makers);
  let games: Game[] = [initial(course)];
  let moves: Move[] = [];
  let past = before;
  let disclosed: (readonly Disclosure[])[] = [];
  let support = supportAt(table);
  let actor = start(games[0]!);
  /** Votes of people in the ballot that is open, by party. */
  let given = new Map<number, Vote>();
  let snapshot: Snapshot;

  function start(game: Game) {
    const started = createActor(machine, { input: { game } });
    started.start();
    return started;
  }

  /** The single way a move gets in. The machine drops what is not legal, so that is checked and reported first. */
  function make(move: Move): void {
    const game = games.at(-1)!;
    const problem = violation(course, game, move);
    if (problem !== undefined) throw new Error(`An illegal move reached the session: ${problem}`);
    const disclosure = disclosedBy(table.positions, move);
    learn(support, game, move, disclosure);
    actor.send(move);
    games = [...games, actor.getSnapshot().context.game];
    moves = [...moves, move];
    disclosed = [...disclosed, disclosure];
    given = new Map();
  }

  /** Back to the start and on by moves made before. Agents are made anew, as nobody can take back what one has in mind. */
  function restart(kept: readonly Move[]): void {
    moves = [];
    disclosed = [];
    games = [initial(course)];
    support = supportAt(table);
    given = new Map();
    agents = agentsFrom(scenario, makers);
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

  function changed(): void {
    const game = games.at(-1)!;
    snapshot = {
      game,
      games,
      moves,
      lineUp,
      waiting: waitingNow(),
      ended: actor.getSnapshot().status === "done",
      disclosed,
      support,
    };
    for (const listener of listeners) listener(snapshot);
  }

  function next(): Move | undefined {
    const votes = scenario.parties.map((_, party) => given.get(party));
    const move = nextMove(table, agents, streams, games.at(-1)!, support, moves, votes);
    if (move !== undefined) make(move);
    return move;
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
      if (act.type === "vote") {
        const { type: _, ...vote } = act;
        const problem = voteViolation(course, game, party, vote);
        if (problem !== undefined) return problem;
        given.set(party, vote);
        if (waitingNow() === undefined) next();
      } else {
        const problem =
          SPEECHES.has(act.type) && act.party === party ? violation(course, game, act) : OWN_ACTS;
        if (problem !== undefined) return problem;
        make(act);
      }
      changed();
      return undefined;
    },
    step: () => {
      const move = next();
      if (move !== undefined) changed();
      return move;
    },
    run: (until) => {
      const { length } = games.at(-1)!.results;
      while (next() !== undefined) if (until && games.at(-1)!.results.length > length) break;
      changed();
    },
    undo: (party) => {
      const people = scenario.parties.flatMap((_, p) => (agents[p] === undefined ? [p] : []));
      const own = party === undefined ? people : [party];
      const last = moves.findLastIndex((move) => own.some((p) => actsIn(move, p)));
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
      agents = agents.with(party, make?.(scenario.issues));
      changed();
    },
    transcript: () => formatTranscript(scenario, seed, lineUp, moves, past, course.edition),
  };
}
