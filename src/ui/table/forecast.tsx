/** How adoption would go, in words and with the distance to the line; numbers only on demand. */

import { listed } from "../../view/words.ts";
import type { Desk } from "../desk/desk.ts";
import { LikelihoodMark } from "../parts/shape.tsx";
import { Coalition } from "./blocs.tsx";

const words = {
  title: { motion: "Forecast for the amended text", draft: "Forecast for your draft", text: "Forecast" },
  adoption: "Adoption:",
  agreement: "Agreement:",
  required: "Must agree",
  you: "your own vote",
  basis: "A text is as likely as its weakest link. Computed from public claims and observed votes only.",
  numbers: "Numbers",
  party: "Delegation",
  chance: "Estimated support",
  percent: (share: number) => `${Math.round(share * 100)} %`,
  whole: "Weakest link of the whole text",
  pivots: (names: string) => `Nearest to the line: ${names}.`,
} as const;

export function ForecastPanel({ desk }: { readonly desk: Desk }) {
  const { forecast, pivots, you, blocs, ended, talks, course } = desk.view.value;
  if (ended || course.protocol === "ratification") return null;
  const { rows, others } = forecast;
  const total = others.for + others.leaning + others.against;
  return (
    <section class="panel forecast" id="forecast" aria-labelledby="forecast-heading">
      <div class="forecast-head">
        <h2 id="forecast-heading" tabIndex={-1}>
          {words.title[forecast.about]}
        </h2>
        <p>
          {talks === undefined ? words.adoption : words.agreement} <LikelihoodMark word={forecast.word} />
        </p>
      </div>
      <ul class="required" aria-label={words.required}>
        {rows.map(({ id, name, word }) => (
          <li key={id}>
            <button
              type="button"
              class="state-button"
              aria-haspopup="dialog"
              onClick={() => {
                desk.play.selected.value = id;
              }}
            >
              {name}
            </button>
            {id === you.id ? <span class="mark own">{words.you}</span> : <LikelihoodMark word={word} />}
          </li>
        ))}
      </ul>
      {total > 0 && <Coalition desk={desk} others={others} blocs={blocs} />}
      {pivots.length > 1 && <p class="small">{words.pivots(listed(pivots))}</p>}
      <p class="small muted">{words.basis}</p>
      <details class="small">
        <summary>{words.numbers}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.party}</th>
              <th scope="col">{words.chance}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, chance }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{id === you.id ? words.you : words.percent(chance)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{words.whole}</th>
              <td>{words.percent(forecast.chance)}</td>
            </tr>
          </tbody>
        </table>
      </details>
    </section>
  );
}
