/** The share of futures in which the agreement still holds, half-year by half-year: a small SVG with its table twin. */

import { result } from "./words.ts";

const words = result.fanChart;

const WIDTH = 560;
const HEIGHT = 220;
const LEFT = 64;
const BOTTOM = 28;
const TOP = 8;
const RIGHT = 12;

/** Both: share of futures that hold after 0, 1, … half-years, from 0 to 1. */
export function FanChart(props: {
  readonly plain: readonly number[];
  readonly switched: readonly number[] | undefined;
}) {
  const { plain, switched } = props;
  const last = plain.length - 1;
  const x = (halfYear: number) => LEFT + (halfYear / last) * (WIDTH - LEFT - RIGHT);
  const y = (share: number) => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM);
  const path = (shares: readonly number[]) =>
    shares.map((share, t) => `${t === 0 ? "M" : "L"}${x(t).toFixed(1)} ${y(share).toFixed(1)}`).join("");
  const area = `${path(plain)}L${x(last)} ${y(0)}L${x(0)} ${y(0)}Z`;
  return (
    <figure class="fan">
      <figcaption>{words.title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words.title}>
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <g key={share}>
            <line class="fan-grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(share)} y2={y(share)} />
            <text class="fan-label" x={LEFT - 8} y={y(share) + 4} text-anchor="end">
              {words.share({ share })}
            </text>
          </g>
        ))}
        {plain.map((_, t) =>
          t % 2 === 0 ? (
            <text key={`year ${t}`} class="fan-label" x={x(t)} y={HEIGHT - 8} text-anchor="middle">
              {words.year({ year: t / 2 })}
            </text>
          ) : null,
        )}
        <path class="fan-area" d={area} />
        <path class="fan-line" d={path(plain)} />
        {switched && <path class="fan-line fan-switched" d={path(switched)} />}
      </svg>
      <details class="small">
        <summary>{words.table}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.years}</th>
              <th scope="col">{words.asItIs}</th>
              {switched && <th scope="col">{words.switched}</th>}
            </tr>
          </thead>
          <tbody>
            {plain.map((share, t) => (
              <tr key={`row ${t}`}>
                <th scope="row">{words.year({ year: t / 2 })}</th>
                <td>{words.share({ share })}</td>
                {switched && <td>{words.share({ share: switched[t]! })}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
