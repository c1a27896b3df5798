/**
 * What the command line says when nobody can hear it, and what it never says: readers that leave, full disks, control
 * codes in a scenario's text, numbers beyond reason. Real processes, in every command.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "parley-output-"));
afterAll(() => rmSync(folder, { recursive: true }));

const first = "scenarios/first-minute.json";
const paris = "scenarios/paris-2026.json";

function parley(args: readonly string[], stdout: "pipe" | number = "pipe") {
  return spawnSync(process.execPath, ["src/cli.ts", ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
    stdio: ["ignore", stdout, "pipe"],
  });
}

const runs = join(folder, "runs");
parley(["simulate", first, "--games", "1", "--transcripts", runs]);

/** A call of every command that says something. */
const calls: readonly (readonly string[])[] = [
  ["show", paris],
  ["validate", first, paris, first],
  ["simulate", first, "--games", "5"],
  ["simulate", first, "--games", "5", "--json", "--workers", "2"],
  ["simulate", first, "--games", "300", "--out", "-"],
  ["replay", join(runs, "first-minute-0.json")],
  ["aftermath", paris, "--outcome", "history", "--runs", "10"],
  ["--help"],
];

describe("what can't be said", () => {
  test.each(calls)("a reader that leaves ends it without a word: %s %s", async (...args) => {
    const child = spawn(process.execPath, ["src/cli.ts", ...args], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.destroy();
    const said = child.stderr.setEncoding("utf8").toArray();
    expect(await once(child, "exit")).toEqual([0, null]);
    expect((await said).join("")).toMatch(/^(\d+ games in [\d.]+ s\.\n)?$/);
  });

  test.each(calls)("a full disk ends it with a sentence: %s %s", (...args) => {
    const full = openSync("/dev/full", "w");
    const { status, stderr } = parley(args, full);
    closeSync(full);
    expect(stderr.replace(/^\d+ games in .*\n/, "")).toBe(
      "Standard output can't be written: the disk is full.\n",
    );
    expect(status).toBe(1);
  });

  test("a full disk of rows ends with a sentence", () => {
    const { status, stderr } = parley(["simulate", first, "--games", "5", "--out", "/dev/full"]);
    expect(stderr).toBe("/dev/full can't be written: the disk is full.\n");
    expect(status).toBe(1);
  });

  test("a bad file is still told by the exit code to whoever does not listen", async () => {
    const broken = join(folder, "broken.json");
    writeFileSync(broken, "{}");
    const child = spawn(process.execPath, ["src/cli.ts", "validate", broken], { cwd: root, stdio: "pipe" });
    child.stdout.destroy();
    expect(await once(child, "exit")).toEqual([1, null]);
  });
});

describe("control codes", () => {
  const CODES = "\u001b]0;owned\u0007\u001b[2J\u009b31m\u202e\r\u007f";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
  const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

  /** Every text of the scenario with codes at its end. */
  function withCodes(value: unknown, key = ""): unknown {
    if (Array.isArray(value)) return value.map((entry) => withCodes(entry, key));
    if (typeof value === "object" && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, withCodes(entry, name)]));
    }
    const isText = ["title", "summary", "notice", "name", "text", "question", "public"].includes(key);
    return isText && typeof value === "string" ? value + CODES : value;
  }
  const scenario = JSON.parse(readFileSync(join(root, first), "utf8"));
  const hostile = join(folder, "hostile.json");
  writeFileSync(hostile, JSON.stringify(withCodes(scenario)));
  const broken = join(folder, "hostile-broken.json");
  writeFileSync(broken, JSON.stringify({ ...scenario, [CODES]: 1, id: CODES, asOf: CODES, language: CODES }));

  test.each([
    ["show", hostile],
    ["show", hostile, "--party", CODES],
    ["validate", hostile],
    ["validate", broken],
    ["simulate", hostile, "--games", "5"],
    ["simulate", hostile, "--games", "5", "--until", CODES],
    ["simulate", hostile, "--games", "5", "--line-up", CODES],
    ["replay", broken],
    [CODES],
  ])("are shown and never sent: %s", (...args) => {
    const { stdout, stderr } = parley(args);
    expect(OBEYED.exec(stdout + stderr)?.[0]).toBeUndefined();
    expect(stdout + stderr).not.toBe("");
  });

  test("are there to be seen", () => {
    expect(parley(["show", hostile]).stdout).toContain("\\u001b]0;owned\\u0007\\u001b[2J\\u009b31m\\u202e");
  });
});

describe("numbers", () => {
  test.each([
    [["simulate", first, "--games", "1e9"], "from 1 to 10000000"],
    [["simulate", first, "--seed", "9007199254740992"], "from 0 to 9007199254740991"],
    [["simulate", first, "--workers", "1e6"], "from 0 to 1024"],
    [["simulate", first, "--futures", "1e308"], "from 0 to 100000"],
    [["aftermath", paris, "--runs", "1e9"], "from 1 to 100000"],
    [["aftermath", paris, "--switch", "tension=1e308"], 'tension needs a number from -10 to 10, not "1e308"'],
    [["aftermath", paris, "--outcome", "lens=1"], '"lens" is no issue but an assumption'],
  ])("beyond reason are refused with a sentence: %s", (args, words) => {
    const { status, stdout, stderr } = parley(args);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain("    at ");
    expect(stdout).toBe("");
    expect(status).toBe(2);
  });
});

test("a run of another scenario has no aftermath here, which is a sentence", () => {
  const run = join(runs, "first-minute-0.json");
  const { status, stderr } = parley(["aftermath", run, "--scenario", paris]);
  expect(stderr).toMatch(new RegExp(`^${run}: [A-Z].*\\.\n$`));
  expect(status).toBe(1);
});

test("workers are never more than the machine runs, and two games need no 64 of them", () => {
  const alone = parley(["simulate", first, "--games", "2"]).stdout;
  const { stdout, stderr } = parley(["simulate", first, "--games", "2", "--workers", "1024"]);
  const most = availableParallelism();
  expect(stdout).toBe(alone);
  expect(stderr).toContain(
    `--workers 1024: this machine runs ${most} threads at once, so ${most} are used.\n`,
  );
});
