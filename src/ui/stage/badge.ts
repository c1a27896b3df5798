/**
 * The shapes of the stances. Each differs in outline, not only in colour: filled, notched, half filled, crossed,
 * ring, small ring. Drawn on a dark plate, so that the same colours hold on any theme.
 */
import type { GameObjects } from "phaser";
import type { Stance } from "../../view/stage.ts";
import type { Point } from "./geometry.ts";
import { PLATE, STANCE_COLOUR } from "./palette.ts";

export type Ink = GameObjects.Graphics;

export function drawBadge(ink: Ink, { x, y }: Point, radius: number, stance: Stance): void {
  const colour = STANCE_COLOUR[stance];
  ink.fillStyle(PLATE).fillCircle(x, y, radius + Math.max(1, radius * 0.28));
  ink.fillStyle(colour);
  const line = Math.max(1, radius * 0.3);
  switch (stance) {
    case "for":
      ink.fillCircle(x, y, radius);
      return;
    case "reserve": {
      const notch = Math.PI / 3.4;
      ink.slice(x, y, radius, -Math.PI / 4 + notch, -Math.PI / 4 - notch + 2 * Math.PI).fillPath();
      return;
    }
    case "leaning":
      ink.slice(x, y, radius - line / 2, Math.PI / 2, 1.5 * Math.PI).fillPath();
      ink.lineStyle(line, colour).strokeCircle(x, y, radius - line / 2);
      return;
    case "against": {
      const arm = radius * 0.74;
      ink.lineStyle(Math.max(1.5, radius * 0.46), colour);
      ink.lineBetween(x - arm, y - arm, x + arm, y + arm).lineBetween(x - arm, y + arm, x + arm, y - arm);
      return;
    }
    case "abstain":
      ink.lineStyle(line, colour).strokeCircle(x, y, radius - line / 2);
      return;
    case "unknown":
      ink.lineStyle(Math.max(1, line * 0.7), colour).strokeCircle(x, y, radius * 0.46);
      return;
  }
}
