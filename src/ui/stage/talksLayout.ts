/**
 * Talks: sides face each other in pairs across a table, in the order in which they act; an odd last one sits at its
 * foot, mediators apart at its head. Every spokesperson has the same seat and every member behind one the same smaller
 * seat.
 */

import type { Scene, StageView } from "../../view/stage.ts";
import { clamp, type Measure, type Point } from "./geometry.ts";
import { type Layout, sealsOf } from "./layout.ts";
import { sheetOf, sheetWish } from "./sheet.ts";
import { benchOf, GAP, isLarge, planOf, rowsOf, stepOf, WORDS } from "./talksPlan.ts";
import { type SidePlace, seatedOn } from "./talksSide.ts";
import type { StageWords } from "./words.ts";

type TalksScene = Extract<Scene, { kind: "talks" }>;

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
  const odd = sitting.length % 2 === 1 ? sitting.at(-1) : undefined;
  const foot = odd && !isLarge(odd.members) ? odd : undefined;
  const pairs = sitting.slice(0, foot ? -1 : undefined);
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
  const lettering = Math.min(longest + 16, 0.2 * width);
  const plan = planOf(pairs, lying, { width, height, margin, text, worded, wished, lettering });
  const { seat, member, band, column, named } = plan;

  const sides: SidePlace[] = [];
  const seats = new Map<string, Point>();
  const widest = width - 2 * (margin + column + GAP);
  const across = clamp(wished, Math.min(60, widest), widest);
  const roomiest = 4.6 * seat + (named ? WORDS * text : 0);
  const above = heads.length ? band : 0;
  const room = height - 2 * margin - above - (foot ? band : 0);
  const rows = rowsOf(pairs, member, column);
  const benches = rows.reduce((sum, bench) => sum + bench, 0);
  const wanted = Math.max(rows.length * (roomiest + 4) + benches, wish.height * 1.3 + 2 * wood);
  const long = Math.min(room, wanted);
  const top = margin + above + (room - long) / 2;
  const bottom = top + long;
  const row = (long - benches) / rows.length;
  const table = { x: (width - across) / 2, y: top, width: across, height: long };

  const outward = Math.min(table.x - margin - GAP, column * 1.35);
  for (const [i, side] of pairs.entries()) {
    const place = i % 2 === 0 ? "left" : "right";
    const nth = Math.floor(i / 2);
    const passed = rows.slice(0, nth).reduce((sum, bench) => sum + bench, 0);
    const behind = isLarge(side.members) ? 0 : Math.min(plan.stack, side.members.length);
    const crowd = behind * stepOf(member) + 10;
    const high = Math.min(row - 4, Math.max(roomiest, crowd + (named ? WORDS * text : 0)));
    const bench = isLarge(side.members) ? benchOf(side.members.length, member, column).height : 0;
    const floor = {
      x: place === "left" ? table.x - GAP - outward : table.x + across + GAP,
      y: top + passed + (nth + 0.5) * row - high / 2,
      width: outward,
      height: high + bench,
    };
    sides.push(seatedOn(floor, place, side, plan, text, seats));
  }
  if (foot) {
    const floor = { x: table.x, y: bottom + GAP, width: across, height: band - GAP };
    sides.push(seatedOn(floor, "foot", foot, plan, text, seats));
  }
  const pitch = (width - 2 * margin) / Math.max(1, heads.length);
  for (const [i, side] of heads.entries()) {
    const x = width / 2 + (i - (heads.length - 1) / 2) * pitch;
    const dais = { x: x - pitch / 2, y: top - band, width: pitch, height: band - GAP };
    sides.push(seatedOn(dais, "head", side, plan, text, seats));
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
