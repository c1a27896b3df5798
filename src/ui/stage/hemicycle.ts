/**
 * Seats the benches: rows of concentric half ellipses, cut into blocs by aisles. Every seat has the same radius,
 * because a larger seat would say that a delegation counts for more. The search takes the largest seat that fits.
 */
import { arcOf, distance, type Ellipse, onEllipse, type Point } from "./geometry.ts";

export interface Hemicycle {
  /** Radius of every seat, in CSS pixels. */
  readonly seat: number;
  readonly rows: number;
  /** One list per bloc, in the order of its delegations. */
  readonly seats: readonly (readonly Point[])[];
  /** The floor under each bloc, a closed polygon. */
  readonly benches: readonly (readonly Point[])[];
  /** First and last angle of each bloc on the outer row. */
  readonly spans: readonly (readonly [number, number])[];
  /** The free half ellipse inside the innermost row. */
  readonly inner: Ellipse;
}

export interface Spacing {
  readonly largest: number;
  readonly smallest: number;
  /** Free space between neighbours, between rows, and between blocs. */
  readonly seatGap: number;
  readonly rowGap: number;
  readonly aisle: number;
}

const COMFORT = 2.75; // widest pitch, in seat radii: wider looks like an empty hall

/** `outer` is the centre line of the last row; `sizes` the number of delegations of each bloc, from left to right. */
export function hemicycleOf(sizes: readonly number[], outer: Ellipse, spacing: Spacing): Hemicycle {
  for (let seat = spacing.largest; seat > spacing.smallest; seat -= 0.5)
    for (const rows of [1, 2, 3, 4]) {
      const seated = seatedAt(sizes, outer, spacing, seat, rows);
      if (seated && isClear(seated)) return seated;
    }
  return seatedAt(sizes, outer, spacing, spacing.smallest, 3, true)!;
}

function seatedAt(
  sizes: readonly number[],
  outer: Ellipse,
  { seatGap, rowGap, aisle }: Spacing,
  seat: number,
  rows: number,
  squeeze = false,
): Hemicycle | undefined {
  const depth = 2 * seat + rowGap;
  const row = (i: number): Ellipse => shrunk(outer, i * depth);
  const middle = arcOf(row((rows - 1) / 2));
  const columns = sizes.map((size) => Math.ceil(size / rows));
  const total = Math.max(
    1,
    columns.reduce((sum, n) => sum + n, 0),
  );
  const aisles = Math.max(0, sizes.length - 1);
  const tightest = (2 * seat + seatGap) * (middle.length / arcOf(row(rows - 1)).length);
  const widest = (middle.length - aisles * aisle) / total;
  if (!squeeze && (widest < tightest || row(rows - 1).ry < outer.ry * 0.55)) return undefined;
  const pitch = Math.min(Math.max(COMFORT * seat, tightest), widest);
  const gap = (middle.length - total * pitch) / Math.max(1, sizes.length);

  let along = gap / 2;
  const seats: Point[][] = [];
  const benches: Point[][] = [];
  const spans: [number, number][] = [];
  for (const [b, size] of sizes.entries()) {
    const angleAt = (column: number) => middle.angleAt((along + column * pitch) / middle.length);
    const bloc: Point[] = [];
    for (let i = 0, left = size; i < rows && left > 0; i++) {
      const count = Math.ceil(left / (rows - i));
      const first = (columns[b]! - count) / 2 + 0.5;
      for (let j = 0; j < count; j++) bloc.push(onEllipse(row(i), angleAt(first + j)));
      left -= count;
    }
    const span: [number, number] = [angleAt(0), angleAt(columns[b]!)];
    seats.push(bloc);
    spans.push(span);
    benches.push(sector(row(-0.5), row(rows - 0.5), span));
    along += columns[b]! * pitch + gap;
  }
  return { seat, rows, seats, benches, spans, inner: shrunk(outer, (rows - 1) * depth + seat) };
}

function isClear({ seats, seat }: Hemicycle): boolean {
  const all = seats.flat();
  return all.every((a, i) => all.slice(i + 1).every((b) => distance(a, b) >= 2 * seat + 2));
}

function shrunk(ellipse: Ellipse, by: number): Ellipse {
  return { ...ellipse, rx: Math.max(1, ellipse.rx - by), ry: Math.max(1, ellipse.ry - by) };
}

function sector(outer: Ellipse, inner: Ellipse, [from, to]: readonly [number, number]): Point[] {
  const angles = Array.from({ length: 17 }, (_, i) => from + ((to - from) * i) / 16);
  const outside = angles.map((angle) => onEllipse(outer, angle));
  const inside = angles.map((angle) => onEllipse(inner, angle));
  return [...outside, ...inside.reverse()];
}
