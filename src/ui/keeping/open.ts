/**
 * From what a person brings (a bundled scenario's name, files, a link) to something playable, or to a refusal that says
 * where, what and how to mend it. It changes nothing: the game in progress stays as it is until the visitor moves on.
 * Loaded lazily, because parsing needs the whole rulebook.
 */

import { parseScenario } from "../../agents/parse.ts";
import { likenessOf } from "../../protocol/replayed.ts";
import { parseTranscript, type Transcript, TranscriptError } from "../../protocol/transcript.ts";
import { auditScenario } from "../../runs/audit.ts";
import { decodeText } from "../../scenario/decode.ts";
import { contentOf } from "../../scenario/foreign.ts";
import { formatProblem, type Problem } from "../../scenario/problem.ts";
import { BOUNDS, type Scenario } from "../../scenario/schema.ts";
import { faultsIn, type Warning } from "../../scenario/warnings/warning.ts";
import { fitOf } from "../../session/carried.ts";
import { unpackTranscript } from "../../session/link.ts";
import { bundledById } from "./scenarios.ts";
import type { KeptGame, ScenarioSource } from "./storage.ts";

/** One thing to mend. Only problems of scenario files have a place. */
export interface Finding {
  readonly place?: { readonly line: number; readonly column: number; readonly path: string };
  readonly message: string;
}

export interface Refusal {
  /** Name of the file, or what it was instead ("The link"). */
  readonly file: string;
  readonly kind: "scenario" | "run" | "link";
  readonly findings: readonly Finding[];
  /** The whole list as text, one problem a line, in the form that editors make clickable. */
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

const words = {
  tooLarge: (megabytes: number) =>
    `The file has ${megabytes.toFixed(1)} MB; Parley reads up to ${BOUNDS.bytes / 1e6} MB. Choose a scenario or run file.`,
  unreadable: "The file can't be read. Check that it still exists and that you may open it.",
  unknownBundled: (id: string) =>
    `There is no scenario "${id}" in this edition of Parley. Check the link, or open the scenario's file.`,
  twoRuns: "There are several saved games among the files. Open one at a time.",
};

/** Scenarios opened in this visit, by id: a saved game may need one of them. */
const opened = new Map<string, OpenScenario>();

export async function openBundled(id: string): Promise<Opened> {
  const known = opened.get(`bundled ${id}`);
  if (known !== undefined) return { kind: "scenario", ...known };
  const bundled = bundledById(id);
  if (bundled === undefined) return refused(id, "link", words.unknownBundled(id));
  return scenarioFrom(id, await bundled.load(), { kind: "bundled", id });
}

/** A game that this browser keeps. Its own scenario counts, not another one of the same id. */
export async function openKept(name: string, game: KeptGame): Promise<Opened> {
  const open = await openKeptRun(name, game);
  if (open.kind === "run") return { ...open, game };
  if (open.kind === "scenario" || open.refusal.instead === undefined) return open;
  return { kind: "refused", refusal: { ...open.refusal, instead: { ...open.refusal.instead, game } } };
}

async function openKeptRun(name: string, { run, source }: KeptGame): Promise<Opened> {
  const { id } = run.scenario;
  if (source.kind === "bundled") return runWith(name, "run", run, await scenarioOf(openBundled(id)));
  if (source.text === undefined) return runWith(name, "run", run, alikeOf(run, opened.get(`file ${id}`)));
  return runWith(name, "run", run, await scenarioOf(scenarioFrom(name, source.text, source)));
}

/** A scenario, a run, or a run together with its scenario; which is which shows in the content, not in the name. */
export async function openFiles(files: readonly File[]): Promise<Opened> {
  let scenario: Opened | undefined;
  const runs: { name: string; text: string }[] = [];
  for (const file of files) {
    if (file.size > BOUNDS.bytes) return refused(file.name, "scenario", words.tooLarge(file.size / 1e6));
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      return refused(file.name, "scenario", words.unreadable);
    }
    const decoded = decodeText(bytes);
    if (!decoded.ok) return refused(file.name, "scenario", decoded.message);
    const { text } = decoded;
    if (contentOf(text)?.kind === "run") {
      runs.push({ name: file.name, text });
      continue;
    }
    scenario = scenarioFrom(file.name, text, { kind: "file" });
    if (scenario.kind === "refused") return scenario;
  }
  const [run, another] = runs;
  if (another !== undefined) return refused(another.name, "run", words.twoRuns);
  if (run !== undefined) return runFrom(run.name, "run", () => parseTranscript(run.text));
  return scenario ?? refused("", "scenario", words.unreadable);
}

export function openLink(name: string, packed: string): Promise<Opened> {
  return runFrom(name, "link", () => unpackTranscript(packed));
}

/** What `createPlay` said against a run, as a refusal; anything but a refusal of input is thrown on. */
export function refusalOf(error: unknown, file: string, kind: Refusal["kind"]): Refusal {
  if (!(error instanceof TranscriptError || error instanceof RangeError)) throw error;
  return { file, kind, findings: [{ message: error.message }], report: `${file}: ${error.message}` };
}

function refused(file: string, kind: Refusal["kind"], message: string): Opened {
  return {
    kind: "refused",
    refusal: { file, kind, findings: [{ message }], report: `${file}: ${message}` },
  };
}

function scenarioFrom(file: string, text: string, source: ScenarioSource): Opened {
  const parsed = source.kind === "file" ? auditScenario(text) : parseScenario(text);
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
  return { kind: "refused", refusal: { file, kind: "scenario", findings, report } };
}

function findingOf({ line, column, path, message }: Problem | Warning): Finding {
  return { place: { line, column, path }, message };
}

async function runFrom(file: string, kind: "run" | "link", parse: () => Transcript): Promise<Opened> {
  let run: Transcript;
  try {
    run = parse();
  } catch (error) {
    return { kind: "refused", refusal: refusalOf(error, file, kind) };
  }
  const { id } = run.scenario;
  const fromFile = opened.get(`file ${id}`);
  const bundled = bundledById(id) && (await scenarioOf(openBundled(id)));
  const atHand = alikeOf(run, fromFile) ?? alikeOf(run, bundled) ?? fromFile ?? bundled;
  return runWith(file, kind, run, atHand);
}

async function scenarioOf(opening: Opened | Promise<Opened>): Promise<OpenScenario | undefined> {
  const open = await opening;
  return open.kind === "refused" ? undefined : open;
}

function alikeOf(run: Transcript, open: OpenScenario | undefined): OpenScenario | undefined {
  return open !== undefined && likenessOf(run, open.scenario) === "alike" ? open : undefined;
}

function runWith(
  file: string,
  kind: "run" | "link",
  run: Transcript,
  atHand: OpenScenario | undefined,
): Opened {
  const carried = { kind: "file" } as const;
  try {
    const fit = fitOf(run, atHand?.scenario);
    if (fit.kind === "fits") {
      const source = fit.scenario === atHand?.scenario ? atHand.source : carried;
      return { kind: "run", run, scenario: fit.scenario, source, note: fit.note };
    }
    const instead: OpenedRun = { kind: "run", run, scenario: fit.carried, source: carried, note: undefined };
    const findings = [{ message: fit.why }];
    return {
      kind: "refused",
      refusal: { file, kind, findings, report: `${file}: ${fit.why}`, run, instead },
    };
  } catch (error) {
    return { kind: "refused", refusal: { ...refusalOf(error, file, kind), run } };
  }
}
