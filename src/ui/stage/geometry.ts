/**
 * Points, boxes and ellipses of the stage, in CSS pixels with y downwards. Pure, so that layout can be tested
 * without a canvas.
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** `x`, `y` is the top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Ellipse {
  readonly cx: number;
  readonly cy: number;
  readonly rx: number;
  readonly ry: number;
}

export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

export function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

export function contains(box: Box, { x, y }: Point): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export function grown(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

export function centreOf(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The box around a disc. */
export function boxAround({ x, y }: Point, radius: number): Box {
  return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
}

/** Angle in radians: 0 is the left end of the upper half, π/2 its top, π the right end. */
export function onEllipse({ cx, cy, rx, ry }: Ellipse, angle: number): Point {
  return { x: cx - rx * Math.cos(angle), y: cy - ry * Math.sin(angle) };
}

/** The upper half of an ellipse by arc length: its length, and the angle at a share (0 to 1) of that length. */
export function arcOf(ellipse: Ellipse): { readonly length: number; angleAt(share: number): number } {
  const steps = 180;
  const lengths = new Float64Array(steps + 1);
  let before = onEllipse(ellipse, 0);
  for (let i = 1; i <= steps; i++) {
    const point = onEllipse(ellipse, (i / steps) * Math.PI);
    lengths[i] = lengths[i - 1]! + distance(before, point);
    before = point;
  }
  const length = lengths[steps]!;
  return {
    length,
    angleAt(share) {
      const target = clamp(share, 0, 1) * length;
      const i = Math.max(
        1,
        lengths.findIndex((reached) => reached >= target),
      );
      const within = (target - lengths[i - 1]!) / (lengths[i]! - lengths[i - 1]! || 1);
      return ((i - 1 + within) / steps) * Math.PI;
    },
  };
}

/** Width of a text in CSS pixels at a font size. */
export type Measure = (text: string, size: number, bold: boolean) => number;
