/**
 * What `npm test` runs: every check of the project in one order, with one verdict in the last line of the output.
 *
 *   npm run quick               format, types and the fast tests: what to run after every change
 *   npm test                    all steps, with a seeded sample of each long check
 *   npm run long                all steps, each long check in full (LONG=1, see tests/long.ts)
 *   npm test -- lint types      only these steps (e2e brings build along: it must test what is in src now)
 *   npm test -- -t "a pattern"  only tests whose name matches; runs unit and headless unless others are named
 *
 * Figures that checks report (`reported` of tests/long.ts) stand together before the table of steps. Counts come from
 * the JSON that Vitest and Playwright write, never from parsing their output; a step that ends badly without naming a
 * failed test, or that ran no test at all, counts as one failure.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const TOP = dirname(dirname(fileURLToPath(import.meta.url)));
const E2E_JSON = "tests/results/e2e.json";
const FIGURES = join(TOP, "tests/results/figures.txt");

const STEPS = ["lint", "types", "unit", "headless", "build", "e2e"] as const;
type Step = (typeof STEPS)[number];
const QUICK: readonly Step[] = ["lint", "types", "unit"];

const TITLES: Readonly<Record<Step, string>> = {
  lint: "format and lint",
  types: "types",
  unit: "unit tests",
  headless: "headless tests",
  build: "build",
  e2e: "end-to-end tests",
};

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Why a step failed, where its own output doesn't say. */
  readonly note?: string;
}

interface Row extends Counts {
  readonly step: Step;
  readonly seconds: number;
}

/** Some tools colour a pipe too; a log should be readable as it is. (Playwright doesn't, and would complain.) */
const PLAIN = !process.stdout.isTTY && !process.env.FORCE_COLOR;

const failure = (note: string): Counts => ({ passed: 0, failed: 1, skipped: 0, note });

