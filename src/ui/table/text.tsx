/** The text on the table: what is open now as groups to choose from, everything else folded as "stands". */
import { useMemo } from "preact/hooks";
import type { IssueView } from "../../view/issues.ts";
import { listed } from "../../view/sentences.ts";
import type { Desk } from "../desk/desk.ts";
import { goTo } from "../page/focus.ts";
import { Own } from "../parts/own.tsx";
import { IssueGroup, issueAnchor } from "./issue.tsx";
import { table } from "./words.ts";

const words = table.text;

export function TextPanel({ desk }: { readonly desk: Desk }) {
  const { issues } = desk.view.value;
  const { ask, course } = desk.fixed.value;
  const observing = course.role === "observer";
  const yours = ask === "speech" || ask === "offer";
  const lead = yours ? words.lead : observing ? words.observing : words.watching;
  const open = issues.filter((issue) => issue.open);
  const levels = open.filter((issue) => issue.kind === "level");
  const loose = open.filter(
    (issue) => issue.kind === "clause" && !levels.some((level) => level.id === issue.opensWith),
  );
  const stands = useMemo(() => <Stands desk={desk} />, [desk]);
  const clausesOf = (level: IssueView) => open.filter((issue) => issue.opensWith === level.id);
  return (
    <section
      class={`panel text-panel ${desk.fullWords.value ? "" : "brief-words"}`}
      id="text"
      aria-labelledby="text-heading"
    >
      <div class="text-head">
        <h2 id="text-heading" tabIndex={-1}>
          {words.title}
        </h2>
        {levels.length > 1 && (
          <ul class="chips" aria-label={words.open}>
            {levels.map((level) => (
              <li key={level.id}>
                <button type="button" class="chip" onClick={() => goTo(issueAnchor(level.id))}>
                  <Own>{level.label}</Own>
                  {(level.drafted || clausesOf(level).some((clause) => clause.drafted)) && (
                    <span class="chip-changed">
                      <span class="visually-hidden"> {words.changed}</span>
                    </span>
                  )}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      {open.length > 0 && (
        <div class="text-lead">
          <p class="small muted">{lead}</p>
          <label class="check">
            <input
              type="checkbox"
              checked={desk.fullWords.value}
              onChange={(event) => {
                desk.fullWords.value = event.currentTarget.checked;
              }}
            />
            {words.full}
          </label>
        </div>
      )}
      {levels.map((level) => (
        <IssueGroup key={level.id} desk={desk} issue={level} clauses={clausesOf(level)} />
      ))}
      {loose.map((clause) => (
        <IssueGroup key={clause.id} desk={desk} issue={clause} clauses={[clause]} />
      ))}
      {stands}
    </section>
  );
}

/** What is not open now; a draft can't change it. */
function Stands({ desk }: { readonly desk: Desk }) {
  const { issues, ended, course } = desk.fixed.value;
  const whole = ended || course.protocol === "ratification";
  const closed = issues.filter((issue) => !issue.open);
  if (closed.length === 0) return null;
  return (
    <details class="stands" open={whole}>
      <summary>{ended ? words.whole : whole ? words.signed : words.stands({ count: closed.length })}</summary>
      <dl>
        {closed.map((issue) => {
          const option = issue.options.find(({ stands }) => stands);
          return (
            <div key={issue.id} id={issueAnchor(issue.id)} tabIndex={-1}>
              <dt>
                <Own>{issue.title}</Own>:{" "}
                <strong>
                  <Own>{option?.label}</Own>
                </strong>{" "}
                {option !== undefined && option.needs.length > 0 && (
                  <span class="badge badge-needs">{words.needs({ names: listed(option.needs) })}</span>
                )}
              </dt>
              <dd>
                <Own>{option?.text}</Own>
              </dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}
