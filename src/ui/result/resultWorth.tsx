/** What the result is worth to your seat, as a bar and as a table, and what each change of the text did to it. */

import { walkAwayNow } from "../../seat/worth.ts";
import type { OutcomeFacts } from "../../view/result.ts";
import { points } from "../../view/sentences.ts";
import type { Desk } from "../desk/desk.ts";
import { Term } from "../parts/term.tsx";
import { WorthBar } from "../parts/worth.tsx";
import { ChangeTable } from "./resultChanges.tsx";
import { result } from "./words.ts";

const words = result.resultWorth;

export function WorthSection({ desk, facts }: { readonly desk: Desk; readonly facts: OutcomeFacts }) {
  const { standpoint, scenario } = desk.play;
  const { own, games } = standpoint.value;
  const { you } = desk.view.value;
  const never = walkAwayNow(own, games[0]!);
  const drafted = !facts.course && facts.protocol === "drafting";
  const rows = [
    [words.walkAway, you.reservationValue],
    [words.never, facts.course ? never : undefined],
    [words.opening, drafted ? facts.openingWorth : undefined],
    [words.now, facts.worth],
    [words.levers, facts.leverCost > 0 ? facts.leverCost : undefined],
    [words.real, facts.realWorth],
    [words.best, you.best],
  ] as const;
  return (
    <section aria-labelledby="worth-heading">
      <h2 id="worth-heading">{words.title}</h2>
      <div class="worth-columns">
        <WorthBar
          title={words.bar}
          value={facts.worth}
          before={undefined}
          walkAway={you.reservationValue}
          best={you.best}
        />
        <table>
          <thead>
            <tr>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.value}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(
              ([name, value]) =>
                value !== undefined && (
                  <tr key={name} class={name === words.now ? "row-now" : ""}>
                    <th scope="row">
                      {name} {name === words.walkAway && <Term id="batna">{words.batna}</Term>}
                    </th>
                    <td class="number">{points(value)}</td>
                  </tr>
                ),
            )}
          </tbody>
        </table>
      </div>
      {facts.yourReservation !== undefined && (
        <p class="small">{words.reserved({ label: scenario.issues[facts.yourReservation]!.label })}</p>
      )}
      {drafted && <ChangeTable desk={desk} facts={facts} />}
    </section>
  );
}
