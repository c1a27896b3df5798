/**
 * `parley replay RUN`: checks a run file against its scenario and tells what happened, or gives it as JSON. With `--check`
 * agents and chance are asked again, too.
 */
import { ENGINE, parseTranscript, type Transcript, TranscriptError } from "../protocol/transcript.ts";
import { outcomeById } from "../scenario/outcome.ts";
import type { Scenario } from "../scenario/schema.ts";
import { carriedBy, fitOf } from "../session/carried.ts";
import { type Checked, checkRun, type Departure } from "../session/check.ts";
import { type Replay, replay } from "../session/replay.ts";
import { bundledFile } from "./bundled.ts";
import { columns, InputError, readScenario, readText } from "./files.ts";
import { print, tell } from "./output.ts";
import { ACT_LIMIT, checkWithOwn, ownAgents, readWithOwn } from "./ownAgents.ts";

export interface RunOptions {
  readonly scenario?: string;
  /** The scenario in the run file, whatever is at hand. */
  readonly carried?: boolean;
  /** The module of strategies that the run was made with, as written. */
  readonly agents?: string;
}

export interface ReplayOptions extends RunOptions {
  readonly json?: boolean;
  readonly check?: boolean;
  readonly actLimit?: number;
}

export async function replayRun(run: string, options: ReplayOptions): Promise<void> {
  const replayed = await readRun(run, options);
  const { scenario } = replayed.table;
  const checked = options.check ? await checkedRun(run, replayed, options) : undefined;
  const departure = checked?.departure;
  if (options.json) {
    const check = checked && { check: { same: departure === undefined, ...checked } };
    print(JSON.stringify({ ...reportOf(scenario, replayed), ...check }, null, 2));
  } else {
    print(storyOf(scenario, replayed));
    if (checked !== undefined && departure === undefined) print(checkedStory(replayed, checked));
  }
  if (departure !== undefined) throw new InputError(`${run}: ${departureStory(departure, replayed)}`);
}

/** Throws InputError when agents of the run can't be made. */
async function checkedRun(
  run: string,
  replayed: Replay,
  { agents, actLimit = ACT_LIMIT }: ReplayOptions,
): Promise<Checked> {
  if (agents !== undefined) return checkWithOwn(ownAgents(agents, actLimit), agents, replayed);
  try {
    return checkRun(replayed);
  } catch (error) {
    throw inputErrorOf(run, error);
  }
}

/** A run file played with its scenario: the one named, the bundled one, or the one it carries. Throws InputError. */
export async function readRun(run: string, options: RunOptions): Promise<Replay> {
  const text = readText(run);
  try {
    const transcript = parseTranscript(text);
    const scenario = options.carried ? carriedIn(transcript) : await scenarioOf(run, transcript, options);
    return replay(scenario, transcript);
  } catch (error) {
    throw inputErrorOf(run, error);
  }
}

function inputErrorOf(run: string, error: unknown): unknown {
  return error instanceof TranscriptError ? new InputError(`${run}: ${error.message}`) : error;
}

function carriedIn(transcript: Transcript): Scenario {
  const scenario = carriedBy(transcript);
  if (scenario === undefined) throw new TranscriptError("This run carries no scenario; leave out --carried.");
  return scenario;
}

async function scenarioOf(
  run: string,
  transcript: Transcript,
  { scenario: file, agents }: RunOptions,
): Promise<Scenario> {
  const { id, file: carried } = transcript.scenario;
  const path = file ?? bundledFile(id);
  if (path === undefined && carried === undefined) {
    throw new InputError(`${run}: the scenario "${id}" is not bundled. Name its file with --scenario.`, 2);
  }
  const fit = fitOf(transcript, path === undefined ? undefined : await scenarioIn(path, agents));
  if (fit.kind === "differs") {
    throw new InputError(`${run}: ${fit.why} Add --carried to replay it with the scenario that it carries.`);
  }
  if (fit.note !== undefined) tell(`${run}: ${fit.note}`);
  return fit.scenario;
}

/** Its seats may name strategies of the module. Throws InputError. */
export async function scenarioIn(file: string, agents: string | undefined): Promise<Scenario> {
  if (agents === undefined) return readScenario(file);
  return (await readWithOwn(ownAgents(agents, ACT_LIMIT), agents, file, "")).scenario;
}

function departureStory({ sentence }: Departure, { transcript: { engine } }: Replay): string {
  if (engine === ENGINE) return sentence;
  return `${sentence} The run was made with Parley ${engine}, whose agents and chance may have been others than those of ${ENGINE}.`;
}

function checkedStory({ moves, transcript, past }: Replay, { unasked }: Checked): string {
  const people = Object.values(transcript.lineUp).includes("human") || past.reseated.length > 0;
  return [
    `Checked: played again from the seed, agents and chance make the same ${moves.length} moves.`,
    ...(people ? ["What people did was taken as given."] : []),
    ...(unasked.length > 0
      ? [`So was what these seats did, whose agents did not come with Parley: ${unasked.join(", ")}.`]
      : []),
  ].join(" ");
}

function reportOf(scenario: Scenario, { moves, game, results, utilities }: Replay) {
  const phases = results.map((result) => ({
    id: scenario.phases[result.phase]!.id,
    end: result.end,
    round: result.round,
    outcome: outcomeById(scenario, result.outcome),
    signed: scenario.parties.flatMap((party, i) => (result.signed[i] ? [party.id] : [])),
  }));
  return { scenario: scenario.id, moves: moves.length, ended: game.play.beat === "ended", phases, utilities };
}

function storyOf(scenario: Scenario, { moves, results, utilities }: Replay): string {
  if (utilities === undefined) return `${scenario.title}: ${moves.length} moves, not ended yet.`;
  const told = results.map((result) => {
    const lines = scenario.issues.map((issue, i) => [
      `  ${issue.label}`,
      issue.options[result.outcome[i]!]!.label,
    ]);
    return `${scenario.phases[result.phase]!.title}: ${result.end} in round ${result.round}\n${columns(lines)}`;
  });
  const worth = Object.entries(utilities).map(([id, value]) => [`  ${id}`, value.toFixed(1)]);
  return [
    `${scenario.title}: ${moves.length} moves`,
    ...told,
    "Utility in each party's own points",
    columns(worth),
  ].join("\n");
}
