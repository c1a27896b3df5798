/**
 * Colour tokens of the stage. Stances are Okabe and Ito's colours and always lie on a dark plate, so they keep their
 * contrast in both themes; every token that carries meaning is at least 3:1 against what it lies on (tested).
 */
import type { StageFate, Stance } from "../../view/stage.ts";

/** 0xRRGGBB, what Phaser's Graphics takes. */
export type Colour = number;

export interface Palette {
  readonly hall: Colour;
  readonly bench: Colour;
  readonly table: Colour;
  readonly seat: Colour;
  readonly rim: Colour;
  readonly code: Colour;
  /** Names, blocs and everything else written on the hall. */
  readonly label: Colour;
  readonly quiet: Colour;
  /** The double ring and tag of your own seat. */
  readonly you: Colour;
  readonly onYou: Colour;
  readonly halo: Colour;
  /** The line from the mover's seat to the text. */
  readonly motion: Colour;
  readonly shadow: Colour;
}

export const STANCE_COLOUR: Readonly<Record<Stance, Colour>> = {
  unknown: 0xaab6c5,
  for: 0x009e73,
  reserve: 0x009e73,
  leaning: 0xe69f00,
  against: 0xd55e00,
  abstain: 0x56b4e9,
};

/** What every badge lies on. */
export const PLATE: Colour = 0x0f1620;

/** The sheet looks the same in both themes: it is paper. */
export const PAPER = {
  sheet: 0xf5f1e8,
  edge: 0x8b8677,
  rule: 0xd5cdbb,
  ink: 0x1b2636,
  soft: 0x566071,
  open: 0xfbe3ae,
  openEdge: 0xa85b00,
  proposed: 0xb3440a,
  stamp: 0x00664a,
  refused: 0x5d6470,
} as const;

/** How futures end; on paper, where each is at least 4.5:1. */
export const FATE_COLOUR: Readonly<Record<StageFate["id"], Colour>> = {
  held: 0x00664a,
  attack: 0xa8380a,
  escalation: 0x8a5a00,
  breach: 0x4a5a94,
};

export const PALETTES: Readonly<Record<"dark" | "light", Palette>> = {
  dark: {
    hall: 0x151d29,
    bench: 0x1e2938,
    table: 0x263346,
    seat: 0x2a384c,
    rim: 0x71849c,
    code: 0xffffff,
    label: 0xdbe3ed,
    quiet: 0xa3b1c2,
    you: 0xf7f4ea,
    onYou: 0x151d29,
    halo: 0xf0e442,
    motion: 0xf2c879,
    shadow: 0x070b11,
  },
  light: {
    hall: 0xe7ebf0,
    bench: 0xd6dde6,
    table: 0xc2ccd8,
    seat: 0x26344a,
    rim: 0x5d6f86,
    code: 0xffffff,
    label: 0x1f2c3d,
    quiet: 0x4b5a6d,
    you: 0x14202f,
    onYou: 0xffffff,
    halo: 0x8a5a00,
    motion: 0x9a5200,
    shadow: 0x8d99a8,
  },
};

/** "#rrggbb", what text styles take. */
export function cssOf(colour: Colour): string {
  return `#${colour.toString(16).padStart(6, "0")}`;
}

/** WCAG 2 contrast ratio, from 1 to 21. */
export function contrast(a: Colour, b: Colour): number {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function luminance(colour: Colour): number {
  const light = (shift: number) => {
    const part = ((colour >> shift) & 255) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * light(16) + 0.7152 * light(8) + 0.0722 * light(0);
}
