/** The offers of talks in their order, what each changed and was worth to you, and which one stood at the end. */
import type { Move } from "../../protocol/move.ts";
import { describeOffer, nameAtStart, signedPoints } from "../words.ts";
import { worthNow } from "../worthNow.ts";
import type { Desk } from "./desk.ts";
import type { OutcomeFacts } from "./outcome.ts";
import { Part } from "./resultPart.tsx";
import { WideTable } from "./wideTable.tsx";

const words = {
  title: "The offers",
  none: "Nobody made an offer.",
  round: "Round",
  by: "By",
  change: "Against the offer before it, or what was in force",
  worth: "Against failing, for you",
  agreed: "agreed",
  last: "stood at the end",
} as const;

export function OfferTable({ desk, facts }: { readonly desk: Desk; readonly facts: OutcomeFacts }) {
  const { session, snapshot, seat, scenario } = desk.play;
  const { games, moves } = snapshot.value;
  const { first, after } = facts;
  const offers = moves.slice(first, after).flatMap((move: Move, i) => {
    if (move.type !== "offer") return [];
    const before = games[first + i]!;
    const sentence = describeOffer(scenario, before.text, move.outcome);
    return [
      {
        move: first + i,
        round: before.round,
        by: nameAtStart(scenario, move.party),
        sentence: sentence.charAt(0).toUpperCase() + sentence.slice(1),
        gain:
          worthNow(session.table, before, seat, move.outcome) -
          worthNow(session.table, before, seat, before.inForce),
      },
    ];
  });
  return (
    <Part facts={facts} name="offers" title={words.title}>
      {offers.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <WideTable label={words.title}>
          <table class="offers">
            <thead>
              <tr>
                <th scope="col">{words.round}</th>
                <th scope="col">{words.by}</th>
                <th scope="col">{words.change}</th>
                <th scope="col">{words.worth}</th>
              </tr>
            </thead>
            <tbody>
              {offers.map(({ move, round, by, sentence, gain }, i) => (
                <tr key={move} class={i === offers.length - 1 ? "row-now" : ""}>
                  <td class="number">{round}</td>
                  <th scope="row">{by}</th>
                  <td>
                    {sentence}{" "}
                    {i === offers.length - 1 && (
                      <span class="badge badge-stands">
                        {facts.end === "agreement" ? words.agreed : words.last}
                      </span>
                    )}
                  </td>
                  <td class="number">{signedPoints(gain)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
    </Part>
  );
}
