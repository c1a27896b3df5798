/**
 * What lies in front of one person at the table besides the game itself: which dialog is open, whether the others are
 * paused, the last draft that was sent. Made once per game and handed to every panel, so that panels need no context.
 */
import { type Signal, signal } from "@preact/signals";
import type { Change } from "../../protocol/move.ts";
import { keepFocus } from "../page/focus.ts";
import type { Settings } from "../page/settings.ts";
import { say } from "../page/status.ts";
import type { Play } from "./play.ts";

export type DeskDialog = "sources" | "help" | "levers" | "walkaway" | "link";

export interface Desk {
  readonly play: Play;
  readonly settings: Settings;
  readonly view: Play["view"];
  readonly fixed: Play["fixed"];
  readonly dialog: Signal<DeskDialog | undefined>;
  /** The others wait until you go on. */
  readonly paused: Signal<boolean>;
  /** The party that the adviser is asked about, and in which phase; undefined, and in another one: the nearest. */
  readonly askedAbout: Signal<{ readonly phase: number; readonly party: number } | undefined>;
  /** The changes you put to the table last; empty before. */
  readonly lastSent: Signal<readonly Change[]>;
  /** The link that could not be copied by itself. */
  readonly link: Signal<string>;
  /** Every option in full; otherwise only what stands and what is chosen. */
  readonly fullWords: Signal<boolean>;
  /** Once the game has ended: the result page instead of the table. */
  readonly reading: Signal<boolean>;
  leave(): void;
  /** The same scenario and seat once more, with another seed. */
  again(): void;
  /** Another person sits down at this screen. */
  sit(party: number): void;
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

export function createDesk(
  play: Play,
  settings: Settings,
  ways: Pick<Desk, "leave" | "again" | "sit">,
): Desk {
  return {
    play,
    settings,
    ...ways,
    view: play.view,
    fixed: play.fixed,
    dialog: signal(undefined),
    paused: signal(false),
    askedAbout: signal(undefined),
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
