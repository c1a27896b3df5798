/**
 * Keeps the canvas as large as its parent, at the resolution of the screen. Phaser's own resizing works in CSS pixels
 * or polls twice a second; here the drawing buffer has device pixels and the camera's zoom hides them from the layout.
 */
import { type Game, WEBGL } from "phaser";

/** CSS pixels, and pixels of the drawing buffer per CSS pixel. */
export interface Size {
  readonly width: number;
  readonly height: number;
  readonly resolution: number;
}

const SHARPEST = 4; // more than the eye resolves, at sixteen times the memory

/**
 * WebGL's own smoothing leaves thin circles beaded on ordinary screens: there the buffer is twice as fine and the
 * browser averages exactly two by two pixels. A 2D canvas needs no help.
 */
function resolutionOf(game: Game): number {
  const screen = window.devicePixelRatio || 1;
  return Math.min(SHARPEST, game.renderer.type === WEBGL && screen < 2 ? 2 * screen : screen);
}

export function followSize(parent: HTMLElement, game: Game, resized: (size: Size) => void) {
  const { canvas } = game;
  // out of the flow: a canvas in it would keep its parent from ever shrinking
  const positioned = getComputedStyle(parent).position !== "static";
  if (!positioned) parent.style.position = "relative";
  Object.assign(canvas.style, {
    position: "absolute",
    inset: "0",
    display: "block",
    touchAction: "pan-x pan-y pinch-zoom",
  });

  let last: Size = { width: 0, height: 0, resolution: 0 };
  const measure = () => {
    const [width, height] = [parent.clientWidth, parent.clientHeight];
    const resolution = resolutionOf(game);
    if (width === last.width && height === last.height && resolution === last.resolution) return;
    last = { width, height, resolution };
    if (width < 1 || height < 1) return;
    game.scale.resize(Math.round(width * resolution), Math.round(height * resolution));
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    resized(last);
  };
  const observer = new ResizeObserver(measure);
  observer.observe(parent);
  window.addEventListener("resize", measure); // the page's zoom changes the resolution, not always the size
  measure();
  return {
    stop() {
      observer.disconnect();
      window.removeEventListener("resize", measure);
      if (!positioned) parent.style.position = "";
    },
  };
}
