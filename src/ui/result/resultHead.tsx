/** The head of the result page: what happened in one sentence, what follows from it, and what can be done now. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { copyLink, saveGame, undo } from "../desk/deeds.ts";
import type { Desk } from "../desk/desk.ts";
import { useFocusOn } from "../page/focus.ts";
import { result } from "./words.ts";

const words = result.resultHead;

interface HeadProps {
  readonly desk: Desk;
  readonly title: string;
  /** What is in force now, or why there is nothing new. */
  readonly children: ComponentChildren;
}

export function ResultHead({ desk, title, children }: HeadProps) {
  const { seat, scenario } = desk.play;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => scrollTo(0, 0), []);
  useFocusOn(heading, desk);
  return (
    <header class="result-head">
      <p class="overline">{words.seat({ scenario: scenario.title, seat: scenario.parties[seat]!.name })}</p>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p class="result-lead">{children}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={desk.again}>
          {words.again}
        </button>
        <button type="button" onClick={desk.leave}>
          {words.leave}
        </button>
        <button type="button" onClick={() => saveGame(desk)}>
          {words.save}
        </button>
        <button type="button" onClick={() => copyLink(desk)}>
          {words.link}
        </button>
        <button type="button" onClick={() => undo(desk)}>
          {words.undo}
        </button>
      </div>
    </header>
  );
}
