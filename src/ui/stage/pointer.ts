/**
 * Hover and click by plain listeners on the canvas. Nothing is captured: wheel and touch scroll the page, the
 * keyboard never arrives here.
 */

import type { StageIntent } from "../../view/stage.ts";
import { type Placed, thingIn } from "./picture.ts";

export function followPointer(
  canvas: HTMLCanvasElement,
  intent: StageIntent,
  placed: () => Placed | undefined,
  pointed: (id: string | undefined) => void,
) {
  const stopping = new AbortController();
  const { signal } = stopping;
  let current: string | undefined;
  const thingUnder = ({ clientX, clientY }: MouseEvent) => {
    const now = placed();
    if (!now) return undefined;
    const { left, top } = canvas.getBoundingClientRect();
    return thingIn(now, { x: clientX - left, y: clientY - top });
  };
  const point = (id: string | undefined) => {
    if (id === current) return;
    current = id;
    canvas.style.cursor = id === undefined ? "" : "pointer";
    pointed(id);
  };
  canvas.addEventListener(
    "pointermove",
    (event) => {
      if (event.pointerType === "mouse") point(thingUnder(event)?.id);
    },
    { signal },
  );
  canvas.addEventListener("pointerleave", () => point(undefined), { signal });
  canvas.addEventListener(
    "click",
    (event) => {
      const thing = thingUnder(event);
      if (thing) intent[thing.kind](thing.id);
    },
    { signal },
  );
  // a press would move the focus from the panels to the canvas
  canvas.addEventListener("mousedown", (event) => event.preventDefault(), { signal });
  return { stop: () => stopping.abort() };
}
