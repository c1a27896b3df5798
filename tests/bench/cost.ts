/**
 * What it costs to open a file and to play it once, for files that cost as much as they can: `node tests/bench/cost.ts`
 * measures every kind of `tests/fixtures/hostile.ts`, with words only those whose name has them, with paths those files.
 * Each is measured in a process of its own with 300 MB to live on, and given up after 20 seconds. Columns: CPU seconds for
 * reading, compiling, the range of every party, one game of agents, the first screen of the first seat; megabytes at most.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const LIMIT = 20_000;
const STEPS = ["parse", "table", "ranges", "game", "view"] as const;

type Measured = Partial<Record<(typeof STEPS)[number], number>> & { verdict: string; kB: number; MB: number };

const [first, ...rest] = process.argv.slice(2);
if (first === "--one") process.stdout.write(JSON.stringify(await measure(rest[0]!)));
else report(first === undefined ? [] : [first, ...rest]);

async function textOf(name: string): Promise<string> {
  if (existsSync(name)) return readFileSync(name, "utf8");
  const { hostile } = await import("../fixtures/hostile.ts");
  return hostile[name]!();
}

async function measure(name: string): Promise<Measured> {
  const text = await textOf(name);
  const { parseScenario } = await import("../../src/agents/parse.ts");
  const { tableOf } = await import("../../src/seat/compiled.ts");
  const { bestOutcome, worstUtility } = await import("../../src/scenario/best/best.ts");
  const { simulate } = await import("../../src/runs/simulate.ts");
  const { beginning, follow } = await import("../../src/seat/standpoint.ts");
  const { createSession } = await import("../../src/session/session.ts");
  const { heardBy } = await import("../../src/session/snapshot.ts");
  const { partiesSeated } = await import("../../src/scenario/parties.ts");
  const { situationOf, viewOf } = await import("../../src/view/view.ts");
  const seconds: Partial<Record<(typeof STEPS)[number], number>> = {};
  const timed = <T>(step: (typeof STEPS)[number], work: () => T): T => {
    process.stderr.write(`${step}\n`);
    const started = process.cpuUsage();
    const result = work();
    const { user, system } = process.cpuUsage(started);
    seconds[step] = (user + system) / 1e6;
    return result;
  };
  const done = (verdict: string): Measured => ({
    verdict,
    kB: text.length / 1000,
    MB: process.resourceUsage().maxRSS / 1024,
    ...seconds,
  });
  const parsed = timed("parse", () => parseScenario(text));
  if (!parsed.ok) return done(`refused (${parsed.problems.length}): ${parsed.problems[0]?.message ?? ""}`);
  const { scenario } = parsed;
  const table = timed("table", () => tableOf(scenario));
  timed("ranges", () => {
    for (const preference of table.positions.preferences) {
      bestOutcome(preference);
      worstUtility(preference);
    }
  });
  const { rows } = timed("game", () => simulate(scenario, { games: 1, seed: 1 }));
  const seat = partiesSeated(scenario)[0];
  if (seat === undefined) return done("played, no seat");
  timed("view", () => {
    const session = createSession({ scenario, seed: 1, lineUp: { [scenario.parties[seat]!.id]: "human" } });
    session.run();
    const standpoint = follow(beginning(session.table.seats[seat]!), heardBy(session.snapshot(), seat));
    viewOf(situationOf(standpoint), []);
  });
  return done(`played: ${rows[0]!.phases.map(({ end, round }) => `${end} ${round}`).join(", ")}`);
}

function report(asked: readonly string[]): void {
  void namesOf(asked).then((names) => {
    console.log(["kB", ...STEPS, "MB", "file"].map((title) => title.padStart(8)).join(""));
    for (const name of names) console.log(rowOf(name));
  });
}

async function namesOf(asked: readonly string[]): Promise<readonly string[]> {
  if (asked.length > 0 && asked.every((path) => existsSync(path))) return asked;
  const { hostile } = await import("../fixtures/hostile.ts");
  return Object.keys(hostile).filter(
    (name) => asked.length === 0 || asked.some((word) => name.includes(word)),
  );
}

function rowOf(name: string): string {
  const options = ["--max-old-space-size=300", fileURLToPath(import.meta.url), "--one", name];
  const { stdout, stderr, signal, status } = spawnSync(process.execPath, options, {
    encoding: "utf8",
    timeout: LIMIT,
  });
  const reached = stderr.split("\n").findLast((line) => STEPS.some((step) => step === line)) ?? "start";
  if (stdout === "") {
    const why =
      signal === "SIGTERM"
        ? "given up"
        : (stderr.match(/^\w*Error: .*|^.*heap out of memory.*/m)?.[0] ?? status);
    return `${" ".repeat(56)}${name}: FAILED in ${reached}: ${why}`;
  }
  const measured = JSON.parse(stdout) as Measured;
  const figures = [
    measured.kB.toFixed(0),
    ...STEPS.map((step) => measured[step]?.toFixed(2) ?? "-"),
    measured.MB.toFixed(0),
  ];
  return `${figures.map((figure) => figure.padStart(8)).join("")} ${name}: ${measured.verdict.slice(0, 160)}`;
}
