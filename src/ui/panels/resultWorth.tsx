/** What the result is worth to your seat, as a bar and as a table, and what each change of the text did to it. */
import { changesOf } from "../record.ts";
import { points, signedPoints } from "../words.ts";
import type { Desk } from "./desk.ts";
import type { OutcomeFacts } from "./outcome.ts";
import { Term } from "./term.tsx";
import { WideTable } from "./wideTable.tsx";
import { WorthBar } from "./worth.tsx";

const words = {
  title: "What it is worth to you",
  bar: "In force now",
  what: "Outcome",
  value: "Points",
  walkAway: "Walking away",
  opening: "The opening draft",
  now: "What is in force now",
  best: "The best within your mandate",
  real: "The real outcome, in your seat’s points",
  reserved: (label: string) => `Your reservation on ${label} is regarded.`,
  changes: "How the text changed",
  none: "No amendment was carried.",
  round: "Round",
  by: "By",
  change: "Change",
  worth: "For you",
  sum: "The sum can differ from the total where issues depend on each other or the text was not adopted.",
} as const;

export function WorthSection({ desk, facts }: { readonly desk: Desk; readonly facts: OutcomeFacts }) {
  const { session, snapshot, seat, scenario } = desk.play;
  const { you } = desk.view.value;
  const changes = changesOf(session.table, snapshot.value, seat);
  const rows = [
    [words.walkAway, you.reservationValue],
    [words.opening, facts.openingWorth],
    [words.now, facts.worth],
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
                      {name} {name === words.walkAway && <Term id="batna">(BATNA)</Term>}
                    </th>
                    <td class="number">{points(value)}</td>
                  </tr>
                ),
            )}
          </tbody>
        </table>
      </div>
      {facts.yourReservation !== undefined && (
        <p class="small">{words.reserved(scenario.issues[facts.yourReservation]!.label)}</p>
      )}
      <h3>{words.changes}</h3>
      {changes.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <WideTable label={words.changes}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.round}</th>
                  <th scope="col">{words.by}</th>
                  <th scope="col">{words.change}</th>
                  <th scope="col">{words.worth}</th>
                </tr>
              </thead>
              <tbody>
                {changes.map(({ round, by, sentence, worth }) => (
                  <tr key={`${round} ${by} ${sentence}`}>
                    <td class="number">{round}</td>
                    <th scope="row">{by}</th>
                    <td>{sentence.charAt(0).toUpperCase() + sentence.slice(1)}</td>
                    <td class="number">{signedPoints(worth)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
          <p class="small muted">{words.sum}</p>
        </>
      )}
    </section>
  );
}
