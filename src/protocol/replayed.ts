/**
 * A run file against its scenario: whether it belongs to it, and its moves made again one by one, those that were taken
 * back too. Nothing is drawn, so it is the same on every engine.
 */
import { ALGORITHM } from "../random.ts";
import { formerHashOf, hashOf } from "../scenario/hash.ts";
import type { Scenario } from "../scenario/schema.ts";
import type { Course } from "./course.ts";
import { FORMER } from "./former.ts";
import { advance, applyMove, initial, violation } from "./game.ts";
import type { Game, Move } from "./move.ts";
import { parseMove, type TranscriptRow } from "./row.ts";
import { type Past, type Transcript, TranscriptError, type Undone } from "./transcript.ts";

/**
 * Whether the scenario at hand is played as the run's own was. `unknown`: the run names its scenario by a former kind
 * of hash, over prose and all, which is not that of the file at hand; what differs, nobody can say.
 */
export type Likeness = "alike" | "otherwise" | "unknown";

export function likenessOf({ scenario: { sha256 }, undone }: Transcript, scenario: Scenario): Likeness {
  const played = hashOf(scenario);
  if (sha256 === played || sha256 === formerHashOf(scenario)) return "alike";
  const known = FORMER.get(sha256);
  if (known !== undefined) return known === played ? "alike" : "otherwise";
  // Versions that hashed the whole file did not write down what was taken back.
  return undone === undefined ? "unknown" : "otherwise";
}

export interface Replayed {
  readonly moves: readonly Move[];
  /** After the last of the moves. */
  readonly game: Game;
  readonly past: Past;
}

/**
 * Plays a run file against its scenario, move by move. Throws TranscriptError naming the row when the file belongs to
 * another scenario or breaks the rules.
 */
export function replayTranscript(scenario: Scenario, course: Course, transcript: Transcript): Replayed {
  requireScenario(transcript, scenario);
  if (transcript.seed.algorithm !== ALGORITHM) {
    const { algorithm } = transcript.seed;
    throw new TranscriptError(
      `This run was made with the random generator ${algorithm} (engine ${transcript.engine}); this version has ${ALGORITHM}.`,
    );
  }
  const game = initial(course);
  const moves = read(scenario, transcript.moves, (i) => `Move ${i + 1} of the run`);
  for (const [i, move] of moves.entries()) {
    requireLegal(course, game, move, () => `Move ${i + 1} of the run`);
    advance(course, game, move);
  }
  return { moves, game, past: pastOf(scenario, course, transcript, moves) };
}

function read(scenario: Scenario, rows: readonly TranscriptRow[], name: (i: number) => string): Move[] {
  return rows.map((written, i) => {
    try {
      return parseMove(scenario, written);
    } catch (error) {
      throw new TranscriptError(`${name(i)} can't be read: ${(error as Error).message}`);
    }
  });
}

function requireLegal(course: Course, game: Game, move: Move, name: () => string): void {
  const problem = violation(course, game, move);
  if (problem !== undefined) throw new TranscriptError(`${name()} breaks the rules: ${problem}`);
}

function pastOf(scenario: Scenario, course: Course, run: Transcript, moves: readonly Move[]): Past {
  const { undone = [], reseated = [] } = run;
  const past: Past = {
    undone: undone.map((taken, k) => ({
      at: taken.at,
      moves: read(scenario, taken.moves, (i) => takenMove(k, i)),
    })),
    reseated: reseated.map(({ at, party, from }) => ({ at, party: partyOf(scenario, party), from })),
  };
  requireLegalPast(course, past.undone, moves);
  reseated.forEach(({ at }, k) => {
    if (at <= moves.length && at >= (reseated[k - 1]?.at ?? 0)) return;
    throw new TranscriptError(
      `The run file is damaged at reseated[${k}].at: the run has ${moves.length} moves, and seats change hands one after the other. Save it again.`,
    );
  });
  return past;
}

const takenMove = (time: number, move: number) =>
  `Move ${move + 1} of those taken back in undone[${time}] of the run`;

/**
 * The game as it went in time, before and after each time that moves were taken back. Going backwards from the end, what
 * stood before a time is the first `at` moves of what stood after it, and then the moves taken back.
 * O(moves made and taken back).
 */
function requireLegalPast(course: Course, undone: readonly Undone[], moves: readonly Move[]): void {
  if (undone.length === 0) return;
  const line = moves.map((move, i) => ({ move, name: `Move ${i + 1} of the run` }));
  const since: (typeof line)[] = [];
  for (const [time, taken] of [...undone.entries()].reverse()) {
    if (taken.at > line.length) {
      throw new TranscriptError(
        `The run file is damaged at undone[${time}].at: only ${line.length} moves had been made. Save it again.`,
      );
    }
    const tail = taken.moves.map((move, i) => ({ move, name: takenMove(time, i) }));
    since.unshift(line.splice(taken.at));
    for (const one of tail) line.push(one);
  }
  const games = [initial(course)];
  const make = (made: typeof line) => {
    for (const { move, name } of made) {
      const game = games.at(-1)!;
      requireLegal(course, game, move, () => name);
      games.push(applyMove(course, game, move));
    }
  };
  make(line);
  for (const [time, { at }] of undone.entries()) {
    games.length = at + 1;
    make(since[time]!);
  }
}

function partyOf(scenario: Scenario, id: string): number {
  const party = scenario.parties.findIndex((p) => p.id === id);
  if (party < 0) throw new TranscriptError(stranger(id, scenario.id));
  return party;
}

const stranger = (party: string, scenario: string) =>
  `The line-up of this run can't be used: there is no party "${party}" in "${scenario}". Save it again.`;

function requireScenario(transcript: Transcript, scenario: Scenario): void {
  const { id } = transcript.scenario;
  if (id !== scenario.id) {
    throw new TranscriptError(
      `This run belongs to the scenario "${id}", not to "${scenario.id}". Open that one first.`,
    );
  }
  if (likenessOf(transcript, scenario) === "otherwise") {
    throw new TranscriptError(
      `What is played in "${id}" has changed since this run was made (engine ${transcript.engine}). Use the file it was made with.`,
    );
  }
  for (const seat of Object.keys(transcript.lineUp)) partyOf(scenario, seat);
}
