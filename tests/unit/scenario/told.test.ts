/**
 * What is said of files that can't be used, to read: every broken file, and drawn mutants of the sound one. A change of words
 * or places shows here as a diff. `npx vitest run -u tests/unit/scenario/told.test.ts` writes it anew.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { auditScenario } from "../../../src/runs/audit.ts";
import { formatProblem } from "../../../src/scenario/problem.ts";
import { mutantOf } from "../../fixtures/mutants.ts";

const FIXTURES = join(import.meta.dirname, "../../fixtures");
const MUTANTS = 250;

function told(name: string, text: string): string[] {
  const audited = auditScenario(text);
  const found = audited.ok ? audited.warnings : audited.problems;
  return [
    `${name}: ${audited.ok ? "can be played" : "can't be used"}`,
    ...found.slice(0, 12).map((one) => formatProblem(one, "")),
  ];
}

it("files are told what was read last time", async () => {
  const folder = join(FIXTURES, "broken");
  const sound = readFileSync(join(folder, "valid.json"), "utf8");
  const files = readdirSync(folder).sort();
  const lines = [
    ...files.flatMap((file) => told(file, readFileSync(join(folder, file), "utf8"))),
    ...Array.from({ length: MUTANTS }, (_, seed) => mutantOf(sound, seed)).flatMap(({ text, change }, seed) =>
      told(`mutant ${seed} (${change.slice(0, 200)})`, text),
    ),
  ].map((line) => JSON.stringify(line.slice(0, 400)).slice(1, -1));
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(join(FIXTURES, "golden/problems.txt"));
});
