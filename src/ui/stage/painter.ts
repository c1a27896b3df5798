/**
 * Paints one frame: everything is a function of two views and a clock, drawn afresh each time. A frame is a few
 * hundred shapes, and frames are drawn only while something changes, so nothing needs to be kept in step.
 */
import type { Scene } from "phaser";
import type { Ink } from "./badge.ts";
import type { Progress } from "./change.ts";
import { drawDelegation } from "./delegation.ts";
import type { Measure } from "./geometry.ts";
import { clamp } from "./geometry.ts";
import { labelsOf } from "./label.ts";
import { type Layout, sealSpots } from "./layout.ts";
import type { Palette } from "./palette.ts";
import { drawEnd, drawHall, drawMotion, drawSheet, drawSlip } from "./paper.ts";
import { drawClause, drawLevel } from "./seal.ts";
import type { StageView } from "./view.ts";
import type { StageWords } from "./words.ts";

export interface Frame {
  readonly from: StageView;
  readonly to: StageView;
  readonly progress: Progress;
  readonly layout: Layout;
  readonly palette: Palette;
  readonly words: StageWords;
  /** Id of the delegation or issue under the pointer. */
  readonly pointed: string | undefined;
  /** Device pixels per CSS pixel. */
  readonly resolution: number;
}

export function painterOf(scene: Scene, measure: Measure): (frame: Frame) => void {
  const ground = scene.add.graphics().setDepth(0);
  const upper = scene.add.graphics().setDepth(2);
  const { pen, begin, end } = labelsOf(scene, measure);

  return (frame) => {
    const { from, to, progress, layout, palette, words, resolution } = frame;
    ground.clear();
    upper.clear();
    begin(resolution);
    const motion = to.motion ? progress("motion", to.motion.by) : 1;
    drawHall(ground, pen, layout, palette);
    drawSheet(ground, pen, layout, to.title, palette);
    drawMotion(ground, layout, to, motion, palette);

    const issues = new Map(to.seals.map((now, i) => [now.id, { was: from.seals[i] ?? now, now }]));
    for (const spot of sealSpots(layout)) {
      const { was, now } = issues.get(spot.id)!;
      const turning = { was, now, progress: progress("seal", now.id) };
      (now.kind === "level" ? drawLevel : drawClause)(ground, pen, spot, turning, layout.text);
    }
    for (const [i, now] of to.delegations.entries()) {
      const was = from.delegations[i] ?? now;
      const vote = progress("vote", now.id);
      const kind = vote < 1 ? "vote" : "badge";
      const passing = { was, now, kind, progress: Math.min(vote, progress("badge", now.id)) } as const;
      drawDelegation(ground, pen, layout, passing, palette, words);
    }
    drawSlip(upper, layout, to, motion);
    drawEnd(upper, pen, layout, to, progress("end", ""), palette, words);
    drawPointed(upper, frame);
    writePointed(frame, upper, pen);
    end();
  };
}

function drawPointed(ink: Ink, { layout, pointed, palette }: Frame): void {
  const at = pointed === undefined ? undefined : layout.seats.get(pointed);
  if (at) ink.lineStyle(2, palette.label).strokeCircle(at.x, at.y, layout.seat + 2);
}

/** The name of what the pointer is on, where the stage shows only a code or a shortened label. */
function writePointed(
  { layout, pointed, palette, to, words }: Frame,
  ink: Ink,
  pen: ReturnType<typeof labelsOf>["pen"],
): void {
  if (pointed === undefined) return;
  const seat = layout.seats.get(pointed);
  const spot = sealSpots(layout).find(({ id }) => id === pointed);
  const party = to.delegations.find(({ id }) => id === pointed);
  const name = party?.name ?? to.seals.find(({ id }) => id === pointed)?.label;
  const text = party?.place === "away" ? `${name}: ${words.away}` : name;
  if (!text || !(seat || spot)) return;
  const size = Math.max(10, layout.text);
  const width = pen.measure(text, size, true) + size * 1.2;
  const height = size * 1.7;
  const anchor = seat ?? { x: spot!.box.x + spot!.box.width / 2, y: spot!.box.y };
  const rise = seat ? layout.seat + 6 : 2;
  const above = anchor.y - rise - height;
  const x = clamp(anchor.x, width / 2 + 3, layout.width - width / 2 - 3);
  const y = above > 2 ? above : anchor.y + rise;
  ink.fillStyle(palette.you).fillRoundedRect(x - width / 2, y, width, height, height * 0.25);
  pen("pointed", text, { x, y: y + height / 2 }, { size, bold: true, colour: palette.onYou, above: true });
}
