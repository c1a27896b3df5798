/** Who signed, with or without a reservation, and who did not, bloc by bloc. */
import type { OutcomeFacts } from "../../view/result.ts";
import type { Desk } from "../desk/desk.ts";
import { BlocTable } from "./blocTable.tsx";
import { Part, within } from "./resultPart.tsx";
import { result } from "./words.ts";

const words = result.resultSignatories;

export function SignatoryList({ desk, facts }: { readonly desk: Desk; readonly facts: OutcomeFacts }) {
  if (facts.end !== "agreement") return null;
  const { issues } = desk.play.scenario;
  const { voters, signed, objected, unity } = facts;
  const reserved = new Map(facts.result.reservations);
  return (
    <Part facts={facts} name="signed" title={words.title} folds>
      <BlocTable
        desk={desk}
        label={within(facts, words.table)}
        columns={[
          { stance: "for", title: words.signed, parties: signed.filter((party) => !reserved.has(party)) },
          {
            stance: "reserve",
            title: words.reserved,
            parties: [...reserved.keys()],
            entry: (party, name) => words.on({ name, label: issues[reserved.get(party)!]!.label }),
          },
          { stance: "against", title: words.objected, parties: objected },
          {
            stance: "abstain",
            title: words.abstained,
            parties: voters.filter((party) => !signed.includes(party) && !objected.includes(party)),
          },
        ]}
      />
      {reserved.size > 0 && (
        <p class="small muted">
          {words.unity({
            after: unity.after.toFixed(2),
            before: unity.before.toFixed(2),
            count: reserved.size,
          })}
        </p>
      )}
    </Part>
  );
}
