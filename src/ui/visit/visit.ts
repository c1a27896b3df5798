/**
 * Where the visitor is (start, choice of a seat, table) and every way from one to the other, the browser's own ways back
 * and forward among them. A way that fails leaves the visitor where they are, with a refusal to read.
 * A long file, because all of them change the one place that says where the visitor is.
 */
import { type ReadonlySignal, signal } from "@preact/signals";
import { partiesSeated } from "../../scenario/parties.ts";
import type { Play } from "../desk/play.ts";
import { drawSeed, type Wish, wishOf } from "../keeping/address.ts";
import { follow, playedGame, recallGame, stop } from "../keeping/keeping.ts";
import type { Opened, OpenedRun, OpenScenario, Origin, Refusal } from "../keeping/open.ts";
import type { Step } from "../keeping/read.ts";
import { readerUntil } from "../keeping/reader.ts";
import { bundledById } from "../keeping/scenarios.ts";
import type { KeptGame, ScenarioSource } from "../keeping/storage.ts";
import { keepFocus } from "../page/focus.ts";
import { PartMissing, part } from "../page/part.ts";
import { say } from "../page/status.ts";
import type { TableScreen } from "../table/table.tsx";
import { visit } from "./words.ts";

export type Screen =
  | { readonly name: "start" }
  /** `visit` differs each time, so that a screen entered again starts afresh. */
  | ({ readonly name: "briefing"; readonly visit: number } & OpenScenario)
  | {
      readonly name: "table";
      readonly visit: number;
      readonly play: Play;
      readonly source: ScenarioSource;
      readonly Table: typeof TableScreen;
    };

/** What is said while something loads. `stop` gives it up, where that is possible. */
export interface Loading {
  readonly sentence: string;
  readonly stop?: (() => void) | undefined;
}

/** A game about to begin, or to go on: then with the kept one, where it is one. */
type Beginning = (OpenScenario & { readonly seat: string; readonly seed: number }) | OpenedRun;

const words = visit.visit;

const LINK: Origin = { kind: "link" };

let visits = 0;
const here = signal<Screen>({ name: "start" });
const waitingFor = signal<Loading | undefined>(undefined);
const refused = signal<Refusal | undefined>(undefined);
const remarked = signal<string | undefined>(undefined);
/** Where the visitor was before the way back; the way forward leads there. */
let left: Screen | undefined;

export const screen: ReadonlySignal<Screen> = here;
export const loading: ReadonlySignal<Loading | undefined> = waitingFor;
export const refusal: ReadonlySignal<Refusal | undefined> = refused;
/** What can't be vouched for in the game on the table. */
export const remark: ReadonlySignal<string | undefined> = remarked;

/** Loads the rulebook; call it early to have it at hand. */
export async function engine(): Promise<typeof import("../keeping/engine.ts")> {
  await part(import("../keeping/jitless.ts"));
  return part(import("../keeping/engine.ts"));
}

export function goToStart(): void {
  // The way back through the browser's history, so that its Back button does not lead into a game that was left.
  if (inside()) history.back();
  else leave();
}

function leave(): void {
  left = here.value;
  stop();
  remarked.value = undefined;
  here.value = { name: "start" };
}

export async function chooseSeat(id: string): Promise<void> {
  await whileLoading(openingBundled(id), async () => {
    const { openBundled } = await engine();
    await arrive(await openBundled(id), LINK);
  });
}

/** Straight to the table of a bundled scenario. */
export async function playNow(id: string, seat: string | undefined, seed = drawSeed()): Promise<void> {
  await whileLoading(openingBundled(id), async () => {
    const { openBundled } = await engine();
    const opened = await openBundled(id);
    if (opened.kind !== "scenario" || seat === undefined) return arrive(opened, LINK);
    const { scenario, source } = opened;
    const seats = partiesSeated(scenario);
    if (!seats.some((party) => scenario.parties[party]!.id === seat)) {
      return refuseFor(LINK, words.noSeat({ seat, title: scenario.title }));
    }
    await begin({ scenario, source, seat, seed }, LINK);
  });
}

export async function beginAs({ scenario, source }: OpenScenario, seat: string, seed: number): Promise<void> {
  const { title } = scenario;
  await whileLoading(words.opening.scenario({ title }), () =>
    begin({ scenario, source, seat, seed }, { kind: "run", file: title }),
  );
}

export async function openFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  const [{ name: file }] = files as [File];
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  await whileLoading(
    words.opening.scenario({ title: file }),
    async () => {
      const { openFiles: open, readFile } = await engine();
      const tell = (step: Step, title: string) => {
        waitingFor.value = { sentence: words.opening[step]({ title }), stop };
      };
      try {
        const opened = await open(files, readerUntil(stopping.signal, readFile), tell);
        stopping.signal.throwIfAborted();
        // What has been read comes to the screen at once: there is nothing more to stop.
        waitingFor.value = { sentence: words.opening.scenario({ title: file }) };
        await arrive(opened, { kind: "run", file });
      } catch (error) {
        if (!stopping.signal.aborted) throw error;
        say(words.stopped);
        keepFocus();
      } finally {
        stop();
      }
    },
    stop,
  );
}

