/** Lines of a file that may be larger than a string can be: read in pieces, from the front. */
import { readSync } from "node:fs";

const PIECE = 1 << 20;
const LINE_FEED = 10;
/** Bytes of the longest line that is read: more than a row can have. */
const LONGEST = 1 << 24;

export interface Line {
  readonly text: string;
  /** The byte after its line feed. */
  readonly end: number;
}

/** Lines that end with a line feed, in order. Throws RangeError for a line beyond every row. */
export function* linesOf(file: number): Generator<Line> {
  let begun = Buffer.alloc(0);
  let end = 0;
  for (const piece of piecesOf(file)) {
    let from = 0;
    for (let at = piece.indexOf(LINE_FEED); at >= 0; at = piece.indexOf(LINE_FEED, from)) {
      const line = Buffer.concat([begun, piece.subarray(from, at)]);
      end += line.length + 1;
      yield { text: line.toString("utf8"), end };
      begun = Buffer.alloc(0);
      from = at + 1;
    }
    begun = Buffer.concat([begun, piece.subarray(from)]);
    if (begun.length > LONGEST) throw new RangeError(`it has a line of more than ${LONGEST} bytes`);
  }
}

/** How many lines end with a line feed, and the byte after the last of them. */
export function wholeLines(file: number): { readonly count: number; readonly end: number } {
  let count = 0;
  let end = 0;
  let read = 0;
  for (const piece of piecesOf(file)) {
    for (let at = piece.indexOf(LINE_FEED); at >= 0; at = piece.indexOf(LINE_FEED, at + 1)) {
      count++;
      end = read + at + 1;
    }
    read += piece.length;
  }
  return { count, end };
}

function* piecesOf(file: number): Generator<Buffer> {
  let position = 0;
  for (;;) {
    const piece = Buffer.alloc(PIECE);
    const length = readSync(file, piece, 0, PIECE, position);
    if (length === 0) return;
    position += length;
    yield piece.subarray(0, length);
  }
}
