/** Where the game stands (scenario, round, beat) and the tools that are always there. */
import { packTranscript } from "../../session/link.ts";
import { saveText } from "../save.ts";
import { say } from "../status.ts";
import { beatNames, dateName } from "../words.ts";
import type { Desk } from "./desk.ts";

const words = {
  asOf: (date: string) => `positions as stated up to ${date}`,
  round: (round: number, rounds: number) => `Round ${round} of ${rounds}`,
  phases: "Phases",
  between: "Between two phases",
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

export function TableHeader({ desk }: { readonly desk: Desk }) {
  const { title, asOf } = desk.view.value;
  const open = (which: "sources" | "help") => {
    desk.dialog.value = which;
  };
  return (
    <div class="table-head">
      <div class="table-title">
        <h1 tabIndex={-1}>{title}</h1>
        <p class="small muted">{words.asOf(dateName(asOf))}</p>
      </div>
      <Whereabouts desk={desk} />
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

/** The course where there is one, the round, and the beats of the phase. */
function Whereabouts({ desk }: { readonly desk: Desk }) {
  const { round, rounds, beat, ended, course } = desk.view.value;
  const between = desk.play.phaseEnd.value !== undefined;
  const { phases, beats, protocol } = course;
  return (
    <div class="table-round">
      {phases.length > 1 && (
        <ol class="beats phases" aria-label={words.phases}>
          {phases.map(({ id, title, state }) => (
            <li
              key={id}
              class={`phase-${state}`}
              aria-current={state === "now" && !between ? "step" : undefined}
            >
              {title}
            </li>
          ))}
        </ol>
      )}
      {between ? (
        <strong>{words.between}</strong>
      ) : (
        <>
          {protocol !== "ratification" && <strong>{words.round(round, rounds)}</strong>}
          <ol class="beats" aria-label={words.beats}>
            {beats.map((each) => (
              <li key={each} aria-current={!ended && each === beat ? "step" : undefined}>
                {beatNames[each]}
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
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
