/**
 * The stage: shows views, plays the difference between two of them on a single tween, and sleeps. It holds no rule and
 * nothing that the panels don't hold, so it may fail, be deleted or be left out. Load it with
 * `await import("./stage/stage.ts")`; the parent must have a size of its own.
 */

import type { Stage, StageIntent, StageView } from "../../view/stage.ts";
import { type Change, COMPLETE, changeBetween, followsOn, progressAt } from "./change.ts";
import { startedScene } from "./game.ts";
import { canvasMeasure } from "./label.ts";
import { loopOf } from "./loop.ts";
import { painterOf } from "./painter.ts";
import { PALETTES } from "./palette.ts";
import { type Placed, placedKey, placedOf } from "./picture.ts";
import { followPointer } from "./pointer.ts";
import { followSize } from "./size.ts";
import { type StageWords, stageWords } from "./words.ts";

export interface StageOptions {
  readonly motion: boolean;
  readonly theme: "dark" | "light";
  readonly words?: StageWords;
}

/** ms for which the picture of a phase stays after its last move before the next picture comes up. */
const LINGER = 2600;

export async function createStage(
  parent: HTMLElement,
  intent: StageIntent,
  options: StageOptions,
): Promise<Stage> {
  const scene = await startedScene(parent, 1, 1);
  const { canvas } = scene.game;
  const measure = canvasMeasure();
  const paint = painterOf(scene, measure);
  const loop = loopOf(scene.game);
  const words = options.words ?? stageWords;

  let { motion, theme } = options;
  let size = { width: 0, height: 0, resolution: 1 };
  /** What was shown last, and the part of it that is drawn: itself, or how the phase before it ended. */
  let shown: StageView | undefined;
  let drawn: StageView | undefined;
  let lingering: ReturnType<typeof setTimeout> | undefined;
  let placed: Placed | undefined;
  let placedFor = "";
  let pointed: string | undefined;
  let playing: { from: StageView; change: Change; time: number; stop(): void } | undefined;
  let tweens = 0;
  parent.dataset.tweens = "0";

  const draw = () => {
    if (!drawn || size.width < 1 || size.height < 1) return;
    const key = `${size.width} ${size.height} ${placedKey(drawn)}`;
    if (!placed || key !== placedFor) {
      placed = placedOf(drawn, size.width, size.height, measure, words);
      placedFor = key;
    }
    const { from, progress } = playing
      ? { from: playing.from, progress: progressAt(playing.change, playing.time) }
      : { from: drawn, progress: COMPLETE };
    const { resolution } = size;
    scene.cameras.main.setBackgroundColor(PALETTES[theme].hall);
    paint({ from, to: drawn, progress, placed, palette: PALETTES[theme], words, pointed, resolution });
  };
  const redraw = () => {
    draw();
    loop.wake(playing !== undefined);
  };
  const complete = () => {
    playing?.stop();
    playing = undefined;
  };
  const play = (from: StageView, change: Change) => {
    scene.tweens.tick(); // the tween clock also ran while the loop slept: start from now
    const tween = scene.tweens.addCounter({
      from: 0,
      to: change.duration,
      duration: change.duration,
      onUpdate: () => {
        if (!playing) return;
        playing.time = tween.getValue() ?? change.duration;
        draw();
      },
      onComplete: () => {
        playing = undefined;
        draw();
        loop.wake(false);
      },
    });
    playing = { from, change, time: 0, stop: () => tween.remove() };
    tweens += 1;
    parent.dataset.tweens = String(tweens);
  };

  /** Draws a view, moving there where it may; returns how long that takes, in ms. */
  const turnTo = (view: StageView): number => {
    complete();
    const from = drawn;
    const change = motion && !document.hidden && canvas.isConnected ? changeBetween(from, view) : undefined;
    drawn = view;
    parent.dataset.picture = view.scene.kind;
    if (from && change) play(from, change);
    redraw();
    return change?.duration ?? 0;
  };
  const linger = (time: number) => {
    lingering = setTimeout(() => {
      lingering = undefined;
      if (shown) turnTo(shown);
    }, time);
  };

  const resizing = followSize(parent, scene.game, (next) => {
    size = next;
    scene.cameras.main.setOrigin(0, 0).setZoom(size.resolution);
    complete();
    redraw();
  });
  const pointing = followPointer(
    canvas,
    intent,
    () => placed,
    (id) => {
      pointed = id;
      redraw();
    },
  );
  canvas.setAttribute("aria-hidden", "true");
  canvas.tabIndex = -1;
  loop.onVisible(redraw);

  let destroyed = false;
  return {
    show(view) {
      if (destroyed) return;
      const last = shown;
      shown = view;
      if (lingering !== undefined && last?.moment === view.moment) return;
      clearTimeout(lingering);
      lingering = undefined;
      if (view.before && followsOn(last, view)) linger(turnTo(view.before) + LINGER);
      else turnTo(view);
    },
    setMotion(on) {
      motion = on;
      if (destroyed || on) return;
      complete();
      redraw();
    },
    setTheme(next) {
      theme = next;
      if (!destroyed) redraw();
    },
    destroy() {
      if (destroyed) return;
      destroyed = true;
      complete();
      clearTimeout(lingering);
      resizing.stop();
      pointing.stop();
      loop.destroy();
      delete parent.dataset.tweens;
      delete parent.dataset.picture;
    },
  };
}
