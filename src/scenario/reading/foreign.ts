/**
 * What a file is that isn't what was asked for, by its content: a teacher drops what lies on the desk (a GENIUS domain,
 * a table, a saved game), and thirty sentences on missing properties would not say so. One sentence does. It runs before
 * anything is known about the text: linear, and without recursion.
 */
import { createScanner } from "jsonc-parser";

/** `what` follows "This is". */
export interface Content {
  readonly kind: "scenario" | "run" | "other";
  readonly what: string;
}

export function foreignSentence(what: string): string {
  return `This is ${what}, which Parley can't open: it reads its own scenarios and saved games, JSON files with "parley": 1.`;
}

/** How much of a text that is no JSON object is looked at. */
const LOOKED_AT = 20_000;

const SCENARIO: Content = { kind: "scenario", what: "a scenario of Parley" };
/** JSON that nothing is known about. */
export const ANOTHER: Content = { kind: "other", what: "a JSON file of another kind" };
const RUN: Content = { kind: "run", what: "a saved game of Parley" };

/** JSON objects of other programs, by names that stand at their top. The first that fits counts. */
const OBJECTS: readonly (readonly [readonly string[], string])[] = [
  [["game", "seed", "utilities"], "a list of simulated games (parley simulate --out)"],
  [["$schema", "properties"], "a JSON Schema"],
  [["LinearAdditiveUtilitySpace"], "a profile of GeniusWeb"],
  [["issuesValues"], "a domain of GeniusWeb"],
  [["issueWeights", "issues"], "a profile of NegoLog"],
  [["NumberOfBids"], "the figures of a NegoLog domain (specs.json)"],
  [["issues", "reserved_value"], "a utility function of NegMAS"],
  [["decisionMakers"], "a graph model of a conflict (GMCR)"],
  [["map", "phases"], "a game of Diplomacy"],
  [["inkVersion"], "a compiled ink story"],
  [["inkSaveVersion"], "a saved state of an ink story"],
  [["passages"], "a Twine story"],
  [["nbformat"], "a Jupyter notebook"],
  [["features", "type"], "a map (GeoJSON)"],
];

const UNIT = String.raw`(?:0?\.\d+|[01](?:\.\d+)?)`;
const POINT = `${UNIT}, *${UNIT}`;

/** Texts of other programs, by patterns of their beginning. The first whose patterns are all found counts. */
const TEXTS: readonly (readonly [readonly RegExp[], string])[] = [
  [
    [/<utility_space\b/, /\bevaluation *=|<weight\b|<reservation\b|<hyperRectangle\b/],
    "a utility profile of GENIUS (XML)",
  ],
  [[/<(?:negotiation_template|utility_space)\b/], "a domain of GENIUS (XML)"],
  [[/<tw-storydata\b/i], "a Twine story (HTML)"],
  [[/^<(?:!doctype html|html|head|body)\b/i], "a web page (HTML)"],
  [[/^</, /<svg\b/i], "a drawing (SVG)"],
  [[/^<(?:\?xml|!--|[a-z][\w:.-]*[\s/>])/i], "an XML file"],
  [[/^(?:EFG|NFG) \d/], "a game of Gambit"],
  [[/^\[Event "/], "a chess game (PGN)"],
  [[/^:: ?\w/], "a Twine story (Twee)"],
  [[/^={2,} *\w+ *={0,3}$/m, /^ *(?:\*|\+|->)/m], "an ink story"],
  [[/^https?:\/\/\S+$/], "an address (paste it where addresses go)"],
  [[/^[A-Z]\d+(?:, *[A-Z]\d+)+$/], "a deal of a scorable game"],
  [[/^[^,\n]+,[^,\n]+, *(?:p1|p2|player)\b/m], "the list of players of a scorable game"],
  [[/^(?:-?\d+(?:, *-?\d+)+ *\n){2,}\d+$/], "a score sheet of a scorable game"],
  [
    [new RegExp(`^${POINT}\n${POINT}`)],
    "a list of points (CSV), such as GENIUS writes for a Pareto frontier",
  ],
  [[/^(?:---|%YAML|[\w-]+:[^\n]*\n(?:[ \t#-][^\n]*\n)*[\w-]+:)/], "YAML"],
  [[/^(?:\[[\w. -]+\]|[\w.-]+ *= *\S[^\n]*)\n/], "a file of settings (TOML or INI)"],
];

/** A list, a single value, a comment or an object without its brace: the JSON parser tells what is wrong with it. */
const NEARLY_JSON = /^[[/]|^(?:"[^"\n]*"|-?[\d.]+|true|false|null)$|^[^{]{0,40}"parley" *:/;

/** Undefined for what can only be told by reading it: JSON that is no object, an object with `parley`, an empty file. */
export function contentOf(text: string): Content | undefined {
  const trimmed = text.trim();
  if (trimmed.startsWith("{")) return contentOfObject(topNames(trimmed));
  const head = trimmed.slice(0, LOOKED_AT);
  const found = TEXTS.find(([patterns]) => patterns.every((pattern) => pattern.test(head)))?.[1];
  const what = found ?? tableIn(head);
  if (what !== undefined) return { kind: "other", what };
  return head === "" || NEARLY_JSON.test(head) ? undefined : { kind: "other", what: "plain text" };
}

function contentOfObject(names: ReadonlySet<string>): Content | undefined {
  const has = (wanted: readonly string[]) => wanted.every((name) => names.has(name));
  if (has(["lineUp", "moves"])) return RUN;
  if (has(["issues", "parties", "phases"])) return SCENARIO;
  if (names.has("parley")) return undefined;
  const what = OBJECTS.find(([wanted]) => has(wanted))?.[1];
  if (what !== undefined) return { kind: "other", what };
  return names.size > 0 ? ANOTHER : undefined;
}

/** Several lines that a separator cuts into the same number of fields. */
function tableIn(head: string): string | undefined {
  const lines = head.split("\n").filter((line) => line.trim() !== "");
  if (lines.length < 2) return undefined;
  const cut = lines.slice(0, 5).map((line) => line.replace(/"[^"]*"/g, ""));
  const alike = (separator: string) => {
    const fields = new Set(cut.map((line) => line.split(separator).length));
    return fields.size === 1 && !fields.has(1);
  };
  if (alike("\t")) return "a table (tab-separated)";
  return alike(",") || alike(";") ? "a table (CSV)" : undefined;
}

/** Names of the properties at the top of an object, as far as its text can be scanned. */
export function topNames(text: string): ReadonlySet<string> {
  const scanner = createScanner(text, true);
  const names = new Set<string>();
  let depth = 0;
  let written: string | undefined;
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const first = text[scanner.getTokenOffset()];
    if (first === "{" || first === "[") depth++;
    else if (first === "}" || first === "]") depth--;
    else if (first === ":" && depth === 1 && written !== undefined) names.add(written);
    written = first === '"' ? scanner.getTokenValue() : undefined;
  }
  return names;
}
