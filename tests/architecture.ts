/**
 * The rules of DESIGN §2 as pure functions from the files of src (path → text) to complaints, so that a test can
 * show both that src keeps them and that each of them can fail. Imports are found with regular expressions on the
 * text without its comments: src is formatted by Biome, which leaves only a few shapes an import can have.
 * Paths are relative to the checkout and use "/". Adding a room or a Node-only file means changing a table here.
 */
import { builtinModules } from "node:module";
import { dirname, join, normalize } from "node:path/posix";

export type Files = ReadonlyMap<string, string>;

/** One rule: no complaint means that the files keep it. */
export type Rule = (files: Files) => readonly string[];

/** The one natural way: a room may import those before it, and nothing points down. */
const ORDER = [
  "exact",
  "random",
  "scenario",
  "world",
  "protocol",
  "seat",
  "agents",
  "analysis",
  "session",
  "runs",
  "view",
  "ui",
  "index",
  "cli",
  "main",
] as const;
type Room = (typeof ORDER)[number];

/** What a room may not import although it stands before it in the order. */
const NOT: Partial<Record<Room, readonly Room[]>> = {
  random: ["exact"],
  scenario: ["random"],
  analysis: ["agents"],
  view: ["agents", "session", "runs"],
  index: ["view", "ui"],
  cli: ["view", "ui"],
  main: ["index", "cli"],
};

function mayImport(room: Room): readonly Room[] {
  const before = ORDER.slice(0, ORDER.indexOf(room));
  return before.filter((other) => !NOT[room]?.includes(other));
}

/** Rooms that are single files; `cli` may also grow a folder. */
const ENTRIES: Readonly<Record<string, Room>> = {
  "src/exact.ts": "exact",
  "src/random.ts": "random",
  "src/index.ts": "index",
  "src/cli.ts": "cli",
  "src/main.ts": "main",
  "src/main.tsx": "main",
};
const FOLDERS: readonly Room[] = [
  "scenario",
  "world",
  "protocol",
  "seat",
  "agents",
  "analysis",
  "session",
  "runs",
  "view",
  "ui",
  "cli",
];

const HAS_PHASER = /^src\/ui\/stage\//;
const HAS_XSTATE = /^src\/(protocol\/machine\.ts$|session\/)/;
const HAS_NODE = /^src\/(cli\.ts$|cli\/|runs\/(worker[^/]*|pool|block|files|agentThread)\.ts$)/;
/** Of the view, only what tells a result may see everybody's numbers; the rest is told by one seat's standpoint. */
const TELLS_RESULT = /^src\/view\/(result|timeline)\.ts$/;
const EVERYBODYS = /^src\/(analysis\/|seat\/(compiled|disclosure)\.ts$|random\.ts$)/;
/** Of the page, only these hold a whole game: the desk that plays it, what keeps and opens it, and its result. */
const HOLDS_GAME = /^src\/ui\/(desk|keeping|visit|result)\//;
const HAS_FOCUS = "src/ui/page/focus.ts";
/** `runs/block.ts` and `runs/agentThreads.ts` measure how long games take, to size the next block of them. */
const HAS_CLOCK = /^src\/(ui\/|main\.tsx?$|cli\.ts$|cli\/|runs\/(block|agentThreads)\.ts$)/;

const VAGUE_FOLDERS = ["util", "utils", "helper", "helpers", "types"];
const LONG = 250;
const HEADER = 12;

export interface Import {
  readonly specifier: string;
  /** `type` vanishes when the code runs, `lazy` is `import()`, `eager` loads with the file. */
  readonly kind: "type" | "eager" | "lazy";
}

