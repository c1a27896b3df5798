/**
 * The package as it reaches somebody: packed as `npm pack` packs it, installed without a network into an empty folder
 * outside this repository, and used there. What a file of it needs and the package does not bring fails here, because
 * nothing else is in reach. Answers are compared with those of the checkout, byte for byte.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as library from "../../src/index.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const top = mkdtempSync(join(tmpdir(), "parley-package-"));
const project = join(top, "project");
const installed = join(project, "node_modules/parley");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** As from a terminal: this Node first on the path, and nothing of what npm tells its scripts. */
const env: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_|VITEST)/i.test(name))),
  PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
  NO_COLOR: "1",
};

function run(cwd: string, command: string, ...args: string[]) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, env, encoding: "utf8" });
  if (error !== undefined) throw error;
  return { status, stdout, stderr };
}

/** A command that has to end well. Returns its output. */
function fine(cwd: string, command: string, ...args: string[]): string {
  const { status, stdout, stderr } = run(cwd, command, ...args);
  expect(status, `${command} ${args.join(" ")}\n${stdout}${stderr}`).toBe(0);
  return stdout;
}

const parley = (...args: string[]) => run(project, join(project, "node_modules/.bin/parley"), ...args);

function written(file: string, text: string): string {
  writeFileSync(join(project, file), text);
  return file;
}

