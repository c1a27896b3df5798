/** Four readings of a result, side by side and without a sum. */

import { readingsOf } from "../../view/readings.ts";
import type { OutcomeFacts } from "../../view/result.ts";
import { readings as words } from "../../view/words/readings.ts";
import type { Desk } from "../desk/desk.ts";

const NAMES = ["mandate", "worth", "strength", "unity"] as const;

/** `phases`: those in which something was negotiated. */
export function ReadingList(props: { readonly desk: Desk; readonly phases: readonly OutcomeFacts[] }) {
  const readings = readingsOf(props.phases, props.desk.view.value.you);
  return (
    <section aria-labelledby="readings-heading">
      <h2 id="readings-heading">{words.title}</h2>
      <dl class="readings">
        {NAMES.map((name) => (
          <div key={name}>
            <dt>{words.names[name]}</dt>
            <dd>{readings[name].join(" ")}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
