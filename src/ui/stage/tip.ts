/** The name of what the pointer is on, where the stage shows only a code or a shortened label. */

import type { StageView } from "../../view/stage.ts";
import type { Frame } from "./frame.ts";
import { centreOf, clamp } from "./geometry.ts";
import { boxOf, type Placed } from "./picture.ts";
import { fillRounded, strokeRing } from "./round.ts";
import type { StageWords } from "./words.ts";

export function paintTip({ to, palette, words, upper, pen }: Frame, placed: Placed, pointed: string): void {
  const thing = boxOf(placed, pointed);
  const text = tipOf(to, pointed, words);
  if (!thing || !text) return;
  const { box, round } = thing;
  const { x: middle } = centreOf(box);
  if (round) strokeRing(upper.lineStyle(2, palette.label), centreOf(box), box.width / 2 + 2);
  const size = Math.max(10, placed.at.text);
  const width = pen.measure(text, size, true) + size * 1.2;
  const height = size * 1.7;
  const rise = round ? 6 : 2;
  const above = box.y - rise - height;
  const x = clamp(middle, width / 2 + 3, placed.at.width - width / 2 - 3);
  const y = above > 2 ? above : box.y + (round ? box.height : 0) + rise;
  fillRounded(upper.fillStyle(palette.you), { x: x - width / 2, y, width, height }, height * 0.25);
  pen("pointed", text, { x, y: y + height / 2 }, { size, bold: true, colour: palette.onYou, above: true });
}

function tipOf({ scene, delegations, seals }: StageView, id: string, words: StageWords): string | undefined {
  const party = delegations.find((one) => one.id === id);
  if (scene.kind === "ratification") {
    const body = scene.bodies.find((one) => one.id === id);
    return party && body && `${party.name}: ${words.body[body.decision]}`;
  }
  const name = party?.name ?? seals.find((one) => one.id === id)?.label;
  return party?.place === "away" ? `${name}: ${words.away}` : name;
}
