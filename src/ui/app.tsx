/**
 * The frame around every screen: skip link, name, display settings, status region, footer. It moves focus and title
 * when the screen changes and keeps a failing screen from taking the game with it.
 */
import { type ComponentChildren, Fragment, render } from "preact";
import { useEffect, useErrorBoundary, useRef, useState } from "preact/hooks";
import { Briefing } from "./briefing/briefing.tsx";
import { keepsGames, playedGame, playsApart, recall } from "./keeping/keeping.ts";
import { Dialog } from "./page/dialog.tsx";
import { Display } from "./page/display.tsx";
import { focusOn } from "./page/focus.ts";
import { unfoldForPrint } from "./page/print.ts";
import type { Settings } from "./page/settings.ts";
import { say, status } from "./page/status.ts";
import { page } from "./page/words.ts";
import { StartPage } from "./start/start.tsx";
import { DropTarget } from "./visit/files.tsx";
import { RefusalPanel } from "./visit/refusal.tsx";
import { Trouble } from "./visit/trouble.tsx";
import {
  changeSeat,
  dismissRefusal,
  goToStart,
  type Loading,
  loading,
  playAgain,
  refusal,
  remark,
  type Screen,
  screen,
  watchAddress,
} from "./visit/visit.ts";

const words = page.app;

export function mountApp(root: HTMLElement, settings: Settings): void {
  root.replaceChildren();
  render(<App settings={settings} />, root);
  unfoldForPrint();
  void recall();
  watchAddress();
  addEventListener("beforeunload", (event) => {
    // Only where a reload would really lose a game.
    const card = playedGame.value?.card;
    if (keepsGames.value !== "kept" && card !== undefined && !card.ended && card.acts > 0)
      event.preventDefault();
  });
}

function App({ settings }: { readonly settings: Settings }) {
  const main = useRef<HTMLElement>(null);
  const [displaying, setDisplaying] = useState(false);
  const now = screen.value;
  const entered = useRef(now);
  useEffect(() => {
    document.title = titleOf(now);
    if (entered.current === now) return;
    entered.current = now;
    scrollTo(0, 0);
    focusOn(main.current?.querySelector("h1") ?? main.current);
  }, [now]);
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: a skip link; the fragment itself must stay free, it asks for games. */}
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          focusOn(main.current);
        }}
      >
        {words.skip}
      </a>
      <header class="frame-header">
        <a
          class="wordmark"
          href="./"
          aria-current={now.name === "start" ? "page" : undefined}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            goToStart();
          }}
        >
          {words.name}
        </a>
        <button type="button" class="quiet" aria-haspopup="dialog" onClick={() => setDisplaying(true)}>
          {words.display}
        </button>
      </header>
      <main class="frame-main" id="main" ref={main} tabIndex={-1} data-screen={now.name}>
        <Notices />
        <Guard key={now.name === "start" ? 0 : now.visit}>
          <Shown now={now} settings={settings} />
        </Guard>
      </main>
      <footer class="frame-footer">
        <p>{words.notice}</p>
        <p>{words.local}</p>
      </footer>
      {loading.value !== undefined && <LoadingNote {...loading.value} />}
      <p class="spoken" role="status">
        {status.value}
      </p>
      <DropTarget />
      <Display settings={settings} open={displaying} close={() => setDisplaying(false)} />
      <Dialog
        open={now.name !== "start" && refusal.value !== undefined}
        title={words.refused}
        close={dismissRefusal}
      >
        {refusal.value !== undefined && <RefusalPanel refusal={refusal.value} close={dismissRefusal} />}
      </Dialog>
    </>
  );
}

function LoadingNote({ sentence, stop }: Loading) {
  return (
    <p class="loading-note">
      {sentence}{" "}
      {stop !== undefined && (
        <button type="button" onClick={stop}>
          {words.stop}
        </button>
      )}
    </p>
  );
}

/** What a person has to know about the game on the table as long as it is so. */
function Notices() {
  const keeping = keepsGames.value;
  const sentences = [
    ...(keeping === "kept" ? [] : [words.unkept[keeping]]),
    ...(playsApart.value ? [words.apart] : []),
    ...(remark.value === undefined ? [] : [remark.value]),
  ];
  const all = sentences.join(" ");
  useEffect(() => {
    if (all !== "") say(all);
  }, [all]);
  return sentences.map((sentence) => (
    <p key={sentence} class="notice">
      {sentence}
    </p>
  ));
}

function Shown({ now, settings }: { readonly now: Screen; readonly settings: Settings }) {
  switch (now.name) {
    case "start":
      return <StartPage />;
    case "briefing":
      return <Briefing open={now} leave={goToStart} />;
    case "table":
      return (
        <now.Table play={now.play} leave={goToStart} again={playAgain} sit={changeSeat} settings={settings} />
      );
  }
}

function Guard({ children }: { readonly children: ComponentChildren }) {
  const [error] = useErrorBoundary((failure) => console.error(failure));
  return error === undefined ? <Fragment>{children}</Fragment> : <Trouble error={error} />;
}

function titleOf(now: Screen): string {
  if (now.name === "start") return words.titles.start;
  const { title } = now.name === "briefing" ? now.scenario : now.play.scenario;
  return words.titles[now.name]({ title });
}
