/**
 * Enforces the import table and the habits of DESIGN §2 on whatever is in src. The second half feeds each rule a
 * made-up file that breaks it, so that a rule which has stopped working is noticed.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as rules from "../architecture.ts";

const TOP = join(import.meta.dirname, "../..");

const src: rules.Files = new Map(
  readdirSync(join(TOP, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|css)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(TOP.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8")]),
);

describe("src keeps the design", () => {
  const table: readonly (readonly [string, rules.Rule])[] = [
    ["every file lies in a room", rules.everyFileLiesInARoom],
    ["imports point only up the list of rooms", rules.importsPointUp],
    ["no import cycle", rules.noImportCycle],
    ["phaser is imported only in ui/stage", rules.phaserOnlyOnTheStage],
    ["phaser is not part of the page's first load", rules.phaserLoadsLazily],
    ["the start page loads no schema", rules.schemaLoadsLazily],
    ["xstate is imported only by the machine and the session", rules.xstateOnlyInTheMachine],
    ["Node's modules are imported only at the edge", rules.nodeOnlyAtTheEdge],
    ["the page reaches none of Node's modules", rules.pageNeedsNoNode],
    ["no clock and no chance outside the ui and the entries", rules.noClockOrChance],
    ["a seat is sealed", rules.seatsAreSealed],
    ["panels ask the standpoint, not the session", rules.panelsAskTheStandpoint],
    ["the focus is moved in one place", rules.focusMovesInOnePlace],
    ["the command line speaks through one file", rules.saysThroughOutput],
    ["no folder without an idea", rules.noVagueFolder],
    ["exports are named and listed by hand", rules.exportsAreListed],
    ["files past 250 lines say why", rules.longFilesSayWhy],
  ];
  it.each(table)("%s", (_name, rule) => {
    expect(rule(src)).toEqual([]);
  });

  it("package-lock.json names no registry", () => {
    const path = "package-lock.json";
    expect(rules.lockNamesNoRegistry(new Map([[path, readFileSync(join(TOP, path), "utf8")]]))).toEqual([]);
  });
});

/** A rule, and files that break it: each one alone must bring exactly one complaint. */
function breaks(rule: rules.Rule, bad: Record<string, string>): void {
  for (const [path, text] of Object.entries(bad)) {
    expect(rule(new Map([[path, text]])), `${path}: ${text.slice(0, 60)}`).toHaveLength(1);
  }
}

function keeps(rule: rules.Rule, good: Record<string, string>): void {
  for (const [path, text] of Object.entries(good)) {
    expect(rule(new Map([[path, text]])), `${path}: ${text.slice(0, 60)}`).toEqual([]);
  }
}

