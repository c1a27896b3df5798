/** One frame as its painters see it: two views, how far it is between them, and where to put ink and words. */

import type { StageView } from "../../view/stage.ts";
import type { Progress } from "./change.ts";
import type { LabelPen } from "./label.ts";
import type { Palette } from "./palette.ts";
import type { Ink } from "./round.ts";
import type { StageWords } from "./words.ts";

export interface Frame {
  readonly from: StageView;
  readonly to: StageView;
  readonly progress: Progress;
  readonly palette: Palette;
  readonly words: StageWords;
  /** Under the words, and over them. */
  readonly ground: Ink;
  readonly upper: Ink;
  readonly pen: LabelPen;
}
