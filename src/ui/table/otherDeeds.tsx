/** What you may do besides answering, while the floor or the turn is yours: levers, a draft to start from, and the ways out. */
import { useRef } from "preact/hooks";
import { idealDraft } from "../../view/draft.ts";
import type { Desk } from "../desk/desk.ts";
import { focusOn } from "../page/focus.ts";
import { HandOver } from "./handOver.tsx";
import { LeversButton } from "./levers.tsx";
import { WalkAway } from "./walkAway.tsx";
import { table } from "./words.ts";

const words = table.otherDeeds;

export function OtherDeeds({ desk }: { readonly desk: Desk }) {
  return (
    <>
      <LeversButton desk={desk} />
      <StartFrom desk={desk} last={desk.lastSent.value.length > 0} />
      <HandOver desk={desk} />
      <WalkAway desk={desk} />
    </>
  );
}

function StartFrom({ desk, last }: { readonly desk: Desk; readonly last: boolean }) {
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
