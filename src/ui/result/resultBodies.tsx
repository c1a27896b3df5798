/** What the bodies at home did with what was signed, bloc by bloc. */
import { bodiesOf } from "../../view/ending.ts";
import type { OutcomeFacts } from "../../view/result.ts";
import { listed } from "../../view/sentences.ts";
import type { Desk } from "../desk/desk.ts";
import { Own } from "../parts/own.tsx";
import { Shape } from "../parts/shape.tsx";
import { WideTable } from "../parts/wideTable.tsx";
import { Part, within } from "./resultPart.tsx";
import { result } from "./words.ts";

const words = result.resultBodies;

export function BodyTable({ desk, facts }: { readonly desk: Desk; readonly facts: OutcomeFacts }) {
  const { parties } = desk.play.scenario;
  const { yes, no } = bodiesOf(facts.result);
  if (yes.length + no.length === 0) return null;
  const blocs = Map.groupBy(
    [...yes, ...no].toSorted((a, b) => a - b),
    (party) => parties[party]!.bloc,
  );
  const cell = (members: readonly number[], answers: readonly number[]) =>
    listed(members.filter((party) => answers.includes(party)).map((party) => parties[party]!.name)) ||
    words.nobody;
  return (
    <Part facts={facts} name="bodies" title={words.title}>
      <WideTable label={within(facts, words.title)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.bloc}</th>
              <th scope="col">
                <Shape stance="for" /> {words.yes}
              </th>
              <th scope="col">
                <Shape stance="against" /> {words.no}
              </th>
            </tr>
          </thead>
          <tbody>
            {[...blocs].map(([bloc, members]) => (
              <tr key={bloc}>
                <th scope="row">
                  <Own>{bloc}</Own>
                </th>
                <td>{cell(members, yes)}</td>
                <td>{cell(members, no)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <p class="small muted">{words.counts}</p>
    </Part>
  );
}
