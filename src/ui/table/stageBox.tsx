/**
 * The stage's place on the page. It loads the picture after the first paint and feeds it views; when the import or
 * WebGL fails the table goes on without it. A click on the picture does what its twin among the panels does.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Stage } from "../../view/stage.ts";
import type { Desk } from "../desk/desk.ts";
import { table } from "./words.ts";

const words = table.stageBox;

export function StageBox({ desk }: { readonly desk: Desk }) {
  const { play, settings, view } = desk;
  const moving = settings.moving.value;
  const theme = settings.shownTheme.value;
  const box = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<Stage>();
  const [missing, setMissing] = useState(false);

  useEffect(() => {
    let gone = false;
    let made: Stage | undefined;
    const start = async () => {
      try {
        const { createStage } = await import("../stage/stage.ts");
        if (gone || box.current === null) return;
        const select = (id: string) => {
          play.selected.value = id;
        };
        made = await createStage(
          box.current,
          { delegation: select, seal: select },
          { motion: settings.moving.peek(), theme: settings.shownTheme.peek() },
        );
        if (gone) made.destroy();
        else setStage(made);
        const canvas = box.current.querySelector("canvas");
        canvas?.addEventListener("webglcontextlost", () => setMissing(true));
        canvas?.addEventListener("webglcontextrestored", () => setMissing(false));
      } catch (error) {
        console.warn("The stage could not be shown.", error);
        if (!gone) setMissing(true);
      }
    };
    // Two frames: the first paint of the table goes before the picture.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => void start()));
    return () => {
      gone = true;
      cancelAnimationFrame(frame);
      made?.destroy();
    };
  }, [play, settings]);

  // While the end of a phase is read, its own picture stays.
  const picture = play.phaseEnd.value ? (view.value.stage.before ?? view.value.stage) : view.value.stage;
  useEffect(() => {
    // A frame later: what was pressed is painted first.
    const frame = requestAnimationFrame(() => stage?.show(picture));
    return () => cancelAnimationFrame(frame);
  }, [stage, picture]);
  useEffect(() => stage?.setMotion(moving), [stage, moving]);
  useEffect(() => stage?.setTheme(theme), [stage, theme]);

  return (
    <section class="stage-panel" aria-labelledby="stage-heading">
      <h2 id="stage-heading" class="visually-hidden">
        {words.title}
      </h2>
      {missing && <p class="small muted stage-missing">{words.missing}</p>}
      <div class="stage" ref={box} aria-hidden="true" hidden={missing} />
    </section>
  );
}
