/**
 * Talks: sides face each other in pairs across a table, in the order in which they act; an odd last one sits at its
 * foot, mediators apart at its head. Every spokesperson has the same seat and every member behind one the same smaller
 * seat.
 */
import { type Box, clamp, type Measure, type Point } from "./geometry.ts";
import { type Layout, sealsOf } from "./layout.ts";
import { sheetOf, sheetWish } from "./sheet.ts";
import { GAP, type Plan, planOf, RINGS, stackIn, stepOf, WORDS } from "./talksPlan.ts";
import type { Scene, StageSide, StageView } from "./view.ts";
import type { StageWords } from "./words.ts";

type TalksScene = Extract<Scene, { kind: "talks" }>;
export type TalksPlace = "left" | "right" | "head" | "foot";

export interface SidePlace {
  readonly side: string;
  readonly place: TalksPlace;
  /** The floor under the side; undefined at the head, which is no side. */
  readonly floor: Box | undefined;
  /** Where its name and its status are written; undefined where there is no room for words. */
  readonly name: Line | undefined;
  readonly status: Line | undefined;
  /** The point before its seat on the edge of the table. */
  readonly front: Point;
}

export interface Line {
  readonly at: Point;
  readonly align: number;
  readonly width: number;
}

export interface TalksLayout extends Layout {
  readonly sides: readonly SidePlace[];
}

export function talksLayoutOf(
  view: StageView,
  scene: TalksScene,
  width: number,
  height: number,
  measure: Measure,
  words: StageWords,
): TalksLayout {
  const worded = width >= 600 && height >= 300;
  const margin = worded ? 10 : 5;
  const text = worded ? clamp(Math.min(width / 56, height / 33), 10.5, 16) : clamp(height / 24, 6, 9);
  const heads = scene.sides.filter(({ mediator }) => mediator);
  const sitting = scene.sides.filter(({ mediator }) => !mediator);
  const foot = sitting.length % 2 === 1 ? sitting.at(-1) : undefined;
  const pairs = sitting.slice(0, foot ? -1 : undefined);
  const rows = Math.max(1, pairs.length / 2);
  const lying = [...(heads.length ? [heads[0]!] : []), ...(foot ? [foot] : [])];
  const levels = sealsOf(view, "level");
  const clauses = sealsOf(view, "clause");
  const wish = sheetWish(levels.length, clauses.length, text, worded);
  const wood = worded ? 14 : 5;
  const wished = wish.width * (worded ? 1.2 : 1.5) + 2 * wood;
  const longest = Math.max(
    0,
    ...pairs.map(({ name }) => measure(name, text, true)),
    ...Object.values(words.side).map((told) => measure(told, text - 0.5, true)),
  );
  const lettering = Math.min(longest + 16, 0.24 * width);
  const plan = planOf(pairs, lying, { width, height, margin, text, worded, wished, lettering });
  const { seat, member, band, column, named } = plan;

  const sides: SidePlace[] = [];
  const seats = new Map<string, Point>();
  const widest = width - 2 * (margin + column + GAP);
  const across = clamp(wished, Math.min(60, widest), widest);
  const roomiest = 4.6 * seat + (named ? WORDS * text : 0);
  const above = heads.length ? band : 0;
  const room = height - 2 * margin - above - (foot ? band : 0);
  const long = Math.min(room, Math.max(rows * (roomiest + 4), wish.height * 1.3 + 2 * wood));
  const top = margin + above + (room - long) / 2;
  const bottom = top + long;
  const row = long / rows;
  const table = { x: (width - across) / 2, y: top, width: across, height: long };

  const outward = Math.min(table.x - margin - GAP, column * 1.35);
  for (const [i, side] of pairs.entries()) {
    const place = i % 2 === 0 ? "left" : "right";
    const high = Math.min(row - 4, roomiest);
    const floor = {
      x: place === "left" ? table.x - GAP - outward : table.x + across + GAP,
      y: top + (Math.floor(i / 2) + 0.5) * row - high / 2,
      width: outward,
      height: high,
    };
    sides.push(seated(side, place, floor, plan, text, seats));
  }
  if (foot) {
    const floor = { x: table.x, y: bottom + GAP, width: across, height: band - GAP };
    sides.push(seated(foot, "foot", floor, plan, text, seats));
  }
  const pitch = (width - 2 * margin) / Math.max(1, heads.length);
  for (const [i, side] of heads.entries()) {
    const x = width / 2 + (i - (heads.length - 1) / 2) * pitch;
    const dais = { x: x - pitch / 2, y: top - band, width: pitch, height: band - GAP };
    sides.push(seated(side, "head", dais, plan, text, seats));
  }

  const high = table.height - 2 * wood;
  const tall = Math.min(high, wish.height * 1.3);
  const box = {
    x: table.x + wood,
    y: top + wood + (high - tall) / 2,
    width: across - 2 * wood,
    height: tall,
  };
  const spokes = new Map(scene.sides.map((side) => [side.id, side.spokesperson]));
  const members = sitting.concat(heads).flatMap((side) => side.members);
  return {
    width,
    height,
    worded: worded && named,
    text,
    seat,
    seats,
    radii: new Map(members.map((id) => [id, member])),
    fronts: new Map(sides.map(({ side, front }) => [spokes.get(side)!, front])),
    benches: [],
    captions: [],
    table,
    sheet: sheetOf(box, levels, clauses, text, worded),
    sides,
  };
}

/** One side on its floor: the spokesperson towards the table, the others behind, words under them or beside them. */
function seated(
  { id, spokesperson, members }: StageSide,
  place: TalksPlace,
  floor: Box,
  { seat, member, stack, named }: Plan,
  text: number,
  seats: Map<string, Point>,
): SidePlace {
  const lying = place === "head" || place === "foot";
  const step = stepOf(member);
  const words = named && !lying ? WORDS * text : 0;
  const reach = RINGS * seat;
  const high = lying ? stackIn(floor.height + GAP, member) : stack;
  const columns = Math.ceil(members.length / high);
  const middle = floor.y + (floor.height - words) / 2;
  const centre = floor.x + floor.width / 2;
  const way = place === "right" ? 1 : -1;
  const x = lying ? centre : centre - (way * columns * step) / 2;
  const apart = reach + (lying ? 0.25 * seat : 0) + step / 2;
  seats.set(spokesperson, { x, y: middle });
  for (const [i, one] of members.entries()) {
    const column = Math.floor(i / high);
    const count = Math.min(high, members.length - column * high);
    const y = middle + ((i % high) - (count - 1) / 2) * step;
    seats.set(one, { x: x + way * (apart + column * step), y });
  }
  const side = { side: id, place, floor: place === "head" ? undefined : floor };
  if (lying) {
    const y = place === "head" ? floor.y + floor.height : floor.y;
    const width = floor.width / 2 - reach - 12;
    const line = (dy: number) => ({
      at: { x: x + reach + 0.3 * seat, y: middle + dy * text },
      align: 0,
      width,
    });
    const worded = named && width > 5 * text;
    return {
      ...side,
      front: { x, y },
      name: worded ? line(-0.62) : undefined,
      status: worded ? line(0.72) : undefined,
    };
  }
  const tall = Math.max(2 * reach, Math.min(stack, members.length) * step);
  const line = (dy: number) => ({
    at: { x: centre, y: middle + tall / 2 + dy * text },
    align: 0.5,
    width: floor.width - 10,
  });
  return {
    ...side,
    front: { x: place === "left" ? floor.x + floor.width : floor.x, y: middle },
    name: named ? line(0.75) : undefined,
    status: named ? line(2.1) : undefined,
  };
}
