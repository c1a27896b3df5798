/**
 * The way of a motion from a seat to the sheet: the shortest straight line that runs over no other seat, so that
 * nobody else seems to be its author; in talks, over the edge of the table before the seat.
 */
import { clamp, distance, mix, type Point } from "./geometry.ts";
import { type Layout, radiusOf } from "./layout.ts";

/** At least two points. */
export type Path = readonly [Point, ...Point[], Point];

export function pathOf(layout: Layout, by: string): Path | undefined {
  const { seats, sheet, fronts } = layout;
  const from = seats.get(by);
  if (!from) return undefined;
  const seat = radiusOf(layout, by);
  const front = fronts.get(by);
  if (front) {
    const { x, y, width, height } = sheet.box;
    const end = { x: clamp(front.x, x, x + width), y: clamp(front.y, y + height * 0.1, y + height * 0.9) };
    const across = front.x > x && front.x < x + width;
    const edge = across ? { x: end.x, y: front.y < y ? y : y + height } : end;
    return [towards(from, front, seat), front, edge];
  }
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
  return best && [towards(from, best, seat), best];
}

/** The way of an offer across the table, from a seat to the head of the text. */
export function wayAcross(layout: Layout, by: string): Path | undefined {
  const from = layout.seats.get(by);
  const front = layout.fronts.get(by);
  const { x, y, width, height } = layout.sheet.box;
  const to = { x: x + width / 2, y: y + Math.min(height / 2, 1.8 * layout.text) };
  return from && (front ? [from, front, to] : [from, to]);
}

/** The point at a share (0 to 1) of the way. */
export function pointOn(path: Path, share: number): Point {
  const legs = path.slice(1).map((to, i) => distance(path[i]!, to));
  let left = share * legs.reduce((sum, leg) => sum + leg, 0);
  for (const [i, leg] of legs.entries()) {
    if (left > leg && i < legs.length - 1) {
      left -= leg;
      continue;
    }
    return mixed(path[i]!, path[i + 1]!, leg === 0 ? 1 : left / leg);
  }
  return path[0];
}

/** The point on the rim of a seat in the direction of another point. */
function towards(from: Point, to: Point, radius: number): Point {
  return mixed(from, to, Math.min(1, radius / (distance(from, to) || 1)));
}

function mixed(a: Point, b: Point, share: number): Point {
  return { x: mix(a.x, b.x, share), y: mix(a.y, b.y, share) };
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