/** Goes on with a kept game. */
export async function resume(kept: KeptGame): Promise<void> {
  await whileLoading(words.opening.game, async () => {
    const [{ openKept }, game] = await Promise.all([engine(), recallGame(kept)]);
    await arrive(await openKept(game), { kind: "kept" });
  });
}

/** Opens a game that was refused with the scenario that it carries. */
export async function openInstead(run: OpenedRun): Promise<void> {
  const { title } = run.scenario;
  await whileLoading(words.opening.game, () => begin(run, { kind: "run", file: title }));
}

export function dismissRefusal(): void {
  refused.value = undefined;
}

/** Follows the address now and whenever it changes. Call it once. */
export function watchAddress(): void {
  if (inside()) history.replaceState(null, "");
  const follow = () => {
    const wish = wishOf(location);
    if (wish === undefined) return;
    history.replaceState(history.state, "", location.pathname);
    void grant(wish);
  };
  addEventListener("hashchange", follow);
  addEventListener("popstate", () => {
    if (location.hash !== "") return;
    if (inside()) void goForward();
    else if (here.value.name !== "start") leave();
  });
  follow();
}

async function goForward(): Promise<void> {
  if (left === undefined || here.value.name !== "start") return;
  const next = left;
  if (next.name === "table") await follow(next.play, next.source);
  refused.value = undefined;
  here.value = next;
}

async function grant(wish: Wish): Promise<void> {
  if (wish.kind === "unknown") return refuseFor(LINK, words.unknownAddress({ part: wish.part }));
  if (wish.kind === "scenario") return playNow(wish.id, wish.seat, wish.seed);
  await whileLoading(words.opening.game, async () => {
    const { openLink } = await engine();
    await arrive(await openLink(wish.packed), LINK);
  });
}

async function arrive(opened: Opened, of: Origin): Promise<void> {
  if (opened.kind === "refused") refuse(opened.refusal);
  else if (opened.kind === "run") await begin(opened, of);
  else {
    const { scenario, source, findings = [] } = opened;
    enter({ name: "briefing", visit: ++visits, scenario, source, findings });
  }
}

/** What can't be played is refused before anything changes. */
async function begin(beginning: Beginning, of: Origin): Promise<void> {
  const [{ createPlay, refusalOf }, { TableScreen: Table }] = await Promise.all([
    engine(),
    part(import("../table/table.tsx")),
  ]);
  const { source } = beginning;
  const game = "run" in beginning ? beginning.game : undefined;
  let play: Play;
  try {
    play = createPlay({ ...beginning, ...(game && { draft: game.draft }) });
  } catch (error) {
    const refusal = refusalOf(error, of);
    return refuse("run" in beginning ? { ...refusal, run: beginning.run } : refusal);
  }
  await follow(play, source, game);
  remarked.value = "run" in beginning ? beginning.note : undefined;
  enter({ name: "table", visit: ++visits, play, source, Table });
}

/** Once the game on the table has ended: it stays among the kept ones. */
export async function playAgain(): Promise<void> {
  const now = here.value;
  const scenario = now.name === "table" ? now.play.truth.value?.table.scenario : undefined;
  if (now.name !== "table" || scenario === undefined) return;
  await beginAs({ scenario, source: now.source }, scenario.parties[now.play.seat]!.id, drawSeed());
}

/** Another person sits down at this screen, in the same game. */
export async function changeSeat(party: number): Promise<void> {
  const now = here.value;
  if (now.name !== "table") return;
  const play = now.play.from(party);
  await follow(play, now.source, playedGame.value);
  here.value = { ...now, visit: ++visits, play };
}

function enter(next: Screen): void {
  if (here.value.name === "table" && next.name !== "table") stop();
  refused.value = undefined;
  if (!inside()) history.pushState({ parley: true }, "");
  here.value = next;
}

function inside(): boolean {
  return (history.state as { parley?: true } | null)?.parley === true;
}

function refuse(next: Refusal): void {
  refused.value = next;
  const { of } = next;
  say("file" in of ? words.refused[of.kind]({ file: of.file }) : words.refused[of.kind]);
}

function refuseFor(of: Origin, message: string): void {
  refuse({ of, findings: [{ message }], report: message });
}

function openingBundled(id: string): string {
  return words.opening.scenario({ title: bundledById(id)?.title ?? id });
}

/** One way at a time; what is pressed meanwhile is ignored. */
async function whileLoading(sentence: string, way: () => Promise<void>, stop?: () => void): Promise<void> {
  if (waitingFor.value !== undefined) return;
  waitingFor.value = { sentence, stop };
  try {
    await way();
  } catch (error) {
    console.error(error);
    refuseFor({ kind: "page" }, error instanceof PartMissing ? words.missing : words.failed);
  } finally {
    waitingFor.value = undefined;
  }
}
