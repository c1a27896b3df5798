/**
 * The JSON tree behind a scenario: whether it is too deep or too large to build, its plain value, and the way back from a path of that value to the
 * place in the text.
 */
import { createScanner, type Node } from "jsonc-parser";
import type { Path } from "../problem.ts";

export interface View {
  readonly value: unknown;
  /** The node at a path of `value`; the nearest one above it, and `exact: false`, where there is none. */
  locate(path: Path): { node: Node; exact: boolean };
}

/** The plain value of a tree without the removed nodes, and the way back from its paths to nodes. */
export function viewOf(root: Node, removed: ReadonlySet<Node>): View {
  const children = new Map<unknown, Map<string | number, Node>>();
  const build = (node: Node): unknown => {
    if (node.type === "array") {
      const kept = (node.children ?? []).filter((child) => !removed.has(child));
      const list = kept.map(build);
      children.set(list, new Map(kept.map((child, i) => [i, child])));
      return list;
    }
    if (node.type === "object") {
      const record: Record<string, unknown> = {};
      const nodes = new Map<string | number, Node>();
      for (const property of node.children ?? []) {
        const [key, value] = property.children ?? [];
        if (key === undefined || value === undefined || removed.has(property) || removed.has(value)) continue;
        record[key.value as string] = build(value);
        nodes.set(key.value as string, value);
      }
      children.set(record, nodes);
      return record;
    }
    return node.value;
  };
  const value = build(root);
  const locate = (path: Path) => {
    let node = root;
    let at: unknown = value;
    for (const step of path) {
      const next = children.get(at)?.get(step);
      if (next === undefined) return { node, exact: false };
      node = next;
      at = (at as Record<string | number, unknown>)[step];
    }
    return { node, exact: true };
  };
  return { value, locate };
}

/** What no scenario needs and the parser would take long over: a bracket nested too deep, or a token too many. */
export interface Excess {
  readonly of: "deep" | "much";
  readonly offset: number;
}

/** The first excess of a text, found by the scanner of the recursive parser, before that runs. O(text). */
export function excessIn(
  text: string,
  most: { readonly depth: number; readonly tokens: number },
): Excess | undefined {
  const scanner = createScanner(text, true);
  let nested = 0;
  let tokens = 0;
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const offset = scanner.getTokenOffset();
    if (++tokens > most.tokens) return { of: "much", offset };
    const first = text[offset];
    if (first === "}" || first === "]") nested--;
    else if ((first === "{" || first === "[") && ++nested > most.depth) return { of: "deep", offset };
  }
  return undefined;
}
