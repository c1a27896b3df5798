/**
 * The table screen while a game runs, and the result page once it has ended. It only arranges: every panel reads the
 * one view and writes through the desk. What concerns the screen as a whole is here: pace, announcements, and where a
 * click on the stage leads.
 */
import "../styles/table/frame.css";
import "../styles/table/head.css";
import "../styles/table/columns.css";
import "../styles/table/you.css";
import "../styles/table/record.css";
import "../styles/table/stage.css";
import "../styles/table/forecast.css";
import "../styles/table/text.css";
import "../styles/table/terms.css";
import "../styles/table/bar.css";
import "../styles/table/dialogs.css";
import "../styles/table/wide.css";
import "../styles/table/narrow.css";
import "../styles/table/print.css";
import "../styles/cards.css";
import "../styles/course.css";
import "../styles/result.css";
import "../styles/aftermath.css";
import { useSignalEffect } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { undoneFirst } from "../desk/deeds.ts";
import { createDesk, type Desk } from "../desk/desk.ts";
import { usePace } from "../desk/pace.ts";
import type { Play } from "../desk/play.ts";
import { goTo } from "../page/focus.ts";
import type { Settings } from "../page/settings.ts";
import { say } from "../page/status.ts";
import { WrittenIn } from "../parts/own.tsx";
import { ResultPage } from "../result/result.tsx";
import { AdviserPanel } from "./adviserPanel.tsx";
import { ActionBar } from "./bar.tsx";
import { TableDialogs } from "./dialogs.tsx";
import { ForecastPanel } from "./forecast.tsx";
import { TableHeader } from "./header.tsx";
import { InForcePanel } from "./inForcePanel.tsx";
import { issueAnchor } from "./issue.tsx";
import { CardsOnTable, NewsCard } from "./news.tsx";
import { PhaseCard } from "./phaseCard.tsx";
import { ReactionBox } from "./reactionBox.tsx";
import { RecordPanel } from "./recordPanel.tsx";
import { StageBox } from "./stageBox.tsx";
import { StateCard } from "./stateCard.tsx";
import { TextPanel } from "./text.tsx";
import { table } from "./words.ts";
import { YouPanel } from "./you.tsx";

const words = table.table;

export function TableScreen(props: {
  play: Play;
  leave(): void;
  again(): void;
  sit(party: number): void;
  settings: Settings;
}): JSX.Element {
  const { play, leave, again, sit, settings } = props;
  const desk = useMemo(
    () => createDesk(play, settings, { leave, again, sit }),
    [play, settings, leave, again, sit],
  );
  usePace(desk);
  useAnnouncements(desk);
  useSelection(desk);
  const reading = desk.reading.value && desk.fixed.value.ended;
  return (
    <WrittenIn language={play.scenario.language}>
      {reading ? <ResultPage desk={desk} /> : <Table desk={desk} />}
      <StateCard desk={desk} />
      <TableDialogs desk={desk} />
    </WrittenIn>
  );
}

function Table({ desk }: { readonly desk: Desk }) {
  const end = desk.play.phaseEnd.value;
  return (
    <div class="table">
      <TableHeader desk={desk} />
      {end === undefined && (
        <nav class="parts" aria-label={words.parts}>
          {(["text", "forecast", "you", "record"] as const).map((id) => (
            <button key={id} type="button" class="tool" onClick={() => goTo(id)}>
              {words.part[id]}
            </button>
          ))}
        </nav>
      )}
      <div class="columns">
        <div class="column column-you">
          <YouPanel desk={desk} />
          {end === undefined && <InForcePanel desk={desk} />}
          {end === undefined && <AdviserPanel desk={desk} />}
          <RecordPanel desk={desk} />
        </div>
        <div class="column column-stage">
          <StageBox desk={desk} />
          <NewsCard desk={desk} />
          <ReactionBox desk={desk} />
          {end === undefined && <ForecastPanel desk={desk} />}
          <CardsOnTable desk={desk} />
        </div>
        <div class="column column-text">
          {end === undefined ? <TextPanel desk={desk} /> : <PhaseCard desk={desk} end={end} />}
        </div>
      </div>
      <ActionBar desk={desk} />
    </div>
  );
}

/** Says what is asked of you when it changes; the focus stays where it is. */
function useAnnouncements(desk: Desk): void {
  const last = useRef<string>("");
  const view = desk.fixed.value;
  const end = desk.play.phaseEnd.value;
  useEffect(() => {
    const { ask, ended, round, phaseTitle } = view;
    const state = ended ? "ended" : end ? `over ${end.title}` : `${ask ?? ""} ${phaseTitle} ${round}`;
    const first = undoneFirst(desk);
    if (last.current === state) return;
    last.current = state;
    if (ended) say(...first, words.ended);
    else if (end !== undefined) say(...first, words.over, end.sentence);
    else if (ask !== undefined) say(...first, words.asks[ask]);
  }, [desk, view, end]);
}

/** Issues are shown where they stand; delegations open their card (StateCard). */
function useSelection({ play }: Desk): void {
  useSignalEffect(() => {
    const id = play.selected.value;
    if (id === undefined || !play.scenario.issues.some((issue) => issue.id === id)) return;
    play.selected.value = undefined;
    goTo(issueAnchor(id));
  });
}
