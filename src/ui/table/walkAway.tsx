/** The way out: opens the question that says what walking away means. Shown only to those whose leaving ends the talks. */
import type { Desk } from "../desk/desk.ts";
import { table } from "./words.ts";

const words = table.walkAway;

export function WalkAway({ desk }: { readonly desk: Desk }) {
  if (!desk.fixed.value.mayWalkAway) return null;
  return (
    <button
      type="button"
      class="quiet"
      aria-haspopup="dialog"
      onClick={() => {
        desk.dialog.value = "walkaway";
      }}
    >
      {words.walkAway}
    </button>
  );
}
