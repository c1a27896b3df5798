/**
 * The clock of the table: while others act it makes one move at a time, slowly enough to be read. It stands still when
 * the tab is hidden, a dialog is open or somebody pressed Pause; a ballot stays a little longer than other moves.
 */
import { useEffect } from "preact/hooks";
import type { Desk } from "./desk.ts";

/** Milliseconds before the next move. */
const BEATS = { moving: { move: 900, ballot: 1800 }, still: { move: 350, ballot: 700 } } as const;
/** How long a closed door is left alone before it is tried again. */
const RETRY = 300;

export function usePace(desk: Desk): void {
  const { play, paused, settings } = desk;
  const due = play.busy.value && !paused.value;
  const moves = play.snapshot.value.moves.length;
  const moving = settings.moving.value;
  useEffect(() => {
    if (!due) return;
    const last = play.snapshot.peek().moves.at(-1)?.type;
    const afterBallot = last === "ballot" || last === "ratify";
    const tick = () => {
      if (document.hidden || document.querySelector("dialog[open]") !== null) {
        timer = setTimeout(tick, RETRY);
        return;
      }
      if (play.pace.peek() === "read" && afterBallot && !released) {
        released = true;
        paused.value = true;
        return;
      }
      play.step();
    };
    // Going on after a pause shows the next move at once.
    let released = false;
    const beats = moving ? BEATS.moving : BEATS.still;
    let timer = setTimeout(tick, afterBallot ? beats.ballot : beats.move);
    return () => clearTimeout(timer);
  }, [due, moves, moving, play, paused]);
}
