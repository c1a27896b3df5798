/**
 * What could not be told before: statements of the day and after, beside what was known in play, and what the cards are
 * modelled on.
 */
import { cardModels, type LaterClaims, saidLater } from "../../scenario/reveal.ts";
import type { Claim, Scenario } from "../../scenario/schema.ts";
import { dateName } from "../../view/date.ts";
import type { Truth } from "../../view/result.ts";
import { Own } from "../parts/own.tsx";
import { SourceLinks } from "../parts/sources.tsx";
import { result } from "./words.ts";

const words = result.resultDebrief;

export function DebriefSections({ truth }: { readonly truth: Truth }) {
  const { scenario } = truth.table;
  return (
    <>
      <SaidLater scenario={scenario} />
      <CardModels scenario={scenario} />
    </>
  );
}

function SaidLater({ scenario }: { readonly scenario: Scenario }) {
  const parties = saidLater(scenario);
  if (parties.length === 0) return null;
  return (
    <section aria-labelledby="later-heading">
      <h2 id="later-heading">{words.later}</h2>
      <p class="reading-width muted">{words.laterLead({ date: dateName(scenario.asOf) })}</p>
      {parties.map(({ party, claims }) => (
        <details key={party} class="result-fold">
          <summary>
            <Own>{party}</Own> <span class="muted">{words.count({ count: countOf(claims) })}</span>
          </summary>
          <dl class="later">
            {claims.map((entry) => (
              <IssueLater key={entry.issue} scenario={scenario} entry={entry} />
            ))}
          </dl>
        </details>
      ))}
    </section>
  );
}

function countOf(claims: readonly LaterClaims[]): number {
  return claims.reduce((sum, { later }) => sum + later.length, 0);
}

function IssueLater({ scenario, entry }: { readonly scenario: Scenario; readonly entry: LaterClaims }) {
  const { issue, before, later } = entry;
  return (
    <div>
      <dt>
        <Own>{issue}</Own>
      </dt>
      <dd>
        {before === undefined ? (
          <p class="muted">{words.nothingBefore}</p>
        ) : (
          <p class="muted">
            {words.before} <Statement scenario={scenario} claim={before} />
          </p>
        )}
        {later.map((claim) => (
          <p key={claim.text}>
            {words.after} <Statement scenario={scenario} claim={claim} />
          </p>
        ))}
      </dd>
    </div>
  );
}

function Statement({ scenario, claim }: { readonly scenario: Scenario; readonly claim: Claim }) {
  return (
    <>
      <Own>{claim.text}</Own> <SourceLinks scenario={scenario} ids={claim.sources} date={claim.date} />
    </>
  );
}

function CardModels({ scenario }: { readonly scenario: Scenario }) {
  const models = cardModels(scenario);
  if (models.length === 0) return null;
  return (
    <section aria-labelledby="models-heading">
      <h2 id="models-heading">{words.models}</h2>
      <p class="reading-width muted">{words.modelsLead}</p>
      <details class="result-fold">
        <summary>{words.cards({ count: models.length })}</summary>
        <dl class="later">
          {models.map(({ id, title, note, sources }) => (
            <div key={id}>
              <dt>
                <Own>{title}</Own>
              </dt>
              <dd>
                <p>
                  <Own>{note}</Own> <SourceLinks scenario={scenario} ids={sources} date={undefined} />
                </p>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}
