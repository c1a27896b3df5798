/**
 * Agents that somebody brings to the command line: the same rows whatever the number of threads, and whatever one of them
 * does costs its own game and no other.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { formatRow } from "../../src/cli/row.ts";
import { simulate } from "../../src/runs/simulate.ts";
import { picky } from "../examples/agents.ts";
import { firstMinute } from "../fixtures/scenarios.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "parley-agents-"));
afterAll(() => rmSync(folder, { recursive: true }));

const FAULTY = "tests/fixtures/agents/faulty.ts";
const EXAMPLE = "tests/examples/agents.ts";

function parley(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["src/cli.ts", ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { status, stdout, stderr };
}

let files = 0;

/** A run of the small scenario: its rows as written, as values, and what was said. */
function run(agents: string, lineUp: string, ...more: string[]) {
  const out = join(folder, `${files++}.ndjson`);
  const { status, stdout, stderr } = parley(
    ...["simulate", "scenarios/first-minute.json", "--agents", agents, "--line-up", lineUp],
    ...["--games", "24", "--json", "--out", out, ...more],
  );
  const written = readFileSync(out, "utf8");
  const rows = written
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  return { status, stderr, summary: JSON.parse(stdout), written, rows, out };
}

test("the rows are the same with 0 and with 2 workers, and those of the library", () => {
  const alone = run(EXAMPLE, "ukraine=picky:more=100");
  expect(alone.status).toBe(0);
  expect(alone.summary).toMatchObject({ games: 24, errors: 0 });
  expect(run(EXAMPLE, "ukraine=picky:more=100", "--workers", "2").written).toBe(alone.written);
  const own = (more: number) =>
    simulate(firstMinute(), {
      games: 24,
      seed: 1,
      futures: 200,
      strategies: { picky },
      lineUp: { ukraine: { strategy: "picky", more } },
    });
  expect(own(100).rows.map(formatRow).join("")).toBe(alone.written);
  expect(own(0).rows).not.toEqual(own(100).rows);
});

test("a run is checked with the module that it was made with", () => {
  const runs = join(folder, "runs");
  const made = ["--agents", EXAMPLE, "--line-up", "ukraine=picky:more=100", "-n", "1", "-t", runs];
  expect(parley("simulate", "first-minute", ...made).status).toBe(0);
  const [name] = readdirSync(runs);
  const file = join(runs, name!);
  const check = (...more: string[]) => parley("replay", file, ...more);
  expect(check("--check").stdout).toMatch(/whose agents did not come with Parley: ukraine\.\n$/);
  expect(check("--check", "--agents", EXAMPLE).stdout).toMatch(
    /agents and chance make the same \d+ moves\.\n$/,
  );
  writeFileSync(file, readFileSync(file, "utf8").replace(/"more": ?100/, '"more": 0'));
  const { status, stderr } = check("--check", "--agents", EXAMPLE);
  expect(status).toBe(1);
  expect(stderr).toMatch(/ukraine/i);
  writeFileSync(file, readFileSync(file, "utf8").replace(/"more": ?0/, '"more": "much"'));
  expect(check("--check", "--agents", EXAMPLE).stderr).toMatch(
    /The line-up of this run can't be used: The agent of ukraine can't be made\. more: "much" stands where/,
  );
  expect(check("--check", "--agents", "absent.ts").stderr).toMatch(/there is no such file\.\n$/);
});

test("a run of a scenario that names strategies of a module is replayed with it", () => {
  const scenario = JSON.parse(readFileSync(join(root, "scenarios/first-minute.json"), "utf8"));
  scenario.id = "named";
  scenario.parties[0].agent = { strategy: "looper" };
  const file = join(folder, "named.json");
  const runs = join(folder, "named-runs");
  writeFileSync(file, JSON.stringify(scenario));
  const own = ["--agents", FAULTY];
  const run = [...own, "--act-limit", "1", "-n", "6", "-t", runs];
  expect(parley("simulate", file, ...run).status).toBe(1);
  const one = join(runs, readdirSync(runs)[0]!);
  expect(parley("replay", one, "--scenario", file).stderr).toMatch(/"looper" can.t be used here/);
  expect(parley("replay", one, "--scenario", file, ...own, "--check").status).toBe(0);
});

