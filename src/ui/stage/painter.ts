/**
 * Paints one frame: everything is a function of two views and a clock, drawn afresh each time. A frame is a few
 * hundred shapes, and frames are drawn only while something changes, so nothing needs to be kept in step, and nothing
 * is left of one picture when the next one comes up.
 */
import type { Scene as PhaserScene } from "phaser";
import type { StageView } from "../../view/stage.ts";
import { paintOver, paintSeats, paintTable } from "./around.ts";
import type { Progress } from "./change.ts";
import type { Frame } from "./frame.ts";
import type { Measure } from "./geometry.ts";
import { labelsOf } from "./label.ts";
import type { Palette } from "./palette.ts";
import { drawHall } from "./paper.ts";
import { paintParliaments } from "./parliaments.ts";
import type { Placed } from "./picture.ts";
import { paintTalks } from "./talks.ts";
import { paintTimeline } from "./timeline.ts";
import { paintTip } from "./tip.ts";
import type { StageWords } from "./words.ts";

export interface Painting {
  readonly from: StageView;
  readonly to: StageView;
  readonly progress: Progress;
  readonly placed: Placed;
  readonly palette: Palette;
  readonly words: StageWords;
  /** Id of the delegation or issue under the pointer. */
  readonly pointed: string | undefined;
  /** Device pixels per CSS pixel. */
  readonly resolution: number;
}

export function painterOf(scene: PhaserScene, measure: Measure): (painting: Painting) => void {
  const ground = scene.add.graphics().setDepth(0);
  const upper = scene.add.graphics().setDepth(2);
  const veil = scene.add.graphics().setDepth(4);
  const { pen, begin, end } = labelsOf(scene, measure);

  return ({ placed, pointed, resolution, ...painting }) => {
    for (const ink of [ground, upper, veil]) ink.clear();
    begin(resolution);
    const frame: Frame = { ...painting, ground, upper, pen };
    paintPicture(frame, placed);
    if (pointed !== undefined) paintTip(frame, placed, pointed);
    const hidden = 1 - painting.progress("enter", "");
    const { width, height } = placed.at;
    if (hidden > 0) veil.fillStyle(painting.palette.hall, hidden).fillRect(0, 0, width, height);
    end();
  };
}

function paintPicture(frame: Frame, placed: Placed): void {
  const { scene, title } = frame.to;
  if (placed.kind === "hall") {
    drawHall(frame.ground, frame.pen, placed.at, frame.palette);
    paintTable(frame, placed.at, title);
    paintSeats(frame, placed.at);
    paintOver(frame, placed.at);
  } else if (placed.kind === "talks" && scene.kind === "talks") paintTalks(frame, scene, placed.at);
  else if (placed.kind === "ratification" && scene.kind === "ratification")
    paintParliaments(frame, scene, placed.at);
  else if (placed.kind === "aftermath" && scene.kind === "aftermath") paintTimeline(frame, placed.at);
}
