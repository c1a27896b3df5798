/** What a person can do with the game itself, from the table and from the result alike: take back, save, copy a link. */
import { packTranscript } from "../../session/link.ts";
import { saveText } from "../page/save.ts";
import { say } from "../page/status.ts";
import type { Desk } from "./desk.ts";

const words = {
  undone: "Taken back to your last decision.",
  saved: "The game was saved to a file.",
  copied: "The link is copied. It contains the whole game; nothing was sent anywhere.",
} as const;

/** Desks where a decision was taken back and the question that follows is not announced yet. */
const undone = new WeakSet<Desk>();

/** What the next announcement has to begin with, because a live region only speaks the last sentence of a moment. */
export const undoneFirst = (desk: Desk): readonly string[] => (undone.delete(desk) ? [words.undone] : []);

export function undo(desk: Desk): void {
  desk.act(() => {
    const problem = desk.play.undo();
    if (problem === undefined) {
      desk.reading.value = false;
      undone.add(desk);
      say(words.undone);
    }
    return problem;
  });
}

export function saveGame({ play }: Desk): void {
  const { scenario, seat, session } = play;
  const { round } = play.view.peek();
  const name = `parley-${scenario.id}-${scenario.parties[seat]!.id}-round${round}.json`;
  saveText(name, `${JSON.stringify(session.transcript(), null, 1)}\n`);
  say(words.saved);
}

/** Where the clipboard is closed (an insecure page, a policy), the link is shown in a field instead. */
export async function copyLink({ play, dialog, link }: Desk): Promise<void> {
  const address = `${location.href.split("#")[0]}#run=${packTranscript(play.session.transcript())}`;
  try {
    await navigator.clipboard.writeText(address);
    say(words.copied);
  } catch {
    link.value = address;
    dialog.value = "link";
  }
}
