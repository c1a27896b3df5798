/**
 * One open issue: a group of radio buttons in the exact words of the text, with the clauses that open with it as
 * switches. A clause that belongs to no open level is a group of its own.
 */
import { useId, useMemo } from "preact/hooks";
import type { IssueView, OptionView } from "../../view/issues.ts";
import { listed, signedPoints } from "../../view/sentences.ts";
import type { Desk } from "../desk/desk.ts";
import { Claims } from "../parts/claims.tsx";
import { Own, useOwn } from "../parts/own.tsx";
import { Term, termsIn } from "../parts/term.tsx";
import { table } from "./words.ts";

const words = table.issue;

export function issueAnchor(id: string): string {
  return `issue-${id}`;
}

export interface IssueGroupProps {
  readonly desk: Desk;
  readonly issue: IssueView;
  readonly clauses: readonly IssueView[];
}

export function IssueGroup({ desk, issue, clauses }: IssueGroupProps) {
  const proposed = proposedIn(desk, issue);
  const own = useOwn();
  return (
    <div
      class={`issue ${issue.drafted ? "drafted" : ""}`}
      id={issue.kind === "level" ? issueAnchor(issue.id) : undefined}
    >
      {issue.kind === "level" && (
        <fieldset>
          <legend>
            <Own>{issue.title}</Own>{" "}
            {issue.drafted && <span class="badge badge-changed">{words.changed}</span>}
          </legend>
          <p class="small muted question" {...own}>
            {issue.question}
          </p>
          {issue.options.map((option) => (
            <Option
              key={option.option}
              desk={desk}
              issue={issue}
              option={option}
              proposed={proposed === option.option}
            />
          ))}
        </fieldset>
      )}
      {clauses.length > 0 && (
        <fieldset class="clauses">
          <legend>{issue.kind === "level" ? words.clausesOf({ label: issue.label }) : words.clauses}</legend>
          {clauses.map((clause) => (
            <Clause key={clause.id} desk={desk} issue={clause} />
          ))}
        </fieldset>
      )}
    </div>
  );
}

function proposedIn(desk: Desk, issue: IssueView): number | undefined {
  return desk.fixed.value.motion?.changes.find(([changed]) => changed === issue.index)?.[1];
}

interface OptionProps {
  readonly desk: Desk;
  readonly issue: IssueView;
  readonly option: OptionView;
  readonly proposed: boolean;
}

function Option(props: OptionProps) {
  const { desk, issue, option, proposed } = props;
  const id = useId();
  // Drawn anew only when it has changed: a press on one option leaves most of the text as it is.
  return useMemo(() => <OptionRow {...props} id={id} />, [desk, issue.index, option, proposed, id]);
}

function OptionRow({ desk, issue, option, proposed, id }: OptionProps & { readonly id: string }) {
  const terms = termsIn(`${option.label} ${option.text}`);
  const own = useOwn();
  return (
    <div class={`option ${option.chosen ? "chosen" : ""} ${option.stands ? "standing" : ""}`}>
      <input
        type="radio"
        id={id}
        name={`option-${issue.id}`}
        checked={option.chosen}
        aria-describedby={`${id}-worth ${id}-marks ${id}-words`}
        onChange={() => desk.play.choose(issue.index, option.option)}
      />
      <div class="option-body">
        <label for={id}>
          <Own>{option.label}</Own>
        </label>
        <Worth id={`${id}-worth`} option={option} />
        <p class="words" id={`${id}-words`} {...own}>
          {option.text}
        </p>
        <p class="marks" id={`${id}-marks`}>
          {option.stands && <span class="badge badge-stands">{words.stands}</span>}
          {proposed && <span class="badge badge-proposed">{words.proposed}</span>}
          {option.breaksMandate && <span class="badge badge-beyond">{words.beyond}</span>}
          <Needs option={option} />
        </p>
        {(option.saidBy.length > 0 || terms.length > 0) && (
          <div class="option-more">
            <Claims scenario={desk.play.scenario} claims={option.saidBy} />
            {terms.map((term) => (
              <Term key={term} id={term} />
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

/** Without their consent the option falls back. */
function Needs({ option }: { readonly option: OptionView }) {
  if (option.needs.length === 0) return null;
  return <span class="badge badge-needs">{words.needs({ names: listed(option.needs) })}</span>;
}

function Worth({ id, option }: { readonly id: string; readonly option: OptionView }) {
  const sentence = option.stands ? "" : words.worth({ points: signedPoints(option.worth) });
  return <WorthOf id={id} worth={option.worth} sentence={sentence} />;
}

function WorthOf(props: { readonly id: string; readonly worth: number; readonly sentence: string }) {
  const { id, worth, sentence } = props;
  const sign = Math.abs(worth) < 0.05 ? "even" : worth > 0 ? "gain" : "loss";
  return (
    <span class={`worth-of worth-${sign}`} id={id}>
      {sign === "even" && sentence !== "" ? words.same : sentence}
    </span>
  );
}

function Clause({ desk, issue }: { readonly desk: Desk; readonly issue: IssueView }) {
  const own = useOwn();
  const id = useId();
  const [out, included] = issue.options;
  if (out === undefined || included === undefined) return null;
  const other = included.stands ? out : included;
  const worth = signedPoints(other.worth);
  const proposed = proposedIn(desk, issue);
  return (
    <div class={`option clause ${issue.drafted ? "drafted" : ""}`} id={issueAnchor(issue.id)}>
      <input
        type="checkbox"
        id={id}
        checked={included.chosen}
        aria-describedby={`${id}-worth ${id}-marks ${id}-words`}
        onChange={(event) => desk.play.choose(issue.index, event.currentTarget.checked ? 1 : 0)}
      />
      <div class="option-body">
        <label for={id}>
          <Own>{issue.title}</Own>
        </label>
        <WorthOf
          id={`${id}-worth`}
          worth={other.worth}
          sentence={included.stands ? words.remove({ points: worth }) : words.add({ points: worth })}
        />
        <p class="words" id={`${id}-words`} {...own}>
          {included.text}
        </p>
        <p class="marks" id={`${id}-marks`}>
          {included.stands && <span class="badge badge-stands">{words.inText}</span>}
          {issue.drafted && <span class="badge badge-changed">{words.changed}</span>}
          {proposed !== undefined && <span class="badge badge-proposed">{words.proposed}</span>}
          <Needs option={included} />
          {other.breaksMandate && issue.drafted && <span class="badge badge-beyond">{words.beyond}</span>}
        </p>
        <Claims scenario={desk.play.scenario} claims={[...out.saidBy, ...included.saidBy]} />
      </div>
    </div>
  );
}
