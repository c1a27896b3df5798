/**
 * Finds words that a person would read outside the catalogues (`src/view/words/`): letters between the tags of JSX, in
 * attributes that are read out, in strings that look like a sentence, and messages glued to other text. Works on the syntax
 * tree, so that class names, selectors, paths and errors for programmers are told apart by where they stand.
 */
import { parseAst } from "rolldown/parseAst";

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Attributes whose text people meet; all others hold ids, classes, geometry. */
const READ_OUT = /^(aria-(label|description|roledescription|valuetext)|title|alt|placeholder|label|summary)$/;
/** Calls whose strings are for the browser. */
const NOT_READ =
  /^(querySelector|querySelectorAll|closest|matches|matchMedia|getContext|addEventListener|setAttribute|replace|replaceAll|split|startsWith|endsWith|includes|join|getPropertyValue)$/;
const LETTER = /\p{L}/u;
/** Two words with a space between. */
const SENTENCE = /\p{L}{2,}[\p{P}]*\s+[“(]?\p{L}|\p{L}[\p{P}]*\s+[“(]?\p{L}{2,}/u;
/** Values of styles that have spaces. */
const STYLE = /sans-serif|^pan-/;

/** Complaints on one file: `path:line what`. `path` picks the language by its ending. */
export function wordsOutside(path: string, text: string): readonly string[] {
  const tree = parseAst(text, { lang: path.endsWith("x") ? "tsx" : "ts" }, path) as unknown as Node;
  const complaints: string[] = [];
  const messages = importedWords(tree);
  const complain = (node: Node, what: string) => {
    const line = text.slice(0, node.start).split("\n").length;
    complaints.push(`${path}:${line} ${what}`);
  };
  visit(tree, [], (node, trail) => {
    if (node.type === "JSXText" && LETTER.test(String(node.value)))
      complain(node, `letters in JSX: ${String(node.value).trim()}`);
    if (node.type === "Literal" && typeof node.value === "string" && !isForTheMachine(node, trail)) {
      const attribute = trail.at(-1)?.type === "JSXAttribute";
      if (attribute ? LETTER.test(node.value) : SENTENCE.test(node.value) && !STYLE.test(node.value))
        complain(node, `a text of its own: ${node.value}`);
    }
    if (node.type === "TemplateLiteral" && !isForTheMachine(node, trail)) {
      const pieces = (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
      if (SENTENCE.test(pieces.join(" x ").replaceAll(" x ", " ")))
        complain(node, `a text of its own: ${pieces.join("…")}`);
      else if ((node.expressions as Node[]).some((each) => isMessage(each, messages)))
        complain(node, `a message glued to other text: ${pieces.join("…")}`);
    }
    if (node.type === "BinaryExpression" && node.operator === "+") {
      const sides = [node.left, node.right] as Node[];
      if (sides.some((side) => isMessage(side, messages))) complain(node, "a message glued by +");
    }
  });
  return complaints;
}

function visit(node: Node, trail: readonly Node[], see: (node: Node, trail: readonly Node[]) => void): void {
  see(node, trail);
  const inside = [...trail, node];
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child === "object" && child !== null && "type" in child) visit(child as Node, inside, see);
    }
  }
}

/** Names that a file imports from a catalogue. */
function importedWords(tree: Node): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of tree.body as Node[]) {
    if (statement.type !== "ImportDeclaration") continue;
    if (!/\/(words(\/|\.ts$)|sentences\.ts$)/.test(String((statement.source as { value: string }).value)))
      continue;
    for (const specifier of statement.specifiers as { local: { name: string } }[])
      names.add(specifier.local.name);
  }
  // A room's messages by a shorter name: `const words = table.forecast`.
  for (const statement of tree.body as Node[]) {
    if (statement.type !== "VariableDeclaration") continue;
    for (const { id, init } of statement.declarations as { id: { name: string }; init: Node | null }[])
      if (init !== null && isMessage(init, names)) names.add(id.name);
  }
  return names;
}

function isMessage(node: Node, messages: ReadonlySet<string>): boolean {
  if (node.type === "CallExpression") return isMessage(node.callee as Node, messages);
  if (node.type === "MemberExpression") return isMessage(node.object as Node, messages);
  return node.type === "Identifier" && messages.has(node.name as string);
}

/** Class names, selectors, module paths, types, keys, and what is thrown at programmers. */
function isForTheMachine(node: Node, trail: readonly Node[]): boolean {
  return trail.some((above, depth) => {
    const child = trail[depth + 1] ?? node;
    switch (above.type) {
      case "ImportDeclaration":
      case "ExportNamedDeclaration":
        return above.source === child;
      case "ImportExpression":
      case "TSLiteralType":
      case "TSTemplateLiteralType":
      case "ThrowStatement":
        return true;
      case "JSXAttribute":
        return (
          !READ_OUT.test(String((above.name as { name: unknown }).name)) &&
          !trail.slice(depth + 1).some(({ type }) => /Function/.test(type))
        );
      case "NewExpression":
        return /Error$|^URL$|^RegExp$/.test(String((above.callee as { name?: string }).name));
      case "CallExpression": {
        const callee = above.callee as {
          name?: string;
          object?: { name?: string };
          property?: { name?: string };
        };
        return callee.object?.name === "console" || NOT_READ.test(callee.property?.name ?? callee.name ?? "");
      }
      default:
        return false;
    }
  });
}
