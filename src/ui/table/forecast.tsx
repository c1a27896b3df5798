/** How adoption would go, in words and with the distance to the line; numbers only on demand. */

import { listed } from "../../view/sentences.ts";
import type { Desk } from "../desk/desk.ts";
import { Own } from "../parts/own.tsx";
import { LikelihoodMark } from "../parts/shape.tsx";
import { Coalition } from "./blocs.tsx";
import { table } from "./words.ts";

const words = table.forecast;

export function ForecastPanel({ desk }: { readonly desk: Desk }) {
  const { forecast, pivots, you, blocs, ended, talks } = desk.view.value;
  if (ended || forecast === undefined) return null;
  const { rows, others } = forecast;
  const total = others.for + others.leaning + others.against;
  return (
    <section class="panel forecast" id="forecast" aria-labelledby="forecast-heading">
      <div class="forecast-head">
        <h2 id="forecast-heading" tabIndex={-1}>
          {words.title[forecast.about]}
        </h2>
        <p>
          {talks === undefined ? words.tonight : words.thisRound}{" "}
          <LikelihoodMark word={forecast.tonight.word} />
        </p>
        <p>
          {words.final} <LikelihoodMark word={forecast.final.word} />
        </p>
        {forecast.ballot !== undefined && <p>{words.ballot(forecast.ballot)}</p>}
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
              <Own>{name}</Own>
            </button>
            {id === you.id ? <span class="mark own">{words.you}</span> : <LikelihoodMark word={word} />}
          </li>
        ))}
      </ul>
      {total > 0 && <Coalition desk={desk} forecast={forecast} blocs={blocs} />}
      {pivots.length > 1 && <p class="small">{words.pivots({ names: listed(pivots) })}</p>}
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
                <th scope="row">
                  <Own>{name}</Own>
                </th>
                <td>{id === you.id ? words.you : words.percent({ share: chance })}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{words.wholeTonight}</th>
              <td>{words.percent({ share: forecast.tonight.chance })}</td>
            </tr>
            <tr>
              <th scope="row">{words.wholeFinal}</th>
              <td>{words.percent({ share: forecast.final.chance })}</td>
            </tr>
          </tbody>
        </table>
      </details>
    </section>
  );
}
