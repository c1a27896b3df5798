/** `--agents MODULE`: the file of strategies that somebody brings, and what a scenario and a line-up mean with it. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { InvalidArgumentError } from "commander";
import type { LineUp } from "../protocol/transcript.ts";
import type { OwnAgents } from "../runs/agentThread.ts";
import { checkWithAgents, readWithAgents } from "../runs/agentThreads.ts";
import { formatProblem } from "../scenario/problem.ts";
import type { Scenario } from "../scenario/schema.ts";
import type { Checked } from "../session/check.ts";
import type { Replay } from "../session/replay.ts";
import { InputError, readBytes } from "./files.ts";
import { tell } from "./output.ts";

/** Seconds that one answer of an agent may take. */
export const ACT_LIMIT = 30;
const MOST_SECONDS = 86_400;

/** Parser of `--act-limit`. */
export function seconds(written: string): number {
  const number = /^\d+(\.\d+)?$/.test(written) ? Number(written) : Number.NaN;
  if (number >= 0.1 && number <= MOST_SECONDS) return number;
  throw new InvalidArgumentError(`It takes seconds from 0.1 to ${MOST_SECONDS}.`);
}

/** Throws InputError when there is no such file. */
export function ownAgents(file: string, limit: number): OwnAgents {
  if (!existsSync(file) || statSync(file).isDirectory())
    throw new InputError(`--agents: ${file}: there is no such file.`, 2);
  return { module: pathToFileURL(resolve(file)).href, limit, say: (text) => tell(text.trimEnd()) };
}

/** What tells two modules apart that lie in the same place. */
export function contentOf(own: OwnAgents): string {
  return createHash("sha256")
    .update(readFileSync(new URL(own.module)))
    .digest("hex");
}

/** Throws InputError when the module, the scenario or the line-up can't be used. */
export async function readWithOwn(
  own: OwnAgents,
  agents: string,
  file: string,
  written: string,
): Promise<{ readonly scenario: Scenario; readonly lineUp: LineUp }> {
  const source = readBytes(file);
  let read: Awaited<ReturnType<typeof readWithAgents>>;
  try {
    read = await readWithAgents(own, source, written);
  } catch (error) {
    throw new InputError(`--agents: ${agents}: ${(error as Error).message}`, 2);
  }
  const { parsed, lineUp } = read;
  if (parsed.ok) return { scenario: parsed.scenario, lineUp };
  throw new InputError(parsed.problems.map((problem) => formatProblem(problem, file)).join("\n"));
}

/** Throws InputError when the module can't be used. */
export async function checkWithOwn(own: OwnAgents, agents: string, replayed: Replay): Promise<Checked> {
  try {
    return await checkWithAgents(own, replayed);
  } catch (error) {
    throw new InputError(`--agents: ${agents}: ${(error as Error).message}`);
  }
}
