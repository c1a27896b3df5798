/** While others act: whose move it is, and how fast you want to see it. */

import type { Desk } from "../desk/desk.ts";
import { keepFocus } from "../page/focus.ts";
import { BarHeading } from "./barHeading.tsx";
import { HandOver } from "./handOver.tsx";
import { table } from "./words.ts";

const words = table.waitingBar;

export function WaitingBar({ desk }: { readonly desk: Desk }) {
  const { play, paused } = desk;
  const { turn, record, course } = desk.fixed.value;
  const ratifying = course.protocol === "ratification";
  const watching = course.role === "observer";
  const title = ratifying ? words.parliaments : watching ? words.watching : words.title;
  const given = play.handedOver.value;
  return (
    <>
      <div class="bar-says">
        <BarHeading text={given ? words.handedOver : title} />
        <p>
          {paused.value && <strong>{words.paused} </strong>}
          {watching && course.actsIn !== undefined && words.until({ phase: course.actsIn })}{" "}
          {ratifying ? words.nobody : turn} <span class="muted">{record.at(-1)?.sentence}</span>
        </p>
      </div>
      <div class="bar-does">
        <button
          type="button"
          aria-pressed={paused.value}
          onClick={() => {
            paused.value = !paused.value;
          }}
        >
          {words.pause}
        </button>
        <button
          type="button"
          class="primary"
          onClick={() => {
            play.toNextStop();
            keepFocus();
          }}
        >
          {given ? words.skipEnd : words.skip}
        </button>
        <label class="check">
          <input
            type="checkbox"
            checked={play.pace.value === "read"}
            onChange={(event) => {
              play.pace.value = event.currentTarget.checked ? "read" : "flow";
            }}
          />
          {words.read}
        </label>
        <HandOver desk={desk} />
      </div>
    </>
  );
}
