/** Paints the aftermath: paper, steps that fall from left to right, and a column that says how the futures ended. */

import type { StageFate } from "../../view/stage.ts";
import type { Frame } from "./frame.ts";
import { clamp, type Point } from "./geometry.ts";
import { FATE_COLOUR, PAPER } from "./palette.ts";
import { fillDisc, type Ink } from "./round.ts";
import type { TimelineLayout } from "./timelineLayout.ts";

const GRID = [0, 0.5, 1];

export function paintTimeline(
  { progress, palette, words, ground, pen }: Frame,
  layout: TimelineLayout,
): void {
  const { sheet, chart, text, worded } = layout;
  const run = progress("years", "");
  const fall = worded ? 3 : 1.5;
  ground.fillStyle(palette.shadow, 0.55).fillRect(sheet.x + fall, sheet.y + fall, sheet.width, sheet.height);
  ground.fillStyle(PAPER.sheet).fillRect(sheet.x, sheet.y, sheet.width, sheet.height);
  for (const [i, { text: line, at }] of layout.lead.entries())
    pen(`lead ${i}`, line, at, { size: text + (worded ? 1.5 : 0), bold: true, colour: PAPER.ink, align: 0 });
  pen("caption", words.holding, layout.caption, { size: text - 1, colour: PAPER.soft, align: 0 });

  const floor = chart.y + chart.height;
  for (const share of GRID) {
    const y = floor - share * chart.height;
    ground
      .lineStyle(1, share === 0 ? PAPER.edge : PAPER.rule)
      .lineBetween(chart.x, y, chart.x + chart.width, y);
    const at = { x: chart.x - 5, y };
    pen(`share ${share}`, words.share({ share }), at, { size: text - 1, colour: PAPER.soft, align: 1 });
  }
  paintSteps(ground, layout, run);
  for (const { text: year, at } of layout.years)
    pen(`year ${year}`, year, at, { size: text - 1, colour: PAPER.soft });
  const last = layout.years.at(-1);
  if (last) {
    const at = { x: last.at.x + 0.7 * text, y: last.at.y };
    pen("years", words.years.toLocaleLowerCase(), at, { size: text - 1, colour: PAPER.soft, align: 0 });
  }
  const shown = clamp((run - 0.7) / 0.3, 0, 1);
  for (const { fate, part, label, width } of layout.ends) {
    const colour = FATE_COLOUR[fate.id];
    ground
      .fillStyle(colour, shown)
      .fillRect(part.x, part.y + 0.5, part.width, Math.max(0.5, part.height - 1));
    const x = part.x + part.width;
    ground.lineStyle(1, colour, shown).lineBetween(x, part.y + part.height / 2, label.x, label.y);
    const mark = { x: label.x + 0.55 * text, y: label.y };
    drawMark(ground, mark, 0.36 * text, fate.id, shown);
    const at = { x: mark.x + 0.75 * text, y: label.y };
    const room = width - 1.25 * text;
    const told = words.fate(fate);
    pen(`fate ${fate.id}`, told, at, {
      size: layout.lettering,
      bold: fate.id === "held",
      colour: PAPER.ink,
      alpha: shown,
      align: 0,
      width: room,
    });
  }
}

/** What still holds, half-year by half-year; `run` is how much of the time has passed. */
function paintSteps(ink: Ink, { chart, steps }: TimelineLayout, run: number): void {
  const colour = FATE_COLOUR.held;
  let before = chart.y;
  for (const [i, { x, y, width, height }] of steps.entries()) {
    const passed = clamp(run * steps.length - i, 0, 1);
    if (passed <= 0) return;
    ink.fillStyle(colour, 0.22).fillRect(x, y, width * passed, height);
    ink
      .lineStyle(2, colour)
      .lineBetween(x, before, x, y)
      .lineBetween(x, y, x + width * passed, y);
    ink.lineStyle(1, PAPER.sheet, 0.9).lineBetween(x + width * passed, y + 2, x + width * passed, y + height);
    before = y;
  }
}

/** A shape of its own for each fate: circle, cross, triangle, square. */
function drawMark(ink: Ink, { x, y }: Point, size: number, fate: StageFate["id"], alpha: number): void {
  const colour = FATE_COLOUR[fate];
  ink.fillStyle(colour, alpha);
  if (fate === "held") fillDisc(ink, { x, y }, size);
  else if (fate === "escalation")
    ink.fillTriangle(x, y - size, x - size, y + size * 0.8, x + size, y + size * 0.8);
  else if (fate === "breach") ink.fillRect(x - size * 0.85, y - size * 0.85, 1.7 * size, 1.7 * size);
  else {
    const arm = size * 0.8;
    ink.lineStyle(Math.max(1.5, size * 0.5), colour, alpha);
    ink.lineBetween(x - arm, y - arm, x + arm, y + arm).lineBetween(x - arm, y + arm, x + arm, y - arm);
  }
}
