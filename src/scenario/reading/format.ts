/** The schema with the strategies that seats may name, and what it allows where; worked out once for the same ones. */

import { scenarioSchemaWith } from "../schema.ts";
import { agentSchemaOf, type StrategyFormats } from "../strategies.ts";
import { type Allowed, allowedBy } from "./allowed.ts";

interface Format {
  readonly schema: ReturnType<typeof scenarioSchemaWith>;
  readonly allowed: Allowed;
}

const formats = new WeakMap<StrategyFormats, Format>();

export function formatWith(strategies: StrategyFormats): Format {
  const known = formats.get(strategies);
  if (known !== undefined) return known;
  const schema = scenarioSchemaWith(agentSchemaOf(strategies));
  const format = { schema, allowed: allowedBy(schema) };
  formats.set(strategies, format);
  return format;
}
