/**
 * Short statuses for everybody, also for those who don't see the screen: one polite live region in the app's frame
 * speaks what `say` is given. Longer things belong to the record (`role=log`) of the table.
 */
import { type ReadonlySignal, signal } from "@preact/signals";

const spoken = signal("");
export const status: ReadonlySignal<string> = spoken;

/** One whole sentence; the last one given within a frame is spoken. The same sentence twice is spoken twice. */
export function say(sentence: string): void {
  spoken.value = "";
  requestAnimationFrame(() => {
    spoken.value = sentence;
  });
}
