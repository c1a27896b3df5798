/** A run file as the fragment of a link. Nothing leaves the browser: that part of an address reaches no server. */
import { parseTranscript, type Transcript, TranscriptError } from "../protocol/transcript.ts";
import type { Types } from "../scenario/privateTypes.ts";
import { packed, unpacked } from "./packed.ts";

/**
 * Text for a link's fragment, without the `#`. Links are short: `drawn` are the types that the run's seed gives, and where
 * the run has just these, its link only says so.
 */
export function packTranscript(transcript: Transcript, drawn?: Types): string {
  const bySeed = drawn !== undefined && JSON.stringify(transcript.types) === JSON.stringify(drawn);
  return packed(JSON.stringify(bySeed ? { ...transcript, types: "drawn" } : transcript));
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
  return parseTranscript(whole.text);
}
