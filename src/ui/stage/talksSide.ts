/**
 * One side of talks on its floor: the spokesperson towards the table, the members behind, a name and a status under the
 * seat, or beside it where the side sits along the table's end. A large delegation has its members on a bench below.
 */

import type { StageSide } from "../../view/stage.ts";
import type { Box, Point } from "./geometry.ts";
import { benchOf, isLarge, type Plan, RINGS, stackIn, stepOf, WORDS } from "./talksPlan.ts";

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

export function seatedOn(
  floor: Box,
  place: TalksPlace,
  { id, spokesperson, members }: StageSide,
  plan: Plan,
  text: number,
  seats: Map<string, Point>,
): SidePlace {
  const { seat, member, stack, named } = plan;
  const lying = place === "head" || place === "foot";
  const large = !lying && isLarge(members);
  const bench = large ? benchOf(members.length, member, plan.column) : undefined;
  const step = stepOf(member);
  const words = named && !lying ? WORDS * text : 0;
  const reach = RINGS * seat;
  const high = lying ? stackIn(floor.height + 4, member) : stack;
  const columns = large ? 0 : Math.ceil(members.length / high);
  const head = floor.height - (bench?.height ?? 0);
  const middle = floor.y + (head - words) / 2;
  const centre = floor.x + floor.width / 2;
  const way = place === "right" ? 1 : -1;
  const x = lying ? centre : centre - (way * columns * step) / 2;
  const apart = reach + (lying ? 0.25 * seat : 0) + step / 2;
  seats.set(spokesperson, { x, y: middle });
  for (const [i, one] of members.entries()) {
    if (bench) {
      const row = Math.floor(i / bench.columns);
      const count = Math.min(bench.columns, members.length - row * bench.columns);
      const across = ((i % bench.columns) - (count - 1) / 2) * step;
      seats.set(one, { x: centre + across, y: floor.y + head + (row + 0.5) * step });
      continue;
    }
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
  const tall = Math.max(2 * reach, large ? 0 : Math.min(stack, members.length) * step);
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
