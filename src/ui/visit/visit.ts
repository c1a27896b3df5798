/**
 * Where the visitor is (start, choice of a seat, table) and every way from one to the other, the browser's own ways back
 * and forward among them. A way that fails leaves the visitor where they are, with a refusal to read.
 */
import { type ReadonlySignal, signal } from "@preact/signals";
import { partiesSeated } from "../../scenario/parties.ts";
import type { Play } from "../desk/play.ts";
import { drawSeed, type Wish, wishOf } from "../keeping/address.ts";
import { follow, playedGame, recallGame, stop } from "../keeping/keeping.ts";
import type { Opened, OpenedRun, OpenScenario, Refusal } from "../keeping/open.ts";
import { bundledById } from "../keeping/scenarios.ts";
import type { KeptGame, ScenarioSource } from "../keeping/storage.ts";
import { say } from "../page/status.ts";
import type { TableScreen } from "../table/table.tsx";

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

/** A game about to begin, or to go on: then with the kept one, where it is one. */
type Beginning = (OpenScenario & { readonly seat: string; readonly seed: number }) | OpenedRun;

const words = {
  opening: (title: string) => `Opening ${title}…`,
  files: "your file",
  link: "The link",
  game: "your game",
  keptGame: "The kept game",
  refused: (file: string) => `${file} could not be opened. The list says what to mend.`,
  failed:
    "Something in Parley failed while opening this. Nothing was changed. Reload the page and try again.",
  unknownAddress: (part: string) =>
    `“${part}” in the address asks for nothing that Parley knows. A link to a game ends in #run= and a long word; one to a scenario in #scenario=, its name, and perhaps &seat= and &seed= with a whole number. Copy the link again as a whole.`,
  noSeat: (seat: string, title: string) =>
    `There is no seat "${seat}" in “${title}”. Choose one of the seats instead.`,
};

let visits = 0;
const here = signal<Screen>({ name: "start" });
const waitingFor = signal<string | undefined>(undefined);
const refused = signal<Refusal | undefined>(undefined);
const remarked = signal<string | undefined>(undefined);
/** Where the visitor was before the way back; the way forward leads there. */
let left: Screen | undefined;

export const screen: ReadonlySignal<Screen> = here;
/** A sentence while something loads. */
export const loading: ReadonlySignal<string | undefined> = waitingFor;
export const refusal: ReadonlySignal<Refusal | undefined> = refused;
/** What can't be vouched for in the game on the table. */
export const remark: ReadonlySignal<string | undefined> = remarked;

/** Loads the rulebook; call it early to have it at hand. */
export async function engine(): Promise<typeof import("../keeping/engine.ts")> {
  await import("../keeping/jitless.ts");
  return import("../keeping/engine.ts");
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
  await whileLoading(bundledById(id)?.title ?? id, async () => {
    const { openBundled } = await engine();
    await arrive(await openBundled(id), id);
  });
}

/** Straight to the table of a bundled scenario. */
export async function playNow(id: string, seat: string | undefined, seed = drawSeed()): Promise<void> {
  await whileLoading(bundledById(id)?.title ?? id, async () => {
    const { openBundled } = await engine();
    const opened = await openBundled(id);
    if (opened.kind !== "scenario" || seat === undefined) return arrive(opened, id);
    const { scenario, source } = opened;
    const seats = partiesSeated(scenario);
    if (!seats.some((party) => scenario.parties[party]!.id === seat)) {
      const message = words.noSeat(seat, scenario.title);
      return refuse({ file: words.link, kind: "link", findings: [{ message }], report: message });
    }
    await begin({ scenario, source, seat, seed }, scenario.title);
  });
}

export async function beginAs({ scenario, source }: OpenScenario, seat: string, seed: number): Promise<void> {
  await whileLoading(scenario.title, () => begin({ scenario, source, seat, seed }, scenario.title));
}

export async function openFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  const name = files.length === 1 ? files[0]!.name : words.files;
  await whileLoading(name, async () => {
    const { openFiles: open } = await engine();
    await arrive(await open(files), name);
  });
}

/** Goes on with a kept game. */
export async function resume(kept: KeptGame): Promise<void> {
  await whileLoading(words.game, async () => {
    const [{ openKept }, game] = await Promise.all([engine(), recallGame(kept)]);
    await arrive(await openKept(words.keptGame, game), words.keptGame);
  });
}

/** Opens a game that was refused with the scenario that it carries. */
export async function openInstead(run: OpenedRun): Promise<void> {
  await whileLoading(words.game, () => begin(run, run.scenario.title));
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
  if (wish.kind === "unknown") {
    const message = words.unknownAddress(wish.part);
    return refuse({ file: words.link, kind: "link", findings: [{ message }], report: message });
  }
  if (wish.kind === "scenario") return playNow(wish.id, wish.seat, wish.seed);
  await whileLoading(words.game, async () => {
    const { openLink } = await engine();
    await arrive(await openLink(words.link, wish.packed), words.link);
  });
}

async function arrive(opened: Opened, name: string): Promise<void> {
  if (opened.kind === "refused") refuse(opened.refusal);
  else if (opened.kind === "run") await begin(opened, name);
  else {
    const { scenario, source, findings = [] } = opened;
    enter({ name: "briefing", visit: ++visits, scenario, source, findings });
  }
}

/** What can't be played is refused before anything changes. */
async function begin(beginning: Beginning, name: string): Promise<void> {
  const [{ createPlay, refusalOf }, { TableScreen: Table }] = await Promise.all([
    engine(),
    import("../table/table.tsx"),
  ]);
  const { source } = beginning;
  const game = "run" in beginning ? beginning.game : undefined;
  let play: Play;
  try {
    play = createPlay({ ...beginning, ...(game && { draft: game.draft }) });
  } catch (error) {
    const refusal = refusalOf(error, name, name === words.link ? "link" : "run");
    return refuse("run" in beginning ? { ...refusal, run: beginning.run } : refusal);
  }
  await follow(play, source, game);
  remarked.value = "run" in beginning ? beginning.note : undefined;
  enter({ name: "table", visit: ++visits, play, source, Table });
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
  say(words.refused(next.file));
}

/** One way at a time; what is pressed meanwhile is ignored. */
async function whileLoading(title: string, way: () => Promise<void>): Promise<void> {
  if (waitingFor.value !== undefined) return;
  waitingFor.value = words.opening(title);
  try {
    await way();
  } catch (error) {
    console.error(error);
    refuse({ file: title, kind: "link", findings: [{ message: words.failed }], report: words.failed });
  } finally {
    waitingFor.value = undefined;
  }
}
