/**
 * What is around the issues: the floor, the table with its sheet, the motion on its way to it, and the end of the
 * meeting, where the sheet is stamped or set aside.
 */

import type { StageView } from "../../view/stage.ts";
import { centreOf, mix } from "./geometry.ts";
import type { LabelPen } from "./label.ts";
import type { Layout } from "./layout.ts";
import { PAPER, type Palette } from "./palette.ts";
import { pathOf, pointOn, wayAcross } from "./path.ts";
import { fillDisc, fillRounded, fillShape, type Ink, strokeLine } from "./round.ts";
import type { StageWords } from "./words.ts";

export function drawHall(ink: Ink, pen: LabelPen, layout: Layout, palette: Palette): void {
  for (const bench of layout.benches) fillShape(ink.fillStyle(palette.bench), bench);
  for (const { key, text, box, size, tone } of layout.captions)
    pen(key, text, centreOf(box), {
      size,
      bold: tone === "name",
      colour: tone === "name" ? palette.label : palette.quiet,
    });
}

export function drawSheet(ink: Ink, pen: LabelPen, layout: Layout, title: string, palette: Palette): void {
  const { table, sheet, worded, text } = layout;
  const corner = worded ? 22 : 8;
  fillRounded(ink.fillStyle(palette.table), table, corner);
  const { x, y, width, height } = sheet.box;
  const fall = worded ? 3 : 1.5;
  ink.fillStyle(palette.shadow, 0.55).fillRect(x + fall, y + fall, width, height);
  ink.fillStyle(PAPER.sheet).fillRect(x, y, width, height);
  if (sheet.title) {
    const { x: left, y: top, width: wide, height: high } = sheet.title;
    pen(
      "title",
      title,
      { x: left + wide / 2, y: top + high * 0.36 },
      {
        size: text + 1.5,
        bold: true,
        colour: PAPER.ink,
        width: wide,
      },
    );
    ink.lineStyle(1, PAPER.rule).lineBetween(left, top + high * 0.86, left + wide, top + high * 0.86);
  }
  if (sheet.rule !== undefined)
    ink.lineStyle(1, PAPER.rule).lineBetween(x + 9, sheet.rule, x + width - 9, sheet.rule);
}

/** A line while the motion waits for its vote: who asks for the change. */
export function drawMotion(
  ink: Ink,
  layout: Layout,
  view: StageView,
  progress: number,
  palette: Palette,
): void {
  const path = view.motion && pathOf(layout, view.motion.by);
  if (!path || (view.motion.carried !== undefined && progress >= 1)) return;
  const points = Array.from({ length: Math.ceil(24 * progress) + 1 }, (_, i) =>
    pointOn(path, Math.min(progress, i / 24)),
  );
  strokeLine(ink.lineStyle(layout.worded ? 2 : 1.25, palette.motion, 0.9), points);
  fillDisc(ink.fillStyle(palette.motion), pointOn(path, progress), layout.worded ? 3.5 : 2);
}

/** The slip of paper that carries it; above everything, only while it moves. */
export function drawSlip(ink: Ink, layout: Layout, view: StageView, progress: number): void {
  const wayOf = view.scene.kind === "talks" ? wayAcross : pathOf;
  const path = view.motion && wayOf(layout, view.motion.by);
  if (!path || progress <= 0 || progress >= 1) return;
  const { x, y } = pointOn(path, progress);
  const [w, h] = layout.worded ? [18, 13] : [11, 8];
  ink.fillStyle(PAPER.sheet).fillRect(x - w / 2, y - h / 2, w, h);
  ink.lineStyle(1.25, PAPER.openEdge).strokeRect(x - w / 2, y - h / 2, w, h);
  ink.lineBetween(x - w * 0.28, y - h * 0.12, x + w * 0.28, y - h * 0.12);
  ink.lineBetween(x - w * 0.28, y + h * 0.18, x + w * 0.1, y + h * 0.18);
}

/** Drawn on the upper layer, over the words of the sheet. */
export function drawEnd(
  ink: Ink,
  pen: LabelPen,
  layout: Layout,
  view: StageView,
  progress: number,
  palette: Palette,
  words: StageWords,
): void {
  if (view.beat !== "ended" || progress <= 0) return;
  const { sheet, worded, table } = layout;
  const adopted = view.end === "agreement";
  const talks = view.scene.kind === "talks";
  if (!adopted) fillRounded(ink.fillStyle(palette.table, 0.66 * progress), table, worded ? 22 : 8);
  const kept = talks ? words.agreed : words.adopted;
  const lost = talks ? words.notAgreed : words.notAdopted;
  const word = (adopted ? kept : lost).toLocaleUpperCase();
  const size = Math.min(worded ? 26 : 15, (sheet.box.width * 0.8) / Math.max(6, word.length * 0.72));
  const scale = adopted ? mix(1.5, 1, progress) : 1;
  const width = (pen.measure(word, size, true) + size * 1.5) * scale;
  const height = size * 2 * scale;
  const colour = adopted ? PAPER.stamp : PAPER.refused;
  const angle = adopted ? -0.06 : 0;
  // across the upper edge, where neither a seat nor an issue is; somebody may sit at the head of a table
  const x = sheet.box.x + sheet.box.width / 2;
  const above = sheet.box.y - size * (worded ? 1.02 : 0.7);
  const y = talks ? Math.max(above, table.y + size) : above;

  ink.save().translateCanvas(x, y).rotateCanvas(angle);
  ink.fillStyle(PAPER.sheet, 0.94 * progress).fillRect(-width / 2, -height / 2, width, height);
  ink.lineStyle(worded ? 3 : 2, colour, progress).strokeRect(-width / 2, -height / 2, width, height);
  const inner = worded ? 5 : 3;
  ink.lineStyle(1, colour, progress);
  ink.strokeRect(-width / 2 + inner, -height / 2 + inner, width - 2 * inner, height - 2 * inner).restore();
  pen("end", word, { x, y }, { size: size * scale, bold: true, colour, alpha: progress, angle, above: true });
}
