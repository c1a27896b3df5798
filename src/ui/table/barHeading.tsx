/** The action bar's heading: what is going on, in a few words. Focus comes here when a pressed button has gone. */
import { useLayoutEffect } from "preact/hooks";
import { BAR_HEADING, holdsFocus, keepFocus } from "../page/focus.ts";

export function BarHeading({ text }: { readonly text: string }) {
  // A bar is also replaced when somebody else moves, while one of its buttons has the focus.
  useLayoutEffect(() => {
    const bar = document.getElementById(BAR_HEADING)?.closest("section");
    return () => {
      if (holdsFocus(bar)) keepFocus();
    };
  }, []);
  return (
    <h2 id={BAR_HEADING} tabIndex={-1}>
      {text}
    </h2>
  );
}
