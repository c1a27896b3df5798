/** The examples of the README, run as they are written. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

describe("examples of the README", () => {
  const readme = readFileSync(`${root}/README.md`, "utf8");
  const blocks = (language: string) =>
    [...readme.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "gs"))].map((match) => match[1]!);

  test("there are some of both kinds", () => {
    expect(blocks("ts").length).toBeGreaterThan(0);
    expect(blocks("sh").length).toBeGreaterThan(1);
  });

  test.each(blocks("ts"))("this program runs:\n%s", (code) => {
    const folder = `${root}/tests/results/readme`;
    mkdirSync(folder, { recursive: true });
    const file = `${folder}/example-${blocks("ts").indexOf(code)}.ts`;
    writeFileSync(file, code);
    const { status, stderr } = spawnSync(process.execPath, ["--conditions=parley-source", file], {
      cwd: root,
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  const commands = blocks("sh").flatMap((block) =>
    block.split("\n").filter((line) => line.startsWith("npm run --silent parley")),
  );
  test.each(commands)("this command runs: %s", (command) => {
    const args = command.split(/\s+#/)[0]!.split("-- ")[1]!.trim().split(/\s+/);
    const { status, stderr } = spawnSync(process.execPath, ["src/cli.ts", ...args], {
      cwd: root,
      encoding: "utf8",
    });
    expect(stderr).toMatch(/^(\d+ games in [\d.]+ s\.\n)?$/);
    expect(status).toBe(0);
  });
});
