/** The adviser's one sentence, and a button that tries its step on in your draft: nothing is sent by it. */
import type { Desk } from "../desk/desk.ts";
import { table } from "./words.ts";

const words = table.adviserPanel;

export function AdviserPanel({ desk }: { readonly desk: Desk }) {
  const { advice, advised, ended, motion } = desk.fixed.value;
  // While a motion is voted on, the question is the motion, not what to propose.
  if (ended || advice === "" || motion !== undefined) return null;
  const attempt = () => {
    const kept = desk.play.draft.peek().filter(([issue]) => !advised.some(([other]) => other === issue));
    desk.play.setDraft([...kept, ...advised]);
  };
  return (
    <section class="panel adviser" aria-labelledby="adviser-heading">
      <h2 id="adviser-heading">{words.title}</h2>
      <p>{advice}</p>
      {advised.length > 0 && (
        <button type="button" onClick={attempt}>
          {words.attempt}
        </button>
      )}
    </section>
  );
}
