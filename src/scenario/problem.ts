/**
 * What is wrong with a scenario file: where (JSON path, line, column), what (a code that tests and editors can rely
 * on) and how to mend it (one plain sentence with the value in it).
 */
import leven from "leven";

export const PROBLEM_CODES = [
  "syntax",
  "encoding",
  "foreign",
  "too-large",
  "too-deep",
  "too-much",
  "prototype-key",
  "duplicate-key",
  "missing",
  "unknown-key",
  "wrong-type",
  "not-allowed",
  "bad-format",
  "out-of-range",
  "too-long",
  "too-many",
  "too-few",
  "duplicate-id",
  "unknown-issue",
  "unknown-option",
  "unknown-party",
  "unknown-source",
  "unknown-phase",
  "unknown-lever",
  "empty-range",
  "condition-form",
  "stake-form",
  "values-count",
  "claim-basis",
  "clause-form",
  "limit-form",
  "linkage-form",
  "threshold-form",
  "rule-party",
  "agenda",
  "effect-form",
  "event-form",
  "phase-cycle",
  "phase-unreachable",
  "no-negotiation",
  "not-finite",
  "too-dear",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** Something found at a place of a file: a problem or a warning. */
export interface Finding<Code> {
  readonly code: Code;
  /** JSON path such as `parties[3].preferences.limits[0].max`; empty for the file as a whole. */
  readonly path: string;
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
  /** What is wrong and how to mend it, in plain words. */
  readonly message: string;
}

export type Problem = Finding<ProblemCode>;

export type Path = readonly (string | number)[];

export function formatPath(path: Path): string {
  return path
    .map((step, i) =>
      typeof step === "number" ? `[${step}]` : i === 0 ? shortened(step) : `.${shortened(step)}`,
    )
    .join("");
}

/** A name as it is shown: whole where it could be one of the format, cut where it is longer than any. */
export function shortened(name: string): string {
  return name.length > LONGEST_SHOWN ? `${name.slice(0, LONGEST_SHOWN - 1)}…` : name;
}

const LONGEST_SHOWN = 80;

/** `scenario.json:12:8 unknown-option at phases[0].opening.military: …`, the form that editors make clickable. */
export function formatProblem(problem: Finding<string>, file: string): string {
  const where = problem.path === "" ? "" : ` at ${problem.path}`;
  return `${file}:${problem.line}:${problem.column} ${problem.code}${where}: ${problem.message}`;
}

/** The candidate closest to a mistyped name, if one is close: for "did you mean". O(names × length²). */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = leven(name.toLowerCase(), candidate.toLowerCase(), { maxDistance: least });
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}
