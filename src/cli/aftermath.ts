/** `parley aftermath RUN|FILE`: does the text hold? For a run's result or for a scenario with a text given in words. */

import { type AftermathView, aftermathOf, parseSwitch } from "../analysis/aftermath.ts";
import { unityIn } from "../protocol/course.ts";
import { outcomeOf } from "../scenario/outcome.ts";
import type { Scenario } from "../scenario/schema.ts";
import { openingsOf } from "../scenario/setting.ts";
import { type Table, tableOf } from "../seat/compiled.ts";
import { columns, InputError, readText } from "./files.ts";
import { print } from "./output.ts";
import { type RunOptions, readRun, scenarioIn } from "./replay.ts";

interface Options extends RunOptions {
  readonly outcome?: string;
  readonly switch: readonly string[];
  readonly seed: number;
  readonly runs: number;
  readonly json?: boolean;
}

type Result = Parameters<typeof aftermathOf>[1];

export async function aftermathFile(file: string, options: Options): Promise<void> {
  const { table, result } = await subjectOf(file, options);
  if (table.scenario.aftermath === undefined)
    throw new InputError(`${file}: the scenario has no aftermath model.`);
  const cases = ["", ...options.switch].map((written) => {
    try {
      const switched = parseSwitch(table.scenario, written);
      return { switch: written, ...aftermathOf(table, result, switched, options.seed, options.runs) };
    } catch (error) {
      throw new InputError(`--switch: ${(error as Error).message}`, 2);
    }
  });
  const text = options.json
    ? JSON.stringify(
        cases.map(({ switch: name, assumptions, fan }) => ({ switch: name, assumptions, ...fan })),
        null,
        2,
      )
    : tableOfCases(cases);
  print(text);
}

/** A run file's last result, or a scenario with an outcome that everybody at its first table signs. */
async function subjectOf(file: string, options: Options): Promise<{ table: Table; result: Result }> {
  const text = readText(file);
  const isRun = /"moves"\s*:/.test(text);
  if (isRun) {
    const { table, results } = await readRun(file, options);
    const result = results.at(-1);
    if (result === undefined) throw new InputError(`${file}: this run has not ended yet.`);
    return { table, result };
  }
  const scenario = await scenarioIn(file, options.agents);
  const table = tableOf(scenario);
  const phase = table.positions.course.phases[0]!;
  const signed = scenario.parties.map((_, party) => phase.parties.includes(party));
  const outcome = givenOutcome(scenario, options.outcome);
  return { table, result: { phase: 0, round: 1, outcome, signed, unity: unityIn(phase), cards: [] } };
}

/** `issue=option,…` on top of the opening text; the real outcome for `history`. */
function givenOutcome(scenario: Scenario, written: string | undefined): number[] {
  const first = scenario.phases[0]!;
  const [opening = {}] = first.protocol === "drafting" ? openingsOf(first) : [];
  if (written === undefined) return outcomeOf(scenario, opening);
  if (written === "history") {
    if (scenario.history === undefined) throw new InputError("The scenario tells no real outcome.", 2);
    return outcomeOf(scenario, scenario.history.outcome);
  }
  try {
    const { options, assumptions = {} } = parseSwitch(scenario, written);
    const [assumption] = Object.keys(assumptions);
    if (assumption !== undefined) {
      throw new RangeError(`"${assumption}" is no issue but an assumption. Give it to --switch.`);
    }
    return outcomeOf(scenario, { ...opening, ...options });
  } catch (error) {
    throw new InputError(`--outcome: ${(error as Error).message}`, 2);
  }
}

function tableOfCases(cases: readonly ({ readonly switch: string } & AftermathView)[]): string {
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const rows = cases.map(({ switch: name, assumptions, fan }) => [
    name === "" ? "as it is" : name,
    percent(fan.shares.held),
    percent(fan.shares.attack),
    percent(fan.shares.escalation),
    percent(fan.shares.breach),
    percent(assumptions.ratified),
    percent(fan.indices.capability),
    percent(fan.indices.credibility),
    percent(fan.indices.communication),
  ]);
  const head = [
    "",
    "held",
    "attack",
    "escalation",
    "breach",
    "ratified",
    "capability",
    "credibility",
    "communication",
  ];
  return `In this model, of ${cases[0]!.fan.runs} futures over five years:\n${columns([head, ...rows])}`;
}
