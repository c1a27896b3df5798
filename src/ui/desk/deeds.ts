/** What a person can do with the game itself, from the table and from the result alike: take back, save, copy a link. */
import { typesFor } from "../../seat/compiled.ts";
import { packTranscript } from "../../session/link.ts";
import { playedGame } from "../keeping/keeping.ts";
import { copyText } from "../page/copy.tsx";
import { saveText } from "../page/save.ts";
import { say } from "../page/status.ts";
import type { Desk } from "./desk.ts";
import { desk as room } from "./words.ts";

const words = room.deeds;

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
  const { scenario, seat } = play;
  const { round } = play.view.peek();
  const name = `parley-${scenario.id}-${scenario.parties[seat]!.id}-round${round}.json`;
  saveText(name, `${JSON.stringify(play.saved(), null, 1)}\n`);
  say(words.saved);
}

/** What mail and chat programs carry whole, in characters. */
export const LONGEST_LINK = 2000;

/**
 * A scenario of one's own travels inside the link. Where the link is too long for that, a dialog offers the file; where
 * the clipboard is closed (an insecure page, a policy), it shows the link in a field.
 */
export async function copyLink({ play, dialog, link }: Desk): Promise<void> {
  const bundled = playedGame.value?.source.kind === "bundled";
  const run = bundled ? play.session.transcript() : play.saved();
  link.value = `${location.href.split("#")[0]}#run=${packTranscript(run, typesFor(play.session.table, play.session.seed))}`;
  if (link.value.length > LONGEST_LINK || !(await copied(link.value))) dialog.value = "link";
}

/** Whether the clipboard has taken the link. */
export async function copied(link: string): Promise<boolean> {
  const done = await copyText(link);
  if (done) say(words.copied);
  return done;
}
