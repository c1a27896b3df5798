/** What identifies a scenario's content in run files and results. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Scenario } from "./schema.ts";

const hashes = new WeakMap<Scenario, string>();

/** Hash of a scenario's content: the same for any layout of the same file. Lower-case hex. Worked out once. */
export function hashOf(scenario: Scenario): string {
  const known = hashes.get(scenario);
  if (known !== undefined) return known;
  const { $schema: _, ...content } = scenario;
  const hash = bytesToHex(sha256(utf8ToBytes(JSON.stringify(content))));
  hashes.set(scenario, hash);
  return hash;
}
