/**
 * Shapes by their corners, and round ones with as many corners as their size needs: Phaser gives a hundred to every circle and to
 * every rounded corner, and cutting those into triangles is most of what a frame costs. Sizes in CSS pixels, angles in radians.
 */
import type { GameObjects } from "phaser";
import type { Box, Point } from "./geometry.ts";

export type Ink = GameObjects.Graphics;

/** How far a straight edge may lie within the true curve, in CSS pixels. */
const OFF = 0.06;
const WHOLE = 2 * Math.PI;

export function fillShape(ink: Ink, corners: readonly Point[]): Ink {
  return along(ink, corners).closePath().fillPath();
}

export function strokeShape(ink: Ink, corners: readonly Point[]): Ink {
  return along(ink, corners).closePath().strokePath();
}

export function strokeLine(ink: Ink, points: readonly Point[]): Ink {
  return along(ink, points).strokePath();
}

export function fillDisc(ink: Ink, at: Point, radius: number): Ink {
  return around(ink, at, radius).closePath().fillPath();
}

export function strokeRing(ink: Ink, at: Point, radius: number): Ink {
  return around(ink, at, radius).closePath().strokePath();
}

export function strokeArc(ink: Ink, at: Point, radius: number, from: number, to: number): Ink {
  return strokeLine(ink, arcOf(at, radius, from, to));
}

/** The part of a disc between two radii. */
export function fillSlice(ink: Ink, at: Point, radius: number, from: number, to: number): Ink {
  return fillShape(ink, [at, ...arcOf(at, radius, from, to)]);
}

export function fillRounded(ink: Ink, box: Box, corner: number): Ink {
  return fillShape(ink, roundedOf(box, corner));
}

export function strokeRounded(ink: Ink, box: Box, corner: number): Ink {
  return strokeShape(ink, roundedOf(box, corner));
}

function along(ink: Ink, [first, ...others]: readonly Point[]): Ink {
  ink.beginPath();
  if (first) ink.moveTo(first.x, first.y);
  for (const { x, y } of others) ink.lineTo(x, y);
  return ink;
}

/** A whole circle; no point stands twice. */
function around(ink: Ink, { x, y }: Point, radius: number): Ink {
  const corners = unitCircle(stepsFor(radius, WHOLE));
  ink.beginPath();
  for (let i = 0; i < corners.length; i += 2) {
    const [right, down] = [x + radius * corners[i]!, y + radius * corners[i + 1]!];
    if (i === 0) ink.moveTo(right, down);
    else ink.lineTo(right, down);
  }
  return ink;
}

const circles: Float64Array[] = [];

/** Corners on the circle around 0 of radius 1, each as x and y: most of a picture is circles of few sizes. */
function unitCircle(steps: number): Float64Array {
  circles[steps] ??= Float64Array.from({ length: 2 * steps }, (_, i) => {
    const angle = ((i >> 1) / steps) * WHOLE;
    return i % 2 === 0 ? Math.cos(angle) : Math.sin(angle);
  });
  return circles[steps];
}

/** Straight edges of an arc of so many radians. */
function stepsFor(radius: number, angle: number): number {
  const widest = 2 * Math.acos(Math.max(0.5, 1 - OFF / Math.max(radius, OFF)));
  return Math.ceil(angle / widest);
}

function roundedOf({ x, y, width, height }: Box, corner: number): Point[] {
  const radius = Math.min(corner, width / 2, height / 2);
  const [left, top, right, bottom] = [x + radius, y + radius, x + width - radius, y + height - radius];
  const centres = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
  return centres.flatMap((at, i) => arcOf(at, radius, ((i + 2) / 4) * WHOLE, ((i + 3) / 4) * WHOLE));
}

/** Points on a circle from one angle to another, both included. */
function arcOf({ x, y }: Point, radius: number, from: number, to: number): Point[] {
  const steps = stepsFor(radius, to - from);
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = from + ((to - from) * i) / steps;
    return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
  });
}
