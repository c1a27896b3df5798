/**
 * Why a file or link was not opened: its name, and a list of places with what is wrong and how to mend it. Long lists
 * show their first twenty; the whole list can be copied in the form that editors make clickable.
 */
import { useRef } from "preact/hooks";
import type { Refusal } from "../keeping/open.ts";
import { useFocusOn } from "../page/focus.ts";
import { saveRun } from "../page/save.ts";
import { say } from "../page/status.ts";
import { FindingList } from "./findings.tsx";
import { openInstead } from "./visit.ts";

const SHOWN = 20;

const words = {
  titles: {
    scenario: (file: string) => `“${file}” is not a scenario Parley can play yet`,
    run: (file: string) => `“${file}” could not be opened`,
    link: () => "This link could not be opened",
  },
  count: (count: number) => (count === 1 ? "One thing to mend:" : `${count} things to mend:`),
  more: (count: number) =>
    count === 1
      ? "One more is not shown."
      : `${count} more are not shown; mending these first may mend some of them.`,
  copy: "Copy the whole list",
  copied: "The list is copied.",
  notCopied: "This browser does not allow copying.",
  close: "Close this list",
  save: "Save this game to a file",
  instead: "Open it with the scenario that it carries",
  untouched: "Nothing else was changed.",
} as const;

export function RefusalPanel({ refusal, close }: { readonly refusal: Refusal; close(): void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever opened the file hears and sees first that it did not work. `refusal` is a new object each time.
  useFocusOn(heading, refusal);
  const { findings, file, kind, report, run, instead } = refusal;
  const hidden = findings.length - SHOWN;
  const copy = () =>
    navigator.clipboard.writeText(report).then(
      () => say(words.copied),
      () => say(words.notCopied),
    );
  return (
    <section class="refusal" aria-labelledby="refusal-title">
      <h3 id="refusal-title" ref={heading} tabIndex={-1}>
        {words.titles[kind](file)}
      </h3>
      {findings.some((finding) => finding.place) && (
        <p class="refusal-count">{words.count(findings.length)}</p>
      )}
      <FindingList findings={findings.slice(0, SHOWN)} />
      {hidden > 0 && <p class="muted">{words.more(hidden)}</p>}
      <p class="muted">{words.untouched}</p>
      <div class="actions">
        {instead !== undefined && (
          <button type="button" class="primary" onClick={() => openInstead(instead)}>
            {words.instead}
          </button>
        )}
        {run !== undefined && (
          <button type="button" onClick={() => saveRun(run)}>
            {words.save}
          </button>
        )}
        {findings.length > 1 && (
          <button type="button" onClick={copy}>
            {words.copy}
          </button>
        )}
        <button type="button" onClick={close}>
          {words.close}
        </button>
      </div>
    </section>
  );
}
