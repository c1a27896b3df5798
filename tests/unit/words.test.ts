/** Every word that a person reads stands in a catalogue; the finder of others is shown to find them. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the inputs are source texts
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { MessageFormat } from "messageformat";
import { describe, expect, it } from "vitest";
import type { Source } from "../../src/view/words/messages.ts";
import { wordsOutside } from "../words.ts";

const TOP = join(import.meta.dirname, "../..");

function messagesOf(source: Source | string): readonly string[] {
  return typeof source === "string" ? [source] : Object.values(source).flatMap(messagesOf);
}

describe("the words of the screen", () => {
  it("stand in the catalogues and nowhere else", () => {
    const files = globSync("src/{ui,view}/**/*.{ts,tsx}", { cwd: TOP }).filter(
      (path) => !path.startsWith("src/view/words/"),
    );
    expect(files.length).toBeGreaterThan(80);
    const complaints = files.flatMap((path) => wordsOutside(path, readFileSync(join(TOP, path), "utf8")));
    expect(complaints).toEqual([]);
  });

  it("are whole messages that can be parsed", async () => {
    const files = globSync("src/view/words/en/*.ts", { cwd: TOP });
    for (const path of files) {
      const sections = Object.values(await import(join(TOP, path))) as Source[];
      for (const source of sections.flatMap(messagesOf))
        expect(() => new MessageFormat("en", source)).not.toThrow();
    }
    expect(files.length).toBeGreaterThan(5);
  });

  const found = (text: string) => wordsOutside("src/ui/table/a.tsx", text).length;

  it.each([
    ["letters in JSX", "const a = <p>Undo</p>;"],
    ["an attribute that is read out", 'const a = <button aria-label="Close" />;'],
    ["a string like a sentence", 'const a = agreed ? "It was agreed." : "";'],
    ["a template like a sentence", "const a = `It is worth ${worth} points.`;"],
    [
      "a message glued into a template",
      'import { table } from "./words.ts";\nconst a = `${table.title}: ${name}`;',
    ],
    [
      "a message glued by +",
      'import { table } from "./words.ts";\nconst words = table.you;\nconst a = words.title + name;',
    ],
  ])("are found when they are not: %s", (_what, text) => {
    expect(found(text)).toBe(1);
  });

  it.each([
    ["classes and ids", 'const a = <p class="small muted" id="bar-heading">{words.title}</p>;'],
    ["selectors", 'document.querySelector("dialog [open] p");'],
    ["what programmers are told", "throw new Error(`There is no party ${party} here.`);"],
    ["two messages side by side", "const a = <p>{words.lead} {words.rest}</p>;"],
  ])("are told apart from %s", (_what, text) => {
    expect(found(text)).toBe(0);
  });
});
