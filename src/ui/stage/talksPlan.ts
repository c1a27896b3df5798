/**
 * How large the seats of talks can be: the search takes the largest radius with which every side has room for its
 * members, its words and its rings, and the text between the sides keeps its width.
 */

import type { StageSide } from "../../view/stage.ts";
import { clamp } from "./geometry.ts";

/** A member's radius, of a spokesperson's; the room that rings and badges need around a seat, of its own radius. */
const MEMBER = 0.7;
export const RINGS = 1.4;
export const GAP = 4;
/** Of the font size: a name and a status under a seat. */
export const WORDS = 3;

/** Members that still sit behind their spokesperson; the smallest radius of more. */
const LARGE = 6;
const LEAST = 5;

/** From member to member: their badges and the rings of your own seat have room between them. */
export function stepOf(member: number): number {
  return 2.3 * member + GAP;
}

/** Sizes that one radius of the seats leads to. */
export interface Plan {
  readonly seat: number;
  readonly member: number;
  /** Members above each other, behind a spokesperson. */
  readonly stack: number;
  readonly row: number;
  readonly column: number;
  readonly band: number;
  readonly named: boolean;
}

export interface Bounds {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly text: number;
  readonly worded: boolean;
  /** Width that the table would like, and that the words under a seat need. */
  readonly wished: number;
  readonly lettering: number;
}

export function planOf(
  pairs: readonly StageSide[],
  lying: readonly StageSide[],
  { width, height, margin, text, worded, wished, lettering }: Bounds,
): Plan {
  const large = pairs.some(({ members }) => isLarge(members));
  const most = Math.max(0, ...pairs.map(({ members }) => (isLarge(members) ? 0 : members.length)));
  const narrowest = worded ? 31 * text : 150;
  const spread = clamp((worded ? 0.56 : 0.4) * width, narrowest, Math.max(narrowest, wished));
  const free = large ? (width - spread) / 2 - margin - GAP : 0;
  const beside = Math.max(0, ...lying.map(({ members }) => members.length));
  const planAt = (seat: number, member: number, named: boolean): Plan => {
    const band = 2 * RINGS * seat + GAP + 2;
    const benches = rowsOf(pairs, member, free);
    const taken = benches.reduce((sum, bench) => sum + bench, 0);
    const row = (height - 2 * margin - lying.length * band - taken) / benches.length;
    const room = row - 8 - (named ? WORDS * text : 0);
    const stack = Math.max(1, Math.floor(room / stepOf(member)));
    const behind = Math.ceil(most / stack) * stepOf(member);
    const column = Math.max(free, 2 * RINGS * seat + behind + 8, named ? lettering : 0);
    return { seat, member, stack, row: room, column, band, named };
  };
  for (const named of worded ? [true, false] : [false])
    for (let seat = clamp(width / 30, 9, 30); seat >= (named ? 11 : 4); seat -= 0.5) {
      const least = large ? Math.min(Math.max(LEAST, 0.4 * seat), MEMBER * seat) : MEMBER * seat;
      for (let member = MEMBER * seat; member >= least; member -= 0.5) {
        const plan = planAt(seat, member, named);
        const across = width - 2 * (margin + plan.column + GAP);
        const members = Math.ceil(beside / stackIn(plan.band, plan.member)) * stepOf(plan.member);
        const fits = plan.row >= 2 * RINGS * seat && across >= narrowest;
        if (fits && members + (RINGS + 0.4) * seat <= Math.min(across, wished) / 2) return plan;
      }
    }
  return planAt(3, 2, false);
}

/** A delegation with so many members that they need a bench of their own. */
export function isLarge(members: readonly string[]): boolean {
  return members.length > LARGE;
}

/** The bench of a large delegation under its spokesperson: members in a row, and how high it is. */
export function benchOf(members: number, member: number, width: number): { columns: number; height: number } {
  const step = stepOf(member);
  const columns = Math.max(1, Math.floor((width - 4) / step));
  return { columns, height: Math.ceil(members / columns) * step + 4 };
}

/** What each pair of sides needs for the larger of its benches, 0 without one; at least one row. */
export function rowsOf(pairs: readonly StageSide[], member: number, width: number): readonly number[] {
  return Array.from({ length: Math.max(1, Math.ceil(pairs.length / 2)) }, (_, row) =>
    Math.max(
      0,
      ...pairs
        .slice(2 * row, 2 * row + 2)
        .map(({ members }) => (isLarge(members) ? benchOf(members.length, member, width).height : 0)),
    ),
  );
}

/** Members above each other beside a spokesperson at the head or the foot. */
export function stackIn(band: number, member: number): number {
  return Math.max(1, Math.floor((band - GAP) / stepOf(member)));
}
