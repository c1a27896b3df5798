/** Asks before a new game takes the place of the kept one: the browser keeps a single game. */

import { keptRun } from "../keeping/keeping.ts";
import { Dialog } from "../page/dialog.tsx";
import { saveRun } from "../page/save.ts";
import { dismissReplacement, replacement } from "./visit.ts";

const words = {
  title: "Replace the kept game?",
  what: (title: string, seat: string, round: number) =>
    `“${title}” as ${seat} is in round ${round}. This browser keeps one game; the new one takes its place.`,
  begin: "Begin the new game",
  save: "Save the kept game to a file",
  cancel: "Leave everything as it is",
} as const;

export function Replacement() {
  const begin = replacement.value;
  const kept = keptRun.value;
  return (
    <Dialog open={begin !== undefined} title={words.title} close={dismissReplacement}>
      {kept !== undefined && (
        <>
          <p>{words.what(kept.card.title, kept.card.seat, kept.card.round)}</p>
          <div class="actions stacked">
            <button type="button" onClick={() => saveRun(kept.run)}>
              {words.save}
            </button>
            <button type="button" class="primary" onClick={begin}>
              {words.begin}
            </button>
            <button type="button" class="quiet" onClick={dismissReplacement}>
              {words.cancel}
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
}
