/**
 * The start page: the first three seconds (UX §3). One sentence, one button; everything else is below or beside it. It
 * needs neither rulebook nor scenario; both are fetched while the visitor reads.
 */
import { useEffect } from "preact/hooks";
import { keptGames } from "../keeping/keeping.ts";
import { BUNDLED } from "../keeping/scenarios.ts";
import { OpenSection } from "../visit/files.tsx";
import { chooseSeat, engine, playNow } from "../visit/visit.ts";
import { About } from "./about.tsx";
import { DraftFigure } from "./draft.tsx";
import { KeptGames } from "./kept.tsx";
import { start } from "./words.ts";

const MAIN = BUNDLED[0]!;

const words = start.start;

/** Of the scenario that "Play now" opens; the file itself is not loaded yet. */
const AS_OF = "2026-01-05";

export function StartPage() {
  useEffect(() => {
    // While the visitor reads; a failure shows when something is pressed.
    const timer = setTimeout(() => void Promise.all([engine(), MAIN.load()]).catch(() => undefined), 400);
    return () => clearTimeout(timer);
  }, []);
  const kept = keptGames.value.length > 0;
  return (
    <>
      <div class="page hero">
        <div class="hero-words">
          <h1 class="opening" tabIndex={-1}>
            {Object.values(words.lines).map((line) => (
              <span key={line}>{line} </span>
            ))}
          </h1>
          <p class="lead">{words.lead}</p>
          <KeptGames />
          <div class="actions">
            <button
              type="button"
              class={kept ? "large" : "primary large"}
              onClick={() => playNow(MAIN.id, MAIN.seat)}
            >
              {words.play}
            </button>
            <button type="button" class="large" onClick={() => chooseSeat(MAIN.id)}>
              {words.choose}
            </button>
          </div>
          <p class="after-actions">
            <button type="button" class="link" onClick={() => playNow("first-minute", "ukraine")}>
              {words.first}
            </button>
          </p>
          <p class="muted small">{words.asOf({ date: AS_OF })}</p>
        </div>
        <DraftFigure />
      </div>
      <OpenSection />
      <About />
    </>
  );
}
