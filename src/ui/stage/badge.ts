/**
 * The shapes of the stances. Each differs in outline, not only in colour: filled, notched, half filled, crossed,
 * ring, small ring. Drawn on a dark plate, so that the same colours hold on any theme.
 */
import type { Stance } from "../../view/stage.ts";
import type { Point } from "./geometry.ts";
import { PLATE, STANCE_COLOUR } from "./palette.ts";
import { fillDisc, fillSlice, type Ink, strokeRing } from "./round.ts";

export function drawBadge(ink: Ink, at: Point, radius: number, stance: Stance): void {
  const colour = STANCE_COLOUR[stance];
  fillDisc(ink.fillStyle(PLATE), at, radius + Math.max(1, radius * 0.28));
  ink.fillStyle(colour);
  const line = Math.max(1, radius * 0.3);
  switch (stance) {
    case "for":
      fillDisc(ink, at, radius);
      return;
    case "reserve": {
      const notch = Math.PI / 3.4;
      fillSlice(ink, at, radius, -Math.PI / 4 + notch, -Math.PI / 4 - notch + 2 * Math.PI);
      return;
    }
    case "leaning":
      fillSlice(ink, at, radius - line / 2, Math.PI / 2, 1.5 * Math.PI);
      strokeRing(ink.lineStyle(line, colour), at, radius - line / 2);
      return;
    case "against": {
      const { x, y } = at;
      const arm = radius * 0.74;
      ink.lineStyle(Math.max(1.5, radius * 0.46), colour);
      ink.lineBetween(x - arm, y - arm, x + arm, y + arm).lineBetween(x - arm, y + arm, x + arm, y - arm);
      return;
    }
    case "abstain":
      strokeRing(ink.lineStyle(line, colour), at, radius - line / 2);
      return;
    case "unknown":
      strokeRing(ink.lineStyle(Math.max(1, line * 0.7), colour), at, radius * 0.46);
      return;
  }
}
