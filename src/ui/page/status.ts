/**
 * Short statuses for everybody, also for those who don't see the screen: one polite live region in the app's frame
 * speaks what `say` is given. Longer things belong to the record (`role=log`) of the table.
 */
import { type ReadonlySignal, signal } from "@preact/signals";

const spoken = signal("");
export const status: ReadonlySignal<string> = spoken;

/** Whole sentences; the last ones given within a frame are spoken. The same sentence twice is spoken twice. */
export function say(...sentences: readonly string[]): void {
  spoken.value = "";
  requestAnimationFrame(() => {
    spoken.value = sentences.join(" ");
  });
}
