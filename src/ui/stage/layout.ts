/**
 * From a view and a size to positions: the hemicycle above, the text on its table in the middle, the front chairs
 * before it, absent delegations at the edge. Pure: text widths come in as a function, pixels go out as numbers.
 */

import type { StageDelegation, StageView } from "../../view/stage.ts";
import { type Caption, captionsOf } from "./captions.ts";
import { type Box, clamp, contains, distance, type Ellipse, type Measure, type Point } from "./geometry.ts";
import { hemicycleOf } from "./hemicycle.ts";
import { type SealSpot, type Sheet, sheetOf, sheetWish } from "./sheet.ts";
import type { StageWords } from "./words.ts";

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** False: a small stage, codes and shapes only. */
  readonly worded: boolean;
  /** Font size of labels, in CSS pixels. */
  readonly text: number;
  /** Radius of every seat but for those in `radii`. */
  readonly seat: number;
  readonly seats: ReadonlyMap<string, Point>;
  /** Of those who sit behind their spokesperson. */
  readonly radii: ReadonlyMap<string, number>;
  /** Where the way of those who sit at the table itself leads onto it. */
  readonly fronts: ReadonlyMap<string, Point>;
  readonly benches: readonly (readonly Point[])[];
  readonly captions: readonly Caption[];
  readonly table: Box;
  readonly sheet: Sheet;
}

/** Benches from this many on need the whole hall. */
const FULL = 16;
/** How far a sheet grows beyond its wish where there are no benches. */
const GROWTH = 1.35;

const NOBODY: ReadonlyMap<string, never> = new Map<string, never>();

/** The part of a view that positions depend on; an unchanged key means an unchanged layout. */
export function layoutKey({ delegations, seals, title }: StageView): string {
  return JSON.stringify([
    title !== "",
    delegations.map(({ id, bloc, place, name }) => [id, bloc, place, name]),
    seals.map(({ id, kind }) => [id, kind]),
  ]);
}

export function layoutOf(
  view: StageView,
  width: number,
  height: number,
  measure: Measure,
  words: StageWords,
): Layout {
  const worded = width >= 600 && height >= 320;
  const at = (place: StageDelegation["place"]) => view.delegations.filter((one) => one.place === place);
  const [front, bench, away] = [at("front"), at("bench"), at("away")];
  const blocs = [...new Set(bench.map(({ bloc }) => bloc))];
  const members = blocs.map((bloc) => bench.filter((one) => one.bloc === bloc));

  const roomy = 1 - Math.min(1, bench.length / FULL); // few benches: words and seats take what they leave free
  const text = worded
    ? clamp(Math.min(width / (64 - 14 * roomy), height / (44 - 14 * roomy)), 11, 15 + 2 * roomy)
    : clamp(height / 24, 6, 9);
  const low = worded && height < 400;
  const margin = worded ? (low ? 8 : 16) : 6;
  const largest = clamp(
    Math.min(width / 43, height / (worded ? 31 : 25)) * (1 + 0.45 * roomy),
    4,
    24 + 4 * roomy,
  );
  const names = worded ? 1.9 * text : 0;
  const frontRow = height - margin - names - largest;
  const rim =
    bench.length === 0 ? margin : largest + (worded ? (low ? 4 : 10) + 2.1 * text * (1 - roomy) : margin + 2);
  const base = frontRow - (worded ? 1.1 * largest + 1.4 * text : 2.2 * largest);
  const rx = Math.max(12, width / 2 - margin - largest - 2);
  const wish = sheetWishOf(view, text, worded);
  const highest = bench.length === 0 ? GROWTH * wish.height + 2 * text : rx * 1.08;
  const ry = clamp(base - rim, 12, Math.max(12, highest));
  const spare = Math.max(0, base - rim - ry);
  const outer: Ellipse = { cx: width / 2, cy: base - spare / 2, rx, ry };
  const hall = hemicycleOf(
    members.map((list) => list.length),
    outer,
    {
      largest,
      smallest: 3,
      seatGap: worded ? (low ? 4 : 6) : 3,
      rowGap: worded ? (low ? 0.5 : 0.75) * largest : 5,
      aisle: worded ? (low ? 18 : 30) : 9,
    },
  );
  const { seat } = hall;
  const frontY = frontRow - spare / 2;

  const seats = new Map<string, Point>();
  for (const [b, list] of members.entries())
    for (const [i, { id }] of list.entries()) seats.set(id, hall.seats[b]![i]!);
  const reserved = away.length
    ? 2 * margin + away.length * (2 * seat + 8) + (worded ? 4.2 * text : 0)
    : margin;
  const pitch = Math.min(
    worded ? 8.6 * text : 3.6 * seat,
    (width - 2 * reserved) / Math.max(1, front.length),
  );
  for (const [i, { id }] of front.entries())
    seats.set(id, { x: width / 2 + (i - (front.length - 1) / 2) * pitch, y: frontY });
  for (const [i, { id }] of away.entries())
    seats.set(id, { x: width - margin - seat - 2 - i * (2 * seat + 8), y: frontY });

  const room = bench.length === 0 ? { ...outer, rx: 4 * rx } : hall.inner;
  const growth = 1.12 + (GROWTH - 1.12) * roomy;
  const sheet = placedSheet(view, room, frontY - seat - (worded ? 1.75 * text : 8), text, worded, growth);
  const edge = worded ? 10 : 3;
  const { x, y, width: w, height: h } = sheet.box;
  const table = { x: x - 1.4 * edge, y: y - edge, width: w + 2.8 * edge, height: h + 2 * edge };
  const captions = worded
    ? captionsOf({
        width,
        height,
        margin,
        text,
        seat,
        seats,
        table,
        outer,
        hall,
        blocs,
        front,
        away,
        pitch,
        measure,
        words,
      })
    : [];
  return {
    width,
    height,
    worded,
    text,
    seat,
    seats,
    radii: NOBODY,
    fronts: NOBODY,
    benches: hall.benches,
    captions,
    table,
    sheet,
  };
}

