/** What identifies a scenario in run files and results: a hash of what is played of it; and a checksum for links. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { playedOf } from "./played.ts";
import type { Scenario } from "./schema.ts";

/** Hash of what is played: the same whatever the layout and the prose of the file. Lower-case hex. Worked out once. */
export const hashOf = remembered((scenario) => hashed(playedOf(scenario)));

/** The hash that versions up to 0.2.0 wrote into run files: of the whole content, prose and all. */
export const formerHashOf = remembered(({ $schema: _, ...content }) => hashed(content));

/** The first four bytes of the hash of a text: enough to tell that it was changed by accident. */
export function checksumOf(text: string): Uint8Array {
  return sha256(utf8ToBytes(text)).subarray(0, 4);
}

function hashed(content: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(content))));
}

function remembered(hash: (scenario: Scenario) => string): (scenario: Scenario) => string {
  const hashes = new WeakMap<Scenario, string>();
  return (scenario) => {
    const known = hashes.get(scenario) ?? hash(scenario);
    hashes.set(scenario, known);
    return known;
  };
}
