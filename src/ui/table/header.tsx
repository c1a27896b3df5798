/** Where the game stands (scenario, round, beat) and the tools that are always there. */

import { dateName } from "../../view/date.ts";
import { beatNames } from "../../view/sentences.ts";
import { copyLink, saveGame, undo } from "../desk/deeds.ts";
import type { Desk } from "../desk/desk.ts";
import { Own } from "../parts/own.tsx";
import { table } from "./words.ts";

const words = table.header;

export function TableHeader({ desk }: { readonly desk: Desk }) {
  const { title, asOf } = desk.fixed.value;
  const open = (which: "sources" | "help") => {
    desk.dialog.value = which;
  };
  return (
    <div class="table-head">
      <div class="table-title">
        <h1 tabIndex={-1}>
          <Own>{title}</Own>
        </h1>
        <p class="small muted">{words.asOf({ date: dateName(asOf) })}</p>
      </div>
      <Whereabouts desk={desk} />
      <ul class="tools" aria-label={words.tools}>
        <Tool name={words.sources} press={() => open("sources")} />
        <Tool name={words.help} press={() => open("help")} />
        <Tool name={words.undo} press={() => undo(desk)} />
        <Tool name={words.save} press={() => saveGame(desk)} />
        <Tool name={words.link} press={() => copyLink(desk)} />
        <Tool name={words.leave} press={desk.leave} />
      </ul>
    </div>
  );
}

/** The course where there is one, the round, and the beats of the phase. */
function Whereabouts({ desk }: { readonly desk: Desk }) {
  const { round, rounds, beat, ended, course } = desk.fixed.value;
  const between = desk.play.phaseEnd.value !== undefined;
  const { phases, beats, protocol } = course;
  return (
    <div class="table-round">
      {phases.length > 1 && (
        <ol class="beats phases" aria-label={words.phases}>
          {phases.map(({ id, title, state }) => (
            <li
              key={id}
              class={`phase-${state}`}
              aria-current={state === "now" && !between ? "step" : undefined}
            >
              <Own>{title}</Own>
            </li>
          ))}
        </ol>
      )}
      {between ? (
        <strong>{words.between}</strong>
      ) : (
        <>
          {protocol !== "ratification" && <strong>{words.round({ round, rounds })}</strong>}
          <ol class="beats" aria-label={words.beats}>
            {beats.map((each) => (
              <li key={each} aria-current={!ended && each === beat ? "step" : undefined}>
                {beatNames[each]}
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

function Tool({ name, press }: { readonly name: string; press(): void }) {
  return (
    <li>
      <button type="button" class="tool" onClick={press}>
        {name}
      </button>
    </li>
  );
}
