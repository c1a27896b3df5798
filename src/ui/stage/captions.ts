/**
 * Finds room for the words on the hall: a label outside each bloc, a name under each front chair, a remark under the
 * absent. A label that would touch a seat or another label is left out, never squeezed.
 */

import type { StageDelegation } from "../../view/stage.ts";
import {
  type Box,
  boxAround,
  clamp,
  type Ellipse,
  grown,
  type Measure,
  onEllipse,
  overlap,
  type Point,
} from "./geometry.ts";
import type { Hemicycle } from "./hemicycle.ts";
import type { StageWords } from "./words.ts";

export interface Caption {
  readonly key: string;
  readonly text: string;
  readonly box: Box;
  readonly size: number;
  readonly tone: "bloc" | "name" | "quiet";
}

export interface Room {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly text: number;
  readonly seat: number;
  readonly seats: ReadonlyMap<string, Point>;
  readonly table: Box;
  readonly outer: Ellipse;
  readonly hall: Hemicycle;
  readonly blocs: readonly string[];
  readonly front: readonly StageDelegation[];
  readonly away: readonly StageDelegation[];
  /** Distance between front chairs. */
  readonly pitch: number;
  readonly measure: Measure;
  readonly words: StageWords;
}

/** Where a name begins under its chair, in seat radii: your own chair has rings around it. */
const BELOW = 1.42;

export function captionsOf(room: Room): Caption[] {
  const placed: Caption[] = [...nameCaptions(room), ...awayCaption(room)];
  for (const [b, bloc] of room.blocs.entries()) {
    const caption = blocCaption(room, b, bloc, placed);
    if (caption) placed.push(caption);
  }
  return placed;
}

function nameCaptions({ front, seats, seat, text, pitch, measure }: Room): Caption[] {
  const widths = front.map(({ name }) => measure(name, text, true));
  if (widths.some((width, i) => i > 0 && (width + widths[i - 1]!) / 2 > pitch - 8)) return [];
  return front.map(({ id, name }, i) => {
    const { x, y } = seats.get(id)!;
    const width = widths[i]!;
    const box = { x: x - width / 2, y: y + seat * BELOW + 1, width, height: 1.35 * text };
    return { key: `name ${id}`, text: name, box, size: text, tone: "name" };
  });
}

function awayCaption({ away, seats, seat, text, width, margin, measure, words }: Room): Caption[] {
  const [first] = away;
  if (first === undefined) return [];
  const size = text - 1;
  const wide = measure(words.away, size, false);
  const { y } = seats.get(first.id)!;
  const box = { x: width - margin - wide, y: y + seat * BELOW + 1.5, width: wide, height: 1.35 * size };
  return [{ key: "away", text: words.away, box, size, tone: "quiet" }];
}

function blocCaption(room: Room, b: number, bloc: string, placed: readonly Caption[]): Caption | undefined {
  const { text, seat, seats, measure, width: stageWidth, height: stageHeight, margin } = room;
  const size = text;
  const width = measure(bloc, size, false);
  const height = 1.35 * size;
  const taken = [
    ...[...seats.values()].map((point) => boxAround(point, seat + 3)),
    ...placed.map(({ box }) => grown(box, 4)),
    grown(room.table, 3),
  ];
  const { outer, hall } = room;
  const edge = (outer.rx - hall.inner.rx + seat) / hall.rows / 2 + 2; // half a row: the floor under the bench
  const floor = Math.max(...hall.benches.flat().map(({ y }) => y));
  const free = (box: Box) =>
    box.x >= margin - 6 &&
    box.y >= 4 &&
    box.x + box.width <= stageWidth - margin + 6 &&
    box.y + box.height <= stageHeight - 4 &&
    !onFloor(box, { ...outer, rx: outer.rx + edge, ry: outer.ry + edge }, floor) &&
    taken.every((other) => !overlap(box, other));
  const box = candidates(room, b, width, height).find(free);
  return box && { key: `bloc ${bloc}`, text: bloc, box, size, tone: "bloc" };
}

/** True when part of the box lies on the floor of the hall: inside the ellipse, above the lowest bench. */
function onFloor({ x, y, width, height }: Box, { cx, cy, rx, ry }: Ellipse, floor: number): boolean {
  const nearest = clamp(cx, x, x + width);
  const lowest = Math.min(y + height, cy);
  return y < floor && ((nearest - cx) / rx) ** 2 + ((lowest - cy) / ry) ** 2 < 1;
}

/** Places for a bloc's label, best first: under a foot of the hall, else outside its middle, else towards its ends. */
function candidates({ outer, hall, seat, blocs }: Room, b: number, width: number, height: number): Box[] {
  const lowest = Math.max(...hall.benches[b]!.map(({ y }) => y)) + 7;
  const xs = hall.benches[b]!.map(({ x }) => x);
  const feet: Box[] = [];
  for (const out of [0, 0.5]) {
    if (b === 0) feet.push({ x: Math.min(...xs) - out * width, y: lowest, width, height });
    if (b === blocs.length - 1)
      feet.push({ x: Math.max(...xs) - (1 - out) * width, y: lowest, width, height });
  }
  const [from, to] = hall.spans[b]!;
  const around = [0.5, 0.6, 0.4, 0.7, 0.3, 0.85, 0.15, 1, 0].flatMap((share) =>
    [6, 11, 16, 22].map((gap) => {
      const angle = from + (to - from) * share;
      const beyond = seat + gap;
      const { x, y } = onEllipse({ ...outer, rx: outer.rx + beyond, ry: outer.ry + beyond }, angle);
      const lean = clamp(Math.cos(angle) * 1.6, -1, 1); // 1 at the left end, 0 on top, -1 at the right end
      return { x: x - (width * (1 + lean)) / 2, y: y - height, width, height };
    }),
  );
  return blocs.length > 1 ? [...feet, ...around] : around;
}
