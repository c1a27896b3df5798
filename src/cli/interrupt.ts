/** What happens on Ctrl-C, or when the system asks the program to end: a sentence about what is kept, and the end. */
import { tell } from "./output.ts";

/** Exit codes as a shell gives them to a program that such a signal ends: 128 and its number. */
const CODES = { SIGINT: 130, SIGTERM: 143 } as const;
const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/**
 * Ends the program with a sentence at the first signal; a second one ends it at once, as the system would. Returns
 * what undoes it.
 */
export function onInterrupt(sentence: () => string): () => void {
  const listeners = SIGNALS.map((signal) => ({
    signal,
    listener: () => {
      undo();
      tell(sentence());
      process.exit(CODES[signal]);
    },
  }));
  const undo = () => {
    for (const { signal, listener } of listeners) process.off(signal, listener);
  };
  for (const { signal, listener } of listeners) process.on(signal, listener);
  return undo;
}
