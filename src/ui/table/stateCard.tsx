/** The card of one delegation: its public position, how it stands now, what it has said and where. */

import { claimsOf } from "../../view/claims.ts";
import type { Desk } from "../desk/desk.ts";
import { Dialog } from "../page/dialog.tsx";
import { Own } from "../parts/own.tsx";
import { StanceMark } from "../parts/shape.tsx";
import { SourceLinks } from "../parts/sources.tsx";
import { table } from "./words.ts";

const words = table.stateCard;

export function StateCard({ desk }: { readonly desk: Desk }) {
  const { scenario, selected, seat } = desk.play;
  const index = scenario.parties.findIndex((party) => party.id === selected.value);
  const party = scenario.parties[index];
  const state = desk.view.value.blocs.flatMap((bloc) => bloc.states).find(({ id }) => id === party?.id);
  const claims = party === undefined ? [] : claimsOf(scenario, index);
  const close = () => {
    if (party !== undefined) selected.value = undefined;
  };
  return (
    <Dialog open={party !== undefined} title={party?.name ?? ""} close={close}>
      {party !== undefined && (
        <>
          <p class="small">
            {index === seat ? (
              words.yours
            ) : state === undefined ? (
              words.away
            ) : (
              <>
                {party.bloc}. {words.stance} <StanceMark stance={state.stance} />.{" "}
                {state.worry !== undefined && words.worry({ what: state.worry })}
              </>
            )}
          </p>
          <p>
            {party.brief.public}{" "}
            <SourceLinks scenario={scenario} ids={party.brief.sources ?? []} date={undefined} />
          </p>
          <h3>{words.claims}</h3>
          {claims.length === 0 ? (
            <p class="muted">{words.noClaims}</p>
          ) : (
            <dl class="card-claims">
              {claims.map(({ issue, claim }) => (
                <div key={issue}>
                  <dt>
                    <Own>{issue}</Own>
                  </dt>
                  <dd>
                    {claim.text} <SourceLinks scenario={scenario} ids={claim.sources} date={claim.date} />
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </>
      )}
    </Dialog>
  );
}
