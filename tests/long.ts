/**
 * Some checks are worth more the more of them there are: random games, mutants, kills at random moments. `npm test`
 * makes a seeded sample of each; `npm run long` sets LONG=1 and makes all of them. A test asks here how many that is,
 * so that the two runs differ in number and in nothing else, and tells what it counted with `reported`.
 */
import { appendFileSync } from "node:fs";

/** Whether the long checks are made in full. */
export const LONG = process.env.LONG === "1";

/** Mutation testing runs the tests hundreds of times, and asks whether they notice anything at all. */
const FEW = process.env.FEW === "1";

/** The size of a check: `short` in `npm test`, `long` in `npm run long`. A size may be a list of cases too. */
export function sample<T>(short: T, long: T): T {
  if (FEW && typeof short === "number") return Math.max(2, Math.ceil(short / 10)) as T;
  return LONG ? long : short;
}

/** One line of figures. tests/run.ts names a file for them and shows them together before its verdict. */
export function reported(line: string): void {
  const file = process.env.FIGURES;
  if (file === undefined) console.info(line);
  else appendFileSync(file, `${line}\n`);
}
