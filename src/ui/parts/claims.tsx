/** What has been said, by whom and where one can read it: a statement never stands without its source and date. */
import type { PublicScenario } from "../../seat/public.ts";
import type { ClaimView } from "../../view/claims.ts";
import { Own } from "./own.tsx";
import { SourceLinks } from "./sources.tsx";
import { parts } from "./words.ts";

const words = parts.claims;

export function Claims(props: { readonly scenario: PublicScenario; readonly claims: readonly ClaimView[] }) {
  const { scenario, claims } = props;
  if (claims.length === 0) return null;
  return (
    <details class="statements">
      <summary>{words.statements({ count: claims.length })}</summary>
      <ul>
        {claims.map(({ party, partyId, claim }) => (
          <li key={partyId}>
            <strong>
              <Own>{party}</Own>:
            </strong>{" "}
            <Own>{claim.text}</Own> <SourceLinks scenario={scenario} ids={claim.sources} date={claim.date} />
          </li>
        ))}
      </ul>
    </details>
  );
}
