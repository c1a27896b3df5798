/** Where the game stands (scenario, round, beat) and the tools that are always there. */
import type { Beat } from "../../protocol/move.ts";
import { packTranscript } from "../../session/link.ts";
import { saveText } from "../save.ts";
import { say } from "../status.ts";
import { beatNames, dateName } from "../words.ts";
import type { Desk } from "./desk.ts";

const words = {
  asOf: (date: string) => `positions as stated up to ${date}`,
  round: (round: number, rounds: number) => `Round ${round} of ${rounds}`,
  beats: "Beats of this round",
  tools: "Tools",
  sources: "Sources",
  help: "Help",
  undo: "Undo",
  save: "Save file",
  link: "Copy link",
  leave: "Leave",
  undone: "Taken back to your last decision.",
  saved: "The game was saved to a file.",
  copied: "The link is copied. It contains the whole game; nothing was sent anywhere.",
} as const;

const BEATS = ["news", "floor", "ballot", "adoption"] as const;
const TALKS_BEATS = ["turn", "council"] as const;

export function TableHeader({ desk }: { readonly desk: Desk }) {
  const { title, asOf, round, rounds, beat, ended, talks } = desk.view.value;
  const open = (which: "sources" | "help") => {
    desk.dialog.value = which;
  };
  return (
    <div class="table-head">
      <div class="table-title">
        <h1 tabIndex={-1}>{title}</h1>
        <p class="small muted">{words.asOf(dateName(asOf))}</p>
      </div>
      <div class="table-round">
        <strong>{words.round(round, rounds)}</strong>
        <ol class="beats" aria-label={words.beats}>
          {beatsOf(beat, talks !== undefined).map((each) => (
            <li key={each} aria-current={!ended && each === beat ? "step" : undefined}>
              {beatNames[each]}
            </li>
          ))}
        </ol>
      </div>
      <ul class="tools" aria-label={words.tools}>
        <Tool name={words.sources} press={() => open("sources")} />
        <Tool name={words.help} press={() => open("help")} />
        <Tool name={words.undo} press={() => undo(desk)} />
        <Tool name={words.save} press={() => saveGame(desk)} />
        <Tool name={words.link} press={() => copyLink(desk)} />
        <Tool name={words.leave} press={desk.leave} />
      </ul>
    </div>
  );
}

function beatsOf(beat: Beat, talks: boolean): readonly Beat[] {
  if (beat === "ratification") return [beat];
  return talks ? TALKS_BEATS : BEATS;
}

function Tool({ name, press }: { readonly name: string; press(): void }) {
  return (
    <li>
      <button type="button" class="tool" onClick={press}>
        {name}
      </button>
    </li>
  );
}

/** Desks where a decision was taken back and the question that follows is not announced yet. */
const undone = new WeakSet<Desk>();

/** What the next announcement has to begin with, because a live region only speaks the last sentence of a moment. */
export const undoneFirst = (desk: Desk): string => (undone.delete(desk) ? `${words.undone} ` : "");

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
