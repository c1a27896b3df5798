/**
 * What is wrong with a scenario file: where (JSON path, line, column), what (a code that tests and editors can rely
 * on) and how to mend it (one plain sentence with the value in it).
 */
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
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase(), least);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/**
 * Levenshtein distance if it is less than `most`, else `most`. One row at a time, and of each row only what lies close
 * enough to the diagonal to matter. O(length × most).
 */
function editDistance(a: string, b: string, most: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => Math.min(j, most));
  let next = row.slice();
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - most + 1);
    const to = Math.min(b.length, i + most - 1);
    next[from - 1] = from === 1 ? Math.min(i, most) : most;
    let least = most;
    for (let j = from; j <= to; j++) {
      const substitution = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const distance = Math.min(substitution, row[j]! + 1, next[j - 1]! + 1, most);
      if (distance < least) least = distance;
      next[j] = distance;
    }
    if (to < b.length) next[to + 1] = most;
    if (least >= most && next[0]! >= most) return most;
    [row, next] = [next, row];
  }
  return row[b.length]!;
}