beforeAll(() => {
  fine(root, "npm", "pack", "--silent", "--pack-destination", top);
  mkdirSync(project);
  written("package.json", JSON.stringify({ name: "empty", private: true, type: "module" }));
  const tarball = join(top, `parley-${manifest.version}.tgz`);
  fine(
    project,
    "npm",
    "install",
    "--offline",
    "--no-audit",
    "--no-fund",
    "--cache",
    join(top, "cache"),
    tarball,
  );
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

describe("the tarball", () => {
  test("installs without a network and brings every package it needs, and no other", () => {
    const isPackage = (name: string) => !name.startsWith(".");
    expect(readdirSync(join(project, "node_modules")).filter(isPackage)).toEqual(["parley"]);
    const brought = readdirSync(join(installed, "node_modules")).filter(isPackage);
    const declared = Object.keys(manifest.dependencies).map((name) => name.split("/")[0]);
    expect(brought.sort()).toEqual([...new Set(declared)].sort());
  });

  test("holds what is run, shown and read, and no tests", () => {
    expect(readdirSync(installed).sort()).toEqual(
      [
        "CHANGELOG.md",
        "CITATION.cff",
        "LICENSE",
        "README.md",
        "dist",
        "docs",
        "lib",
        "node_modules",
        "package.json",
        "scenarios",
      ].sort(),
    );
    const code = readdirSync(join(installed, "lib"), { recursive: true, encoding: "utf8" });
    expect(code.filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"))).toEqual([]);
    expect(code.filter((file) => /(^|[\\/])(ui|view)[\\/]/.test(file))).toEqual([]);
  });
});

describe("the library", () => {
  test("runs the README's example as it is written there", () => {
    const [, code] = /```ts\n(.*?)```/s.exec(readFileSync(join(installed, "README.md"), "utf8"))!;
    const file = written("study.mts", code!.replace("scenarios/", "node_modules/parley/scenarios/"));
    expect(fine(project, process.execPath, file)).toContain("agreement");
  });

  test("has all exports of the checkout", () => {
    const file = written(
      "exports.mjs",
      'import * as parley from "parley";\nconsole.log(JSON.stringify(Object.keys(parley)));\n',
    );
    expect(JSON.parse(fine(project, process.execPath, file)).sort()).toEqual(Object.keys(library).sort());
  });

  test("gives every bundled scenario and the schema by name, and plays the same games as the checkout", () => {
    const names = readdirSync(join(root, "scenarios")).filter((name) => name.endsWith(".json"));
    const scenarios = names.filter((name) => name !== "scenario.schema.json");
    const imports = scenarios.map(
      (name, i) => `import s${i} from "parley/scenarios/${name}" with { type: "json" };`,
    );
    const file = written(
      "scenarios.mjs",
      `import { parseScenario, simulate } from "parley";
import schema from "parley/scenario.schema.json" with { type: "json" };
${imports.join("\n")}
const rows = [${scenarios.map((_, i) => `s${i}`).join(", ")}].map((text) => {
  const parsed = parseScenario(JSON.stringify(text));
  if (!parsed.ok) throw new Error(parsed.problems[0].message);
  return simulate(parsed.scenario, { games: 2, seed: 7 }).rows;
});
console.log(JSON.stringify({ schema, rows }));
`,
    );
    const { schema, rows } = JSON.parse(fine(project, process.execPath, file));
    const textOf = (name: string) => readFileSync(join(root, "scenarios", name), "utf8");
    expect(schema).toEqual(JSON.parse(textOf("scenario.schema.json")));
    const here = scenarios.map((name) => {
      const parsed = library.parseScenario(textOf(name));
      if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
      return library.simulate(parsed.scenario, { games: 2, seed: 7 }).rows;
    });
    expect(rows).toEqual(JSON.parse(JSON.stringify(here)));
  });

  /** A program that needs most kinds of types; the last line must be refused. */
  const typed = `import { createSession, type Game, parseScenario, type Scenario, simulate, type Summary } from "parley";
import paris from "parley/scenarios/paris-2026.json" with { type: "json" };

const parsed = parseScenario(JSON.stringify(paris));
if (!parsed.ok) throw new Error(parsed.problems.map((problem) => problem.message).join("\\n"));
const scenario: Scenario = parsed.scenario;
const summary: Summary = simulate(scenario, { games: 1, seed: 1 }).summary;
export const game: Game = createSession({ scenario, seed: 1 }).snapshot().game;
export const ids: readonly string[] = summary.parties.map((party) => party.id);
// @ts-expect-error a run has a number of games
simulate(scenario, { games: "many", seed: 1 });
`;
  test.each([
    ["nodenext", "nodenext"],
    ["esnext", "bundler"],
  ])("has types that a strict project checks (module %s, resolution %s)", (module, moduleResolution) => {
    written("typed.ts", typed);
    const compilerOptions = { module, moduleResolution, target: "es2024", strict: true, noEmit: true };
    const options = { ...compilerOptions, skipLibCheck: false, resolveJsonModule: true, types: [] };
    const file = written(
      `tsconfig.${moduleResolution}.json`,
      JSON.stringify({ compilerOptions: options, files: ["typed.ts"] }),
    );
    const tsc = fileURLToPath(new URL("bin/tsc", import.meta.resolve("typescript/package.json")));
    expect(fine(project, process.execPath, tsc, "-p", file)).toBe("");
  });
});

describe("the command", () => {
  const here = (...args: string[]) => run(root, process.execPath, "src/cli.ts", ...args);
  /** The one thing that differs between two runs is told beside the result. */
  const untimed = (text: string) => text.replace(/ in [\d.]+ s\./, "");

  test.each([
    "--help",
    "--version",
    "validate first-minute paris-2026",
    "validate no-such-scenario",
    "show three-chairs --party ukraine",
    "simulate paris-2026 --games 6 --json",
    "simulate first-minute --games 300 --workers 2",
    "simulate first-minute --games none",
    "aftermath paris-2026 --outcome history --switch lens=1 --runs 50",
  ])("answers as the checkout does: parley %s", (line) => {
    const args = line.split(" ");
    const [there, checkout] = [parley(...args), here(...args)];
    expect(there.stdout).toBe(checkout.stdout);
    expect(untimed(there.stderr)).toBe(untimed(checkout.stderr));
    expect(there.status).toBe(checkout.status);
  });

  test("writes rows and run files that it replays", () => {
    const made = parley(
      "simulate",
      "direct-talks",
      "--games",
      "3",
      "--out",
      "rows.ndjson",
      "--transcripts",
      "runs",
    );
    expect(made.status, made.stderr).toBe(0);
    expect(readFileSync(join(project, "rows.ndjson"), "utf8").trimEnd().split("\n")).toHaveLength(3);
    const files = readdirSync(join(project, "runs"));
    expect(files).toHaveLength(3);
    for (const file of files) expect(parley("replay", join("runs", file)).stdout).toMatch(/: \d+ moves\n/);
  });

  test("is what npx finds", () => {
    expect(fine(project, "npx", "--offline", "parley", "--version")).toBe(`${library.ENGINE}\n`);
  });
});

describe("serve", () => {
  const running: ChildProcess[] = [];
  afterAll(() => {
    for (const child of running) child.kill("SIGKILL");
  });

  /** Starts the server and waits for the line that tells its address. */
  async function serving(...args: string[]) {
    const child = spawn(process.execPath, [join(installed, "lib/cli.js"), "serve", ...args], {
      cwd: project,
      env,
    });
    running.push(child);
    let complaints = "";
    child.stderr.on("data", (text) => {
      complaints += text;
    });
    const said = await new Promise<string>((resolve, reject) => {
      child.stdout.once("data", (text) => resolve(String(text)));
      child.once("exit", (code) => reject(new Error(`serve ended with ${code}: ${complaints}`)));
    });
    const address = /^Parley is at (http:\/\/127\.0\.0\.1:\d+\/) \(Ctrl-C ends it\)\n$/.exec(said)?.[1];
    if (address === undefined) throw new Error(`serve said: ${said}`);
    return { child, address, complaints: () => complaints };
  }

  /** A path as it is, which `fetch` would tidy up. */
  function statusOf(address: string, path: string): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const asked = request(address, { path }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asked.once("error", reject).end();
    });
  }

  test("shows the built page, each file under its type and the page's policy, and ends with Ctrl-C", async () => {
    const { child, address } = await serving("--port", "0");
    const page = await fetch(address);
    const html = await page.text();
    expect(page.status).toBe(200);
    const policy = /content="(default-src[^"]*)"/.exec(readFileSync(join(root, "index.html"), "utf8"))![1]!;
    expect(page.headers.get("content-security-policy")).toBe(policy);
    expect(html).toContain(policy);

    const [, entry] = /<script type="module"[^>]* src="\.\/([^"]+)"/.exec(html)!;
    expect((await fetch(address + entry!)).headers.get("content-type")).toMatch(/^text\/javascript/);

    const files = readdirSync(join(installed, "dist"), { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(installed.length + "/dist/".length));
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const answered = await fetch(address + file);
      expect(answered.status, file).toBe(200);
      expect(answered.headers.get("content-type"), file).not.toBe("application/octet-stream");
      const bytes = Buffer.from(await answered.arrayBuffer());
      expect(bytes.equals(readFileSync(join(installed, "dist", file))), file).toBe(true);
    }

    for (const path of ["/../package.json", "/%2e%2e/package.json", "/..%2f..%2fpackage.json"]) {
      expect(await statusOf(address, path), path).toBe(404);
    }

    const ended = once(child, "exit");
    child.kill("SIGINT");
    expect(await ended).toEqual([0, null]);
  });

  test("takes a free port where the usual one is taken, and says so; a port that is asked for is not replaced", async () => {
    const other = createServer();
    // Free or taken by somebody else: afterwards the usual port is taken.
    await new Promise((resolve) =>
      other.once("error", resolve).listen(4173, "127.0.0.1", () => resolve(undefined)),
    );
    const { child, address, complaints } = await serving();
    expect(address).not.toContain(":4173/");
    const { port } = new URL(address);
    const { status, stderr } = parley("serve", "--port", port);
    expect([status, stderr]).toEqual([
      2,
      `--port: ${port} is taken; name another one, or none for a free one.\n`,
    ]);
    const ended = once(child, "close");
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
    expect(complaints()).toMatch(/^Port 4173 is taken, .*\.\n$/);
    other.close();
  });

  test("refuses a host that this computer is not", () => {
    const { status, stderr } = parley("serve", "--port", "0", "--host", "192.0.2.200");
    expect([status, stderr]).toEqual([2, '--host: "192.0.2.200" is no address of this computer.\n']);
  });
});
