/**
 * Runs that survive: real processes that are killed, interrupted, refused a disk or left by their reader. What a run
 * had written stays, and the same command with --resume ends with the bytes of an undisturbed run. Kills come at seeded
 * random moments, counted in what the process does to its folder; `LONG=1` makes 200 of them.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { fork, randomFrom, seedOf } from "../../src/random.ts";
import { SEED } from "../fixtures/games.ts";
import { reported, sample } from "../long.ts";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "parley-runs-"));
afterAll(() => rmSync(folder, { recursive: true }));

const first = "scenarios/first-minute.json";
const paris = "scenarios/paris-2026.json";
const environment = { ...process.env, NO_COLOR: "1" };

function parley(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["src/cli.ts", ...args], {
    cwd: root,
    encoding: "utf8",
    env: environment,
  });
  return { status, stdout, stderr };
}

function begun(...args: readonly string[]): ChildProcess {
  const stdio = ["ignore", "ignore", "pipe"] as const;
  return spawn(process.execPath, ["src/cli.ts", ...args], { cwd: root, env: environment, stdio: [...stdio] });
}

/** A folder of its own for each test. */
function place(name: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  return path;
}

const lines = (file: string) => readFileSync(file, "utf8").split("\n");

/** Sends a signal once the process has changed its folder so often, and some turns later; resolves at its end. */
async function signalled(
  child: ChildProcess,
  signal: NodeJS.Signals,
  where: string,
  changes: number,
  turns = 0,
) {
  const ended = once(child, "exit");
  let seen = 0;
  const watcher = watch(where, () => {
    if (++seen !== changes) return;
    const wait = (left: number) => {
      if (left === 0) child.kill(signal);
      else setImmediate(() => wait(left - 1));
    };
    wait(turns);
  });
  const [code, killedBy] = await ended;
  watcher.close();
  return { code, killedBy };
}

describe("a run that is killed", () => {
  const KILLS = sample(10, 200);
  const random = randomFrom(fork(seedOf(SEED), "kills"));

  /** Kills and resumes until the run is through, again and again; returns how many kills that was. */
  async function killed(
    name: string,
    command: readonly string[],
    kills: number,
    files: "run files" | "rows",
  ) {
    const at = place(name);
    const undisturbed = join(at, "undisturbed");
    const call = (where: string) => [
      ...["simulate", ...command, "--out", join(where, "rows.ndjson"), "--json"],
      ...(files === "run files" ? ["--transcripts", join(where, "runs")] : []),
    ];
    const { stdout } = parley(...call(place(join(name, "undisturbed"))));
    const rows = readFileSync(join(undisturbed, "rows.ndjson"), "utf8");
    let made = 0;
    const left: number[] = [];
    for (let chain = 0; made < kills; chain++) {
      const where = place(join(name, String(chain)));
      const file = join(where, "rows.ndjson");
      const label = `SEED=${SEED}, ${name}, chain ${chain}, after ${made} kills`;
      for (let through = false; !through && made < kills; ) {
        const child = begun(...call(where), "--resume", "--workers", String(random.below(3)));
        const said = child.stderr!.setEncoding("utf8").toArray();
        const changes = 1 + random.below(25);
        const { code, killedBy } = await signalled(child, "SIGKILL", where, changes, random.below(300));
        through = killedBy === null;
        if (through) expect(code, `${label}: ${(await said).join("")}`).toBe(0);
        else made++;
        const there = existsSync(file) ? readFileSync(file, "utf8") : "";
        expect(rows.startsWith(there), `${label}: what is there is a beginning of what should be`).toBe(true);
        if (!through) left.push(there.split("\n").length - 1);
        if (files === "run files") sameRunFiles(join(where, "runs"), join(undisturbed, "runs"), label);
      }
      const resumed = parley(...call(where), "--resume", "--workers", "2");
      expect(resumed.stdout, label).toBe(stdout);
      expect(readFileSync(file, "utf8"), label).toBe(rows);
      if (files === "run files") {
        expect(readdirSync(join(where, "runs")), label).toEqual(readdirSync(join(undisturbed, "runs")));
      }
      rmSync(where, { recursive: true });
    }
    const [least, most] = [Math.min(...left), Math.max(...left)];
    reported(
      `kills of simulate --out, ${name}: ${made}, with ${least} to ${most} rows there; each file as undisturbed`,
    );
  }

  /** Run files that are there are whole; others may be begun under another name. */
  function sameRunFiles(folder: string, undisturbed: string, label: string): void {
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      if (name.endsWith(".part")) continue;
      const same = readFileSync(join(folder, name)).equals(readFileSync(join(undisturbed, name)));
      expect(same, `${label}: ${name} is whole`).toBe(true);
    }
  }

  test("at any moment ends with the bytes of an undisturbed run, whatever the workers of each part", async () => {
    const command = [first, "--games", "1500", "--seed", "11"];
    await killed("small games", command, KILLS * 0.5, "rows");
  });

  test("at any moment leaves run files whole or not at all", async () => {
    await killed("run files", [first, "--games", "150", "--seed", "12"], KILLS * 0.3, "run files");
  });

  test("between games of many parties loses no more than the blocks in play", async () => {
    const command = [paris, "--games", "24", "--seed", "13", "--until", "paris", "--futures", "10"];
    await killed("large games", command, KILLS * 0.2, "rows");
  });
});

