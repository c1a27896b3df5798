/** What the bodies at home did with what was signed, bloc by bloc. */
import { bodiesOf } from "../../view/ending.ts";
import type { OutcomeFacts } from "../../view/result.ts";
import type { Desk } from "../desk/desk.ts";
import { BlocTable } from "./blocTable.tsx";
import { Part, within } from "./resultPart.tsx";
import { result } from "./words.ts";

const words = result.resultBodies;

export function BodyTable({ desk, facts }: { readonly desk: Desk; readonly facts: OutcomeFacts }) {
  const { yes, no } = bodiesOf(facts.result);
  if (yes.length + no.length === 0) return null;
  return (
    <Part facts={facts} name="bodies" title={words.title}>
      <BlocTable
        desk={desk}
        label={within(facts, words.title)}
        columns={[
          { stance: "for", title: words.yes, parties: yes },
          { stance: "against", title: words.no, parties: no },
        ]}
      />
      <p class="small muted">{words.counts}</p>
    </Part>
  );
}
