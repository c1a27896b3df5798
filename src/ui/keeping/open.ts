/**
 * From what a person brings (a bundled scenario's name, files, a link) to something playable, or to a refusal that says
 * where, what and how to mend it. It changes nothing: the game in progress stays as it is until the visitor moves on.
 * Loaded lazily, because parsing needs the whole rulebook.
 */

import { parseScenario } from "../../agents/parse.ts";
import { likenessOf } from "../../protocol/replayed.ts";
import { parseTranscript, type Transcript, TranscriptError } from "../../protocol/transcript.ts";
import { formatProblem, type Problem } from "../../scenario/problem.ts";
import type { Parsed } from "../../scenario/reading/parse.ts";
import { BOUNDS, type Scenario } from "../../scenario/schema.ts";
import { faultsIn, type Warning } from "../../scenario/warnings/warning.ts";
import { fitOf } from "../../session/carried.ts";
import { unpackTranscript } from "../../session/link.ts";
import type { ReadFile, Step } from "./read.ts";
import { bundledById } from "./scenarios.ts";
import type { KeptGame, ScenarioSource } from "./storage.ts";
import { keeping } from "./words.ts";

/** One thing to mend. Only problems of scenario files have a place. */
export interface Finding {
  readonly place?: { readonly line: number; readonly column: number; readonly path: string };
  readonly message: string;
}

/** What was to be opened: a file, or something else that has no name. */
export type Origin =
  | { readonly kind: "scenario" | "run"; readonly file: string }
  | { readonly kind: "link" | "kept" | "page" };

export interface Refusal {
  readonly of: Origin;
  readonly findings: readonly Finding[];
  /** The whole list as text, one problem a line, of files in the form that editors make clickable. */
  readonly report: string;
  /** The game that was not opened, where there is one: it can be saved to a file all the same. */
  readonly run?: Transcript;
  /** The same game with the scenario that it carries. */
  readonly instead?: OpenedRun;
}

export interface OpenScenario {
  readonly scenario: Scenario;
  readonly source: ScenarioSource;
  /** What to check in a file of one's own, though it can be played. */
  readonly findings?: readonly Finding[];
}

export interface OpenedRun extends OpenScenario {
  readonly kind: "run";
  readonly run: Transcript;
  /** What can't be vouched for. */
  readonly note: string | undefined;
  /** The kept one that it is. */
  readonly game?: KeptGame;
}

export type Opened =
  | ({ readonly kind: "scenario" } & OpenScenario)
  | OpenedRun
  | { readonly kind: "refused"; readonly refusal: Refusal };

const words = keeping.open;

const LINK: Origin = { kind: "link" };
const KEPT: Origin = { kind: "kept" };

/** Scenarios opened in this visit, by id: a saved game may need one of them. */
const opened = new Map<string, OpenScenario>();

export async function openBundled(id: string): Promise<Opened> {
  const known = opened.get(`bundled ${id}`);
  if (known !== undefined) return { kind: "scenario", ...known };
  const bundled = bundledById(id);
  if (bundled === undefined) return refused(LINK, words.unknownBundled({ id }));
  return scenarioFrom(id, await bundled.load(), { kind: "bundled", id });
}

/** A game that this browser keeps. Its own scenario counts, not another one of the same id. */
export async function openKept(game: KeptGame): Promise<Opened> {
  const open = await openKeptRun(game);
  if (open.kind === "run") return { ...open, game };
  if (open.kind === "scenario" || open.refusal.instead === undefined) return open;
  return { kind: "refused", refusal: { ...open.refusal, instead: { ...open.refusal.instead, game } } };
}

async function openKeptRun({ run, source }: KeptGame): Promise<Opened> {
  const { id } = run.scenario;
  if (source.kind === "bundled") return runWith(KEPT, run, await scenarioOf(openBundled(id)));
  if (source.text === undefined) return runWith(KEPT, run, alikeOf(run, opened.get(`file ${id}`)));
  return runWith(KEPT, run, await scenarioOf(scenarioFrom(id, source.text, source)));
}

