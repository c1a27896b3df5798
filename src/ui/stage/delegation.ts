/**
 * One delegation: a disc with its code, the badge of its stance, and what is special about the chair (yours, speaking,
 * not at this table). The size never varies; a vote shows as a rim in the stance's colour.
 */

import type { StageDelegation } from "../../view/stage.ts";
import { drawBadge } from "./badge.ts";
import type { StepKind } from "./change.ts";
import { grown, mix, type Point } from "./geometry.ts";
import type { LabelPen } from "./label.ts";
import { type Layout, radiusOf } from "./layout.ts";
import { type Palette, STANCE_COLOUR } from "./palette.ts";
import { fillDisc, fillRounded, type Ink, strokeArc, strokeRing } from "./round.ts";
import type { StageWords } from "./words.ts";

/** A delegation in two views and how far it is between them. */
export interface Passing {
  readonly was: StageDelegation;
  readonly now: StageDelegation;
  readonly kind: StepKind;
  /** 0 to 1. */
  readonly progress: number;
}

export function drawDelegation(
  ink: Ink,
  pen: LabelPen,
  layout: Layout,
  { was, now, kind, progress }: Passing,
  palette: Palette,
  words: StageWords,
): void {
  const at = layout.seats.get(now.id)!;
  const { worded } = layout;
  const seat = radiusOf(layout, now.id);
  const away = now.place === "away";
  const turned = kind === "vote" ? progress > 0.12 : progress > 0.5;
  const shown = turned ? now : was;
  const swell = kind === "vote" ? Math.sin(Math.PI * progress) : 0;

  const voice = mix(was.speaking ? 1 : 0, now.speaking ? 1 : 0, progress);
  if (voice > 0) drawHalo(ink, at, seat, voice, palette);
  if (swell > 0)
    strokeRing(
      ink.lineStyle(2, STANCE_COLOUR[shown.stance], swell * 0.9),
      at,
      seat * (1.12 + 0.4 * progress),
    );
  if (now.you) drawOwn(ink, at, seat, palette);

  fillDisc(ink.fillStyle(away ? palette.bench : palette.seat), at, seat);
  const rim = Math.max(1, seat * (shown.voted ? 0.17 : 0.07));
  const colour = shown.voted ? STANCE_COLOUR[shown.stance] : palette.rim;
  if (away) drawDashes(ink, at, seat - rim / 2, rim, colour);
  else strokeRing(ink.lineStyle(rim, colour), at, seat - rim / 2);

  const badge = seat * (worded ? 0.4 : 0.42) * (1 + 0.45 * swell);
  const off = seat * 0.76;
  if (now.place !== "head" && (!away || shown.stance !== "unknown"))
    drawBadge(ink, { x: at.x + off, y: at.y + off }, badge, shown.stance);

  const size = Math.max(6.5, seat * (worded ? 0.76 : 0.84));
  const up = worded ? seat * 0.06 : seat * 0.1;
  pen(
    `code ${now.id}`,
    now.code,
    { x: at.x, y: at.y - up },
    {
      size,
      bold: true,
      colour: away ? palette.quiet : palette.code,
    },
  );
  if (now.you) drawTag(ink, pen, at, seat, layout, palette, words);
}

function drawHalo(ink: Ink, at: Point, seat: number, share: number, { halo }: Palette): void {
  fillDisc(ink.fillStyle(halo, 0.16 * share), at, seat + seat * 0.62 * share);
  strokeRing(ink.lineStyle(Math.max(1.5, seat * 0.13), halo, share), at, seat * (1.1 + 0.26 * share));
}

function drawOwn(ink: Ink, at: Point, seat: number, { you, hall }: Palette): void {
  const line = Math.max(1, seat * 0.1);
  fillDisc(ink.fillStyle(hall), at, seat + 4 * line);
  ink.lineStyle(line, you);
  strokeRing(ink, at, seat + 1.5 * line);
  strokeRing(ink, at, seat + 4 * line);
}

/** The tag stands on the upper edge of the seat, so that it needs no room of its own. */
function drawTag(
  ink: Ink,
  pen: LabelPen,
  { x, y }: Point,
  seat: number,
  { text, worded }: Layout,
  { you, onYou, hall }: Palette,
  words: StageWords,
): void {
  const size = worded ? text - 1.5 : Math.max(6.5, text - 1);
  const height = size * 1.35;
  const width = pen.measure(words.you, size, true) + size * 0.9;
  const top = y - seat - height * 0.9;
  const tag = { x: x - width / 2, y: top, width, height };
  fillRounded(ink.fillStyle(hall), grown(tag, 1), height / 2 + 1);
  fillRounded(ink.fillStyle(you), tag, height / 2);
  pen("you", words.you, { x, y: top + height / 2 }, { size, bold: true, colour: onYou });
}

function drawDashes(ink: Ink, at: Point, radius: number, line: number, colour: number): void {
  ink.lineStyle(line, colour);
  for (let i = 0; i < 12; i++) {
    const from = (i / 12) * 2 * Math.PI;
    strokeArc(ink, at, radius, from, from + Math.PI / 10);
  }
}
