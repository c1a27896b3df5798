/**
 * One issue on the sheet. A level issue is a scale with a wax seal on the chosen option; a clause is a stamp, in or
 * out. What a motion would change is an outline with an arrow pointing to it, so that it reads without colour.
 */

import type { StageSeal } from "../../view/stage.ts";
import { mix, type Point } from "./geometry.ts";
import type { LabelPen } from "./label.ts";
import { PAPER } from "./palette.ts";
import { fillDisc, type Ink, strokeRing } from "./round.ts";
import type { SealSpot } from "./sheet.ts";

/** An issue in two views and how far it is between them, from 0 to 1. */
export interface Turning {
  readonly was: StageSeal;
  readonly now: StageSeal;
  readonly progress: number;
}

export function drawLevel(
  ink: Ink,
  pen: LabelPen,
  spot: SealSpot,
  { was, now, progress }: Turning,
  text: number,
) {
  const { box, worded } = spot;
  const inset = worded ? 9 : 4;
  if (now.open) drawOpen(ink, spot);
  const size = worded ? text : 0;
  const labelY = box.y + box.height * 0.3;
  if (worded)
    pen(
      `seal ${now.id}`,
      now.label,
      { x: box.x + inset, y: labelY },
      {
        size,
        bold: now.open,
        colour: now.open ? PAPER.ink : PAPER.soft,
        align: 0,
        width: box.width - inset - 4,
      },
    );

  const big = worded ? Math.min(5.4, box.height * 0.17) : Math.min(3.4, box.height * 0.24);
  const small = worded ? 1.7 : 1;
  const y = worded ? box.y + box.height * 0.76 : box.y + box.height / 2;
  const left = box.x + inset + big;
  const reach = Math.max(0, box.width - 2 * inset - 2 * big - (worded ? 6 : 0));
  const step = now.options > 1 ? Math.min(reach / (now.options - 1), 26) : 0;
  const at = (option: number): Point => ({ x: left + option * step, y });
  const end = at(Math.max(0, now.options - 1));

  const soft = now.open ? PAPER.openEdge : PAPER.edge;
  ink.lineStyle(1, soft, 0.75).lineBetween(left, y, end.x, y);
  for (let i = 0; i < now.options; i++) fillDisc(ink.fillStyle(soft), at(i), small);

  const moved = was.option !== now.option;
  const chosen = at(mix(was.option, now.option, eased(progress)));
  const ghost = now.proposed ?? (moved ? undefined : was.proposed);
  const ghostAlpha = mix(was.proposed === undefined ? 0 : 1, now.proposed === undefined ? 0 : 1, progress);
  if (ghost !== undefined && ghostAlpha > 0 && ghost !== now.option)
    drawProposed(ink, spot, chosen, at(ghost), big, ghostAlpha);
  drawWax(ink, chosen, big, moved ? progress : 1);
}

export function drawClause(
  ink: Ink,
  pen: LabelPen,
  spot: SealSpot,
  { was, now, progress }: Turning,
  text: number,
) {
  const { box, worded } = spot;
  if (now.open) drawOpen(ink, spot);
  const size = Math.min(box.height * 0.74, worded ? text * 0.96 : 10, box.width * (worded ? 1 : 0.82));
  const x = worded ? box.x + 9 + size / 2 : box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const turned = progress > 0.4 ? now : was;
  drawStamp(ink, { x, y }, size, turned.option > 0);
  if (was.option !== now.option && progress < 1) drawPulse(ink, { x, y }, size / 2, progress);
  const ghost = mix(was.proposed === undefined ? 0 : 1, now.proposed === undefined ? 0 : 1, progress);
  if (ghost > 0 && was.option === now.option) {
    const half = size / 2 + 2;
    ink.lineStyle(1.5, PAPER.proposed, ghost).strokeRect(x - half, y - half, 2 * half, 2 * half);
    arrowHead(ink, { x: x - half - 1, y }, Math.max(3, size * 0.36), 1, ghost);
  }
  if (worded)
    pen(
      `seal ${now.id}`,
      now.label,
      { x: x + size / 2 + 5, y },
      {
        size: text - 1.25,
        bold: now.open,
        colour: turned.option > 0 || now.open ? PAPER.ink : PAPER.soft,
        align: 0,
        width: box.x + box.width - (x + size / 2 + 5) - 1,
      },
    );
}

function drawOpen(ink: Ink, { box, worded }: SealSpot): void {
  const pad = worded ? 2 : 0.5;
  const [x, y, w, h] = [box.x + pad, box.y + pad / 2, box.width - 2 * pad, box.height - pad];
  ink.fillStyle(PAPER.open).fillRect(x, y, w, h);
  ink.fillStyle(PAPER.openEdge).fillRect(x, y, worded ? 3 : 2, h);
}

function drawWax(ink: Ink, at: Point, radius: number, progress: number): void {
  if (progress < 1) drawPulse(ink, at, radius, progress);
  fillDisc(ink.fillStyle(PAPER.ink), at, radius);
  if (radius > 4) strokeRing(ink.lineStyle(1, PAPER.sheet, 0.55), at, radius * 0.6);
}

function drawPulse(ink: Ink, at: Point, radius: number, progress: number): void {
  strokeRing(ink.lineStyle(1.5, PAPER.stamp, 1 - progress), at, radius * (1.2 + 1.6 * progress));
}

function drawProposed(ink: Ink, spot: SealSpot, from: Point, to: Point, radius: number, alpha: number): void {
  const way = Math.sign(to.x - from.x) || 1;
  const tip = to.x - way * (radius + 1);
  const head = spot.worded ? 4.5 : 2.5;
  fillDisc(ink.fillStyle(spot.worded ? PAPER.sheet : PAPER.open, alpha), to, radius);
  ink.lineStyle(spot.worded ? 2 : 1.4, PAPER.proposed, alpha);
  strokeRing(ink, to, radius - (spot.worded ? 0.6 : 0.3));
  const start = from.x + way * (radius + 1);
  if (way * (tip - start) > head) ink.lineBetween(start, from.y, tip - way * head * 0.6, from.y);
  arrowHead(ink, { x: tip, y: to.y }, head, way, alpha);
}

function arrowHead(ink: Ink, { x, y }: Point, size: number, way: number, alpha: number): void {
  ink.fillStyle(PAPER.proposed, alpha);
  ink.fillTriangle(x, y, x - way * size, y - size * 0.72, x - way * size, y + size * 0.72);
}

function drawStamp(ink: Ink, { x, y }: Point, size: number, included: boolean): void {
  const half = size / 2;
  const line = Math.max(1, size * 0.15);
  if (included) {
    ink.fillStyle(PAPER.ink).fillRect(x - half, y - half, size, size);
    ink.lineStyle(line, PAPER.sheet).beginPath();
    ink.moveTo(x - size * 0.26, y + size * 0.02).lineTo(x - size * 0.07, y + size * 0.21);
    ink.lineTo(x + size * 0.27, y - size * 0.2).strokePath();
    return;
  }
  ink.lineStyle(1, PAPER.edge).strokeRect(x - half + 0.5, y - half + 0.5, size - 1, size - 1);
  ink.lineStyle(1, PAPER.edge).lineBetween(x - size * 0.22, y, x + size * 0.22, y);
}

function eased(share: number): number {
  return share * share * (3 - 2 * share);
}
