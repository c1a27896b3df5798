/**
 * The action bar: one heading and one sentence that say what is going on, and the buttons for what you can do about it.
 * Which bar is shown follows from what the game asks of you; the rest of the screen never commits anything.
 */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Desk } from "../desk/desk.ts";
import { BAR_HEADING, holdsFocus, isLost, keepFocus } from "../page/focus.ts";
import { BarHeading } from "./barHeading.tsx";
import { FaultBar } from "./faultBar.tsx";
import { FloorBar } from "./floorBar.tsx";
import { OtherSeatBar } from "./otherSeat.tsx";
import { PhaseBar } from "./phaseCard.tsx";
import { TalksBar } from "./talksBar.tsx";
import { CouncilBar, MotionBar, TextBar } from "./voteBars.tsx";
import { WaitingBar } from "./waitingBar.tsx";
import { table } from "./words.ts";

const words = table.bar;

/** Milliseconds for which a bar that asks something new takes no press of a pointer. */
const DOUBLE_CLICK = 400;

export function ActionBar({ desk }: { readonly desk: Desk }) {
  const { ask, ended } = desk.fixed.value;
  const end = desk.play.phaseEnd.value;
  const [other] = desk.play.others.value;
  const fault = desk.play.fault.value;
  const bar = useRef<HTMLElement>(null);
  // Looked at before the bar changes: if its focused button goes, its heading takes the focus; panels keep theirs.
  const focused = holdsFocus(bar.current);
  useLayoutEffect(() => {
    if (focused && isLost()) keepFocus();
  });
  const asked = ask === undefined ? "" : desk.play.standpoint.value.moves.length;
  const question = ended
    ? "ended"
    : end !== undefined
      ? "over"
      : `${ask ?? (fault ? "fault" : "waiting")} ${asked}`;
  useLayoutEffect(() => settle(bar.current), [question]);
  return (
    <section
      ref={bar}
      class={`bar ${ask === undefined && end === undefined && fault === undefined ? "" : "bar-yours"}`}
      aria-labelledby={BAR_HEADING}
      aria-busy={desk.play.settling}
    >
      {ended ? (
        <EndBar desk={desk} />
      ) : end !== undefined ? (
        <PhaseBar desk={desk} end={end} />
      ) : ask === "speech" ? (
        <FloorBar desk={desk} />
      ) : ask === "motion" ? (
        <MotionBar desk={desk} />
      ) : ask === "text" ? (
        <TextBar desk={desk} />
      ) : ask === "offer" ? (
        <TalksBar desk={desk} />
      ) : ask === "council" ? (
        <CouncilBar desk={desk} />
      ) : fault !== undefined ? (
        <FaultBar desk={desk} fault={fault} />
      ) : other !== undefined ? (
        <OtherSeatBar desk={desk} party={other} />
      ) : (
        <WaitingBar desk={desk} />
      )}
    </section>
  );
}

/**
 * The second click of a double click, meant for the button that has gone, falls on nothing; keyboards are let through: a held
 * key repeats on the heading that took the focus.
 */
function settle(bar: HTMLElement | null): () => void {
  bar?.setAttribute("data-settling", "");
  const settled = setTimeout(() => bar?.removeAttribute("data-settling"), DOUBLE_CLICK);
  return () => clearTimeout(settled);
}

function EndBar({ desk }: { readonly desk: Desk }) {
  const { end, talks, stage } = desk.view.value;
  const adopted = end === "agreement" && talks === undefined;
  const read = () => {
    desk.reading.value = true;
  };
  return (
    <>
      <div class="bar-says">
        <BarHeading text={adopted ? words.adopted : words.ended[end ?? "deadline"]} />
        <p>
          {stage.scene.kind === "aftermath" && <>{stage.scene.lead} </>}
          {words.endedText}
        </p>
      </div>
      <div class="bar-does">
        <button type="button" class="primary" onClick={read}>
          {words.result}
        </button>
      </div>
    </>
  );
}
