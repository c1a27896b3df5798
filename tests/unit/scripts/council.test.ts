import { expect, test } from "vitest";
import { councilGames } from "../../../scripts/councilGames.ts";
import { parseScenario } from "../../../src/agents/parse.ts";
import { simulate } from "../../../src/runs/simulate.ts";

/** Invented: two proposals, one of the time before Nice under co-decision by majority, one of now that must be unanimous. */
const HEAD = [
  "prnr",
  "isnr",
  "proc",
  "counvte",
  "pcom",
  "pep",
  "pde",
  "pfr",
  "ppl",
  "scom",
  "sde",
  "rp",
  "out",
];
const TABLE = [
  HEAD,
  HEAD.map(() => ""),
  ["d00001", "a", "COD", "QMV", "100", "80", "0", "40", "", "60", "90", "0", "50"],
  ["d00001", "b", "COD", "QMV", "100", "", "", "0", "70", "60", "", "", "30"],
  ["d15002", "c", "CNS", "Unan", "100", "60", "0", "", "30", "", "90", "20", ""],
]
  .map((row) => row.map((cell) => `"${cell}"`).join("\t"))
  .join("\n");

const [before, now] = councilGames(TABLE);

test("options are the positions held, the tenths between them and the reference point", () => {
  const [a, b] = before!.issues;
  expect(a).toMatchObject({ held: [100, 80, 40, 0], start: 0, decided: 50 });
  expect(a!.places).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  // Poland was no member then.
  expect(b!.held).toEqual([100, 0]);
  expect(now!.issues[0]).toMatchObject({ held: [100, 60, 0, 30], start: 20, decided: undefined });
});

test("each is a scenario with the rule of its time, and its games agree", () => {
  for (const { scenario } of [before!, now!]) {
    const parsed = parseScenario(JSON.stringify(scenario));
    if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
    const [phase] = parsed.scenario.phases;
    if (phase?.protocol !== "drafting") throw new Error("A text is drafted.");
    const majority = parsed.scenario.id === "d00001";
    expect(phase.decision.mustAgree).toEqual(majority ? ["com", "ep"] : ["de", "pl"]);
    expect(phase.decision.minFor === undefined).toBe(!majority);
    const { summary } = simulate(parsed.scenario, { games: 5, seed: 1 });
    expect(summary.phases[0]!.agreement).toBe(5);
  }
});
