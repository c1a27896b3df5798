/** The text issue by issue against the opening draft and against what really happened, and the real outcome in words. */

import { dateName } from "../../view/date.ts";
import type { IssueOutcome, OutcomeFacts, Truth } from "../../view/result.ts";
import type { Desk } from "../desk/desk.ts";
import { Own } from "../parts/own.tsx";
import { SourceLinks } from "../parts/sources.tsx";
import { WideTable } from "../parts/wideTable.tsx";
import { Part, within } from "./resultPart.tsx";
import { result } from "./words.ts";

const words = result.resultText;

interface Props {
  readonly desk: Desk;
  readonly facts: OutcomeFacts;
}

export function TextTable({ facts }: Props) {
  const end = facts.end === "agreement" ? "agreement" : "none";
  // Talks begin from what is in force: only what they changed is told, and where reality differs.
  const talks = facts.protocol === "talks";
  const { title, opening, final } = talks ? words.talks : words;
  const moved = ({ opening, final }: IssueOutcome) => final !== opening;
  const told = (row: IssueOutcome) =>
    !talks || moved(row) || (row.real !== undefined && row.real !== row.final);
  const [levels, clauses] = [facts.levels.filter(told), facts.clauses.filter(told)];
  const rest = facts.levels.length + facts.clauses.length - levels.length - clauses.length;
  const known = levels.some(({ real }) => real !== undefined);
  const heads = { clauses: within(facts, words.clausesTitle), opening, final: final[end], known };
  return (
    <Part facts={facts} name="result-text" title={title[end]}>
      {talks && (
        <p>
          {[...levels, ...clauses].some(moved)
            ? rest > 0 && words.talks.rest({ count: rest })
            : words.talks.same}
        </p>
      )}
      {levels.length > 0 && (
        <WideTable label={within(facts, words.caption)}>
          <table>
            <caption class="visually-hidden">{words.caption}</caption>
            <Heads first={words.issue} {...heads} />
            <tbody>
              {levels.map((row) => (
                <LevelRow key={row.issue.id} row={row} />
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
      {clauses.length > 0 &&
        (facts.course ? (
          <details class="result-fold">
            <summary>{words.clausesTold({ count: clauses.length })}</summary>
            <Clauses rows={clauses} heads={heads} />
          </details>
        ) : (
          <Clauses rows={clauses} heads={heads} />
        ))}
      <details>
        <summary>{words.fullWords}</summary>
        <dl class="full-words">
          {[...facts.levels, ...facts.clauses]
            .filter(({ issue, final }) => issue.kind === "level" || final === 1)
            .map(({ issue, final }) => (
              <div key={issue.id}>
                <dt>
                  <Own>{issue.title}</Own>
                </dt>
                <dd>
                  <Own>{issue.options[final]!.text}</Own>
                </dd>
              </div>
            ))}
        </dl>
      </details>
    </Part>
  );
}

interface HeadWords {
  /** What the table of clauses is called. */
  readonly clauses: string;
  readonly opening: string;
  readonly final: string;
  readonly known: boolean;
}

function Clauses({ rows, heads }: { readonly rows: readonly IssueOutcome[]; readonly heads: HeadWords }) {
  return (
    <WideTable label={heads.clauses}>
      <table>
        <caption>{words.clausesTitle}</caption>
        <Heads first={words.clause} {...heads} />
        <tbody>
          {rows.map((row) => (
            <ClauseRow key={row.issue.id} row={row} />
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

function Heads({ first, opening, final, known }: Omit<HeadWords, "clauses"> & { readonly first: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        <th scope="col">{opening}</th>
        <th scope="col">{final}</th>
        {known && <th scope="col">{words.real}</th>}
        {known && <th scope="col">{words.difference}</th>}
      </tr>
    </thead>
  );
}

function LevelRow({ row }: { readonly row: IssueOutcome }) {
  const { issue, opening, final, real } = row;
  const label = (option: number) => issue.options[option]!.label;
  return (
    <tr>
      <th scope="row">
        <Own>{issue.title}</Own>
      </th>
      <td>
        <Own>{label(opening)}</Own>
      </td>
      <td class={final === opening ? "" : "moved"}>
        <Own>{label(final)}</Own>
      </td>
      {real !== undefined && (
        <td>
          <Own>{label(real)}</Own>
        </td>
      )}
      {real !== undefined && (
        <td class="muted">
          {final === real
            ? words.same
            : words.steps[final > real ? "stronger" : "weaker"]({ steps: Math.abs(final - real) })}
        </td>
      )}
    </tr>
  );
}

function ClauseRow({ row }: { readonly row: IssueOutcome }) {
  const { issue, opening, final, real } = row;
  const name = (option: number) => (option === 1 ? words.inText : words.notInText);
  const difference = final === real ? words.same : final === 1 ? words.onlyHere : words.onlyThere;
  return (
    <tr>
      <th scope="row">
        <Own>{issue.title}</Own>
      </th>
      <td>{name(opening)}</td>
      <td class={final === opening ? "" : "moved"}>{name(final)}</td>
      {real !== undefined && <td>{name(real)}</td>}
      {real !== undefined && <td class="muted">{difference}</td>}
    </tr>
  );
}

export function RealOutcome({ truth, facts }: { readonly truth: Truth; readonly facts: OutcomeFacts }) {
  const { scenario } = truth.table;
  const { history } = scenario;
  if (history === undefined) return null;
  return (
    <section aria-labelledby="real-heading">
      <h2 id="real-heading">{words.realTitle}</h2>
      <h3>
        <Own>{history.title}</Own>
        {history.date !== undefined && !history.title.includes(dateName(history.date)) && (
          <span class="muted"> {dateName(history.date)}</span>
        )}
      </h3>
      <p class="reading-width">
        <Own>{history.text}</Own>
      </p>
      <p class="reading-width">
        {facts.distance !== undefined && words.distance(facts.distance)} {words.caution}
      </p>
      <p class="small">
        <SourceLinks scenario={scenario} ids={history.sources} date={undefined} />
      </p>
      {history.readings !== undefined && (
        <>
          <h3>{words.readings}</h3>
          <p class="reading-width muted">{words.readingsLead}</p>
          <dl class="readings">
            {history.readings.map((reading) => (
              <div key={reading.title}>
                <dt>
                  <Own>{reading.title}</Own>
                </dt>
                <dd>
                  <p>
                    <Own>{reading.text}</Own>
                  </p>
                  <p class="small">
                    <SourceLinks scenario={scenario} ids={reading.sources ?? []} date={undefined} />
                  </p>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}
