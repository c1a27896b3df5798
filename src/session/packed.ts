/**
 * Text as a short word of URL-safe signs: deflated, then base64. It is unpacked piece by piece, because a few kilobytes
 * can stand for gigabytes: past its bound nothing more is unpacked.
 */
import { deflateSync, Inflate, strFromU8, strToU8 } from "fflate";

export function packed(text: string): string {
  const bytes = deflateSync(strToU8(text), { level: 9 });
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Bytes given to the unpacker at a time; each can become a thousand. */
const PIECE = 1024;

export type Unpacked =
  | { readonly ok: true; readonly text: string }
  /** It is not what `packed` makes, or stands for more bytes than the bound. */
  | { readonly ok: false; readonly fault: "damaged" | "too-large" };

export function unpacked(word: string, bound: number): Unpacked {
  try {
    const bytes = bytesOf(word);
    const pieces: Uint8Array[] = [];
    let length = 0;
    const inflate = new Inflate((piece) => {
      pieces.push(piece);
      length += piece.length;
    });
    for (let at = 0; at < bytes.length; at += PIECE) {
      inflate.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
      if (length > bound) return { ok: false, fault: "too-large" };
    }
    if (bytes.length > 0) return { ok: true, text: strFromU8(joined(pieces, length)) };
  } catch {
    // Whatever the decoders have against it, it is damaged.
  }
  return { ok: false, fault: "damaged" };
}

function bytesOf(word: string): Uint8Array {
  const binary = atob(word.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
