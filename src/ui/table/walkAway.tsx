/** The way out: opens the question that says what walking away means. Shown only to those whose leaving ends the talks. */
import type { Desk } from "../desk/desk.ts";

const words = { walkAway: "Walk away…" } as const;

export function WalkAway({ desk }: { readonly desk: Desk }) {
  if (!desk.view.value.mayWalkAway) return null;
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
