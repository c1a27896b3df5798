/**
 * Mutation testing: small faults are put into the rules, one after the other, and the fast tests have to notice.
 *
 *   npm run mutants                          the sample of seed 1
 *   npm run mutants -- --seed 2 --windows 20
 *   npm run mutants -- --only src/seat       the sample, of files whose path begins so
 *
 * The sample is drawn: so many windows of a few lines each from all lines of the rooms in ROOMS, and Stryker's mutants that lie
 * within a window. Survivors are listed with what they change. Ends with 1 when fewer than nine in ten are noticed.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { randomFrom, seedOf } from "../src/random.ts";

const TOP = dirname(dirname(fileURLToPath(import.meta.url)));
const ROOMS = ["scenario", "world", "protocol", "seat", "session", "view"];
/** Texts for people: what they say is not a rule. */
const LEFT_OUT = /^src\/view\/words\//;
const WINDOW = 4;
const ASKED = 0.9;

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    windows: { type: "string", default: "90" },
    only: { type: "string", default: "src/" },
  },
});

const random = randomFrom(seedOf(Number(values.seed)));
const files = ROOMS.flatMap((room) =>
  readdirSync(join(TOP, "src", room), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `src/${room}/${name}`)
    .sort(),
).filter((file) => !LEFT_OUT.test(file));
const lines = files.flatMap((file) =>
  readFileSync(join(TOP, file), "utf8")
    .split("\n")
    .map((_, line) => ({ file, line: line + 1 })),
);
const drawn = Array.from({ length: Number(values.windows) }, () => lines[random.below(lines.length)]!);
const mutate = drawn
  .filter(({ file }) => file.startsWith(values.only))
  .map(({ file, line }) => `${file}:${line}-${line + WINDOW - 1}`);

process.env.FEW = "1";
const results = await new Stryker({
  mutate,
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "tests/mutation.config.ts" },
  // Stryker rewrites it by an interface that TypeScript 7 no longer has; nothing here reads it.
  tsconfigFile: "none",
  coverageAnalysis: "perTest",
  reporters: ["progress-append-only"],
  concurrency: 2,
  tempDirName: "tests/results/mutation",
  ignorePatterns: ["dist", "lib", "tests/e2e", "tests/results"],
}).runMutationTest();

const noticed = results.filter(({ status }) => status === "Killed" || status === "Timeout");
const counted = results.filter(({ status }) => status !== "Ignored" && status !== "CompileError");
const survivors = counted.filter((mutant) => !noticed.includes(mutant));
for (const { fileName, location, mutatorName, replacement, status } of survivors) {
  const { line, column } = location.start;
  console.log(`${fileName}:${line + 1}:${column + 1} ${mutatorName} (${status}): ${replacement}`);
}
const share = noticed.length / counted.length;
console.log(
  `${counted.length} mutants, ${noticed.length} noticed (${(100 * share).toFixed(1)} %), ${survivors.length} not.`,
);
process.exitCode = share >= ASKED ? 0 : 1;
