/**
 * What lies in front of one person at the table besides the game itself: which dialog is open, whether the others are
 * paused, the last draft that was sent. Made once per game and handed to every panel, so that panels need no context.
 */
import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { legalChanges } from "../../protocol/enumeration.ts";
import { phaseNow } from "../../protocol/game.ts";
import { type Change, changesBetween } from "../../protocol/move.ts";
import { countBroken, utility } from "../../scenario/preference.ts";
import { preferenceNow, seatsAt } from "../../session/seats.ts";
import type { Play } from "../play.ts";
import type { Settings } from "../settings.ts";
import { say } from "../status.ts";
import type { View } from "../view.ts";

export type DeskDialog = "sources" | "help" | "levers" | "walkaway" | "link";

export interface Desk {
  readonly play: Play;
  readonly settings: Settings;
  readonly view: ReadonlySignal<View>;
  readonly dialog: Signal<DeskDialog | undefined>;
  /** The others wait until you go on. */
  readonly paused: Signal<boolean>;
  /** The changes you put to the table last; empty before. */
  readonly lastSent: Signal<readonly Change[]>;
  /** The link that could not be copied by itself. */
  readonly link: Signal<string>;
  /** Every option in full; otherwise only what stands and what is chosen. */
  readonly fullWords: Signal<boolean>;
  /** Once the game has ended: the result page instead of the table. */
  readonly reading: Signal<boolean>;
  leave(): void;
  /** Does something that may be refused, says why if it is, and keeps the focus on the screen. */
  act(deed: () => string | undefined): void;
}

/** Puts the draft to the table and remembers it for “Start from”. */
export function proposeDraft({ play, lastSent, view, act }: Desk): void {
  const sent = view.peek().draft.changes;
  act(() => {
    const problem = play.propose();
    if (problem === undefined) lastSent.value = sent;
    return problem;
  });
}

/** Where the focus goes when the button that was pressed has gone. */
export const BAR_HEADING = "bar-heading";

export function createDesk(play: Play, settings: Settings, leave: () => void): Desk {
  return {
    play,
    settings,
    leave,
    view: play.view,
    dialog: signal(undefined),
    paused: signal(false),
    lastSent: signal<readonly Change[]>([]),
    link: signal(""),
    fullWords: signal(false),
    reading: signal(play.view.peek().ended),
    act: (deed) => {
      const problem = deed();
      if (problem !== undefined) say(problem);
      keepFocus();
    },
  };
}

/** Milliseconds until what a press changes is on the screen and a closing dialog has given the focus back. */
const SETTLED = 60;

/** Does something once a dialog that is being closed no longer hides the rest of the page. */
export function afterDialog(deed: () => void): void {
  setTimeout(deed, SETTLED);
}

/** Call after anything that may have removed the focused element. */
export function keepFocus(): void {
  setTimeout(() => {
    const at = document.activeElement;
    if (at !== null && at !== document.body) return;
    const heading = document.getElementById(BAR_HEADING) ?? document.querySelector("h1");
    heading?.focus({ preventScroll: true });
  }, SETTLED);
}

/** Opens the folded parts around an element, brings it into sight and focuses what can be used in it. */
export function goTo(id: string): void {
  const target = document.getElementById(id);
  if (target === null) return;
  for (let at = target.closest("details"); at !== null; at = at.parentElement?.closest("details") ?? null) {
    at.open = true;
  }
  target.scrollIntoView({ block: "start", behavior: "auto" });
  const inside = ["h2", "input:checked", "input"].map((part) => target.querySelector<HTMLElement>(part));
  const focusable = target.matches("[tabindex]") ? target : inside.find((part) => part !== null);
  focusable?.focus({ preventScroll: true });
}

/** Your best amendment of the open issues that breaks no further limit of your mandate; empty when nothing is better. */
export function idealDraft({ session, seat }: Play): readonly Change[] {
  const { course } = session.table.positions;
  const { game } = session.snapshot();
  if (phaseNow(course, game).protocol === "talks") {
    const best = seatsAt(session.table, game)[seat]?.best.outcome ?? game.text;
    return changesBetween(game.text, best);
  }
  const preference = preferenceNow(session.table, game, seat);
  const worth = (text: readonly number[]) => utility(preference, text);
  let best: { changes: readonly Change[]; broken: number; worth: number } = {
    changes: [],
    broken: countBroken(preference, game.text),
    worth: worth(game.text),
  };
  for (const changes of legalChanges(course, phaseNow(course, game), game)) {
    const next = game.text.slice();
    for (const [issue, option] of changes) next[issue] = option;
    const broken = countBroken(preference, next);
    if (broken > best.broken) continue;
    if (broken < best.broken || worth(next) > best.worth + 1e-9)
      best = { changes, broken, worth: worth(next) };
  }
  return best.changes;
}
