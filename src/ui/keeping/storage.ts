/**
 * The games that this browser keeps, so that a crash or a closed lid never loses one (DESIGN §8). IndexedDB because a
 * run of 37 seats outgrows localStorage. A game is one record with all that it needs, its scenario too. Nothing here
 * throws: browsers that keep nothing are common in schools.
 */
import { createStore, del, entries, get, promisifyRequest, update } from "idb-keyval";
import type { Transcript } from "../../protocol/transcript.ts";

/** Where a game's scenario comes from, to find a newer text of it. */
export type ScenarioSource =
  | { readonly kind: "bundled"; readonly id: string }
  /** `text`: only in games kept by 0.2.0, whose runs do not carry their scenario. */
  | { readonly kind: "file"; readonly text?: string };

/** What a game's entry on the start page says, so that it need not load the scenario. */
export interface RunCard {
  readonly title: string;
  readonly seat: string;
  /** Its title, where there are others. */
  readonly phase?: string | undefined;
  readonly round: number;
  readonly rounds: number;
  readonly ended: boolean;
  /** How often a person has acted: a game nobody has acted in may be replaced without asking. */
  readonly acts: number;
}

export interface KeptGame {
  readonly id: string;
  /** Counts the writes, so that a tab notices when another has gone on with the same game. */
  readonly version: number;
  /** When it was kept last, in milliseconds since 1970. */
  readonly saved: number;
  readonly run: Transcript;
  readonly source: ScenarioSource;
  readonly card: RunCard;
  /** Changes put together and not sent: issue and option, by id. */
  readonly draft: readonly (readonly [string, string])[];
}

const PREFIX = "parley.game.";
/** The one game that 0.2.0 kept. */
const FORMER = "parley.run";

const store = createStore("keyval-store", "keyval");

const keyOf = (id: string) => `${PREFIX}${id}`;

/** A new one each time; unlike `crypto.randomUUID` also where the page came without encryption. */
export function drawGameId(): string {
  const words = crypto.getRandomValues(new Uint32Array(3));
  return [...words].map((word) => word.toString(36)).join("-");
}

/**
 * `before`: the version that this tab wrote or read last. `overtaken`: another tab has written since, and what it wrote
 * stays. `refused`: this browser does not keep games.
 */
export async function writeGame(
  game: KeptGame,
  before: number | undefined,
): Promise<"kept" | "overtaken" | "refused"> {
  try {
    let overtaken = false;
    await update<KeptGame>(
      keyOf(game.id),
      (kept) => {
        overtaken = kept !== undefined && kept.version !== before;
        return kept !== undefined && overtaken ? kept : game;
      },
      store,
    );
    return overtaken ? "overtaken" : "kept";
  } catch {
    return "refused";
  }
}

/** Newest first; empty where this browser keeps none. What is in them is checked when one is opened. */
export async function readGames(): Promise<readonly KeptGame[]> {
  try {
    await adoptFormer();
    const kept = await entries<string, unknown>(store);
    const games = kept.flatMap(([key, value]) => {
      return String(key).startsWith(PREFIX) && isGame(value) ? [value] : [];
    });
    return games.sort((a, b) => b.saved - a.saved);
  } catch {
    return [];
  }
}

export async function readGame(id: string): Promise<KeptGame | undefined> {
  try {
    const kept = await get<unknown>(keyOf(id), store);
    return isGame(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

export async function forgetGame(id: string): Promise<void> {
  try {
    await del(keyOf(id), store);
  } catch {
    // Where nothing is kept there is nothing to forget.
  }
}

/** Gives the game of 0.2.0 a place among the others, in one transaction. */
async function adoptFormer(): Promise<void> {
  await store("readwrite", async (objects) => {
    const former: unknown = await promisifyRequest(objects.get(FORMER));
    if (!isRun(former)) return;
    const game: KeptGame = { ...former, id: drawGameId(), version: 0, saved: 0, draft: [] };
    objects.put(game, keyOf(game.id));
    objects.delete(FORMER);
    await promisifyRequest(objects.transaction);
  });
}

type FormerGame = Pick<KeptGame, "run" | "source" | "card">;

function isRun(value: unknown): value is FormerGame {
  const { run, source, card } = (value ?? {}) as Partial<FormerGame>;
  return run?.moves !== undefined && source?.kind !== undefined && typeof card?.title === "string";
}

function isGame(value: unknown): value is KeptGame {
  const { id, version } = (value ?? {}) as Partial<KeptGame>;
  return isRun(value) && typeof id === "string" && typeof version === "number";
}