/** Runs one of the project's own commands on this very Node, with live output. Returns its exit code. */
function run(packageName: string, command: string, args: readonly string[]): Promise<number> {
  const folder = join(TOP, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    bin: string | Record<string, string>;
  };
  const path = typeof bin === "string" ? bin : bin[command];
  if (path === undefined) throw new Error(`${packageName} has no command ${command}.`);
  const script = join(folder, path);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: TOP,
      env: PLAIN && command !== "playwright" ? { ...process.env, NO_COLOR: "1" } : process.env,
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

const check = (code: number): Counts => ({
  passed: code === 0 ? 1 : 0,
  failed: code === 0 ? 0 : 1,
  skipped: 0,
});

/** Makes silent failures count: a bad exit without a failed test, and a run in which no test was executed. */
function verdict(code: number, counts: Counts): Counts {
  if (counts.failed > 0) return counts;
  if (counts.passed === 0) return { ...counts, failed: 1, note: `no test was run (exit code ${code})` };
  if (code !== 0) return { ...counts, failed: 1, note: `ended with exit code ${code}, see above` };
  return counts;
}

/** The part of Vitest's JSON report that is read here. */
interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly startTime: number;
    readonly endTime: number;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** The tests of some folders that need no browser. */
async function vitest(folders: readonly string[], pattern: string | undefined): Promise<Counts> {
  const written = `tests/results/${basename(folders[0]!)}.json`;
  rmSync(join(TOP, written), { force: true });
  const reports = ["--reporter=default", "--reporter=json", `--outputFile.json=${written}`];
  const only = pattern === undefined ? [] : ["-t", pattern];
  const code = await run("vitest", "vitest", ["run", "--allowOnly=false", ...reports, ...only, ...folders]);
  const report = readReport<VitestReport>(written);
  if (report === undefined) return failure(`Vitest wrote no report and ended with exit code ${code}`);
  console.log(`Slowest: ${slowest(report)}`);
  const statuses = report.testResults.flatMap((file) => {
    const own = file.assertionResults.map((test) => test.status);
    // A file that fails outside its tests (it doesn't load, a hook throws) is one failure.
    return file.status === "failed" && !own.includes("failed") ? [...own, "failed"] : own;
  });
  const passed = statuses.filter((status) => status === "passed").length;
  const failed = statuses.filter((status) => status === "failed").length;
  return verdict(code, { passed, failed, skipped: statuses.length - passed - failed });
}

/** Where the time goes, for whoever wants the fast tests to stay fast. */
function slowest({ testResults }: VitestReport): string {
  return testResults
    .map(({ name, startTime, endTime }) => ({ name, seconds: (endTime - startTime) / 1000 }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, 5)
    .map(({ name, seconds }) => `${basename(name, ".test.ts")} ${seconds.toFixed(1)} s`)
    .join(", ");
}

/** The part of Playwright's JSON report that is read here. */
interface E2eReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
}

async function e2e(pattern: string | undefined): Promise<Counts> {
  rmSync(join(TOP, E2E_JSON), { force: true });
  const { installBrowser } = await import("./browser.ts");
  process.env.PARLEY_CHROMIUM = await installBrowser();
  console.log(`Browser: ${process.env.PARLEY_CHROMIUM}`);
  const only = pattern === undefined ? [] : ["-g", pattern];
  const code = await run("@playwright/test", "playwright", ["test", "--forbid-only", ...only]);
  const report = readReport<E2eReport>(E2E_JSON);
  if (report === undefined) return failure(`Playwright wrote no report and ended with exit code ${code}`);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return verdict(code, { passed: expected + flaky, failed: unexpected, skipped });
}

function readReport<T>(path: string): T | undefined {
  try {
    return JSON.parse(readFileSync(join(TOP, path), "utf8")) as T;
  } catch {
    return undefined;
  }
}

/** Runs one step. `rows` are those before it: without a build there is nothing for the browser to open. */
async function outcome(step: Step, rows: readonly Row[], pattern: string | undefined): Promise<Counts> {
  switch (step) {
    case "lint":
      return check(await run("@biomejs/biome", "biome", ["ci", ...(PLAIN ? ["--colors=off"] : []), "."]));
    case "types":
      return check(await run("typescript", "tsc", ["--noEmit"]));
    case "unit":
      return vitest(["tests/unit"], pattern);
    case "headless":
      return vitest(["tests/headless", "tests/examples"], pattern);
    case "build":
      return check(await run("vite", "vite", ["build"]));
    case "e2e":
      if (rows.some((row) => row.step === "build" && row.failed > 0)) {
        return failure("not run, because the build failed");
      }
      return e2e(pattern);
  }
}

/** The table of the steps; its last line is the verdict that CI reads. */
function summary(rows: readonly Row[]): string {
  const total = (key: "passed" | "failed" | "skipped") => rows.reduce((sum, row) => sum + row[key], 0);
  const width = Math.max(...rows.map((row) => TITLES[row.step].length));
  const cells = (...texts: (string | number)[]) => texts.map((text) => String(text).padStart(9)).join("");
  const skipped = total("skipped");
  return [
    "",
    "".padEnd(width) + cells("seconds", "passed", "failed", "skipped"),
    ...rows.map(
      (row) =>
        TITLES[row.step].padEnd(width) +
        cells(row.seconds.toFixed(1), row.passed, row.failed, row.skipped) +
        (row.note === undefined ? "" : `   ${row.note}`),
    ),
    "",
    `${total("passed")} passed, ${total("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`,
  ].join("\n");
}

interface Request {
  readonly steps: readonly Step[];
  readonly pattern: string | undefined;
  readonly long: boolean;
}

/** Which steps the command line asks for, in their fixed order. Throws one sentence on what it doesn't know. */
function request(argv: readonly string[]): Request {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      testNamePattern: { type: "string", short: "t" },
      quick: { type: "boolean" },
      long: { type: "boolean" },
    },
  });
  const unknown = positionals.find((name) => !STEPS.some((step) => step === name));
  if (unknown !== undefined) {
    throw new Error(`There is no step called "${unknown}"; the steps are ${STEPS.join(", ")}.`);
  }
  const pattern = values.testNamePattern;
  const named = new Set(positionals);
  if (named.has("e2e")) named.add("build");
  if (values.quick) for (const step of QUICK) named.add(step);
  if (named.size === 0 && pattern !== undefined) named.add("unit").add("headless");
  const steps = named.size === 0 ? STEPS : STEPS.filter((step) => named.has(step));
  return { steps, pattern, long: values.long ?? false };
}

async function main(): Promise<number> {
  if (Number(process.versions.node.split(".")[0]) < 22) {
    console.error(
      `Parley needs Node 22 or newer, and this is ${process.version}: run "npm ci", then "npm test".`,
    );
    return 2;
  }
  let asked: Request;
  try {
    asked = request(process.argv.slice(2));
  } catch (error) {
    console.error(sentence(error));
    return 2;
  }
  mkdirSync(join(TOP, "tests/results"), { recursive: true });
  rmSync(FIGURES, { force: true });
  process.env.FIGURES = FIGURES;
  if (asked.long) process.env.LONG = "1";
  const rows: Row[] = [];
  for (const step of asked.steps) {
    console.log(`\n=== ${TITLES[step]} (${step})`);
    const begun = performance.now();
    const counts = await outcome(step, rows, asked.pattern).catch((error: unknown) =>
      failure(sentence(error)),
    );
    const row: Row = { step, seconds: (performance.now() - begun) / 1000, ...counts };
    rows.push(row);
    if (row.note !== undefined) console.log(row.note);
    console.log(`--- ${row.failed > 0 ? "failed" : "passed"} in ${row.seconds.toFixed(1)} s`);
  }
  if (existsSync(FIGURES)) console.log(`\n=== figures\n${readFileSync(FIGURES, "utf8").trimEnd()}`);
  console.log(summary(rows));
  return rows.some((row) => row.failed > 0) ? 1 : 0;
}

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));

process.exitCode = await main();
