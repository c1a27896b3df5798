/** `parley validate FILE…`: every problem of every file; for good files, each party's range of utility. */

import { parseScenario } from "../agents/parse.ts";
import { compile } from "../protocol/course.ts";
import { initial } from "../protocol/game.ts";
import { bestOutcome, worstUtility } from "../scenario/best.ts";
import { reservationOf } from "../scenario/preference.ts";
import { formatProblem } from "../scenario/problem.ts";
import type { Scenario } from "../scenario/schema.ts";
import { columns, InputError, readBytes } from "./files.ts";
import { print } from "./output.ts";

export function validate(files: readonly string[]): void {
  let refused = 0;
  for (const file of files) {
    const parsed = parseScenario(readBytes(file));
    if (parsed.ok) print(`${file}: fine\n${rangesOf(parsed.scenario)}`);
    else {
      refused++;
      for (const problem of parsed.problems) print(formatProblem(problem, file));
    }
  }
  if (refused > 0) throw new InputError(`${refused} of ${files.length} files can't be used.`);
}

function rangesOf(scenario: Scenario): string {
  const { course, preferences } = compile(scenario);
  const disagreement = initial(course).inForce;
  const rows = preferences.map((preference, party) => [
    `  ${scenario.parties[party]!.id}`,
    rounded(worstUtility(preference)),
    rounded(reservationOf(preference, disagreement)),
    rounded(bestOutcome(preference).utility),
  ]);
  return columns([["  party", "least", "no agreement", "most within limits"], ...rows]);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
