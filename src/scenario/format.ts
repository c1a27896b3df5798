/** The schema with the strategies that seats may name, and all names that stand in it; worked out once for the same ones. */
import { scenarioSchemaWith } from "./schema.ts";
import { agentSchemaOf, type StrategyFormats } from "./strategies.ts";

interface Format {
  readonly schema: ReturnType<typeof scenarioSchemaWith>;
  /** Every property name, for "did you mean". */
  readonly keys: ReadonlySet<string>;
}

const formats = new WeakMap<StrategyFormats, Format>();

export function formatWith(strategies: StrategyFormats): Format {
  const known = formats.get(strategies);
  if (known !== undefined) return known;
  const schema = scenarioSchemaWith(agentSchemaOf(strategies));
  const format = { schema, keys: new Set(keysOf(schema)) };
  formats.set(strategies, format);
  return format;
}

/** Every property name of the format, for "did you mean". */
function keysOf(schema: unknown, seen = new Set<unknown>()): string[] {
  if (typeof schema !== "object" || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  const definition = (schema as { def?: Record<string, unknown> }).def;
  if (definition === undefined) return [];
  const shape = (definition.shape ?? {}) as Record<string, unknown>;
  const options = (definition.options ?? []) as unknown[];
  const inner = [definition.element, definition.innerType, definition.valueType, ...options];
  return [...Object.keys(shape), ...[...Object.values(shape), ...inner].flatMap((s) => keysOf(s, seen))];
}