const IMPORT = /^[ \t]*import\s*(type\b(?!\s*,|\s+from\b)\s*)?[\w$*{}\s,]+?\bfrom\s*(["'])([^"'\n]+)\2/gm;
const EXPORT =
  /^[ \t]*export\s*(type\b\s*)?(?:\{[^}]*\}|\*(?:\s*as\s+[\w$]+)?)\s*from\s*(["'])([^"'\n]+)\2/gm;
const SIDE_EFFECT = /^[ \t]*import\s*(["'])([^"'\n]+)\1/gm;
const CALL = /\bimport\s*\(\s*(["'`])([^"'`\n]+)\1/g;

/** The text without its comments. Strings stay, because a comment sign inside one is no comment. */
export function withoutComments(text: string): string {
  const token =
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`)|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
  return text.replace(token, (_match, string: string | undefined) => string ?? " ");
}

export function importsOf(text: string): readonly Import[] {
  const code = withoutComments(text);
  const found = new Map<string, Import>();
  const add = (specifier: string, kind: Import["kind"]) =>
    found.set(`${kind} ${specifier}`, { specifier, kind });
  for (const pattern of [IMPORT, EXPORT]) {
    for (const [, type, , specifier] of code.matchAll(pattern)) add(specifier!, type ? "type" : "eager");
  }
  for (const [, , specifier] of code.matchAll(SIDE_EFFECT)) add(specifier!, "eager");
  for (const [, , specifier] of code.matchAll(CALL)) add(specifier!, "lazy");
  return [...found.values()];
}

/** The file an import points to, relative to the checkout; undefined for a package. */
function targetOf(path: string, specifier: string): string | undefined {
  const bare = specifier.replace(/\?.*$/, "");
  if (bare.startsWith(".")) return normalize(join(dirname(path), bare));
  if (bare.startsWith("/")) return normalize(bare.slice(1));
  return bare === "parley" ? "src/index.ts" : undefined;
}

function roomOf(path: string): Room | undefined {
  return ENTRIES[path] ?? FOLDERS.find((room) => path.startsWith(`src/${room}/`));
}

const isPackage = (name: string) => (specifier: string) =>
  specifier === name || specifier.startsWith(`${name}/`);

function isNode(specifier: string): boolean {
  return specifier.startsWith("node:") || builtinModules.includes(specifier);
}

const code = (files: Files) => [...files].filter(([path]) => /\.tsx?$/.test(path));

export const everyFileLiesInARoom: Rule = (files) =>
  code(files)
    .filter(([path]) => roomOf(path) === undefined)
    .map(([path]) => `${path} lies in no room of DESIGN §2 (${ORDER.join(", ")})`);

export const importsPointUp: Rule = (files) =>
  code(files).flatMap(([path, text]) => {
    const from = roomOf(path);
    if (from === undefined) return [];
    const allowed = mayImport(from);
    return importsOf(text).flatMap(({ specifier }) => {
      const target = targetOf(path, specifier);
      if (target === undefined) return [];
      if (/^(tests|scripts)\//.test(target)) return [`${path} imports ${target}: src stands without it`];
      const to = roomOf(target);
      if (to === undefined || to === from || allowed.includes(to)) return [];
      return [
        `${path} (${from}) imports ${target} (${to}); ${from} may import ${allowed.join(", ") || "nothing"}`,
      ];
    });
  });

export const noImportCycle: Rule = (files) => {
  const complaints: string[] = [];
  const finished = new Set<string>();
  const visit = (path: string, trail: readonly string[]) => {
    const start = trail.indexOf(path);
    if (start >= 0) complaints.push(`import cycle: ${[...trail.slice(start), path].join(" → ")}`);
    if (start >= 0 || finished.has(path)) return;
    for (const { specifier } of importsOf(files.get(path) ?? "")) {
      const target = targetOf(path, specifier);
      if (target !== undefined && files.has(target)) visit(target, [...trail, path]);
    }
    finished.add(path);
  };
  for (const [path] of code(files)) visit(path, []);
  return complaints;
};

/** A rule that lets only some files import a package. */
function onlyIn(places: RegExp, isMeant: (specifier: string) => boolean): Rule {
  return (files) =>
    code(files)
      .filter(([path]) => !places.test(path))
      .flatMap(([path, text]) =>
        importsOf(text)
          .filter(({ specifier }) => isMeant(specifier))
          .map(({ specifier }) => `${path} imports ${specifier}, allowed only in ${places.source}`),
      );
}

export const phaserOnlyOnTheStage = onlyIn(HAS_PHASER, isPackage("phaser"));
export const xstateOnlyInTheMachine = onlyIn(HAS_XSTATE, isPackage("xstate"));
export const nodeOnlyAtTheEdge = onlyIn(HAS_NODE, isNode);

/** A rule on what the page reaches from src/main by imports of these kinds, file by file. */
function pageNeverReaches(
  isMeant: (specifier: string) => boolean,
  kinds: readonly Import["kind"][],
  entries = ["src/main.ts", "src/main.tsx"],
): Rule {
  return (files) => {
    const complaints: string[] = [];
    const seen = new Set<string>();
    const visit = (path: string, trail: readonly string[]) => {
      if (seen.has(path)) return;
      seen.add(path);
      for (const { specifier, kind } of importsOf(files.get(path) ?? "")) {
        if (!kinds.includes(kind)) continue;
        if (isMeant(specifier)) complaints.push([...trail, path, specifier].join(" → "));
        const target = targetOf(path, specifier);
        if (target !== undefined && files.has(target)) visit(target, [...trail, path]);
      }
    };
    for (const entry of entries) if (files.has(entry)) visit(entry, []);
    return complaints;
  };
}

export const phaserLoadsLazily = pageNeverReaches(isPackage("phaser"), ["eager"]);
/** Zod tries `eval` unless it is told not to, which `engine()` does first; and the start page needs no rulebook. */
export const schemaLoadsLazily = pageNeverReaches(
  isPackage("zod"),
  ["eager"],
  ["src/main.tsx", "src/ui/app.tsx"],
);
export const pageNeedsNoNode = pageNeverReaches(isNode, ["eager", "lazy"]);

export const noClockOrChance: Rule = (files) =>
  code(files)
    .filter(([path]) => !HAS_CLOCK.test(path))
    .flatMap(([path, text]) => {
      const uses = withoutComments(text).match(
        /\bMath\s*\.\s*random\b|\bDate\s*\.\s*now\b|\bnew\s+Date\b(?!\s*\(\s*[^)\s])|\bperformance\s*\.\s*now\b/g,
      );
      return [...new Set(uses)].map((use) => `${path} uses ${use}: a replay could not repeat it`);
    });

/** While a game is played, nothing that draws or advises a seat reads another seat's numbers, the agents or the seed. */
export const seatsAreSealed: Rule = (files) =>
  code(files).flatMap(([path, text]) => {
    const open = path.startsWith("src/view/")
      ? TELLS_RESULT.test(path) || EVERYBODYS
      : path.startsWith("src/ui/")
        ? HOLDS_GAME.test(path) || /^src\/(session|runs|agents|analysis)\/|^src\/seat\/compiled\.ts$/
        : true;
    if (open === true) return [];
    return importsOf(text).flatMap(({ specifier }) => {
      const target = targetOf(path, specifier);
      return target !== undefined && open.test(target)
        ? [`${path} imports ${target}: a seat is sealed while the game is played`]
        : [];
    });
  });

/** A panel has the play, and the play its session: only the desk and what keeps or opens a game may reach through it. */
export const panelsAskTheStandpoint: Rule = (files) =>
  code(files)
    .filter(([path]) => path.startsWith("src/ui/") && !/^src\/ui\/(desk|keeping|visit)\//.test(path))
    .filter(([, text]) => /\b(session|snapshot)\b(?!\/)/.test(withoutComments(text)))
    .map(([path]) => `${path} reaches for the session: a seat is sealed, ask play.standpoint or play.truth`);

/** One file moves the focus: what it must never do (leave a keyboard without one) is decided there. */
export const focusMovesInOnePlace: Rule = (files) =>
  code(files)
    .filter(([path, text]) => path !== HAS_FOCUS && /\.focus\(|\.activeElement\b/.test(withoutComments(text)))
    .map(([path]) => `${path} moves or reads the focus itself: ${HAS_FOCUS} does`);

/** What the command line says goes through `cli/output.ts`, which sends no control codes to a terminal. */
export const saysThroughOutput: Rule = (files) =>
  code(files)
    .filter(([path]) => /^src\/(cli|runs)/.test(path) && path !== "src/cli/output.ts")
    .flatMap(([path, text]) => {
      const uses = withoutComments(text).match(/\bconsole\.\w+|\bprocess\.std(out|err)\.write\b/g);
      return [...new Set(uses)].map((use) => `${path} uses ${use}: say it through src/cli/output.ts`);
    });

export const noVagueFolder: Rule = (files) =>
  [...files.keys()].flatMap((path) => {
    const folder = path
      .split("/")
      .slice(0, -1)
      .find((name) => VAGUE_FOLDERS.includes(name));
    return folder === undefined ? [] : [`${path}: a folder "${folder}" names no idea`];
  });

/** Exports are named and listed by hand: no default, no star, no index.ts but the library's own. */
export const exportsAreListed: Rule = (files) =>
  code(files).flatMap(([path, text]) => {
    const stripped = withoutComments(text);
    return [
      ...(/^[ \t]*export\s+default\b|^[ \t]*export\s*\{[^}]*\bas\s+default\b/m.test(stripped)
        ? [`${path} has a default export`]
        : []),
      ...(/^[ \t]*export\s*(?:type\s*)?\*/m.test(stripped) ? [`${path} has an export *`] : []),
      ...(/\/index\.tsx?$/.test(path) && path !== "src/index.ts" ? [`${path} is a barrel by its name`] : []),
    ];
  });

/** A file of more than 250 lines says why within its first 12: the word "long" or "lines" must stand there. */
export const longFilesSayWhy: Rule = (files) =>
  [...files]
    .filter(([path]) => /\.(tsx?|css)$/.test(path))
    .flatMap(([path, text]) => {
      const lines = text.replace(/\n$/, "").split("\n");
      if (lines.length <= LONG || /\b(long|lines)\b/i.test(lines.slice(0, HEADER).join("\n"))) return [];
      return [
        `${path} has ${lines.length} lines: split it, or say in its first ${HEADER} lines why it is this long`,
      ];
    });

/** Takes package-lock.json as the one file: an address would tie every checkout to its author's registry. */
export const lockNamesNoRegistry: Rule = (files) =>
  [...files].flatMap(([path, text]) => {
    const lines = text.split("\n").filter((line) => /registry\.|"resolved": "https?:/.test(line));
    const [first] = lines;
    if (first === undefined) return [];
    return [
      `${path} has ${lines.length} registry addresses, first ${first.trim()}: write it with omit-lockfile-registry-resolved=true`,
    ];
  });
