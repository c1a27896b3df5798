/**
 * What one delegation brings: its public brief and what it has said, with sources; and, only when asked for, its
 * confidential brief, so that a projector doesn't show it by accident.
 */
import { useState } from "preact/hooks";
import type { Claim, ScenarioParty } from "../../scenario/schema.ts";
import type { PublicScenario } from "../../seat/public.ts";
import { claimsOf } from "../../view/claims.ts";
import { dateName } from "../../view/date.ts";
import { Own, useOwn } from "../parts/own.tsx";
import { SourceLink, sourcesOf } from "../parts/sources.tsx";
import { briefing } from "./words.ts";

const words = briefing.brief;

export function PartyBrief(props: { readonly scenario: PublicScenario; readonly party: ScenarioParty }) {
  const { scenario, party } = props;
  const [reading, setReading] = useState(false);
  const claims = claimsOf(
    scenario,
    scenario.parties.findIndex(({ id }) => id === party.id),
  );
  return (
    <section class="brief" aria-labelledby="brief-title">
      <h2 id="brief-title">
        <Own>{party.name}</Own>
      </h2>
      <h3 class="overline">{words.public}</h3>
      <p class="brief-text" {...useOwn()}>
        {party.brief.public}
      </p>
      {party.brief.sources !== undefined && (
        <Sources scenario={scenario} ids={party.brief.sources} label={words.sources} />
      )}
      <button
        type="button"
        class="confidential-switch"
        aria-expanded={reading}
        aria-controls="confidential"
        onClick={() => setReading(!reading)}
      >
        {reading ? words.hide : words.read}
      </button>
      <div id="confidential">{reading && <Confidential party={party} />}</div>
      <h3 class="overline">{words.claims}</h3>
      {claims.length === 0 ? (
        <p class="muted">{words.noClaims}</p>
      ) : (
        <dl class="claims">
          {claims.map(({ issue, claim }) => (
            <ClaimEntry key={issue} scenario={scenario} issue={issue} claim={claim} />
          ))}
        </dl>
      )}
    </section>
  );
}

function Confidential({ party }: { readonly party: ScenarioParty }) {
  const { interests, redLines, batna } = party.brief.confidential;
  return (
    <section class="confidential" aria-labelledby="confidential-title">
      <h3 id="confidential-title">{words.confidential}</h3>
      <p class="muted">{words.notice}</p>
      <h4>{words.interests}</h4>
      <List lines={interests} />
      {redLines.length > 0 && (
        <>
          <h4>{words.redLines}</h4>
          <List lines={redLines} />
        </>
      )}
      <h4>{words.batna}</h4>
      <p class="muted small">{words.batnaHint}</p>
      <p>
        <Own>{batna}</Own>
      </p>
    </section>
  );
}

function List({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>
          <Own>{line}</Own>
        </li>
      ))}
    </ul>
  );
}

function ClaimEntry(props: {
  readonly scenario: PublicScenario;
  readonly issue: string;
  readonly claim: Claim;
}) {
  const { text, sources, date } = props.claim;
  return (
    <div>
      <dt>
        <Own>{props.issue}</Own>
      </dt>
      <dd>
        <p>
          <Own>{text}</Own>
        </p>
        <Sources scenario={props.scenario} ids={sources} label={dateName(date)} />
      </dd>
    </div>
  );
}

function Sources(props: {
  readonly scenario: PublicScenario;
  readonly ids: readonly string[];
  readonly label: string;
}) {
  return (
    <div class="sources">
      <p>{props.label}</p>
      <ul aria-label={words.sources}>
        {sourcesOf(props.scenario, props.ids).map((source) => (
          <li key={source.id}>
            <SourceLink source={source} name={source.title} />{" "}
            {source.outlet !== undefined && words.outlet({ name: source.outlet })}
          </li>
        ))}
      </ul>
    </div>
  );
}
