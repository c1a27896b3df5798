/** A run file as the fragment of a link: deflated JSON in URL-safe base64. Nothing leaves the browser. */
import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";
import { parseTranscript, type Transcript, TranscriptError } from "../protocol/transcript.ts";

/** Text for a link's fragment, without the `#`. */
export function packTranscript(transcript: Transcript): string {
  const bytes = deflateSync(strToU8(JSON.stringify(transcript)), { level: 9 });
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Largest run a link may unpack to, in bytes: a damaged or hostile link can't fill the memory. */
const MAX_BYTES = 5_000_000;

/** Throws TranscriptError when the text is damaged or is not a run. */
export function unpackTranscript(packed: string): Transcript {
  let text: string;
  try {
    const binary = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    text = strFromU8(inflateSync(bytes, { out: new Uint8Array(MAX_BYTES) }));
  } catch {
    throw new TranscriptError(
      "This link is damaged: part of it is missing or changed. Copy it again as a whole.",
    );
  }
  return parseTranscript(text);
}
