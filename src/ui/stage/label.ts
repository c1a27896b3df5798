/**
 * Words on the canvas: a pool of Phaser texts keyed by what they name. A text is drawn into its texture again only
 * when its string, size or colour changes, and always lands on whole device pixels, because half pixels blur.
 */
import type { GameObjects, Scene } from "phaser";
import type { Measure, Point } from "./geometry.ts";
import { type Colour, cssOf } from "./palette.ts";

export const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';

export interface LabelStyle {
  /** CSS pixels. */
  readonly size: number;
  readonly bold?: boolean;
  readonly colour: Colour;
  readonly alpha?: number;
  /** Which part of the text stands at the point: 0 its left end, 0.5 its middle (default), 1 its right end. */
  readonly align?: number;
  /** A longer text ends in an ellipsis. */
  readonly width?: number;
  readonly angle?: number;
  readonly above?: boolean;
}

/** Writes a text once a frame; the point is the middle of its line. */
export interface LabelPen {
  (key: string, text: string, at: Point, style: LabelStyle): void;
  readonly measure: Measure;
}

export interface Labels {
  readonly pen: LabelPen;
  /** Call before and after a frame: labels not written in between disappear. */
  begin(resolution: number): void;
  end(): void;
}

export function labelsOf(scene: Scene, measure: Measure): Labels {
  const pool = new Map<string, { text: GameObjects.Text; look: string }>();
  const written = new Set<string>();
  let resolution = 1;

  const write = (key: string, full: string, { x, y }: Point, style: LabelStyle): void => {
    const { size, bold = false, colour, alpha = 1, align = 0.5, width, angle = 0, above = false } = style;
    const string = width === undefined ? full : fitted(full, width, (text) => measure(text, size, bold));
    const look = JSON.stringify([string, size, bold, colour, resolution]);
    let label = pool.get(key);
    if (label?.look !== look) {
      label?.text.destroy();
      const text = scene.add.text(0, 0, string, {
        fontFamily: FONT,
        fontSize: `${size}px`,
        fontStyle: bold ? "bold" : "normal",
        color: cssOf(colour),
        resolution,
        padding: { x: 1, y: 1 },
      });
      label = { text, look };
      pool.set(key, label);
    }
    written.add(key);
    const { text } = label;
    const snap = (value: number) => Math.round(value * resolution) / resolution;
    if (angle) text.setOrigin(align, 0.5).setPosition(x, y).setRotation(angle);
    else text.setOrigin(0, 0).setPosition(snap(x - text.width * align), snap(y - text.height / 2));
    text.setAlpha(alpha).setDepth(above ? 3 : 1);
  };

  return {
    pen: Object.assign(write, { measure }),
    begin(next) {
      resolution = next;
      written.clear();
    },
    end() {
      for (const [key, { text }] of pool)
        if (!written.has(key)) {
          text.destroy();
          pool.delete(key);
        }
    },
  };
}

/** Text widths by the browser's own metrics, remembered. */
export function canvasMeasure(): Measure {
  const context = document.createElement("canvas").getContext("2d");
  const known = new Map<string, number>();
  return (text, size, bold) => {
    const key = `${bold} ${size} ${text}`;
    let width = known.get(key);
    if (width === undefined) {
      if (context) context.font = `${bold ? "bold " : ""}${size}px ${FONT}`;
      width = context ? context.measureText(text).width : text.length * size * 0.6;
      known.set(key, width);
    }
    return width;
  };
}

function fitted(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text;
  let length = text.length - 1;
  while (length > 1 && measure(`${text.slice(0, length).trimEnd()}…`) > width) length--;
  return `${text.slice(0, length).trimEnd()}…`;
}
