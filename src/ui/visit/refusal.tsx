/**
 * Why a file or link was not opened: its name, and a list of places with what is wrong and how to mend it. Long lists
 * show their first twenty; the whole list can be copied in the form that editors make clickable.
 */
import { useRef, useState } from "preact/hooks";
import type { Refusal } from "../keeping/open.ts";
import { CopyField, copyText } from "../page/copy.tsx";
import { useFocusOn } from "../page/focus.ts";
import { saveRun } from "../page/save.ts";
import { say } from "../page/status.ts";
import { FindingList } from "./findings.tsx";
import { openInstead } from "./visit.ts";
import { visit } from "./words.ts";

const SHOWN = 20;

const words = visit.refusal;

export function RefusalPanel({ refusal, close }: { readonly refusal: Refusal; close(): void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  /** The list to copy by hand. */
  const [byHand, setByHand] = useState<string>();
  // Whoever opened the file hears and sees first that it did not work. `refusal` is a new object each time.
  useFocusOn(heading, refusal);
  const { findings, of, report, run, instead } = refusal;
  const hidden = findings.length - SHOWN;
  const copy = async () => {
    if (await copyText(report)) say(words.copied);
    else setByHand(report);
  };
  return (
    <section class="refusal" aria-labelledby="refusal-title">
      <h3 id="refusal-title" ref={heading} tabIndex={-1}>
        {"file" in of ? words.titles[of.kind]({ file: of.file }) : words.titles[of.kind]}
      </h3>
      {findings.some((finding) => finding.place) && (
        <p class="refusal-count">{words.count({ count: findings.length })}</p>
      )}
      <FindingList findings={findings.slice(0, SHOWN)} />
      {hidden > 0 && <p class="muted">{words.more({ count: hidden })}</p>}
      <p class="muted">{words.untouched}</p>
      <div class="actions">
        {of.kind === "page" && (
          <button type="button" class="primary" onClick={() => location.reload()}>
            {words.reload}
          </button>
        )}
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
      {byHand === report && <CopyField label={words.byHand} text={byHand} />}
    </section>
  );
}
