/**
 * The record: what happened, round by round, newest at the bottom, with who voted how behind each ballot. The list
 * itself is silent for screen readers; a hidden line in it speaks each finished beat once, as one sentence.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import type { RecordEntry } from "../../view/record.ts";
import type { Desk } from "../desk/desk.ts";
import { Own } from "../parts/own.tsx";
import { table } from "./words.ts";

const words = table.recordPanel;

/** More finished beats at once than these are summed up: a skip is one announcement. */
const SPOKEN_AT_ONCE = 2;

export function RecordPanel({ desk }: { readonly desk: Desk }) {
  const { record } = desk.fixed.value;
  const box = useRef<HTMLDivElement>(null);
  const count = record.length;
  useEffect(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [count]);
  const { phases } = desk.play.scenario;
  const played = [...Map.groupBy(record, (entry) => entry.phase)];
  const course = phases.length > 1;
  return (
    <section class="panel record" id="record" aria-labelledby="record-heading">
      <h2 id="record-heading" tabIndex={-1}>
        {words.title}
      </h2>
      <div
        class="record-scroll"
        ref={box}
        role="log"
        aria-live="off"
        aria-labelledby="record-heading"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard.
        tabIndex={0}
      >
        {count === 0 && <p class="muted">{words.empty}</p>}
        {played.map(([phase, entries]) => (
          <div key={phase}>
            {course && (
              <h3 class="record-phase">
                <Own>{phases[phase]!.title}</Own>
              </h3>
            )}
            {[...Map.groupBy(entries, (entry) => entry.round)].map(([round, told]) => (
              <div key={round}>
                <RoundHeading
                  course={course}
                  round={round}
                  alone={phases[phase]!.protocol === "ratification"}
                />
                <ol>
                  {told.map((entry) => (
                    <Entry key={entry.move} entry={entry} />
                  ))}
                </ol>
              </div>
            ))}
          </div>
        ))}
        <LastBeat record={record} waiting={desk.fixed.value.ask !== undefined} />
      </div>
    </section>
  );
}

/** `alone`: the phase has no other round. */
function RoundHeading(props: { readonly course: boolean; readonly round: number; readonly alone: boolean }) {
  const { course, round, alone } = props;
  if (!course) return <h3>{words.round({ round })}</h3>;
  return alone ? null : <h4>{words.round({ round })}</h4>;
}

function Entry({ entry }: { readonly entry: RecordEntry }) {
  return (
    <li class={`entry entry-${entry.tone}`}>
      <p>{entry.sentence}</p>
      {entry.written.length + entry.details.length > 0 && (
        <details>
          <summary>{words.behind[entry.behind]}</summary>
          <ul>
            {entry.written.map((sentence) => (
              <li key={sentence}>
                <Own>{sentence}</Own>
              </li>
            ))}
            {entry.details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function LastBeat(props: { readonly record: readonly RecordEntry[]; readonly waiting: boolean }) {
  const { record, waiting } = props;
  const spoken = useRef(record.length);
  const [sentence, setSentence] = useState("");
  useEffect(() => {
    if (record.length <= spoken.current) {
      spoken.current = record.length;
      return;
    }
    // A speech and its ballot are one beat: wait for the ballot, unless somebody is waiting for you.
    const last = record.at(-1)!;
    if (last.beat === "floor" && !waiting) return;
    const news = record.slice(spoken.current);
    spoken.current = record.length;
    const told = news.length <= SPOKEN_AT_ONCE ? news : news.slice(-1);
    const lead = news.length <= SPOKEN_AT_ONCE ? [] : [words.many({ count: news.length })];
    setSentence([...lead, ...told.map((entry) => entry.sentence)].join(" "));
  }, [record, waiting]);
  return (
    <p class="visually-hidden" aria-live="polite">
      {sentence}
    </p>
  );
}
