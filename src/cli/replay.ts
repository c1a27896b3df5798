/** `parley replay RUN`: checks a run file against its scenario and tells what happened, or gives it as JSON. */
import { parseTranscript, type Transcript, TranscriptError } from "../protocol/transcript.ts";
import { outcomeById } from "../scenario/outcome.ts";
import type { Scenario } from "../scenario/schema.ts";
import { type Replay, replay } from "../session/replay.ts";
import { bundledFile } from "./bundled.ts";
import { columns, InputError, readScenario, readText } from "./files.ts";
import { print } from "./output.ts";

export function replayRun(
  run: string,
  options: { readonly scenario?: string; readonly json?: boolean },
): void {
  try {
    const transcript = parseTranscript(readText(run));
    const scenario = readScenario(options.scenario ?? bundled(transcript));
    const replayed = replay(scenario, transcript);
    print(options.json ? JSON.stringify(reportOf(scenario, replayed), null, 2) : storyOf(scenario, replayed));
  } catch (error) {
    if (error instanceof TranscriptError) throw new InputError(`${run}: ${error.message}`);
    throw error;
  }
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

/** The bundled scenario that a run file names. Throws InputError when there is none. */
export function bundledScenario(run: string, text: string): Scenario {
  try {
    return readScenario(bundled(parseTranscript(text)));
  } catch (error) {
    if (error instanceof TranscriptError) throw new InputError(`${run}: ${error.message}`);
    throw error;
  }
}

/** The file of the bundled scenario that was played. */
function bundled(transcript: Transcript): string {
  const file = bundledFile(transcript.scenario.id);
  if (file !== undefined) return file;
  throw new InputError(
    `The scenario "${transcript.scenario.id}" is not bundled. Name its file with --scenario.`,
    2,
  );
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
