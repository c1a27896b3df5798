/**
 * What the format has to know of strategies, and no more: which there are and which parameters each takes. They are
 * handed to the parser by who knows them (`agents/parse.ts`), so that a strategy is written in one place, and so that a
 * scenario may name those that somebody brings.
 */
import { findNodeAtLocation, parseTree } from "jsonc-parser";
import { z } from "zod";
import { type Add, type Names, namesOf } from "./checks/references.ts";
import { formatPath, nearestName, type Path } from "./problem.ts";
import { sentenceOf } from "./reading/sentence.ts";
import type { AgentSpec, Scenario } from "./schema.ts";

export interface StrategyFormat {
  /** One schema a parameter, by its name. What a seat leaves out is the strategy's to fill in. */
  readonly parameters: z.ZodRawShape;
  /** Reports what the parameters name that the scenario does not have; `at` is the path to the agent. */
  readonly check?: ((spec: AgentSpec, names: Names, at: Path, add: Add) => void) | undefined;
}

/** By the name that scenarios and line-ups use. */
export type StrategyFormats = Readonly<Record<string, StrategyFormat>>;

/** An agent of one of these strategies, with the parameters that it takes and no others. */
export function agentSchemaOf(strategies: StrategyFormats): z.ZodType<AgentSpec, AgentSpec> {
  const [first, ...others] = Object.entries(strategies).map(([name, { parameters }]) =>
    z.strictObject({ strategy: z.literal(name), ...parameters }),
  );
  if (first === undefined) throw new RangeError("Without a strategy no seat can have an agent.");
  return z.discriminatedUnion("strategy", [first, ...others]);
}

/** Why there can be no such agent, as a sentence; undefined when there can. For line-ups, which stand in no file. */
export function specProblem(
  strategies: StrategyFormats,
  spec: AgentSpec,
  scenario: Scenario,
): string | undefined {
  if (typeof spec?.strategy !== "string") return 'An agent is written as { "strategy": "name", … }.';
  const format = Object.hasOwn(strategies, spec.strategy) ? strategies[spec.strategy] : undefined;
  if (format === undefined) return unknownStrategy(strategies, spec.strategy);
  const [issue] = schemaOf(format).safeParse(spec).error?.issues ?? [];
  if (issue !== undefined) return parameterProblem(spec, format, issue);
  const messages: string[] = [];
  format.check?.(spec, namesOf(scenario), [], (_, path, message) =>
    messages.push(`${formatPath(path)}: ${message}`),
  );
  return messages[0];
}

const schemas = new WeakMap<StrategyFormat, z.ZodType>();

/** Worked out once, as line-ups are checked game by game. */
function schemaOf(format: StrategyFormat): z.ZodType {
  const schema = schemas.get(format) ?? z.strictObject({ strategy: z.string(), ...format.parameters });
  schemas.set(format, schema);
  return schema;
}

function unknownStrategy(strategies: StrategyFormats, name: string): string {
  const meant = nearestName(name, Object.keys(strategies));
  const fix = meant === undefined ? "" : ` Did you mean "${meant}"?`;
  return `There is no strategy "${name}", only ${Object.keys(strategies).join(", ")}.${fix}`;
}

function parameterProblem(spec: AgentSpec, { parameters }: StrategyFormat, issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") {
    const names = Object.keys(parameters);
    const takes = names.length === 0 ? "It takes none." : `It takes: ${names.join(", ")}.`;
    return `"${spec.strategy}" has no parameter "${issue.keys[0]}". ${takes}`;
  }
  const value = spec[String(issue.path[0])];
  if (typeof value === "number" && !Number.isFinite(value))
    return `${issue.path.join(".")}: ${value} can't be used here. Write a number.`;
  const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  const root = parseTree(JSON.stringify(spec))!;
  return `${formatPath(path)}: ${sentenceOf(issue, findNodeAtLocation(root, path) ?? root)[1]}`;
}
