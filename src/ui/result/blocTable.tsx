/** What delegations did, a row for each bloc: its members by name under what they did. */

import { listed } from "../../view/sentences.ts";
import type { Stance } from "../../view/stage.ts";
import type { Desk } from "../desk/desk.ts";
import { Own } from "../parts/own.tsx";
import { Shape } from "../parts/shape.tsx";
import { WideTable } from "../parts/wideTable.tsx";
import { result } from "./words.ts";

const words = result.blocTable;

export interface BlocColumn {
  readonly stance: Stance;
  readonly title: string;
  /** Parties that stand here. */
  readonly parties: readonly number[];
  /** How one is written; its name, if not given. */
  readonly entry?: (party: number, name: string) => string;
}

export function BlocTable(props: {
  readonly desk: Desk;
  readonly label: string;
  readonly columns: readonly BlocColumn[];
}) {
  const { desk, label, columns } = props;
  const { parties } = desk.play.scenario;
  const all = columns.flatMap((column) => column.parties).toSorted((a, b) => a - b);
  const blocs = Map.groupBy(all, (party) => parties[party]!.bloc);
  return (
    <WideTable label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.bloc}</th>
            {columns.map(({ stance, title }) => (
              <th key={stance} scope="col">
                <Shape stance={stance} /> {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...blocs].map(([bloc, members]) => (
            <tr key={bloc}>
              <th scope="row">
                <Own>{bloc}</Own>
              </th>
              {columns.map(({ stance, parties: here, entry = (_, name) => name }) => (
                <td key={stance}>
                  {listed(
                    members
                      .filter((party) => here.includes(party))
                      .map((party) => entry(party, parties[party]!.name)),
                  ) || words.nobody}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
