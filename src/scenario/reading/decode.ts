/**
 * Bytes of a file → its text, in the browser and on the command line alike: UTF-8 with or without a byte order mark,
 * UTF-16 with one. Nothing is guessed and no letter is ever replaced by another: anything else is refused in one
 * sentence, which names the kind of file where its first bytes tell it.
 */
import { foreignSentence } from "./foreign.ts";

export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly code: "encoding" | "foreign"; readonly message: string };

/** First bytes in hexadecimal, and what a file is that begins with them. */
const BEGINNINGS: readonly (readonly [RegExp, string])[] = [
  [/^25504446/, "a PDF"],
  [/^89504e47/, "a picture (PNG)"],
  [/^ffd8ff/, "a picture (JPEG)"],
  [/^47494638/, "a picture (GIF)"],
  [/^52494646.{8}57454250/, "a picture (WebP)"],
  [/^424d.{8}00000000/, "a picture (BMP)"],
  [/^(?:49492a00|4d4d002a)/, "a picture (TIFF)"],
  [/^00000100/, "a picture (icon)"],
  [/^.{8}66747970(?:61766966|68656963|6d696631)/, "a picture (HEIC or AVIF)"],
  [/^(?:.{8}66747970|52494646|4f676753|494433|fffb|1a45dfa3)/, "a sound or a film"],
  [/^504b0304/, "a zip archive"],
  [/^(?:504b0506|1f8b|377abcaf|52617221|fd377a58|425a68)/, "a compressed archive"],
  [/^d0cf11e0/, "an old Office document"],
  [/^7b5c727466/, "a text document (RTF)"],
  [/^53514c697465/, "a database (SQLite)"],
  [/^50415231/, "a table (Parquet)"],
  [/^(?:7f454c46|4d5a90|0061736d|cafebabe)/, "a program"],
];
/** Office documents are zip archives; a name in them tells which. */
const ZIPPED: readonly (readonly [RegExp, string])[] = [
  [/word\/|opendocument\.text/, "a Word or Writer document"],
  [/xl\/|opendocument\.spreadsheet/, "a spreadsheet"],
  [/ppt\/|opendocument\.presentation/, "a set of slides"],
];

const NOT_TEXT: Decoded = {
  ok: false,
  code: "encoding",
  message: "The file is not UTF-8 text: open it in a text editor and save it again with the encoding UTF-8.",
};

export function decodeText(bytes: Uint8Array): Decoded {
  const what = kindOf(bytes);
  if (what !== undefined) return { ok: false, code: "foreign", message: foreignSentence(what) };
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe && !(third === 0 && fourth === 0)) return strictly("utf-16le", bytes);
  if (first === 0xfe && second === 0xff) return strictly("utf-16be", bytes);
  return strictly("utf-8", bytes);
}

function kindOf(bytes: Uint8Array): string | undefined {
  const beginning = Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const kind = BEGINNINGS.find(([pattern]) => pattern.test(beginning))?.[1];
  if (kind !== "a zip archive") return kind;
  const names = String.fromCharCode(...bytes.subarray(0, 4096));
  return ZIPPED.find(([pattern]) => pattern.test(names))?.[1] ?? kind;
}

function strictly(encoding: "utf-8" | "utf-16le" | "utf-16be", bytes: Uint8Array): Decoded {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // Only a file in another encoding, or none of text at all, has the character NUL.
    return text.includes("\0") ? NOT_TEXT : { ok: true, text };
  } catch {
    return NOT_TEXT;
  }
}
