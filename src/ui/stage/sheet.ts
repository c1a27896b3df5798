/**
 * Where things lie on the sheet of paper in the middle: a title, a grid of level issues, then the clauses. A sheet
 * too small for words keeps the scales and the stamps, because those carry the state; the panels have the words.
 */
import { type Box, clamp } from "./geometry.ts";

/** Where one issue is drawn; `worded`: its label has room. */
export interface SealSpot {
  readonly id: string;
  readonly box: Box;
  readonly worded: boolean;
}

export interface Sheet {
  readonly box: Box;
  readonly title: Box | undefined;
  /** Height of the line between levels and clauses; undefined when one of them is missing. */
  readonly rule: number | undefined;
  readonly levels: readonly SealSpot[];
  readonly clauses: readonly SealSpot[];
}

const COLUMNS = 3;

interface Heights {
  readonly pad: number;
  readonly title: number;
  readonly level: number;
  readonly gap: number;
  readonly clause: number;
}

function heightsAt(text: number, worded: boolean): Heights {
  return worded
    ? { pad: text, title: 1.9 * text, level: 2.95 * text, gap: 1.1 * text, clause: 1.5 * text }
    : { pad: 6, title: 0, level: 18, gap: 6, clause: 14 };
}

const columnsOf = (levels: number, clauses: number) => clamp(Math.max(levels, clauses), 1, COLUMNS);

/** The size the sheet would like, in CSS pixels; `text` is the font size. */
export function sheetWish(levels: number, clauses: number, text: number, worded: boolean) {
  const h = heightsAt(text, worded);
  const columns = columnsOf(levels, clauses);
  const levelRows = Math.ceil(levels / columns);
  const clauseRows = worded ? Math.ceil(clauses / columns) : Math.min(1, clauses);
  return {
    width: worded ? 32 * text : 190,
    height: 2 * h.pad + h.title + levelRows * h.level + (clauseRows ? h.gap : 0) + clauseRows * h.clause,
  };
}

/** `levels` and `clauses` are issue ids in the order drawn. */
export function sheetOf(
  box: Box,
  levels: readonly string[],
  clauses: readonly string[],
  text: number,
  worded: boolean,
): Sheet {
  const wanted = sheetWish(levels.length, clauses.length, text, worded).height;
  const clauseWords = worded && box.height >= 0.82 * wanted;
  const full = heightsAt(text, worded);
  const most = columnsOf(levels.length, clauses.length);
  const rowsOf = (count: number) => Math.ceil(count / most);
  const clauseRows = clauseWords ? rowsOf(clauses.length) : Math.min(1, clauses.length);
  const needed = wanted - (worded && !clauseWords ? (rowsOf(clauses.length) - clauseRows) * full.clause : 0);
  const k = clamp(box.height / needed, 0.1, 1.35);

  const padX = worded ? 0.8 * text : 6;
  const left = box.x + padX;
  const width = box.width - 2 * padX;
  let y = box.y + full.pad * k;
  const title = worded ? { x: left, y, width, height: full.title * k } : undefined;
  y += full.title * k;
  const levelSpots = grid(levels, { x: left, y, width, height: full.level * k }, most, worded);
  y += rowsOf(levels.length) * full.level * k;
  const rule = levels.length && clauses.length ? y + (full.gap * k) / 2 : undefined;
  y += full.gap * k;
  const columns = clauseWords ? most : Math.max(1, clauses.length);
  const clauseSpots = grid(clauses, { x: left, y, width, height: full.clause * k }, columns, clauseWords);
  return { box, title, rule, levels: levelSpots, clauses: clauseSpots };
}

/** `first` is the first row: the full width, one row high. */
function grid(ids: readonly string[], first: Box, columns: number, worded: boolean): SealSpot[] {
  const width = first.width / columns;
  return ids.map((id, i) => ({
    id,
    worded,
    box: {
      x: first.x + (i % columns) * width,
      y: first.y + Math.floor(i / columns) * first.height,
      width,
      height: first.height,
    },
  }));
}
