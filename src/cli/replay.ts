/** `parley replay RUN`: checks a run file against its scenario and tells what happened, or gives it as JSON. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { PhaseResult } from "../protocol/move.ts";
import {
  parseTranscript,
  replayTranscript,
  type Transcript,
  TranscriptError,
} from "../protocol/transcript.ts";
import { outcomeById } from "../scenario/outcome.ts";
import type { Scenario } from "../scenario/schema.ts";
import { utilityOfResult } from "../session/simulate.ts";
import { type Table, tableOf } from "../session/table.ts";
import { columns, InputError, readScenario, readText } from "./files.ts";

export function replayRun(
  run: string,
  options: { readonly scenario?: string; readonly json?: boolean },
): void {
  try {
    const transcript = parseTranscript(readText(run));
    const scenario = readScenario(options.scenario ?? bundled(transcript));
    const table = tableOf(scenario);
    const { moves, game } = replayTranscript(scenario, table.positions.course, transcript);
    const last = game.results.at(-1);
    const utilities = last === undefined ? undefined : utilitiesOf(table, last);
    if (options.json) {
      const phases = game.results.map((result) => ({
        id: scenario.phases[result.phase]!.id,
        end: result.end,
        round: result.round,
        outcome: outcomeById(scenario, result.outcome),
        signed: scenario.parties.flatMap((party, i) => (result.signed[i] ? [party.id] : [])),
      }));
      const ended = game.beat === "ended";
      process.stdout.write(
        `${JSON.stringify({ scenario: scenario.id, moves: moves.length, ended, phases, utilities }, null, 2)}\n`,
      );
      return;
    }
    process.stdout.write(`${story(scenario, moves.length, game.results, utilities)}\n`);
  } catch (error) {
    if (error instanceof TranscriptError) throw new InputError(`${run}: ${error.message}`);
    throw error;
  }
}

/** The scenario file of that id in the folder of bundled scenarios. */
function bundled(transcript: Transcript): string {
  const file = fileURLToPath(new URL(`../../scenarios/${transcript.scenario.id}.json`, import.meta.url));
  if (existsSync(file)) return file;
  throw new InputError(
    `The scenario "${transcript.scenario.id}" is not bundled. Name its file with --scenario.`,
    2,
  );
}

function utilitiesOf(table: Table, last: PhaseResult): Record<string, number> {
  return Object.fromEntries(
    table.scenario.parties.map(({ id }, party) => [id, utilityOfResult(table, last, party)]),
  );
}

function story(
  scenario: Scenario,
  moves: number,
  results: readonly PhaseResult[],
  utilities: Record<string, number> | undefined,
): string {
  if (utilities === undefined) return `${scenario.title}: ${moves} moves, not ended yet.`;
  const told = results.map((result) => {
    const lines = scenario.issues.map((issue, i) => [
      `  ${issue.label}`,
      issue.options[result.outcome[i]!]!.label,
    ]);
    return `${scenario.phases[result.phase]!.title}: ${result.end} in round ${result.round}\n${columns(lines)}`;
  });
  const worth = Object.entries(utilities).map(([id, value]) => [`  ${id}`, value.toFixed(1)]);
  return [
    `${scenario.title}: ${moves} moves`,
    ...told,
    "Utility in each party's own points",
    columns(worth),
  ].join("\n");
}
