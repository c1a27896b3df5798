/**
 * A row of parliaments, or as many rows as it takes; a few stand in one. Blocs stay together, and every building has the same size. The
 * search takes the number of columns that makes them largest.
 */

import type { StageBody } from "../../view/stage.ts";
import { type Box, clamp, type Measure } from "./geometry.ts";

export interface ParliamentLayout {
  readonly width: number;
  readonly height: number;
  readonly worded: boolean;
  readonly text: number;
  /** The title above and the count below. */
  readonly title: Box;
  readonly count: Box;
  readonly spots: readonly BodySpot[];
  readonly blocs: readonly { readonly name: string; readonly box: Box }[];
}

export interface BodySpot {
  readonly id: string;
  /** All of its place. */
  readonly cell: Box;
  /** The drawn house; its code stands below it. */
  readonly house: Box;
  /** Font size of the code. */
  readonly code: number;
  /** There is room for the body's name and its decision in words. */
  readonly named: boolean;
}

/** Free columns between two blocs in a row. */
const AISLE = 0.4;
const SHAPE = 0.78; // height of a house by its width

export function parliamentLayoutOf(
  bodies: readonly StageBody[],
  blocOf: (id: string) => string,
  width: number,
  height: number,
  measure: Measure,
): ParliamentLayout {
  const worded = width >= 600 && height >= 300;
  const text = worded ? clamp(Math.min(width / 52, height / 30), 11, 16) : clamp(height / 22, 7, 10);
  const margin = worded ? 16 : 6;
  const title = { x: margin, y: margin, width: width - 2 * margin, height: 2 * text };
  const count = { ...title, y: height - margin - 2.1 * text, height: 2.1 * text };
  const hall = {
    x: margin,
    y: title.y + title.height + 4,
    width: width - 2 * margin,
    height: count.y - title.y - title.height - 8,
  };
  const named = worded && bodies.length <= 5;
  const names = [...new Set(bodies.map(({ id }) => blocOf(id)))];
  const groups = names.map((name) => bodies.filter(({ id }) => blocOf(id) === name));
  const label = worded && !named && groups.length < bodies.length ? 1.7 * text : 0;
  const rows = named ? [groups] : bestRows(groups, hall, label);
  const columns = Math.max(1, ...rows.map(lengthOf));
  const cell = Math.min(hall.width / columns, 170 + 6 * text);
  const row = Math.min(hall.height / Math.max(1, rows.length), (named ? 1.1 : 1.35) * cell + label + 60);
  const top = hall.y + (hall.height - row * rows.length) / 2;

  const under = named ? 4.9 : 1.5; // lines below a house
  const room = row - label - 6;
  const lettering = Math.min(text, (0.3 * cell) / 1.1, room * 0.22);
  const house = Math.max(4, Math.min(cell * 0.74, (room - under * lettering) / SHAPE, 130));
  const spots: BodySpot[] = [];
  const blocs: { name: string; box: Box }[] = [];
  for (const [r, groupsHere] of rows.entries()) {
    let x = hall.x + (hall.width - lengthOf(groupsHere) * cell) / 2;
    const y = top + r * row;
    for (const group of groupsHere) {
      const name = blocOf(group[0]!.id);
      const run = group.length * cell;
      if (label && group.length > 1 && measure(name, text - 0.5, false) <= run + AISLE * cell - 4)
        blocs.push({ name, box: { x, y, width: run, height: label } });
      for (const { id } of group) {
        const high = house * SHAPE + under * lettering;
        const at = y + label + (room - high) / 2;
        spots.push({
          id,
          cell: { x, y: y + label, width: cell, height: row - label },
          house: { x: x + (cell - house) / 2, y: at, width: house, height: house * SHAPE },
          code: lettering,
          named,
        });
        x += cell;
      }
      x += AISLE * cell;
    }
  }
  return { width, height, worded, text, title, count, spots, blocs };
}

type Row = readonly (readonly StageBody[])[];

/** In columns, with the aisles between its blocs. */
function lengthOf(row: Row): number {
  return row.reduce((sum, group) => sum + group.length, 0) + AISLE * Math.max(0, row.length - 1);
}

function bestRows(groups: readonly (readonly StageBody[])[], hall: Box, label: number): Row[] {
  const all = groups.reduce((sum, group) => sum + group.length, 0);
  let best: Row[] = [];
  let largest = 0;
  for (let columns = 1; columns <= all + AISLE * groups.length + 1; columns++) {
    const rows = rowsOf(groups, columns);
    const across = hall.width / Math.max(1, ...rows.map(lengthOf));
    const size = Math.min(across, (hall.height / rows.length - label) / 1.15);
    if (size <= largest) continue;
    largest = size;
    best = rows;
  }
  return best;
}

/** Blocs in their order, as many in a row as fit; a bloc longer than a row is cut. */
function rowsOf(groups: readonly (readonly StageBody[])[], columns: number): Row[] {
  const rows: (readonly StageBody[])[][] = [[]];
  for (const group of groups)
    for (let start = 0; start < group.length; start += columns) {
      const part = group.slice(start, start + columns);
      const row = rows.at(-1)!;
      if (row.length > 0 && lengthOf([...row, part]) > columns) rows.push([part]);
      else row.push(part);
    }
  return rows;
}
