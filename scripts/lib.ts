/**
 * Builds what the package runs: src without its types, and its types beside it, in lib/. Only what the library and the
 * command reach is built (see tsconfig.build.json); the page is built by Vite. Node strips types in a checkout, but
 * refuses to under node_modules, so a package has to bring JavaScript. The folder is emptied first: a file that
 * was renamed would be packed for ever.
 */
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const top = dirname(dirname(fileURLToPath(import.meta.url)));
const tsc = fileURLToPath(new URL("bin/tsc", import.meta.resolve("typescript/package.json")));

rmSync(join(top, "lib"), { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [tsc, "-p", join(top, "tsconfig.build.json")], {
  stdio: "inherit",
});
process.exitCode = status ?? 1;
