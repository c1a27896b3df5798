/**
 * The aftermath on a sheet of paper: a sentence, the share of futures that still hold as steps in half-years from left
 * to right, and at the right end how they ended. Labels that would touch are moved apart.
 */

import type { Scene, StageFate } from "../../view/stage.ts";
import { type Box, clamp, type Measure, type Point } from "./geometry.ts";
import type { StageWords } from "./words.ts";

type Aftermath = Extract<Scene, { kind: "aftermath" }>;

export interface TimelineLayout {
  readonly width: number;
  readonly height: number;
  readonly worded: boolean;
  readonly text: number;
  readonly sheet: Box;
  readonly lead: readonly { readonly text: string; readonly at: Point }[];
  readonly caption: Point;
  readonly chart: Box;
  /** One a half-year, from the floor of the chart up to the share that still holds at its end. */
  readonly steps: readonly Box[];
  readonly years: readonly { readonly text: string; readonly at: Point }[];
  /** Font size of the labels at the right end. */
  readonly lettering: number;
  /** Parts of the column at the right end, from the floor up, and where their labels begin. */
  readonly ends: readonly FateSpot[];
}

export interface FateSpot {
  readonly fate: StageFate;
  readonly part: Box;
  readonly label: Point;
  readonly width: number;
}

export function timelineLayoutOf(
  { lead, holding, fates }: Aftermath,
  width: number,
  height: number,
  measure: Measure,
  words: StageWords,
): TimelineLayout {
  const worded = width >= 600 && height >= 300;
  const text = worded ? clamp(Math.min(width / 54, height / 30), 11, 15) : clamp(height / 23, 8, 10);
  const margin = worded ? 14 : 4;
  const pad = worded ? 1.3 * text : 0.8 * text;
  const sheet = { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin };
  const left = sheet.x + pad;
  const inside = sheet.width - 2 * pad;
  const heading = text + (worded ? 1.5 : 0);
  const lines = balanced(lead, inside, (part) => measure(part, heading, true));
  const told = lines.map((line, i) => ({
    text: line,
    at: { x: left, y: sheet.y + pad + heading * (0.5 + 1.3 * i) },
  }));
  const below = sheet.y + pad + heading * 1.3 * lines.length + 0.4 * text;
  const caption = { x: left, y: below + 0.6 * text };

  const lettering = worded ? text : 0.92 * text;
  const longest = Math.max(
    0,
    ...fates.map(({ id, label, share }) => measure(words.fate({ share, label }), lettering, id === "held")),
  );
  const aside = Math.min(longest + 1.6 * text, inside * 0.52);
  const scale = measure(words.share({ share: 1 }), text - 1, false) + 6;
  const bar = worded ? 20 : 11;
  const top = below + 1.9 * text;
  const chart = {
    x: left + scale,
    y: top,
    width: Math.max(10, inside - scale - bar - aside - (worded ? 12 : 6)),
    height: Math.max(10, sheet.y + sheet.height - pad - 1.4 * text - top),
  };
  const floor = chart.y + chart.height;
  const count = Math.max(1, holding.length - 1);
  const step = chart.width / count;
  const steps = holding.slice(1).map((share, i) => ({
    x: chart.x + i * step,
    y: floor - share * chart.height,
    width: step,
    height: share * chart.height,
  }));
  const years = holding.flatMap((_, halfYear) =>
    halfYear % 2 === 0
      ? [{ text: `${halfYear / 2}`, at: { x: chart.x + halfYear * step, y: floor + 0.85 * text } }]
      : [],
  );

  const x = chart.x + chart.width + (worded ? 6 : 3);
  let risen = 0;
  const parts = fates.map(({ share }) => {
    risen += share;
    return { x, y: floor - risen * chart.height, width: bar, height: share * chart.height };
  });
  const heights = apart(
    parts.map((part) => part.y + part.height / 2),
    1.5 * text,
    chart.y + 0.4 * text,
    floor - 0.4 * text,
  );
  const ends = fates.map((fate, i) => ({
    fate,
    part: parts[i]!,
    label: { x: x + bar + (worded ? 6 : 3), y: heights[i]! },
    width: aside,
  }));
  return { width, height, worded, text, sheet, lead: told, caption, chart, steps, years, lettering, ends };
}

/** Moves heights, given from the floor up, until neighbours are `gap` apart between `top` and `floor`. */
function apart(wished: readonly number[], gap: number, top: number, floor: number): number[] {
  const placed = wished.map((y) => Math.min(y, floor));
  for (let i = 1; i < placed.length; i++) placed[i] = Math.min(placed[i]!, placed[i - 1]! - gap);
  if (placed.length) placed[placed.length - 1] = Math.max(placed.at(-1)!, top);
  for (let i = placed.length - 2; i >= 0; i--) placed[i] = Math.max(placed[i]!, placed[i + 1]! + gap);
  return placed;
}

/** As few lines as fit, and those of about the same length. */
function balanced(sentence: string, width: number, measure: (text: string) => number): string[] {
  let lines = wrapped(sentence, width, measure);
  for (let narrower = width - 4; narrower > width / 2; narrower -= 4) {
    const next = wrapped(sentence, narrower, measure);
    if (next.length > lines.length) break;
    lines = next;
  }
  return lines;
}

/** Cuts a sentence into lines at its spaces. */
function wrapped(sentence: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of sentence.split(" ")) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