describe("each rule can fail", () => {
  it("finds every shape of import, and none in comments", () => {
    const text = [
      'import { a, type B } from "./a.ts";',
      'import type { C } from "./c.ts";',
      "import {",
      "  d,",
      "  e,",
      '} from "./d.ts";',
      'import f, * as g from "./f.ts";',
      'import "./h.css";',
      'export { i } from "./i.ts";',
      'export type { J } from "./j.ts";',
      "export interface K {}",
      'import type { L } from "./l.ts";',
      'const m = await import("./m.ts");',
      'const n: import("./n.ts").N = 1; // import "./never.ts"',
      '/* import { x } from "./never.ts" */',
      'const address = "https://example.org"; const o = import("./o.ts");',
      'export const type = "x";',
      'import{p}from"./p.ts";',
      'import type from "./q.ts";',
    ].join("\n");
    const found = rules.importsOf(text).map(({ kind, specifier }) => `${kind} ${specifier}`);
    expect(found.sort()).toEqual([
      "eager ./a.ts",
      "eager ./d.ts",
      "eager ./f.ts",
      "eager ./h.css",
      "eager ./i.ts",
      "eager ./p.ts",
      "eager ./q.ts",
      "lazy ./m.ts",
      "lazy ./n.ts",
      "lazy ./o.ts",
      "type ./c.ts",
      "type ./j.ts",
      "type ./l.ts",
    ]);
  });

  it("a file outside the rooms", () => {
    breaks(rules.everyFileLiesInARoom, { "src/engine/loop.ts": "", "src/game.ts": "" });
    keeps(rules.everyFileLiesInARoom, {
      "src/random.ts": "",
      "src/main.tsx": "",
      "src/ui/panels/text.tsx": "",
    });
  });

  it("a seat that sees more than its own", () => {
    breaks(rules.seatsAreSealed, {
      "src/view/adviser.ts": 'import type { Table } from "../seat/compiled.ts";',
      "src/view/scenes.ts": 'import { aftermathOf } from "../analysis/aftermath.ts";',
      "src/ui/table/you.tsx": 'import { createSession } from "../../session/session.ts";',
    });
    keeps(rules.seatsAreSealed, {
      "src/view/result.ts": 'import type { Table } from "../seat/compiled.ts";',
      "src/view/adviser.ts": 'import type { Standpoint } from "../seat/standpoint.ts";',
      "src/ui/desk/play.ts": 'import { createSession } from "../../session/session.ts";',
    });
  });

  it("a panel that reaches for the session", () => {
    breaks(rules.panelsAskTheStandpoint, {
      "src/ui/table/you.tsx": "const { session } = desk.play;",
      "src/ui/result/result.tsx": "desk.play.snapshot.value.moves",
    });
    keeps(rules.panelsAskTheStandpoint, {
      "src/ui/desk/deeds.ts": "play.session.transcript()",
      "src/ui/table/bar.tsx": "desk.play.standpoint.value.moves",
    });
  });

  it("a focus moved elsewhere", () => {
    breaks(rules.focusMovesInOnePlace, {
      "src/ui/table/bar.tsx": "heading.current?.focus();",
      "src/ui/page/dialog.tsx": "const at = document.activeElement;",
    });
    keeps(rules.focusMovesInOnePlace, {
      "src/ui/page/focus.ts": "target.focus();",
      "src/ui/table/text.tsx": "// not .focus() but focusOn()\nfocusOn(target);",
    });
  });

  it("an import down or across the list", () => {
    breaks(rules.importsPointUp, {
      "src/random.ts": 'import { a } from "./scenario/parse.ts";',
      "src/scenario/parse.ts": 'import { fork } from "../random.ts";',
      "src/scenario/utility.ts": 'import type { Game } from "../protocol/game.ts";',
      "src/world/events.ts": 'import { a } from "../protocol/game.ts";',
      "src/protocol/game.ts": 'export { a } from "../agents/roster.ts";',
      "src/agents/boulware.ts": 'import { frontier } from "../analysis/frontier.ts";',
      "src/analysis/frontier.ts": 'import { roster } from "../agents/roster.ts";',
      "src/session/session.ts": 'const view = await import("../ui/view.ts");',
      "src/ui/panels/text.tsx": 'import { a } from "../../index.ts";',
      "src/index.ts": 'import type { StageView } from "./ui/stage/view.ts";',
      "src/cli.ts": 'import { start } from "./main.ts";',
      "src/ui/view.ts": 'import { a } from "../../tests/browser.ts";',
      "src/agents/tough.ts": 'import { parse } from "parley";',
    });
    keeps(rules.importsPointUp, {
      "src/world/events.ts": 'import { a } from "../scenario/parse.ts";\nimport { b } from "../random.ts";',
      "src/session/simulate.ts":
        'import { a } from "../agents/roster.ts";\nimport { b } from "../analysis/power.ts";',
      "src/ui/view.ts": 'import paris from "../../scenarios/paris.json?raw";',
      "src/main.tsx": 'import { App } from "./ui/app.tsx";',
    });
  });

  it("an import cycle, also of types", () => {
    const files = new Map([
      ["src/world/a.ts", 'import { b } from "./b.ts";'],
      ["src/world/b.ts", 'import { c } from "./c.ts";'],
      ["src/world/c.ts", 'import type { A } from "./a.ts";'],
      ["src/world/d.ts", 'import { a } from "./a.ts";'],
    ]);
    expect(rules.noImportCycle(files)).toEqual([
      "import cycle: src/world/a.ts → src/world/b.ts → src/world/c.ts → src/world/a.ts",
    ]);
    files.set("src/world/c.ts", "export const c = 1;");
    expect(rules.noImportCycle(files)).toEqual([]);
  });

  it("phaser, xstate and Node's modules away from their places", () => {
    breaks(rules.phaserOnlyOnTheStage, {
      "src/ui/view.ts": 'import { Scene } from "phaser";',
      "src/main.ts": 'import "phaser/dist/phaser.js";',
    });
    keeps(rules.phaserOnlyOnTheStage, { "src/ui/stage/scene.ts": 'import { Scene } from "phaser";' });
    breaks(rules.xstateOnlyInTheMachine, {
      "src/protocol/rules.ts": 'import { setup } from "xstate";',
      "src/ui/view.ts": 'import type { Actor } from "xstate";',
    });
    keeps(rules.xstateOnlyInTheMachine, {
      "src/protocol/machine.ts": 'import { setup } from "xstate";',
      "src/session/session.ts": 'import { createActor } from "xstate";',
    });
    breaks(rules.nodeOnlyAtTheEdge, {
      "src/index.ts": 'import { readFile } from "node:fs/promises";',
      "src/session/session.ts": 'import { join } from "path";',
      "src/main.ts": 'const fs = await import("node:fs");',
    });
    keeps(rules.nodeOnlyAtTheEdge, {
      "src/cli.ts": 'import { readFile } from "node:fs/promises";',
      "src/cli/sweep.ts": 'import { cpus } from "node:os";',
      "src/runs/worker.ts": 'import { parentPort } from "node:worker_threads";',
    });
  });

  it("a page that loads phaser at once, or anything of Node's at any time", () => {
    const files = new Map([
      ["src/main.tsx", 'import { App } from "./ui/app.tsx";'],
      ["src/ui/app.tsx", 'import { open } from "./stage/scene.ts";'],
      ["src/ui/stage/scene.ts", 'import { Scene } from "phaser";\nimport("../../runs/pool.ts");'],
      ["src/runs/pool.ts", 'import { cpus } from "node:os";'],
    ]);
    expect(rules.phaserLoadsLazily(files)).toEqual([
      "src/main.tsx → src/ui/app.tsx → src/ui/stage/scene.ts → phaser",
    ]);
    expect(rules.pageNeedsNoNode(files)).toHaveLength(1);
    files.set("src/ui/app.tsx", 'import type { S } from "./stage/scene.ts";\nimport("./stage/scene.ts");');
    expect(rules.phaserLoadsLazily(files)).toEqual([]);
    expect(rules.pageNeedsNoNode(files)).toHaveLength(1);
  });

  it("clock and chance in the rules", () => {
    breaks(rules.noClockOrChance, {
      "src/random.ts": "export const draw = () => Math.random();",
      "src/session/session.ts": "const now = Date.now();",
      "src/index.ts": "const today = new Date();",
      "src/analysis/power.ts": "const start = performance.now();",
    });
    keeps(rules.noClockOrChance, {
      "src/runs/block.ts": "const started = performance.now();",
      "src/ui/app.tsx": "const now = Date.now();",
      "src/cli.ts": "const now = performance.now();",
      "src/view/sentences.ts": "const day = new Date(Date.UTC(year, month, day));",
      "src/random.ts": "// the only randomness: never Math.random",
    });
  });

  it("words past the one file that speaks", () => {
    breaks(rules.saysThroughOutput, {
      "src/cli/show.ts": "process.stdout.write(text);",
      "src/cli.ts": "process.stderr.write(message);",
      "src/runs/pool.ts": "console.log(rows);",
    });
    keeps(rules.saysThroughOutput, {
      "src/cli/output.ts": "process.stdout.write(plain(text));",
      "src/cli/replay.ts": "print(text);",
    });
  });

  it("vague folders, unlisted exports and barrels", () => {
    breaks(rules.noVagueFolder, {
      "src/world/utils/draw.ts": "",
      "src/types/party.ts": "",
      "src/ui/helpers/a.ts": "",
    });
    keeps(rules.noVagueFolder, { "src/scenario/types.ts": "" });
    breaks(rules.exportsAreListed, {
      "src/world/a.ts": "export default function draw() {}",
      "src/world/b.ts": "const a = 1;\nexport { a as default };",
      "src/index.ts": 'export * from "./world/events.ts";',
      "src/world/c.ts": 'export type * as events from "./events.ts";',
      "src/agents/index.ts": "",
    });
    keeps(rules.exportsAreListed, {
      "src/index.ts": 'export { draw } from "./world/events.ts"; // no export * here',
      "src/ui/app.tsx": "/**\n * export default is not used\n */\nexport const product = 2 * 3;",
    });
  });

  it("long files without a reason", () => {
    const body = "export const a = 1;\n".repeat(251);
    breaks(rules.longFilesSayWhy, {
      "src/world/a.ts": body,
      "src/ui/a.css": body,
      "src/ui/b.ts": `along\n${body}`,
    });
    keeps(rules.longFilesSayWhy, {
      "src/world/a.ts": `// A long table, better read in one piece.\n${body}`,
      "src/world/b.ts": "export const a = 1;\n".repeat(250),
    });
  });

  it("a lock file with addresses", () => {
    const lock = '{\n  "resolved": "https://registry.example.org/zod-4.6.7.tgz"\n}';
    breaks(rules.lockNamesNoRegistry, { "package-lock.json": lock });
  });
});
