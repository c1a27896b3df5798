/**
 * Paints talks: the floor of each side with its name and how it stands to the offer, the table with the text, a line
 * from the text to whoever offers it, and a pointer where somebody is to act.
 */

import type { Scene, StageSide } from "../../view/stage.ts";
import { paintOver, paintSeats, paintTable } from "./around.ts";
import type { Frame } from "./frame.ts";
import type { Point } from "./geometry.ts";
import type { Palette } from "./palette.ts";
import { fillRounded, strokeRounded } from "./round.ts";
import type { TalksLayout } from "./talksLayout.ts";
import type { SidePlace, TalksPlace } from "./talksSide.ts";

type TalksScene = Extract<Scene, { kind: "talks" }>;

export function paintTalks(frame: Frame, scene: TalksScene, layout: TalksLayout): void {
  const { to, words } = frame;
  const sides = new Map(scene.sides.map((side) => [side.id, side]));
  for (const place of layout.sides) paintFloor(frame, place, sides.get(place.side)!, layout);
  paintTable(frame, layout, scene.offer === undefined ? to.title : words.offer({ name: scene.offer }));
  for (const place of layout.sides)
    if (sides.get(place.side)!.turn) pointFrom(frame, place, layout.worded ? 9 : 6);
  paintSeats(frame, layout);
  paintOver(frame, layout);
}

function paintFloor(
  { ground, pen, palette, words }: Frame,
  { floor, name, status }: SidePlace,
  side: StageSide,
  { worded, text }: TalksLayout,
): void {
  const corner = worded ? 10 : 5;
  if (floor) {
    fillRounded(ground.fillStyle(palette.bench), floor, corner);
    if (side.turn) strokeRounded(ground.lineStyle(worded ? 2 : 1.5, palette.halo), floor, corner);
  }
  if (name)
    pen(`side ${side.id}`, side.name, name.at, { ...name, size: text, bold: true, colour: palette.label });
  const told = toldOf(side, words.side);
  if (status && told) {
    const { size, bold, colour } = toneOf(side, text, palette);
    pen(`status ${side.id}`, told, status.at, { ...status, size, bold, colour });
  }
}

function toldOf({ status, turn }: StageSide, words: Frame["words"]["side"]): string {
  return turn && (status === "waits" || status === "free" || status === "mediates")
    ? words.turn
    : words[status];
}

function toneOf({ status, turn }: StageSide, text: number, palette: Palette) {
  const bold = turn || status === "offers" || status === "bound";
  return { size: text - 0.5, bold, colour: turn ? palette.halo : bold ? palette.label : palette.quiet };
}

const WAYS: Record<TalksPlace, Point> = {
  left: { x: 1, y: 0 },
  right: { x: -1, y: 0 },
  head: { x: 0, y: 1 },
  foot: { x: 0, y: -1 },
};

/** A wedge on the edge of the table, from the side that is to act towards the text. */
function pointFrom({ ground, palette }: Frame, { front, place }: SidePlace, size: number): void {
  const { x, y } = WAYS[place];
  const tip = { x: front.x + x * size * 1.5, y: front.y + y * size * 1.5 };
  ground.fillStyle(palette.halo);
  ground.fillTriangle(
    tip.x,
    tip.y,
    front.x - y * size * 0.8,
    front.y - x * size * 0.8,
    front.x + y * size * 0.8,
    front.y + x * size * 0.8,
  );
}
