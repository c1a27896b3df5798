/**
 * Which picture a view is drawn in, where its things lie, and what is under the pointer: the one place that knows all
 * four pictures. Adding one means a scene in `view.ts`, a layout, a painter, and a line in each function here.
 */

import type { StageView } from "../../view/stage.ts";
import { type Box, contains, type Measure, type Point } from "./geometry.ts";
import { type Layout, layoutKey, layoutOf, radiusOf, sealSpots, thingAt } from "./layout.ts";
import { type ParliamentLayout, parliamentLayoutOf } from "./parliamentLayout.ts";
import { type TalksLayout, talksLayoutOf } from "./talksLayout.ts";
import { type TimelineLayout, timelineLayoutOf } from "./timelineLayout.ts";
import type { StageWords } from "./words.ts";

export type Placed =
  | { readonly kind: "hall"; readonly at: Layout }
  | { readonly kind: "talks"; readonly at: TalksLayout }
  | { readonly kind: "ratification"; readonly at: ParliamentLayout }
  | { readonly kind: "aftermath"; readonly at: TimelineLayout };

export interface Thing {
  readonly kind: "delegation" | "seal";
  readonly id: string;
}

/** The part of a view that positions depend on; an unchanged key means unchanged positions. */
export function placedKey(view: StageView): string {
  const { scene } = view;
  switch (scene.kind) {
    case "hall":
      return `hall ${layoutKey(view)}`;
    case "talks":
      return JSON.stringify([
        scene.sides.map(({ id, name, members }) => [id, name, members]),
        layoutKey(view),
      ]);
    case "ratification":
      return JSON.stringify([scene.kind, scene.bodies.map(({ id }) => id)]);
    case "aftermath":
      return JSON.stringify(scene);
  }
}

export function placedOf(
  view: StageView,
  width: number,
  height: number,
  measure: Measure,
  words: StageWords,
): Placed {
  const { scene, delegations } = view;
  switch (scene.kind) {
    case "hall":
      return { kind: "hall", at: layoutOf(view, width, height, measure, words) };
    case "talks":
      return { kind: "talks", at: talksLayoutOf(view, scene, width, height, measure, words) };
    case "ratification": {
      const blocs = new Map(delegations.map(({ id, bloc }) => [id, bloc]));
      const blocOf = (id: string) => blocs.get(id) ?? "";
      return { kind: "ratification", at: parliamentLayoutOf(scene.bodies, blocOf, width, height, measure) };
    }
    case "aftermath":
      return { kind: "aftermath", at: timelineLayoutOf(scene, width, height, measure, words) };
  }
}

/** What lies under a point and has a twin among the panels. */
export function thingIn({ kind, at }: Placed, point: Point): Thing | undefined {
  if (kind === "aftermath") return undefined;
  if (kind !== "ratification") return thingAt(at, point);
  const spot = at.spots.find(({ cell }) => contains(cell, point));
  return spot && { kind: "delegation", id: spot.id };
}

/** The box around a thing that is drawn, for the tag with its name; a seat's is marked by `round`. */
export function boxOf({ kind, at }: Placed, id: string): { box: Box; round: boolean } | undefined {
  if (kind === "aftermath") return undefined;
  if (kind === "ratification") {
    const spot = at.spots.find((one) => one.id === id);
    return spot && { box: spot.house, round: false };
  }
  const seat = at.seats.get(id);
  if (seat) {
    const radius = radiusOf(at, id);
    const box = { x: seat.x - radius, y: seat.y - radius, width: 2 * radius, height: 2 * radius };
    return { box, round: true };
  }
  const spot = sealSpots(at).find((one) => one.id === id);
  return spot && { box: spot.box, round: false };
}
