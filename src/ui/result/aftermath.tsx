/**
 * Did it hold? Many seeded futures of the result, as a curve with its table twin, and switches for assumptions: what if
 * more had ratified, what if the other side read protection as a threat, what if monitoring were another. Always "in
 * this model": the weights are teaching parameters, and the page says so.
 */
import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { type AftermathView, aftermathOf, type Switch } from "../../analysis/aftermath.ts";
import type { Scenario } from "../../scenario/schema.ts";
import { RUNS, wholePercents } from "../../view/futures.ts";
import type { OutcomeFacts, Truth } from "../../view/result.ts";
import { nameIn } from "../../view/sentences.ts";
import { futures } from "../../view/words/futures.ts";
import { useOwn } from "../parts/own.tsx";
import { SourceLinks } from "../parts/sources.tsx";
import { FanChart } from "./fanChart.tsx";
import { result } from "./words.ts";

const words = result.aftermath;

export function AftermathSection({ truth, facts }: { readonly truth: Truth; readonly facts: OutcomeFacts }) {
  const { table, seed } = truth;
  const { scenario } = table;
  const model = scenario.aftermath;
  const ratified = useSignal("");
  const lens = useSignal("");
  const monitoring = useSignal("");
  const own = useOwn();
  if (model === undefined) return null;

  const switched: Switch = {
    assumptions: {
      ...(ratified.value !== "" && { ratified: Number(ratified.value) }),
      ...(lens.value !== "" && { lens: Number(lens.value) }),
    },
    options: monitoring.value === "" ? {} : { [model.monitoring]: monitoring.value },
  };
  const future = (change: Switch) => aftermathOf(table, facts.inForce, change, seed, RUNS);
  const plain = future({});
  const changed = [ratified, lens, monitoring].some((choice) => choice.value !== "");
  const shown = changed ? future(switched) : plain;
  const agreed = facts.end === "agreement";
  const title = agreed ? "agreement" : facts.inForce.signed.includes(true) ? "mandate" : "none";
  const watched = scenario.issues.find((issue) => issue.id === model.monitoring)!;
  return (
    <section aria-labelledby="aftermath-heading">
      <h2 id="aftermath-heading">{words.title[title]}</h2>
      <p class="reading-width">
        {!agreed && futures.without}{" "}
        <strong>
          {futures.lead({ held: Math.round(shown.fan.shares.held * 10), years: model.halfYears / 2 })}
        </strong>{" "}
        {words.weakest({ name: weakestLinkOf(shown) })}{" "}
        {ratificationSentence(scenario, plain, facts.inForce.approved)}
      </p>
      <fieldset class="switches">
        <legend>{words.switches}</legend>
        <Choice
          label={words.ratification}
          chosen={ratified}
          options={[
            ["0", words.none],
            ["1", words.all],
          ]}
        />
        <Choice label={words.lens} chosen={lens} options={Object.entries(words.lenses)} />
        <Choice
          label={words.monitoring}
          chosen={monitoring}
          options={watched.options.map((option) => [option.id, option.label] as const)}
          attributes={own}
        />
      </fieldset>
      <FanChart plain={plain.fan.holding} switched={changed ? shown.fan.holding : undefined} />
      <EndsTable plain={plain} switched={changed ? shown : undefined} />
      <p class="small muted reading-width">{words.notice}</p>
      <details class="small reading-width">
        <summary>{words.model}</summary>
        <ul>
          {model.terms.map(({ term, literature, contested, sources }) => (
            <li key={term}>
              <strong>{term}</strong>: {words.term({ literature, contested })}{" "}
              <SourceLinks scenario={scenario} ids={sources ?? []} date={undefined} />
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function EndsTable(props: { readonly plain: AftermathView; readonly switched: AftermathView | undefined }) {
  const plain = wholePercents(props.plain.fan.shares);
  const switched = props.switched && wholePercents(props.switched.fan.shares);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.ends}</th>
          <th scope="col">{words.asItIs}</th>
          {switched && <th scope="col">{words.switched}</th>}
        </tr>
      </thead>
      <tbody>
        {(["held", "attack", "escalation", "breach"] as const).map((fate) => (
          <tr key={fate}>
            <th scope="row">{futures.fate[fate]}</th>
            <td>{words.share({ share: plain[fate] })}</td>
            {switched && <td>{words.share({ share: switched[fate] })}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Choice(props: {
  readonly label: string;
  readonly chosen: { value: string };
  readonly options: readonly (readonly [string, string])[];
  /** Of each option. */
  readonly attributes?: ReturnType<typeof useOwn>;
}) {
  const { label, chosen, options, attributes } = props;
  const id = useId();
  return (
    <p class="switch">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={chosen.value}
        onChange={(event) => {
          chosen.value = event.currentTarget.value;
        }}
      >
        <option value="">{words.scenario}</option>
        {options.map(([value, name]) => (
          <option key={value} value={value} {...attributes}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}

function weakestLinkOf({ fan }: AftermathView): string {
  const { capability, credibility, communication } = fan.indices;
  const least = Math.min(capability, credibility, communication);
  if (least === capability) return words.links.capability;
  return least === credibility ? words.links.credibility : words.links.communication;
}

function ratificationSentence(
  scenario: Scenario,
  { approvals, assumptions }: AftermathView,
  approved: OutcomeFacts["inForce"]["approved"],
): string {
  if (approvals.length === 0) return words.nobody;
  const hardest = approvals
    .toSorted((a, b) => a.chance - b.chance)
    .slice(0, 3)
    .map(({ party }) => nameIn(scenario, party));
  if (approved !== undefined)
    return words.decided({
      passed: approvals.filter(({ party }) => approved[party]).length,
      all: approvals.length,
    });
  return words.expected({ expected: Math.round(assumptions.ratified * 10), names: hardest });
}