/** A scenario, a run, or a run together with its scenario; which is which shows in the content, not in the name. */
export async function openFiles(
  files: readonly File[],
  readOne: ReadFile,
  tell: (step: Step, file: string) => void,
): Promise<Opened> {
  let scenario: Opened | undefined;
  const runs: { name: string; text: string }[] = [];
  for (const file of files) {
    const scenarioFile: Origin = { kind: "scenario", file: file.name };
    if (file.size > BOUNDS.bytes) {
      return refused(scenarioFile, words.tooLarge({ megabytes: file.size / 1e6, most: BOUNDS.bytes / 1e6 }));
    }
    const read = await readOne(file, (step) => tell(step, file.name));
    if (read.kind === "unreadable") return refused(scenarioFile, read.message ?? words.unreadable);
    if (read.kind === "run") {
      runs.push({ name: file.name, text: read.text });
      continue;
    }
    scenario = scenarioOfParsed(file.name, read.parsed, { kind: "file" });
    if (scenario.kind === "refused") return scenario;
  }
  const [run, another] = runs;
  if (another !== undefined) return refused({ kind: "run", file: another.name }, words.twoRuns);
  if (run !== undefined) return runFrom({ kind: "run", file: run.name }, () => parseTranscript(run.text));
  return scenario ?? refused({ kind: "scenario", file: "" }, words.unreadable);
}

export function openLink(packed: string): Promise<Opened> {
  return runFrom(LINK, () => unpackTranscript(packed));
}

/** What `createPlay` said against a run, as a refusal; anything but a refusal of input is thrown on. */
export function refusalOf(error: unknown, of: Origin): Refusal {
  if (!(error instanceof TranscriptError || error instanceof RangeError)) throw error;
  return refusalFor(of, error.message);
}

function refusalFor(of: Origin, message: string): Refusal {
  return { of, findings: [{ message }], report: "file" in of ? `${of.file}: ${message}` : message };
}

function refused(of: Origin, message: string): Opened {
  return { kind: "refused", refusal: refusalFor(of, message) };
}

function scenarioFrom(file: string, text: string, source: ScenarioSource): Opened {
  return scenarioOfParsed(file, parseScenario(text), source);
}

function scenarioOfParsed(file: string, parsed: Parsed, source: ScenarioSource): Opened {
  if (parsed.ok) {
    const { scenario, warnings } = parsed;
    const open = {
      scenario,
      source,
      ...(source.kind === "file" && { findings: faultsIn(warnings).map(findingOf) }),
    };
    opened.set(`${source.kind} ${scenario.id}`, open);
    return { kind: "scenario", ...open };
  }
  const findings = parsed.problems.map(findingOf);
  const report = parsed.problems.map((problem) => formatProblem(problem, file)).join("\n");
  return { kind: "refused", refusal: { of: { kind: "scenario", file }, findings, report } };
}

function findingOf({ line, column, path, message }: Problem | Warning): Finding {
  return { place: { line, column, path }, message };
}

async function runFrom(of: Origin, parse: () => Transcript): Promise<Opened> {
  let run: Transcript;
  try {
    run = parse();
  } catch (error) {
    return { kind: "refused", refusal: refusalOf(error, of) };
  }
  const { id } = run.scenario;
  const fromFile = opened.get(`file ${id}`);
  const bundled = bundledById(id) && (await scenarioOf(openBundled(id)));
  const atHand = alikeOf(run, fromFile) ?? alikeOf(run, bundled) ?? fromFile ?? bundled;
  return runWith(of, run, atHand);
}

async function scenarioOf(opening: Opened | Promise<Opened>): Promise<OpenScenario | undefined> {
  const open = await opening;
  return open.kind === "refused" ? undefined : open;
}

function alikeOf(run: Transcript, open: OpenScenario | undefined): OpenScenario | undefined {
  return open !== undefined && likenessOf(run, open.scenario) === "alike" ? open : undefined;
}

function runWith(of: Origin, run: Transcript, atHand: OpenScenario | undefined): Opened {
  const carried = { kind: "file" } as const;
  try {
    const fit = fitOf(run, atHand?.scenario);
    if (fit.kind === "fits") {
      const source = fit.scenario === atHand?.scenario ? atHand.source : carried;
      return { kind: "run", run, scenario: fit.scenario, source, note: fit.note };
    }
    const instead: OpenedRun = { kind: "run", run, scenario: fit.carried, source: carried, note: undefined };
    return { kind: "refused", refusal: { ...refusalFor(of, fit.why), run, instead } };
  } catch (error) {
    return { kind: "refused", refusal: { ...refusalOf(error, of), run } };
  }
}
