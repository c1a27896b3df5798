/** Writes scenarios/scenario.schema.json from the one schema in code: `npm run schema`. A test keeps it fresh. */
import { writeFileSync } from "node:fs";
import { z } from "zod";
import * as roster from "../src/agents/roster.ts";
import { scenarioSchemaWith } from "../src/scenario/schema.ts";
import { agentSchemaOf } from "../src/scenario/strategies.ts";

export function schemaText(): string {
  const schema = z.toJSONSchema(scenarioSchemaWith(agentSchemaOf(roster)), { io: "input", reused: "ref" });
  return `${JSON.stringify({ title: "Parley scenario, format 1", ...schema }, null, 2)}\n`;
}

if (import.meta.main) {
  writeFileSync(new URL("../scenarios/scenario.schema.json", import.meta.url), schemaText());
}
