/**
 * When the program itself fails: one sentence and the ways on. The game is kept after every move, so a reload brings it
 * back; the file is for browsers that keep nothing.
 */
import { keepsGames, playedGame } from "../keeping/keeping.ts";
import { saveRun } from "../page/save.ts";
import { visit } from "./words.ts";

const words = visit.trouble;

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
