/**
 * `parley validate FILE…`: every problem and every warning of every file; for files that can be played, each party's range
 * of utility. Warnings fail only with `--strict`; what could not be decided within the work allowed never does.
 */
import { compile } from "../protocol/course.ts";
import { initial } from "../protocol/game.ts";
import { auditScenario } from "../runs/audit.ts";
import { bestOutcome, worstUtility } from "../scenario/best/best.ts";
import { reservationOf } from "../scenario/preference.ts";
import { formatProblem, type Problem } from "../scenario/problem.ts";
import type { Scenario } from "../scenario/schema.ts";
import { faultsIn, type Warning } from "../scenario/warnings/warning.ts";
import { columns, InputError, readBytes } from "./files.ts";
import { print } from "./output.ts";

/** What is said of one file. */
interface Verdict {
  readonly file: string;
  /** It can be played. */
  readonly ok: boolean;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Warning[];
  /** Why the file could not be read at all. */
  readonly unread?: string;
  readonly parties: readonly PartyRange[];
}

interface PartyRange {
  readonly party: string;
  readonly least: number;
  readonly noAgreement: number;
  readonly most: number;
}

export function validate(
  files: readonly string[],
  { strict = false, json = false }: { readonly strict?: boolean; readonly json?: boolean },
): void {
  const verdicts = files.map(verdictOn);
  const refused = verdicts.filter(({ ok }) => !ok).length;
  const warned = verdicts.filter(({ warnings }) => faultsIn(warnings).length > 0).length;
  const report = json
    ? JSON.stringify({ files: verdicts, refused, warned }, null, 2)
    : verdicts.map(textOf).join("\n");
  print(report);
  if (refused > 0) throw new InputError(`${refused} of ${files.length} files can't be used.`);
  if (strict && warned > 0) throw new InputError(`${warned} of ${files.length} files have warnings.`);
}

function verdictOn(file: string): Verdict {
  const nothing = { file, ok: false, problems: [], warnings: [], parties: [] };
  let bytes: Uint8Array;
  try {
    bytes = readBytes(file);
  } catch (error) {
    if (error instanceof InputError) return { ...nothing, unread: error.message };
    throw error;
  }
  const audited = auditScenario(bytes);
  if (!audited.ok) return { ...nothing, problems: audited.problems };
  const { scenario, warnings } = audited;
  return { ...nothing, ok: true, warnings, parties: rangesOf(scenario) };
}

function textOf({ file, ok, problems, warnings, unread, parties }: Verdict): string {
  if (unread !== undefined) return unread;
  if (!ok) return problems.map((problem) => formatProblem(problem, file)).join("\n");
  const told = warnings.map((warning) =>
    formatProblem({ ...warning, code: `warning ${warning.code}` }, file),
  );
  const rows = parties.map(({ party, least, noAgreement, most }) => [`  ${party}`, least, noAgreement, most]);
  const head = ["  party", "least", "no agreement", "most within limits"];
  return [
    `${file}: ${warnings.length === 0 ? "fine" : "can be played, but see below"}`,
    ...told,
    columns([head, ...rows]),
  ].join("\n");
}

function rangesOf(scenario: Scenario): PartyRange[] {
  const { course, preferences } = compile(scenario);
  const disagreement = initial(course).inForce;
  return preferences.map((preference, party) => ({
    party: scenario.parties[party]!.id,
    least: rounded(worstUtility(preference)),
    noAgreement: rounded(reservationOf(preference, disagreement)),
    most: rounded(bestOutcome(preference).utility),
  }));
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
