/**
 * A run file as the fragment of a link. Nothing leaves the browser: that part of an address reaches no server. A changed
 * sign would open as another game now and then, so a checksum follows the text: written in spaces, as those after the end
 * of JSON mean nothing to versions that know of none.
 */
import { parseTranscript, type Transcript, TranscriptError } from "../protocol/transcript.ts";
import { checksumOf } from "../scenario/hash.ts";
import type { Types } from "../scenario/privateTypes.ts";
import { packed, unpacked } from "./packed.ts";

/**
 * Text for a link's fragment, without the `#`. Links are short: `drawn` are the types that the run's seed gives, and where
 * the run has just these, its link only says so.
 */
export function packTranscript(transcript: Transcript, drawn?: Types): string {
  const bySeed = drawn !== undefined && JSON.stringify(transcript.types) === JSON.stringify(drawn);
  return packed(sealed(JSON.stringify(bySeed ? { ...transcript, types: "drawn" } : transcript)));
}

/** Two bits each. */
const SPACES = [" ", "\t", "\n", "\r"] as const;

function sealed(text: string): string {
  const pairs = Array.from(checksumOf(text)).flatMap((byte) => [6, 4, 2, 0].map((at) => (byte >> at) & 3));
  return text + pairs.map((pair) => SPACES[pair]).join("");
}

/** Largest run a link may unpack to, in bytes. */
const MAX_BYTES = 5_000_000;

const FAULTS = {
  damaged: "This link is damaged: part of it is missing or changed. Copy it again as a whole.",
  "too-large": `This link stands for more than ${MAX_BYTES / 1e6} MB, which is more than a game needs. Ask for the game as a file.`,
} as const;

/** Throws TranscriptError when the text is damaged or is not a run. */
export function unpackTranscript(link: string): Transcript {
  const whole = unpacked(link, MAX_BYTES);
  if (!whole.ok) throw new TranscriptError(FAULTS[whole.fault]);
  return parseTranscript(valueIn(whole.text));
}

/** Links of versions up to 0.5.1 have no checksum. Throws TranscriptError for a text that is not as it was sealed. */
function valueIn(text: string): unknown {
  const run = text.trimEnd();
  try {
    if (text === run || text === sealed(run)) return JSON.parse(run);
  } catch {
    // Of a link it says no more where in the text the damage shows.
  }
  throw new TranscriptError(FAULTS.damaged);
}
