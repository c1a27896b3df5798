/**
 * All that the command line says: results to standard output, everything about the way there to standard error. A
 * scenario's text may hold anything, a terminal obeys what it reads: control codes are shown, never sent. A reader that
 * leaves (`| head`) ends the program quietly, a full disk with a sentence.
 */

/** C0 and C1 controls but tab and line feed, and what turns the direction of the text after it. */
const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Controls as `\u001b`: visible as text, and in JSON the same value. */
export function plain(text: string): string {
  return text.replace(CONTROLS, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** A result, with a line feed at its end. */
export function print(text: string): void {
  process.stdout.write(`${plain(text)}\n`);
}

/** Something about the way to a result. */
export function tell(text: string): void {
  process.stderr.write(`${plain(text)}\n`);
}

/** Where help and complaints about a call go. */
export const said = {
  writeOut: (text: string) => process.stdout.write(plain(text)),
  writeErr: (text: string) => process.stderr.write(plain(text)),
};

/** Text gathered before it is written: large enough to be fast, far below the longest string. */
const PIECE = 65_536;

/** A result too long for one string, in pieces, at the reader's pace. */
export async function printInPieces(
  pieces: Iterable<string>,
  stream: NodeJS.WriteStream = process.stdout,
): Promise<void> {
  let gathered = "";
  for (const piece of pieces) {
    gathered += piece;
    if (gathered.length < PIECE) continue;
    await written(stream, plain(gathered));
    gathered = "";
  }
  await written(stream, `${plain(gathered)}\n`);
}

/** Resolves when the stream has taken the text or never will: `endWithStreams` answers that. */
export function written(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.write(text, () => resolve());
  });
}

/** Ends the program when what it says can't be said any more. */
export function endWithStreams(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") {
      tell(`Standard output can't be written: ${reasonOf(error)}.`);
      process.exitCode = 1;
    }
    setImmediate(() => process.exit());
  });
  process.stderr.on("error", () => {});
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  ENOTDIR: "a part of its path is no folder",
  EISDIR: "it is a folder",
  EEXIST: "it is there already",
  EACCES: "it may not be opened by you",
  EPERM: "it may not be changed by you",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "your share of the disk is used up",
  EFBIG: "the disk takes no file that large",
  ENAMETOOLONG: "its name is too long",
  ELOOP: "its links run in a circle",
  EMFILE: "too many files are open",
  EPIPE: "its reader has left",
  EIO: "the disk does not answer",
};

/** Why the system refused, as the end of a sentence. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ""] ?? message ?? String(error);
}
