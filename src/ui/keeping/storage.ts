/**
 * The one game that this browser keeps, so that a crash or a closed lid never loses it (DESIGN §8). IndexedDB because a
 * run of 37 seats outgrows localStorage. Nothing here throws: browsers that keep nothing are common in schools.
 */
import { del, get, set } from "idb-keyval";
import type { Transcript } from "../../protocol/transcript.ts";

/** Where a game's scenario comes from, enough to open it again. */
export type ScenarioSource =
  | { readonly kind: "bundled"; readonly id: string }
  | { readonly kind: "file"; readonly text: string };

/** What the Continue card says, so that it need not load the scenario. */
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

export interface KeptRun {
  readonly run: Transcript;
  readonly source: ScenarioSource;
  readonly card: RunCard;
}

const KEY = "parley.run";

/** False when this browser does not keep games. */
export async function rememberRun(run: Transcript, source: ScenarioSource, card: RunCard): Promise<boolean> {
  try {
    await set(KEY, { run, source, card } satisfies KeptRun);
    return true;
  } catch {
    return false;
  }
}

/** Undefined when there is none, or none that this version can show. The run itself is checked when it is opened. */
export async function recallRun(): Promise<KeptRun | undefined> {
  try {
    const kept = await get<Partial<KeptRun>>(KEY);
    const whole = kept?.run?.moves !== undefined && kept.source?.kind !== undefined;
    return whole && typeof kept.card?.title === "string" ? (kept as KeptRun) : undefined;
  } catch {
    return undefined;
  }
}

/** False when this browser does not keep games. */
export async function forgetRun(): Promise<boolean> {
  try {
    await del(KEY);
    return true;
  } catch {
    return false;
  }
}
