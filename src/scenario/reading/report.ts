/** Problems or warnings of one file as they are found: each gets its place in the text, and there is an end to them. */
import { getNodePath, type Node } from "jsonc-parser";
import { type Finding, formatPath, type Path } from "../problem.ts";

const MAX_FOUND = 200;

export interface Report<Code> {
  readonly found: readonly Finding<Code>[];
  add(code: Code, node: Node | undefined, message: string): void;
  addAt(code: Code, offset: number, message: string, path?: Path): void;
  /** In the order of the file. */
  sorted(): readonly Finding<Code>[];
}

/** Collects what is found; throws ENOUGH after the last one that is reported. */
export function reporter<Code>(text: string): Report<Code> {
  let starts: readonly number[] | undefined;
  const found: Finding<Code>[] = [];
  const addAt = (code: Code, offset: number, message: string, path: Path = []) => {
    starts ??= lineStartsOf(text);
    let low = 0;
    for (let high = starts.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    found.push({
      code,
      path: formatPath(path),
      line: low + 1,
      column: offset - starts[low]! + 1,
      message,
    });
    if (found.length >= MAX_FOUND) throw ENOUGH;
  };
  return {
    found,
    addAt,
    add: (code, node, message) =>
      node === undefined ? addAt(code, 0, message) : addAt(code, node.offset, message, getNodePath(node)),
    sorted: () => found.toSorted((a, b) => a.line - b.line || a.column - b.column),
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
