/** Files that leave the page by the person's own wish. They are made here in the browser; nothing is uploaded. */
import type { Transcript } from "../../protocol/transcript.ts";

export function saveText(name: string, text: string, type = "application/json"): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Long enough for a slow disk or a "where to" dialog.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** `parley-paris-2026-ukraine-seed12.json`, the run file that "Open a saved game" reads. */
export function saveRun(run: Transcript): void {
  const seat = Object.keys(run.lineUp).find((party) => run.lineUp[party] === "human") ?? "agents";
  saveText(
    `parley-${run.scenario.id}-${seat}-seed${run.seed.value}.json`,
    `${JSON.stringify(run, null, 1)}\n`,
  );
}
