/** The worker's side of `reader.ts`: reads the files that it is sent, one after the other. */
import "./jitless.ts";
import { type Read, readFile, type Step } from "./read.ts";

/** What it says: how far it has come, what it has read, or what failed. */
export type Said = { readonly step: Step } | { readonly read: Read } | { readonly failed: string };

const say = (said: Said) => postMessage(said);

addEventListener("message", ({ data }: MessageEvent<File>) => {
  readFile(data, (step) => say({ step })).then(
    (read) => say({ read }),
    (error) => say({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
