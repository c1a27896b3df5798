/** The command line as it is called: real processes, real files, exit codes and bytes. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import type { Scenario } from "../../src/scenario/schema.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "parley-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

function parley(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["src/cli.ts", ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { status, stdout, stderr };
}

const paris = "scenarios/paris-2026.json";
const first = "scenarios/first-minute.json";
const istanbul = "scenarios/istanbul-2022.json";

function simulated(...args: string[]) {
  const { status, stdout, stderr } = parley("simulate", paris, "--json", ...args);
  expect(stderr.replace(/^--workers .*\n/, "")).toMatch(/^\d+ games in [\d.]+ s\.\n$/);
  expect(status).toBe(0);
  return stdout;
}

describe("simulate", () => {
  const alone = simulated("--games", "120", "--seed", "5");

  test("prints one object with everything a study needs", () => {
    const summary = JSON.parse(alone);
    expect(Object.keys(summary)).toEqual([
      "scenario",
      "sha256",
      "engine",
      "seed",
      "games",
      "errors",
      "phases",
      "texts",
      "parties",
      "unity",
      "ratified",
    ]);
    expect(Object.keys(summary.phases[0])).toEqual([
      "id",
      "agreement",
      "deadline",
      "walkaway",
      "meanRounds",
      "texts",
    ]);
    expect(summary.phases.map(({ id }: { id: string }) => id)).toEqual(["paris", "ratification", "talks"]);
    expect(summary.texts).toEqual(summary.phases[0].texts);
    expect(Object.keys(summary.parties[0])).toEqual(["id", "utility", "signed"]);
    expect(Object.keys(summary.parties[0].utility)).toEqual(["mean", "sd", "min", "max"]);
    const { agreement, deadline, walkaway } = summary.phases[0];
    expect(agreement + deadline + walkaway).toBe(120);
  });

  test("gives the same bytes for the same seed, whatever the number of workers", () => {
    expect(simulated("--games", "120", "--seed", "5")).toBe(alone);
    expect(simulated("--games", "120", "--seed", "5", "--workers", "1")).toBe(alone);
    expect(simulated("--games", "120", "--seed", "5", "--workers", "3")).toBe(alone);
    expect(simulated("--games", "120", "--seed", "6")).not.toBe(alone);
  });

  test("leaves games after a phase, and says which there are when it is unknown", () => {
    const until = JSON.parse(simulated("--games", "120", "--seed", "5", "--until", "paris"));
    const whole = JSON.parse(alone);
    expect(until.phases[0]).toEqual(whole.phases[0]);
    expect(until.phases[2].agreement + until.phases[2].deadline + until.phases[2].walkaway).toBe(0);
    const { status, stderr } = parley("simulate", paris, "--until", "pari");
    expect(status).toBe(2);
    expect(stderr).toBe('--until: there is no phase "pari", only paris, ratification, talks.\n');
  });

  test("splits a small game over workers as it would be played by one, 2,000 times", () => {
    const run = (workers: string) =>
      parley("simulate", first, "--json", "--games", "2000", "--workers", workers).stdout;
    expect(run("2")).toBe(run("0"));
  });

  test("writes a row a game and run files that replay to the same result", () => {
    const out = join(folder, "runs.ndjson");
    const runs = join(folder, "runs");
    simulated("--games", "12", "--seed", "2", "--out", out, "--transcripts", runs, "--workers", "2");
    const rows = readFileSync(out, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(Object.keys(rows[0])).toEqual([
      "game",
      "seed",
      "phases",
      "utilities",
      "unity",
      "ratified",
      "aftermath",
    ]);
    expect(rows.map((row) => row.game)).toEqual(Array.from({ length: 12 }, (_, i) => i));
    const files = readdirSync(runs).sort();
    expect(files).toHaveLength(12);
    for (const [i, file] of files.entries()) {
      const { status, stdout } = parley("replay", join(runs, file), "--json");
      expect(status).toBe(0);
      expect(parley("replay", join(runs, file)).stdout).toMatch(/: \d+ moves\n/);
      const replayed = JSON.parse(stdout);
      expect(replayed.phases[0].outcome).toEqual(rows[i].phases[0].outcome);
      expect(replayed.utilities).toEqual(rows[i].utilities);
    }
  });

  test("shows no progress bar in a pipe", () => {
    const { stdout, stderr } = parley("simulate", first, "--games", "5");
    expect(stderr).toMatch(/^5 games in [\d.]+ s\.\n$/);
    expect(stdout).toContain("5 games, seed 1");
  });

  test("a line-up with an unknown seat or agent is a wrong call", () => {
    for (const lineUp of ["atlantis=hold", "ukraine=genius", "ukraine", "ukraine=delegate:mood=3"]) {
      const { status, stderr } = parley("simulate", paris, "--line-up", lineUp);
      expect(status).toBe(2);
      expect(stderr).toMatch(/^--line-up: .*\.\n$/s);
    }
  });
});

describe("exit codes", () => {
  test("0: fine", () => {
    expect(parley("validate", paris, first).status).toBe(0);
    expect(parley("show", first).status).toBe(0);
    expect(parley("--help").status).toBe(0);
    expect(parley("--version").stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test("1: the input is bad, every problem on a line with its place", () => {
    const broken = join(folder, "broken.json");
    writeFileSync(broken, readFileSync(join(root, first), "utf8").replace('"rounds": 3', '"rounds": -3'));
    const { status, stdout } = parley("validate", broken);
    expect(status).toBe(1);
    expect(stdout).toMatch(/broken\.json:\d+:\d+ out-of-range at phases\[0\]\.rounds: -3 is too small/);
    expect(parley("simulate", join(folder, "absent.json")).status).toBe(1);
    expect(parley("replay", broken).status).toBe(1);
  });

  test("1: there is a warning, where one is strict, and not otherwise", () => {
    const { status, stdout, stderr } = parley("validate", "--strict", "--json", first, "three-chairs");
    expect(status).toBe(1);
    expect(stderr).toBe("1 of 2 files have warnings.\n");
    const { files, refused, warned } = JSON.parse(stdout);
    expect([files.length, refused, warned]).toEqual([2, 0, 1]);
    expect(files[0]).toMatchObject({
      file: first,
      ok: true,
      problems: [],
      warnings: [{ code: "idle-limit" }],
    });
    expect(files[0].parties[0]).toEqual({
      party: expect.any(String),
      least: expect.any(Number),
      noAgreement: expect.any(Number),
      most: expect.any(Number),
    });
    expect(parley("validate", "--strict", "three-chairs").status).toBe(0);
  });

  test("2: the call is wrong", () => {
    expect(parley("dance").status).toBe(2);
    expect(parley("simulate").status).toBe(2);
    expect(parley("simulate", paris, "--games", "many").status).toBe(2);
    expect(parley("show", first, "--party", "atlantis").status).toBe(2);
  });
});

describe("show", () => {
  test("keeps confidential briefs for those who ask for one", () => {
    const open = parley("show", paris).stdout;
    expect(open).toContain("Russia invaded Ukraine on a full scale in February 2022");
    expect(open).not.toContain("A promise that still counts after elections");
    expect(parley("show", paris, "--party", "ukraine").stdout).toContain(
      "A promise that still counts after elections",
    );
  });

  test("keeps what really happened, later statements and the note for teachers for --reveal", () => {
    const [open, revealed] = [parley("show", istanbul).stdout, parley("show", istanbul, "--reveal").stdout];
    const { history, teaching } = JSON.parse(readFileSync(istanbul, "utf8")) as Scenario;
    for (const later of [
      history!.title,
      history!.text,
      teaching!,
      ...history!.readings!.map(({ text }) => text),
    ]) {
      expect(open).not.toContain(later);
      expect(revealed).toContain(later);
    }
    expect(revealed.startsWith(open.trimEnd())).toBe(true);
  });

  test("says of a party's numbers which are drawn anew for each game", () => {
    const [russia, ukraine] = ["russia", "ukraine"].map((id) => parley("show", paris, "--party", id).stdout);
    expect(russia).toMatch(/: weight \d+, drawn anew for each game between \d+ and \d+; prefers “/);
    expect(russia).toContain(
      "Worth in a game: the points of what then holds, and points on top, drawn anew for each game between 0 and 60.",
    );
    expect(ukraine).toMatch(/: weight \d+; prefers “/);
    expect(ukraine).toContain("Worth in a game: the points of what then holds.");
    const shown = (id: string) => parley("show", istanbul, "--party", id).stdout;
    expect(shown("ukraine")).toContain("Worth in a game: drawn anew for each game between 45 and 70.");
    expect(shown("turkiye")).toContain("Worth in a game: 30 points.");
  });

  test("lists events and levers, and for a party those it holds", () => {
    const open = parley("show", paris).stdout;
    expect(open).toContain("Either: The town is now held by Ukrainian forces.");
    expect(open).toContain("Leak the draft (once, 2 points a pull; in the hands of 36 of 37 parties)");
    const russia = parley("show", paris, "--party", "russia").stdout;
    expect(russia).toContain("Warn about foreign forces (once, 1 point a pull; in the hands of Russia)");
    expect(russia).not.toContain("Pledge forces");
  });
});
