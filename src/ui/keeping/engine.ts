/**
 * Everything that needs the rulebook, behind one `import()`: the start page is read and pressed without it, and it is
 * fetched while the visitor reads.
 */

export { createPlay } from "../desk/play.ts";
export { openBundled, openFiles, openKept, openLink, refusalOf } from "./open.ts";
export { readFile } from "./read.ts";
