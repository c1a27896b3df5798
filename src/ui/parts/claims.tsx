/** What has been said, by whom and where one can read it: a statement never stands without its source and date. */
import type { Scenario } from "../../scenario/schema.ts";
import type { ClaimView } from "../../view/issues.ts";
import { dateName } from "../../view/words.ts";
import { parts } from "./words.ts";

const words = parts.claims;

export function Claims(props: { readonly scenario: Scenario; readonly claims: readonly ClaimView[] }) {
  const { scenario, claims } = props;
  if (claims.length === 0) return null;
  return (
    <details class="statements">
      <summary>{words.statements({ count: claims.length })}</summary>
      <ul>
        {claims.map(({ party, partyId, claim }) => (
          <li key={partyId}>
            <strong>{party}:</strong> {claim.text}{" "}
            <SourceLinks scenario={scenario} ids={claim.sources} date={claim.date} />
          </li>
        ))}
      </ul>
    </details>
  );
}

export function SourceLinks(props: {
  readonly scenario: Scenario;
  readonly ids: readonly string[];
  readonly date: string | undefined;
}) {
  const { scenario, ids, date } = props;
  const sources = ids.flatMap((id) => scenario.sources.find((source) => source.id === id) ?? []);
  return (
    <span class="source-links">
      {date !== undefined && <span>{dateName(date)}</span>}
      {sources.map(({ id, outlet, title, url }, i) => (
        <span key={id}>
          {(i > 0 || date !== undefined) && words.separator}
          {url === undefined ? (
            <span title={title}>{outlet ?? title}</span>
          ) : (
            <a href={url} title={title} target="_blank" rel="noreferrer noopener">
              {outlet ?? title}
            </a>
          )}
        </span>
      ))}
    </span>
  );
}
