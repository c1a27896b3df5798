#!/usr/bin/env node
/**
 * Where the command `parley` begins. The program itself is loaded only after these lines, so that an old Node answers
 * with a sentence, and so that Node keeps what it compiles for the next call: that halves the time of a short command
 * in a checkout, where types have to be stripped first.
 */
import module from "node:module";
import { tell } from "./cli/output.ts";

const major = Number.parseInt(process.versions.node, 10);
if (major < 22) {
  tell(
    `Parley needs Node 22 or newer, and this is Node ${process.versions.node}: get a newer one from nodejs.org.`,
  );
  process.exitCode = 2;
} else {
  module.enableCompileCache?.();
  await import("./cli/program.ts");
}
