/**
 * Paints ratification: a small house with pediment and columns for each body. Filled, with a filled circle: approved;
 * an open roof and a cross: not approved; in outline with a small ring: not yet decided; faint and without any sign:
 * nothing to ratify.
 */

import type { Decision, Scene, StageBody, StageDelegation, Stance } from "../../view/stage.ts";
import { drawBadge } from "./badge.ts";
import type { Frame } from "./frame.ts";
import { type Box, centreOf, grown } from "./geometry.ts";
import { type Palette, STANCE_COLOUR } from "./palette.ts";
import type { BodySpot, ParliamentLayout } from "./parliamentLayout.ts";
import { type Ink, strokeRounded } from "./round.ts";

type Ratification = Extract<Scene, { kind: "ratification" }>;

const STANCES: Record<Decision, Stance> = {
  pending: "unknown",
  approved: "for",
  refused: "against",
  none: "abstain",
};

export function paintParliaments(frame: Frame, scene: Ratification, layout: ParliamentLayout): void {
  const { from, to, progress, palette, words, pen } = frame;
  const { title, count, text, worded } = layout;
  pen("title", to.title, centreOf(title), {
    size: text + 2,
    bold: true,
    colour: palette.label,
    width: title.width,
  });
  for (const { name, box } of layout.blocs)
    pen(`bloc ${name} ${box.x}`, name, centreOf(box), { size: text - 0.5, colour: palette.quiet });

  const before = new Map(
    from.scene.kind === "ratification" ? from.scene.bodies.map((one) => [one.id, one]) : [],
  );
  const parties = new Map(to.delegations.map((one) => [one.id, one]));
  const bodies = new Map(scene.bodies.map((one) => [one.id, one]));
  let approved = 0;
  let asked = 0;
  let decided = 0;
  for (const spot of layout.spots) {
    const now = bodies.get(spot.id)!;
    const lit = progress("body", spot.id);
    const was = before.get(spot.id)?.decision ?? (now.decision === "none" ? "none" : "pending");
    const decision = lit > 0.15 ? now.decision : was;
    if (decision !== "none") asked++;
    if (decision === "approved") approved++;
    if (decision === "approved" || decision === "refused") decided++;
    paintBody(frame, spot, parties.get(spot.id)!, { ...now, decision }, lit);
  }
  const told =
    asked === 0
      ? words.nothing
      : decided
        ? words.approved({ approved, bodies: asked })
        : words.undecided({ bodies: asked });
  pen("count", told, centreOf(count), { size: text + (worded ? 3 : 1), bold: true, colour: palette.label });
}

function paintBody(
  { ground, pen, palette, words }: Frame,
  { cell, house, code, named }: BodySpot,
  party: StageDelegation,
  { id, name, decision }: StageBody,
  lit: number,
): void {
  const swell = Math.sin(Math.PI * lit);
  const stance = STANCES[decision];
  if (lit < 1 && swell > 0)
    strokeRounded(ground.lineStyle(2, STANCE_COLOUR[stance], swell), grown(house, 5), 6);
  drawHouse(ground, house, decision, palette);
  const x = house.x + house.width / 2;
  const badge = Math.max(3, house.width * 0.13) * (1 + 0.4 * (lit < 1 ? swell : 0));
  const corner = { x: house.x + house.width * 0.97, y: house.y + house.height * 0.9 };
  if (decision !== "none") drawBadge(ground, corner, badge, stance);
  if (party.you) drawYours(ground, house, code, palette);

  const line = house.y + house.height;
  const quiet = decision === "none";
  const write = (key: string, text: string, at: number, size: number, bold: boolean, colour: number) =>
    pen(`${key} ${id}`, text, { x, y: line + at * code }, { size, bold, colour, width: cell.width - 4 });
  if (!named) {
    write("code", party.code, 0.95, code, true, quiet ? palette.quiet : palette.label);
    return;
  }
  write("code", `${party.code} · ${party.name}`, 1.05, code, true, palette.label);
  write("body", name, 2.45, code - 1, false, palette.quiet);
  write("decision", words.body[decision], 3.85, code, true, quiet ? palette.quiet : palette.label);
}

/** Pediment, columns and steps; without anything to ratify only its outline. */
function drawHouse(ink: Ink, { x, y, width, height }: Box, decision: Decision, palette: Palette): void {
  const colour =
    decision === "pending" || decision === "none" ? palette.rim : STANCE_COLOUR[STANCES[decision]];
  const faint = decision === "none" ? 0.5 : 1;
  const line = Math.max(1, width * 0.035);
  const eaves = y + height * 0.36;
  const floor = y + height * 0.86;
  const columns = width < 16 ? 3 : 4;
  const post = width * 0.09;
  const inset = width * 0.1;
  const solid = decision === "approved";

  if (decision !== "none") {
    ink.fillStyle(palette.seat).fillRect(x + inset * 0.7, eaves, width - 1.4 * inset, floor - eaves);
  }
  if (solid) ink.fillStyle(colour).fillTriangle(x, eaves, x + width / 2, y, x + width, eaves);
  ink.lineStyle(line, colour, faint).strokeTriangle(x, eaves, x + width / 2, y, x + width, eaves);
  const pitch = (width - 2 * inset - post) / (columns - 1);
  for (let i = 0; i < columns; i++) {
    const left = x + inset + i * pitch;
    const top = eaves + height * 0.07;
    if (decision === "none" || decision === "pending")
      ink.lineStyle(line, colour, faint).strokeRect(left, top, post, floor - top);
    else ink.fillStyle(colour).fillRect(left, top, post, floor - top);
  }
  ink.fillStyle(colour, faint).fillRect(x, floor, width, height * 0.055);
  ink
    .fillStyle(colour, faint)
    .fillRect(x - width * 0.04, floor + height * 0.085, width * 1.08, height * 0.055);
}

/** A frame around your own house and its code. */
function drawYours(ink: Ink, { x, y, width, height }: Box, code: number, { you }: Palette): void {
  const room = Math.min(8, width * 0.14);
  const frame = { x: x - room, y: y - 5, width: width + 2 * room, height: height + 1.7 * code + 5 };
  strokeRounded(ink.lineStyle(1.5, you), frame, 6);
}
