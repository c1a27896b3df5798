/** The games that this browser keeps, newest first: go on, save to a file, discard. */
import { useState } from "preact/hooks";
import { discard, keptGames } from "../keeping/keeping.ts";
import type { KeptGame } from "../keeping/storage.ts";
import { Dialog } from "../page/dialog.tsx";
import { focusPage } from "../page/focus.ts";
import { saveRun } from "../page/save.ts";
import { say } from "../page/status.ts";
import { resume } from "../visit/visit.ts";
import { start } from "./words.ts";

const words = start.kept;

/** Shown at once; the others are folded away. */
const SHOWN = 3;

export function KeptGames() {
  const [asking, setAsking] = useState<KeptGame | undefined>(undefined);
  const games = keptGames.value;
  if (games.length === 0) return null;
  const entry = (game: KeptGame) => (
    <KeptEntry key={game.id} game={game} first={game === games[0]} discard={() => setAsking(game)} />
  );
  const others = games.slice(SHOWN);
  return (
    <section class="kept" aria-labelledby="kept-title">
      <h2 id="kept-title">{words.title({ count: games.length })}</h2>
      <ul class="kept-games">{games.slice(0, SHOWN).map(entry)}</ul>
      {others.length > 0 && (
        <details>
          <summary>{words.others({ count: others.length })}</summary>
          <ul class="kept-games">{others.map(entry)}</ul>
        </details>
      )}
      <Dialog open={asking !== undefined} title={words.discardTitle} close={() => setAsking(undefined)}>
        {asking !== undefined && <Question game={asking} close={() => setAsking(undefined)} />}
      </Dialog>
    </section>
  );
}

function KeptEntry(props: { readonly game: KeptGame; readonly first: boolean; discard(): void }) {
  const { game, first } = props;
  const { title, seat, phase, round, rounds, ended } = game.card;
  const where =
    phase === undefined ? words.round({ round, rounds }) : words.inPhase({ phase, round, rounds });
  const name = words.game({ title, seat });
  return (
    <li class="kept-game" aria-label={name}>
      <div>
        <p class="kept-name">{name}</p>
        <p class="muted small">
          {ended ? words.ended : where} {game.saved > 0 && words.saved(whenOf(game.saved))}
        </p>
      </div>
      <div class="actions">
        <button type="button" class={first ? "primary" : undefined} onClick={() => resume(game)}>
          {ended ? words.review : words.resume}
        </button>
        <button type="button" class="quiet" onClick={() => saveRun(game.run)}>
          {words.save}
        </button>
        <button type="button" class="quiet" onClick={props.discard}>
          {words.discard}
        </button>
      </div>
    </li>
  );
}

function Question({ game, close }: { readonly game: KeptGame; close(): void }) {
  const { title, seat } = game.card;
  return (
    <>
      <p>{words.discardWhat({ title, seat })}</p>
      <div class="actions">
        <button
          type="button"
          onClick={() => {
            close();
            void discard(game.id).then(() => say(words.discarded));
            // A frame later: the dialog that closes would give the focus back to a button that has gone.
            requestAnimationFrame(focusPage);
          }}
        >
          {words.discardYes}
        </button>
        <button type="button" class="quiet" onClick={close}>
          {words.discardNo}
        </button>
      </div>
    </>
  );
}

/** Day and hour on this machine's clock. */
function whenOf(saved: number): { readonly date: string; readonly time: string } {
  const at = new Date(saved);
  const two = (number: number) => String(number).padStart(2, "0");
  return {
    date: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    time: `${two(at.getHours())}:${two(at.getMinutes())}`,
  };
}
