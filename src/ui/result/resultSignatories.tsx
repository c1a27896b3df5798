/** Who signed, with or without a reservation, and who did not, bloc by bloc. */

import type { OutcomeFacts } from "../../view/result.ts";
import { listed } from "../../view/sentences.ts";
import type { Desk } from "../desk/desk.ts";
import { Own } from "../parts/own.tsx";
import { Shape } from "../parts/shape.tsx";
import { WideTable } from "../parts/wideTable.tsx";
import { Part, within } from "./resultPart.tsx";
import { result } from "./words.ts";

const words = result.resultSignatories;

export function SignatoryList({ desk, facts }: { readonly desk: Desk; readonly facts: OutcomeFacts }) {
  if (facts.end !== "agreement") return null;
  const { scenario } = desk.play;
  const { reservations } = facts.result;
  const reserved = new Map(reservations);
  const blocs = [...new Set(facts.voters.map((party) => scenario.parties[party]!.bloc))];
  const name = (party: number) => scenario.parties[party]!.name;
  const cell = (parties: readonly number[]) =>
    parties.length === 0 ? words.nobody : listed(parties.map(name));
  return (
    <Part facts={facts} name="signed" title={words.title} folds>
      <WideTable label={within(facts, words.table)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.bloc}</th>
              <th scope="col">
                <Shape stance="for" /> {words.signed}
              </th>
              <th scope="col">
                <Shape stance="reserve" /> {words.reserved}
              </th>
              <th scope="col">
                <Shape stance="against" /> {words.objected}
              </th>
              <th scope="col">
                <Shape stance="abstain" /> {words.abstained}
              </th>
            </tr>
          </thead>
          <tbody>
            {blocs.map((bloc) => {
              const members = facts.voters.filter((party) => scenario.parties[party]!.bloc === bloc);
              const signed = members.filter((party) => facts.signed.includes(party));
              const objected = members.filter((party) => facts.objected.includes(party));
              return (
                <tr key={bloc}>
                  <th scope="row">
                    <Own>{bloc}</Own>
                  </th>
                  <td>{cell(signed.filter((party) => !reserved.has(party)))}</td>
                  <td>
                    {signed
                      .filter((party) => reserved.has(party))
                      .map((party) =>
                        words.on({ name: name(party), label: scenario.issues[reserved.get(party)!]!.label }),
                      )
                      .join(", ") || words.nobody}
                  </td>
                  <td>{cell(objected)}</td>
                  <td>
                    {cell(members.filter((party) => !signed.includes(party) && !objected.includes(party)))}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </WideTable>
      {reservations.length > 0 && (
        <p class="small muted">
          {words.unity({
            after: facts.unity.after.toFixed(2),
            before: facts.unity.before.toFixed(2),
            count: reservations.length,
          })}
        </p>
      )}
    </Part>
  );
}