describe("an agent that goes wrong in some games", () => {
  const usual = run(FAULTY, "ukraine=fine");
  const WRONG: [string, RegExp][] = [
    ["junk", /and answered \{"choice":"perhaps","type":"sing"\}\. A party can lever, .* not "sing"\./],
    ["nothing", /and answered undefined\. undefined is no move\./],
    ["thrower", /and gave no answer\. It threw Error: no idea\./],
    ["looper", /and gave no answer\. It took more than 1 s\./],
    ["leaver", /and gave no answer\. It ended its thread\./],
    // Fills two gigabytes, which not every machine has to give, and none at once.
    ...(process.env.LONG
      ? [["hoarder", /and gave no answer\. It ended its thread: .*memory/] as [string, RegExp]]
      : []),
  ];

  test.each(WRONG)("(%s) is named, and all other games are what they would have been", (name, told) => {
    const limit = name === "hoarder" ? "60" : "1";
    const { status, stderr, summary, rows } = run(FAULTY, `ukraine=${name}`, "--act-limit", limit);
    const wrong = rows.filter((row) => row.error !== undefined);
    expect(wrong.length).toBeGreaterThan(0);
    expect(rows).toHaveLength(24);
    for (const row of rows) {
      if (row.error === undefined) expect(row).toEqual(usual.rows[row.game]);
      else {
        expect(row).toEqual({ game: row.game, seed: usual.rows[row.game].seed, error: expect.anything() });
        expect(row.error).toMatchObject({ seat: "ukraine", agent: name, asked: "speak", phase: "paris" });
      }
    }
    expect(summary).toMatchObject({ games: 24 - wrong.length, errors: wrong.length });
    expect(stderr).toMatch(told);
    expect(stderr).toContain(`of game ${wrong[0].game}, seed ${wrong[0].seed}`);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(1);
  });

  test("gives the same rows with 2 workers, and when it is resumed", () => {
    const { written, out } = run(FAULTY, "ukraine=leaver", "--workers", "2");
    const half = written.slice(0, written.indexOf("\n", written.length / 2) + 1);
    writeFileSync(out, half);
    const { status } = parley(
      ...["simulate", "scenarios/first-minute.json", "--agents", FAULTY, "--line-up", "ukraine=leaver"],
      ...["--games", "24", "--out", out, "--resume"],
    );
    expect(status).toBe(1);
    expect(readFileSync(out, "utf8")).toBe(written);
    expect(run(FAULTY, "ukraine=leaver").written).toBe(written);
  });

  test("may print what it likes: results stay clean, and a terminal is sent no control codes", () => {
    const { status, stderr, rows } = run(FAULTY, "ukraine=chatty");
    expect(status).toBe(0);
    expect(rows).toEqual(usual.rows);
    expect(stderr).toContain("\\u001b[31mI talk.");
  });
});

describe("what can't be used is said in a sentence", () => {
  const refused = (module: string, text: string, ...more: string[]) => {
    const file = join(folder, module);
    writeFileSync(file, text);
    const { status, stderr } = parley("simulate", "scenarios/first-minute.json", "--agents", file, ...more);
    expect(status).toBe(2);
    expect(stderr).not.toMatch(/\n\s+at /);
    return stderr;
  };
  const good = "export const mine = () => ({});";

  test("a file that is not there, or no module, or without a strategy, or with one that is there already", () => {
    expect(parley("simulate", "first-minute", "--agents", "absent.ts").stderr).toMatch(
      /there is no such file\.\n$/,
    );
    expect(refused("broken.ts", "export const = 3;")).toMatch(/^--agents: .*broken\.ts: .+/);
    expect(refused("empty.ts", "export const n = 3;")).toMatch(/It exports no strategy by name\./);
    expect(refused("again.ts", "export const hardliner = () => ({});")).toMatch(
      /There is a strategy "hardliner" already/,
    );
    expect(refused("never.ts", "throw new Error('not today');")).toMatch(/not today/);
  });

  test("a line-up that names none of its strategies, or gives one what it does not take", () => {
    expect(refused("a.ts", good, "--line-up", "poland=yours")).toMatch(
      /There is no strategy "yours", only .*mine/,
    );
    expect(refused("b.ts", good, "--line-up", "poland=mine:n=3")).toMatch(
      /"mine" has no parameter "n"\. It takes none\./,
    );
  });

  test("a limit that is no time", () => {
    for (const limit of ["0", "-1", "soon"])
      expect(refused("c.ts", good, "--act-limit", limit)).toMatch(/It takes seconds/);
  });
});

test("a strategy of several words is named as a line-up writes it", () => {
  const file = join(folder, "words.ts");
  writeFileSync(file, 'export const sayNothingAtAll = () => ({ speak: () => "nothing" });');
  const { stderr } = parley(
    "simulate",
    "first-minute",
    "-n",
    "1",
    "--agents",
    file,
    "-l",
    "ukraine=say-nothing-at-all",
  );
  expect(stderr).toContain("The agent say-nothing-at-all of ukraine was asked to speak");
});
