/**
 * The scenarios that come with Parley, by name: whoever has only the package should not have to know where npm put them.
 * scenarios/ lies beside src in a checkout and beside lib in the package.
 */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = new URL("../../scenarios/", import.meta.url);

/** Their names, in alphabetical order. */
export function bundledNames(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json") && !file.endsWith(".schema.json"))
    .map((file) => file.slice(0, -".json".length))
    .sort();
}

/** The file of a bundled scenario; undefined for any other name, paths among them. */
export function bundledFile(name: string): string | undefined {
  return bundledNames().includes(name) ? fileURLToPath(new URL(`${name}.json`, folder)) : undefined;
}
