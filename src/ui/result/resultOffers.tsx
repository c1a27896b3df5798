/** The offers of talks in their order, what each changed and was worth to you, and which one stood at the end. */
import type { Move } from "../../protocol/move.ts";
import { worthNow } from "../../seat/worth.ts";
import type { OutcomeFacts } from "../../view/result.ts";
import { describeOffer, nameAtStart, nameIn, signedPoints } from "../../view/sentences.ts";
import type { Desk } from "../desk/desk.ts";
import { Own } from "../parts/own.tsx";
import { Columns, WideTable } from "../parts/wideTable.tsx";
import { Part, within } from "./resultPart.tsx";
import { result } from "./words.ts";

const words = result.resultOffers;

export function OfferTable({ desk, facts }: { readonly desk: Desk; readonly facts: OutcomeFacts }) {
  const { standpoint, scenario } = desk.play;
  const { own, games, moves } = standpoint.value;
  const { first, after } = facts;
  const offers = moves.slice(first, after).flatMap((move: Move, i) => {
    if (move.type !== "offer") return [];
    const before = games[first + i]!;
    return [
      {
        move: first + i,
        round: before.round,
        by: nameAtStart(scenario, move.party),
        inText: nameIn(scenario, move.party),
        sentence: describeOffer(scenario, before.text, move.outcome),
        gain: worthNow(own, before, move.outcome) - worthNow(own, before, before.inForce),
      },
    ];
  });
  const lastOffer = offers.at(-1);
  return (
    <Part facts={facts} name="offers" title={words.title}>
      {lastOffer === undefined ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p>
            {words.count({ count: offers.length })}{" "}
            {words.lastOne({
              by: lastOffer.inText,
              round: lastOffer.round,
              gain: signedPoints(lastOffer.gain),
            })}
          </p>
          <details class="result-fold">
            <summary>{words.all}</summary>
            <WideTable label={within(facts, words.title)}>
              <table class="offers">
                <Columns names={[words.round, words.by, words.change, words.worth]} />
                <tbody>
                  {offers.map(({ move, round, by, sentence, gain }, i) => (
                    <tr key={move} class={i === offers.length - 1 ? "row-now" : ""}>
                      <td class="number">{round}</td>
                      <th scope="row">
                        <Own>{by}</Own>
                      </th>
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
          </details>
        </>
      )}
    </Part>
  );
}
