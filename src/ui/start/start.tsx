/**
 * The start page: the first three seconds (UX §3). One sentence, one button; everything else is below or beside it. It
 * needs neither rulebook nor scenario; both are fetched while the visitor reads.
 */
import { useEffect, useState } from "preact/hooks";
import { discard, keptRun } from "../keeping/keeping.ts";
import { BUNDLED } from "../keeping/scenarios.ts";
import { Dialog } from "../page/dialog.tsx";
import { focusPage } from "../page/focus.ts";
import { say } from "../page/status.ts";
import { OpenSection } from "../visit/files.tsx";
import { chooseSeat, engine, playNow, resume } from "../visit/visit.ts";
import { About } from "./about.tsx";
import { DraftFigure } from "./draft.tsx";
import { start } from "./words.ts";

const MAIN = BUNDLED[0]!;

const words = start.start;

/** Of the scenario that "Play now" opens; the file itself is not loaded yet. */
const AS_OF = "2026-01-06";

export function StartPage() {
  useEffect(() => {
    // While the visitor reads; a failure shows when something is pressed.
    const timer = setTimeout(() => void Promise.all([engine(), MAIN.load()]).catch(() => undefined), 400);
    return () => clearTimeout(timer);
  }, []);
  const kept = keptRun.value;
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
          {kept !== undefined && <KeptCard />}
          <div class="actions">
            <button
              type="button"
              class={kept === undefined ? "primary large" : "large"}
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

function KeptCard() {
  const [asking, setAsking] = useState(false);
  const kept = keptRun.value;
  if (kept === undefined) return null;
  const { title, seat, phase, round, rounds, ended } = kept.card;
  const where =
    phase === undefined ? words.round({ round, rounds }) : words.inPhase({ phase, round, rounds });
  return (
    <section class="kept" aria-labelledby="kept-title">
      <div>
        <h2 id="kept-title">{words.kept}</h2>
        <p class="kept-game">{words.game({ title, seat })}</p>
        <p class="muted">{ended ? words.ended : where}</p>
      </div>
      <div class="actions">
        <button type="button" class="primary" onClick={resume}>
          {ended ? words.review : words.resume}
        </button>
        <button type="button" class="quiet" onClick={() => setAsking(true)}>
          {words.discard}
        </button>
      </div>
      <Dialog open={asking} title={words.discardTitle} close={() => setAsking(false)}>
        <p>{words.discardWhat({ title, seat })}</p>
        <div class="actions">
          <button
            type="button"
            onClick={() => {
              setAsking(false);
              void discard().then(() => say(words.discarded));
              focusPage();
            }}
          >
            {words.discardYes}
          </button>
          <button type="button" class="quiet" onClick={() => setAsking(false)}>
            {words.discardNo}
          </button>
        </div>
      </Dialog>
    </section>
  );
}
