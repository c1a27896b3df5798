/**
 * When the program itself fails: one sentence and the ways on. The game is kept after every move, so a reload brings it
 * back; the file is for browsers that keep nothing.
 */
import { keepsGames, playedGame } from "../keeping/keeping.ts";
import { saveRun } from "../page/save.ts";

const words = {
  title: "Something in Parley failed",
  kept: "Your game is kept: reload the page and choose Continue.",
  unkept: "This browser does not keep games: save your game to a file before you reload.",
  none: "No game was running. Reload the page to start again.",
  reload: "Reload",
  save: "Save file",
  details: "What to tell the developers",
} as const;

export function Trouble({ error }: { readonly error: unknown }) {
  const kept = playedGame.value;
  const consolation =
    kept === undefined ? words.none : keepsGames.value === "kept" ? words.kept : words.unkept;
  return (
    <div class="page trouble" role="alert">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p>{consolation}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={() => location.reload()}>
          {words.reload}
        </button>
        {kept !== undefined && (
          <button type="button" onClick={() => saveRun(kept.run)}>
            {words.save}
          </button>
        )}
      </div>
      <details>
        <summary>{words.details}</summary>
        <pre>{error instanceof Error ? (error.stack ?? error.message) : String(error)}</pre>
      </details>
    </div>
  );
}
