/**
 * A module of strategies that somebody wrote: what it exports, under the names that a line-up uses. An export is a
 * strategy with parameters (`strategy` makes one) or just what makes an agent; `myAgent` is written `my-agent`.
 */
import { ID } from "../scenario/schema.ts";
import type { Strategies, Strategy } from "./agent.ts";
import * as roster from "./roster.ts";

/** Throws RangeError with a sentence when there is nothing to use, or a name is taken. */
export function strategiesIn(exported: Readonly<Record<string, unknown>>): Strategies {
  const strategies: Record<string, Strategy> = {};
  for (const [written, value] of Object.entries(exported)) {
    const strategy = strategyFrom(value);
    if (written === "default" || strategy === undefined) continue;
    const name = kebab(written);
    if (!ID.test(name))
      throw new RangeError(`"${written}" can't be the name of a strategy. Rename the export.`);
    if (Object.hasOwn(roster, name) || Object.hasOwn(strategies, name))
      throw new RangeError(`There is a strategy "${name}" already. Rename the export "${written}".`);
    strategies[name] = strategy;
  }
  if (Object.keys(strategies).length === 0)
    throw new RangeError(
      "It exports no strategy by name. Write: export const myAgent = () => ({ speak, bargain, vote }).",
    );
  return strategies;
}

function strategyFrom(value: unknown): Strategy | undefined {
  if (isMaker(value)) return { parameters: {}, makes: () => value };
  return isStrategy(value) ? value : undefined;
}

/** A function that takes a scenario, or nothing; what it really makes shows when it is asked. */
const isMaker = (value: unknown): value is ReturnType<Strategy["makes"]> => typeof value === "function";

const isStrategy = (value: unknown): value is Strategy =>
  typeof value === "object" &&
  value !== null &&
  "makes" in value &&
  typeof value.makes === "function" &&
  "parameters" in value &&
  typeof value.parameters === "object";

function kebab(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replaceAll(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .toLowerCase();
}
