/** Your floor: the draft in one sentence, what it is worth, and the two verbs that commit: put to the table, or hold. */
import { useId, useRef } from "preact/hooks";
import { idealDraft } from "../../view/draft.ts";
import { signedPoints } from "../../view/sentences.ts";
import { type Desk, proposeDraft } from "../desk/desk.ts";
import { focusOn } from "../page/focus.ts";
import { LikelihoodMark } from "../parts/shape.tsx";
import { BarHeading } from "./barHeading.tsx";
import { HandOver } from "./handOver.tsx";
import { LeversButton } from "./levers.tsx";
import { WalkAway } from "./walkAway.tsx";
import { table } from "./words.ts";

const words = table.floorBar;

export function FloorBar({ desk }: { readonly desk: Desk }) {
  const { play, lastSent } = desk;
  const { draft, you, forecast } = desk.view.value;
  const reason = useId();
  const blocked = draft.obstacle !== undefined;
  const changed = draft.changes.length > 0;
  return (
    <>
      <div class="bar-says">
        <BarHeading text={words.title} />
        <p>
          {draft.sentence}{" "}
          {changed && (
            <>
              <strong class="figure">
                {words.worth({ points: signedPoints(you.draftUtility - you.textUtility) })}
              </strong>{" "}
              {words.adoption} {forecast && <LikelihoodMark word={forecast.word} />}.
            </>
          )}
          {blocked && (
            <span class="small obstacle" id={reason}>
              {" "}
              {draft.obstacle}
            </span>
          )}
        </p>
      </div>
      <div class="bar-does">
        <button
          type="button"
          class="primary"
          disabled={blocked}
          aria-describedby={blocked ? reason : undefined}
          onClick={() => proposeDraft(desk)}
        >
          {words.propose}
        </button>
        <button type="button" onClick={() => desk.act(play.hold)}>
          {words.hold}
        </button>
        <LeversButton desk={desk} />
        <StartFrom desk={desk} last={lastSent.value.length > 0} />
        <HandOver desk={desk} />
        <WalkAway desk={desk} />
      </div>
    </>
  );
}

export function StartFrom({ desk, last }: { readonly desk: Desk; readonly last: boolean }) {
  const { play, lastSent } = desk;
  const menu = useRef<HTMLDetailsElement>(null);
  const start = (draft: Parameters<typeof play.setDraft>[0]) => {
    play.setDraft(draft);
    if (menu.current === null) return;
    menu.current.open = false;
    focusOn(menu.current.querySelector("summary"));
  };
  const close = (event: KeyboardEvent) => {
    if (event.key === "Escape") start(play.draft.peek());
  };
  return (
    <details class="menu" ref={menu} onKeyDown={close}>
      <summary>{words.start}</summary>
      <ul>
        <li>
          <button type="button" onClick={() => start([])}>
            {words.asItStands}
          </button>
        </li>
        <li>
          <button type="button" onClick={() => start(idealDraft(play.standpoint.value))}>
            {words.ideal}
          </button>
        </li>
        {last && (
          <li>
            <button type="button" onClick={() => start(lastSent.peek())}>
              {words.last}
            </button>
          </li>
        )}
      </ul>
    </details>
  );
}
