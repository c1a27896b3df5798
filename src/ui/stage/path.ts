/**
 * The way of a motion from a seat to the sheet: the shortest straight line that runs over no other seat, so that
 * nobody else seems to be its author.
 */
import { distance, mix, type Point } from "./geometry.ts";
import type { Layout } from "./layout.ts";

export type Path = readonly [Point, Point];

export function pathOf({ seats, seat, sheet }: Layout, by: string): Path | undefined {
  const from = seats.get(by);
  if (!from) return undefined;
  const others = [...seats].filter(([id]) => id !== by).map(([, point]) => point);
  let best: Point | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const to of edgeOf(sheet.box)) {
    const clear = Math.min(...others.map((other) => fromLine(other, from, to)), seat * 1.15);
    const cost = distance(from, to) + 25 * Math.max(0, seat * 1.15 - clear);
    if (cost >= bestCost) continue;
    best = to;
    bestCost = cost;
  }
  if (!best) return undefined;
  const rim = Math.min(1, seat / (distance(from, best) || 1));
  return [{ x: mix(from.x, best.x, rim), y: mix(from.y, best.y, rim) }, best];
}

export function pointOn([from, to]: Path, share: number): Point {
  return { x: mix(from.x, to.x, share), y: mix(from.y, to.y, share) };
}

/** Points along the edge of the sheet, away from its corners. */
function edgeOf({ x, y, width, height }: Layout["sheet"]["box"]): Point[] {
  const shares = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
  return shares.flatMap((share) => [
    { x: x + width * share, y },
    { x: x + width * share, y: y + height },
    { x, y: y + height * share },
    { x: x + width, y: y + height * share },
  ]);
}

/** Distance of a point from the segment between two others. */
function fromLine(point: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = ((point.x - a.x) * dx + (point.y - a.y) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(point.x - a.x - dx * share, point.y - a.y - dy * share);
}