export const sealsOf = ({ seals }: StageView, kind: "level" | "clause"): readonly string[] =>
  seals.filter((seal) => seal.kind === kind).map(({ id }) => id);

function sheetWishOf(view: StageView, text: number, worded: boolean) {
  return sheetWish(sealsOf(view, "level").length, sealsOf(view, "clause").length, text, worded);
}

/**
 * The widest and highest sheet, up to `growth` times its wish, in the free half ellipse `inner` under the innermost
 * row; `bottom` is the lower edge of its table.
 */
function placedSheet(
  view: StageView,
  inner: Ellipse,
  bottom: number,
  text: number,
  worded: boolean,
  growth: number,
): Sheet {
  const wish = sheetWishOf(view, text, worded);
  const [aside, above] = worded ? [19, 18] : [9, 6];
  const low = bottom - (worded ? 10 : 3);
  const a = Math.max(1, inner.rx - aside);
  const b = Math.max(1, inner.ry - above);
  let best: Box = { x: inner.cx - 10, y: low - 10, width: 20, height: 10 };
  let reached = 0;
  for (let width = 20; width <= Math.min(2 * a, wish.width * growth * 0.95); width += 2) {
    const top = inner.cy - b * Math.sqrt(Math.max(0, 1 - (width / 2 / a) ** 2));
    const height = Math.min(low - top, wish.height * growth);
    const score = Math.min(width / wish.width, growth * 0.93) * Math.min(height / wish.height, growth * 0.93);
    if (height <= 8 || score <= reached) continue;
    reached = score;
    const y = low - height - (low - top - height) * 0.4;
    best = { x: inner.cx - width / 2, y, width, height };
  }
  return sheetOf(best, sealsOf(view, "level"), sealsOf(view, "clause"), text, worded);
}

export function radiusOf({ radii, seat }: Layout, id: string): number {
  return radii.get(id) ?? seat;
}

/** What lies under a point: a delegation before an issue. */
export function thingAt(
  layout: Layout,
  point: Point,
): { kind: "delegation" | "seal"; id: string } | undefined {
  let nearest: { id: string; far: number } | undefined;
  for (const [id, seat] of layout.seats) {
    const far = distance(seat, point);
    if (far <= Math.max(radiusOf(layout, id) + 2, 9) && (!nearest || far < nearest.far))
      nearest = { id, far };
  }
  if (nearest) return { kind: "delegation", id: nearest.id };
  const spot = sealSpots(layout).find(({ box }) => contains(box, point));
  return spot && { kind: "seal", id: spot.id };
}

export function sealSpots({ sheet }: Layout): readonly SealSpot[] {
  return [...sheet.levels, ...sheet.clauses];
}
