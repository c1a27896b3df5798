/** The amendments that were carried in a phase, who asked for them, and what each did to your seat. */
import { changesOf } from "../../view/record.ts";
import type { OutcomeFacts } from "../../view/result.ts";
import { signedPoints } from "../../view/sentences.ts";
import type { Desk } from "../desk/desk.ts";
import { Own } from "../parts/own.tsx";
import { Columns, WideTable } from "../parts/wideTable.tsx";
import { SubHeading, within } from "./resultPart.tsx";
import { result } from "./words.ts";

const words = result.resultChanges;

export function ChangeTable({ desk, facts }: { readonly desk: Desk; readonly facts: OutcomeFacts }) {
  const { standpoint } = desk.play;
  const changes = changesOf(standpoint.value).filter(({ phase }) => phase === facts.result.phase);
  return (
    <>
      <SubHeading facts={facts}>{words.changes}</SubHeading>
      {changes.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <WideTable label={within(facts, words.changes)}>
            <table>
              <Columns names={[words.round, words.by, words.change, words.worth]} />
              <tbody>
                {changes.map(({ round, by, sentence, worth }) => (
                  <tr key={`${round} ${by} ${sentence}`}>
                    <td class="number">{round}</td>
                    <th scope="row">
                      <Own>{by}</Own>
                    </th>
                    <td>{sentence}</td>
                    <td class="number">{signedPoints(worth)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
          <p class="small muted">{words.sum}</p>
        </>
      )}
    </>
  );
}
