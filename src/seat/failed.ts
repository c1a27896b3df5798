/** The texts that failed amendments would have made, as everybody has seen: hardly worth proposing again. */
import type { Outcome } from "../scenario/outcome.ts";
import { type Support, sameText } from "./support.ts";

/** An amendment that would have made this text has failed. */
export function hasFailed({ failed }: Support, text: Outcome): boolean {
  if (failed.size === 0) return false;
  const alike = failed.get(digestOf(text));
  return alike?.some((other) => sameText(other, text)) ?? false;
}

export function rememberFailed({ failed }: Support, text: Outcome): void {
  const digest = digestOf(text);
  failed.set(digest, [...(failed.get(digest) ?? []), text.slice()]);
}

/** Different texts rarely have the same. Made for every text that a search considers, so it allocates nothing. */
function digestOf(text: Outcome): number {
  let digest = 0;
  for (let issue = 0; issue < text.length; issue++) digest = (31 * digest + text[issue]!) | 0;
  return digest;
}
