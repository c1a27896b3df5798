/** The action bar's heading: what is going on, in a few words. Focus comes here when a pressed button has gone. */
import { BAR_HEADING } from "./desk.ts";

export function BarHeading({ text }: { readonly text: string }) {
  return (
    <h2 id={BAR_HEADING} tabIndex={-1}>
      {text}
    </h2>
  );
}
