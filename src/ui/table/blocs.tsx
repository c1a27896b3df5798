/**
 * The delegations that need not all agree, as one body: a bar with the line that objections must not pass, its
 * sentence, and, opened, the blocs and their states.
 */
import type { BlocView, StateView } from "../../view/coalition.ts";
import type { Forecast } from "../../view/view.ts";
import type { Desk } from "../desk/desk.ts";
import { Own } from "../parts/own.tsx";
import { Shape, StanceMark } from "../parts/shape.tsx";
import { table } from "./words.ts";

type Others = Forecast["others"];

const words = table.blocs;

/** With fewer, the sentence is clearer than a bar. */
const FEWEST_IN_A_BAR = 4;

/** "31 others: 18 for, 12 leaning, 1 against; 10 may object." and how far that is from the line. */
function OthersSentence({ others }: { readonly others: Others }) {
  const total = others.for + others.leaning + others.against;
  return (
    <p class="others-sentence">
      {words.others({ total })} <Shape stance="for" /> {others.for} {words.key.for},{" "}
      <Shape stance="leaning" /> {others.leaning} {words.key.leaning}, <Shape stance="against" />{" "}
      {others.against} {words.key.against}; <strong>{distanceToLine(others)}</strong>
    </p>
  );
}

function distanceToLine({ allowed, against }: Others): string {
  if (!Number.isFinite(allowed)) return words.unbounded;
  if (against > allowed) return words.tooMany({ allowed, over: against - allowed });
  return against === allowed && against > 0 ? words.atTheLine({ allowed }) : words.below({ allowed });
}

export function Coalition(props: {
  readonly desk: Desk;
  readonly forecast: Forecast;
  readonly blocs: readonly BlocView[];
}) {
  const { desk } = props;
  const { others, rows: required } = props.forecast;
  const blocs = props.blocs.filter(({ states }) =>
    states.some((state) => !required.some(({ id }) => id === state.id)),
  );
  return (
    <>
      <OthersSentence others={others} />
      {others.for + others.leaning + others.against >= FEWEST_IN_A_BAR && <Needle others={others} />}
      <details class="bloc-list">
        <summary>{words.blocs}</summary>
        {blocs.map((bloc) => (
          <details key={bloc.name} class="bloc">
            <summary>
              <strong>
                <Own>{bloc.name}</Own>
              </strong>{" "}
              <span class="small">
                {words.counts({ yes: bloc.for, leaning: bloc.leaning, no: bloc.against })}
              </span>
            </summary>
            <ul>
              {bloc.states.map((state) => (
                <StateRow key={state.id} desk={desk} state={state} />
              ))}
            </ul>
          </details>
        ))}
      </details>
    </>
  );
}

function StateRow({ desk, state }: { readonly desk: Desk; readonly state: StateView }) {
  return (
    <li class="state">
      <button
        type="button"
        class="state-button"
        aria-haspopup="dialog"
        onClick={() => {
          desk.play.selected.value = state.id;
        }}
      >
        <Own>{state.name}</Own>
      </button>
      <StanceMark stance={state.stance} />
      {state.worry !== undefined && state.stance !== "for" && (
        <span class="small muted">{words.worry({ what: state.worry })}</span>
      )}
    </li>
  );
}

/** One cell a delegation, objections from the right; the line stands where they begin to block. */
function Needle({ others }: { readonly others: Others }) {
  const cells = (["for", "leaning", "against"] as const).flatMap((stance) =>
    Array.from({ length: others[stance] }, () => stance),
  );
  const line = Math.max(0, cells.length - others.allowed);
  return (
    <div class="needle" aria-hidden="true">
      <div class="needle-cells">
        {cells.map((stance, i) => (
          <span key={i} class={`cell cell-${stance}`}>
            {i === line && Number.isFinite(others.allowed) && <i class="needle-line" />}
          </span>
        ))}
        {line === cells.length && Number.isFinite(others.allowed) && <i class="needle-line needle-end" />}
      </div>
    </div>
  );
}