describe("a run that is interrupted", () => {
  test.each([
    ["SIGINT", 130, "2"],
    ["SIGTERM", 143, "0"],
  ] as const)(
    "by %s ends with code %d, whole rows and how to go on; workers: %s",
    async (signal, code, workers) => {
      const where = place(`interrupted ${signal} ${workers}`);
      const file = join(where, "rows.ndjson");
      const command = ["simulate", first, "--seed", "3", "--workers", workers];
      const child = begun(...command, "--out", file, "--games", "1000000");
      const said = child.stderr!.setEncoding("utf8").toArray();
      expect(await signalled(child, signal, where, 12)).toEqual({ code, killedBy: null });
      const count = lines(file).length - 1;
      expect(lines(file).at(-1)).toBe("");
      expect((await said).join("")).toBe(
        `Stopped after ${count} of 1000000 games. ${file} holds ${count} whole rows; the same command with --resume continues it.\n`,
      );
      const games = String(count + 20);
      parley(...command, "--out", file, "--games", games, "--resume");
      parley(...command, "--out", join(where, "undisturbed.ndjson"), "--games", games);
      expect(readFileSync(file)).toEqual(readFileSync(join(where, "undisturbed.ndjson")));
    },
  );
});

describe("rows", () => {
  test("that are there are not played again, and the summary covers them", () => {
    const file = join(place("more games"), "rows.ndjson");
    const call = ["simulate", first, "--seed", "3", "--json", "--out", file];
    parley(...call, "--games", "30");
    const { stdout, stderr } = parley(...call, "--games", "50", "--resume");
    expect(stderr).toMatch(/^20 games in [\d.]+ s; 30 were there\.\n$/);
    expect(stdout).toBe(parley(...call, "--games", "50", "--force").stdout);
    expect(parley(...call, "--games", "50", "--resume").stdout).toBe(stdout);
  });

  test("of another command are refused before any game is played, and stay", () => {
    const file = join(place("another command"), "rows.ndjson");
    const call = ["simulate", first, "--out", file];
    parley(...call, "--games", "10");
    const before = readFileSync(file, "utf8");
    const refusals: readonly (readonly [readonly string[], string])[] = [
      [[...call, "--games", "1000000"], "is there already"],
      [[...call, "--games", "1000000", "--resume", "--seed", "2"], "--seed: 1, not 2"],
      [
        ["simulate", "scenarios/three-chairs.json", "--out", file, "--resume"],
        "scenario: first-minute, not three-chairs",
      ],
      [[...call, "--games", "5", "--resume"], "more than --games 5"],
    ];
    for (const [args, words] of refusals) {
      const { status, stderr } = parley(...args);
      expect(stderr).toContain(words);
      expect(status).toBe(2);
      expect(readFileSync(file, "utf8")).toBe(before);
    }
  });

  test("go nowhere that can't take them, which is said before any game is played", () => {
    const where = place("no place");
    const refusals: readonly (readonly [readonly string[], string])[] = [
      [["--out", join(where, "absent/rows.ndjson")], `there is no folder ${join(where, "absent")}`],
      [["--resume"], "name it with --out"],
      [["--force"], "give one of them"],
      [["--out", join(where, "rows"), "--resume", "--force"], "give one"],
    ];
    for (const [args, words] of refusals) {
      const { status, stderr } = parley("simulate", first, "--games", "1000000", ...args);
      expect(stderr).toContain(words);
      expect(stderr.trimEnd().split("\n")).toHaveLength(1);
      expect(status).toBe(2);
    }
    expect(readdirSync(where)).toEqual([]);
  });

  test("to - are those of a file, and the summary goes to standard error", () => {
    const file = join(place("standard output"), "rows.ndjson");
    const table = parley("simulate", first, "--games", "40", "--out", file).stdout;
    const { status, stdout, stderr } = parley("simulate", first, "--games", "40", "--out", "-");
    expect(status).toBe(0);
    expect(stdout).toBe(readFileSync(file, "utf8"));
    expect(stderr.split("\n").slice(1).join("\n")).toBe(table);
  });

  test("may be more than the longest string", () => {
    const where = place("wide rows");
    const scenario = JSON.parse(readFileSync(join(root, first), "utf8"));
    const [pattern] = scenario.issues;
    const options = [0, 1].map((o) => ({ id: `o${o}`.padEnd(40, "o"), label: `o${o}`, text: "Either." }));
    const ids = Array.from({ length: 64 - scenario.issues.length }, (_, i) => `i${i}`.padEnd(40, "i"));
    const { needs: _, sources: __, ...issue } = pattern;
    scenario.issues.push(...ids.map((id) => ({ ...issue, id, statusQuo: options[0]!.id, options })));
    const wide = join(where, "wide.json");
    writeFileSync(wide, JSON.stringify(scenario));
    const games = sample(1000, 120_000);
    const file = join(where, "rows.ndjson");
    const run = spawnSync(
      process.execPath,
      ["--max-old-space-size=300", "src/cli.ts", "simulate", wide, "--games", String(games), "--out", file],
      { cwd: root, encoding: "utf8" },
    );
    expect(run.stderr).toMatch(/^\d+ games in [\d.]+ s\.\n$/);
    const { size } = statSync(file);
    expect(size).toBeGreaterThan(games * 4500);
    expect(run.stdout).toContain(`${games} games, seed 1`);
    reported(`wide rows: ${games} rows, ${Math.round(size / 1e6)} MB, with a heap of at most 300 MB`);
    rmSync(file);
  });
});

