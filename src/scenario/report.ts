/** The problems of one file as they are found: each gets its place in the text, and there is an end to them. */
import { getNodePath, type Node } from "jsonc-parser";
import { formatPath, type Path, type Problem, type ProblemCode } from "./problem.ts";

const MAX_PROBLEMS = 200;

export interface Report {
  readonly problems: Problem[];
  add(code: ProblemCode, node: Node | undefined, message: string): void;
  addAt(code: ProblemCode, offset: number, message: string, path?: Path): void;
  /** In the order of the file. */
  sorted(): readonly Problem[];
}

/** Collects problems; throws ENOUGH after the last one that is reported. */
export function reporter(text: string): Report {
  let starts: readonly number[] | undefined;
  const problems: Problem[] = [];
  const addAt = (code: ProblemCode, offset: number, message: string, path: Path = []) => {
    starts ??= lineStartsOf(text);
    let low = 0;
    for (let high = starts.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    problems.push({
      code,
      path: formatPath(path),
      line: low + 1,
      column: offset - starts[low]! + 1,
      message,
    });
    if (problems.length >= MAX_PROBLEMS) throw ENOUGH;
  };
  return {
    problems,
    addAt,
    add: (code, node, message) =>
      node === undefined ? addAt(code, 0, message) : addAt(code, node.offset, message, getNodePath(node)),
    sorted: () => problems.toSorted((a, b) => a.line - b.line || a.column - b.column),
  };
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
  return starts;
}

/** More problems than are reported end the search for them: looking for similar names takes time. */
const ENOUGH = new Error("enough problems");

export function untilEnough<T>(search: () => T): T | undefined {
  try {
    return search();
  } catch (error) {
    if (error !== ENOUGH) throw error;
    return undefined;
  }
}
