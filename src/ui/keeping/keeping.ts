/**
 * Keeps the game that is played: what the screen shows next is stored first (DESIGN §8). Writes never overlap; when
 * changes come faster than the disk, only the newest is written. A storage that never answers is waited for once: then
 * the game goes on unkept, and is kept again when the storage comes back. Two tabs never write the same game: the second
 * goes on with a game of its own.
 */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Play } from "../desk/play.ts";
import {
  drawGameId,
  forgetGame,
  type KeptGame,
  type RunCard,
  readGame,
  readGames,
  type ScenarioSource,
  writeGame,
} from "./storage.ts";
import { type Hold, hold, tellOthers, whenOthersKeep } from "./tabs.ts";

/** `refused`: this browser keeps nothing. `silent`: its storage does not answer. */
export type Keeping = "kept" | "refused" | "silent";

/** A game that this tab plays or has played. */
interface Followed {
  readonly play: Play;
  readonly source: ScenarioSource;
  id: string;
  /** What this tab wrote or read last; undefined before that. */
  version: number | undefined;
}

const keeping = signal<Keeping>("kept");
const games = signal<readonly KeptGame[]>([]);
const playing = signal<KeptGame | undefined>(undefined);
const apart = signal(false);

export const keepsGames: ReadonlySignal<Keeping> = keeping;
/** Newest first. What is played in this page is among them even where the browser keeps nothing. */
export const keptGames: ReadonlySignal<readonly KeptGame[]> = games;
/** The game on the table. */
export const playedGame: ReadonlySignal<KeptGame | undefined> = playing;
/** Another tab plays the game that was opened here: this tab goes on with one of its own. */
export const playsApart: ReadonlySignal<boolean> = apart;

/** How long a person waits for the storage, in milliseconds. */
const PATIENCE = 2000;

let followed: Followed | undefined;
/** The last game on the table, after it was left too. */
let last: Followed | undefined;
let held: Hold | undefined;
let unfollow = () => {};
/** Games that have changed since they were written. */
const due = new Set<Followed>();
let writing: Promise<void> | undefined;
/** Games that were on the table in this visit: the way forward leads back to them. */
const known = new WeakMap<Play, Followed>();

export async function recall(): Promise<void> {
  const kept = await answered(readGames());
  if (kept === SILENT) keeping.value = "silent";
  else if (keeping.value === "kept") games.value = kept;
}

whenOthersKeep(() => void recall());

/** As it stands in the storage, where another tab may have gone on with it. */
export async function recallGame(game: KeptGame): Promise<KeptGame> {
  const kept = await answered(readGame(game.id));
  return kept === SILENT || kept === undefined ? game : kept;
}

/** From now on this game is kept. `game`: the kept one that it goes on with. */
export async function follow(play: Play, source: ScenarioSource, game?: KeptGame): Promise<void> {
  const next = known.get(play) ?? { play, source, id: game?.id ?? drawGameId(), version: game?.version };
  stop();
  if (last !== undefined && last !== next && isUntouched(last.play)) await discard(last.id);
  held = await hold(next.id);
  const alone = held.alone;
  if (!alone) held = await setApart(next);
  followed = next;
  last = next;
  apart.value = !alone;
  known.set(play, next);
  play.keepBy(() => keep(next));
  let drafts = 0;
  const unsubscribe = play.draft.subscribe(() => {
    // The first call only tells what the draft is.
    if (drafts++ > 0) void keep(next);
  });
  unfollow = () => {
    play.keepBy(undefined);
    unsubscribe();
  };
  playing.value = recordOf(next);
  // Of a game that another tab plays there is something of one's own only once something is done.
  if (alone) void keep(next);
}

/** The visitor has left the table: the game stays kept, and another tab may take it. */
export function stop(): void {
  unfollow();
  unfollow = () => {};
  held?.release();
  held = undefined;
  followed = undefined;
  playing.value = undefined;
  apart.value = false;
}

export async function discard(id: string): Promise<void> {
  for (const game of due) if (game.id === id) due.delete(game);
  games.value = games.value.filter((game) => game.id !== id);
  if (writing !== undefined) await answered(writing);
  await answered(forgetGame(id));
  tellOthers();
}

/** Resolves when what the game holds now is stored, or when that is not to be waited for. */
async function keep(game: Followed): Promise<void> {
  const record = recordOf(game);
  playing.value = record;
  games.value = [record, ...games.value.filter(({ id }) => id !== game.id)];
  due.add(game);
  writing ??= write();
  if (keeping.value === "silent") return;
  if ((await answered(writing)) === SILENT) keeping.value = "silent";
}

async function write(): Promise<void> {
  for (const game of due) {
    due.delete(game);
    const record = recordOf(game);
    const answer = await writeGame(record, game.version);
    if (answer === "overtaken") {
      const own = await setApart(game);
      if (game === followed) {
        held?.release();
        held = own;
        apart.value = true;
      } else own.release();
      due.add(game);
      continue;
    }
    keeping.value = answer;
    game.version = record.version;
    tellOthers();
  }
  writing = undefined;
}

/** What another tab has made of the game stays: here it goes on as another one. */
function setApart(game: Followed): Promise<Hold> {
  game.id = drawGameId();
  game.version = undefined;
  return hold(game.id);
}

function recordOf({ play, source, id, version }: Followed): KeptGame {
  const { issues } = play.scenario;
  return {
    id,
    version: (version ?? 0) + 1,
    saved: Date.now(),
    run: play.saved(),
    source,
    card: cardOf(play),
    draft: play.unsent().map(([issue, option]) => [issues[issue]!.id, issues[issue]!.options[option]!.id]),
  };
}

/** Nobody has done anything in it: another game may take its place. */
function isUntouched(play: Play): boolean {
  const { acts, ended } = cardOf(play);
  return acts === 0 && !ended && play.unsent().length === 0;
}

function cardOf({ scenario, seat, session }: Play): RunCard {
  const { game, ended } = session.snapshot();
  return {
    title: scenario.title,
    seat: scenario.parties[seat]!.name,
    phase: scenario.phases.length > 1 ? scenario.phases[game.phase]!.title : undefined,
    round: game.round,
    rounds: session.table.positions.course.phases[game.phase]!.rounds,
    ended,
    acts: session.acts(seat),
  };
}

const SILENT = Symbol("silent");

/** What the storage answers, or `SILENT` when it takes longer than a person should wait. */
function answered<T>(asked: Promise<T>): Promise<T | typeof SILENT> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(SILENT), PATIENCE);
    asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