describe("run files", () => {
  test("of another run are never replaced without being told to, and those of the same are let be", () => {
    const where = place("run files of two runs");
    const call = (seed: string) => [
      "simulate",
      first,
      "--games",
      "5",
      "--seed",
      seed,
      "--transcripts",
      where,
    ];
    expect(parley(...call("1")).status).toBe(0);
    const texts = () => readdirSync(where).map((name) => readFileSync(join(where, name), "utf8"));
    const before = texts();
    expect(parley(...call("1")).status).toBe(0);
    const { status, stderr } = parley(...call("2"));
    expect(status).toBe(1);
    expect(stderr).toContain("Game 0: ");
    expect(stderr).toContain("is there already, of another run");
    expect(texts()).toEqual(before);
    expect(parley(...call("2"), "--force").status).toBe(0);
    expect(texts()).not.toEqual(before);
  });

  test("that are missing for rows that are there are made when the run is resumed", () => {
    const where = place("run files later");
    const call = ["simulate", first, "--games", "20", "--out", join(where, "rows.ndjson")];
    parley(...call);
    parley("simulate", first, "--games", "20", "--transcripts", join(where, "whole"));
    const later = [...call, "--resume", "--transcripts", join(where, "runs")];
    expect(parley(...later).status).toBe(0);
    rmSync(join(where, "runs/first-minute-07.json"));
    expect(parley(...later).status).toBe(0);
    expect(readdirSync(join(where, "runs"))).toEqual(readdirSync(join(where, "whole")));
    const name = "first-minute-07.json";
    expect(readFileSync(join(where, "runs", name))).toEqual(readFileSync(join(where, "whole", name)));
  });
});
