/** The text on its table and everybody around it: what the hemicycle and talks have in common. */
import { drawDelegation } from "./delegation.ts";
import type { Frame } from "./frame.ts";
import { type Layout, sealSpots } from "./layout.ts";
import { drawEnd, drawMotion, drawSheet, drawSlip } from "./paper.ts";
import { drawClause, drawLevel } from "./seal.ts";

export function paintTable(frame: Frame, layout: Layout, title: string): void {
  const { from, to, progress, palette, ground, pen } = frame;
  drawSheet(ground, pen, layout, title, palette);
  drawMotion(ground, layout, to, motionIn(frame), palette);
  const issues = new Map(to.seals.map((now, i) => [now.id, { was: from.seals[i] ?? now, now }]));
  for (const spot of sealSpots(layout)) {
    const { was, now } = issues.get(spot.id)!;
    const turning = { was, now, progress: progress("seal", now.id) };
    (now.kind === "level" ? drawLevel : drawClause)(ground, pen, spot, turning, layout.text);
  }
}

/** Delegations without a place in the layout have none at this table. */
export function paintSeats({ from, to, progress, palette, words, ground, pen }: Frame, layout: Layout): void {
  for (const [i, now] of to.delegations.entries()) {
    if (!layout.seats.has(now.id)) continue;
    const was = from.delegations[i] ?? now;
    const vote = progress("vote", now.id);
    const kind = vote < 1 ? "vote" : "badge";
    const passing = { was, now, kind, progress: Math.min(vote, progress("badge", now.id)) } as const;
    drawDelegation(ground, pen, layout, passing, palette, words);
  }
}

/** What lies over seats and words: the slip on its way, and the stamp at the end. */
export function paintOver(frame: Frame, layout: Layout): void {
  const { to, progress, palette, words, upper, pen } = frame;
  drawSlip(upper, layout, to, motionIn(frame));
  drawEnd(upper, pen, layout, to, progress("end", ""), palette, words);
}

function motionIn({ to, progress }: Frame): number {
  return to.motion ? progress("motion", to.motion.by) : 1;
}
