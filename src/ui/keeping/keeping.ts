/**
 * Keeps the running game: after every change its run goes to the browser's storage. Writes never overlap; when changes
 * come faster than the disk, only the newest is written.
 */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Play } from "../desk/play.ts";
import {
  forgetRun,
  type KeptRun,
  type RunCard,
  recallRun,
  rememberRun,
  type ScenarioSource,
} from "./storage.ts";

const kept = signal<KeptRun | undefined>(undefined);
const keeps = signal(true);

/** The game that Continue opens. Holds in this page even where the browser keeps nothing. */
export const keptRun: ReadonlySignal<KeptRun | undefined> = kept;
/** False once this browser has refused to keep a game. */
export const keepsGames: ReadonlySignal<boolean> = keeps;

let unfollow = () => {};
let writing = false;
let due: KeptRun | undefined;

export async function recall(): Promise<void> {
  kept.value ??= await recallRun();
}

/** From now on this game is the one that is kept. */
export function follow(play: Play, source: ScenarioSource): void {
  unfollow();
  const keep = () => {
    due = { run: play.session.transcript(), source, card: cardOf(play) };
    kept.value = due;
    void write();
  };
  unfollow = play.session.subscribe(keep);
  keep();
}

export async function discard(): Promise<void> {
  unfollow();
  due = undefined;
  kept.value = undefined;
  await forgetRun();
}

async function write(): Promise<void> {
  if (writing) return;
  writing = true;
  while (due !== undefined) {
    const { run, source, card } = due;
    due = undefined;
    keeps.value = await rememberRun(run, source, card);
  }
  writing = false;
}

function cardOf({ scenario, seat, session }: Play): RunCard {
  const { game, moves, ended } = session.snapshot();
  const acts = moves.filter((move) => {
    if (move.type === "ballot") return move.votes[seat] != null;
    return "party" in move && move.party === seat;
  });
  return {
    title: scenario.title,
    seat: scenario.parties[seat]!.name,
    phase: scenario.phases.length > 1 ? scenario.phases[game.phase]!.title : undefined,
    round: game.round,
    rounds: session.table.positions.course.phases[game.phase]!.rounds,
    ended,
    acts: acts.length,
  };
}
