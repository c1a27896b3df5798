/** What is in force if this phase fails: the measure of everything on the table, so it is never folded away. */
import { points, signedPoints } from "../../view/sentences.ts";
import type { Desk } from "../desk/desk.ts";
import { Own } from "../parts/own.tsx";
import { StandingParts } from "../parts/standing.tsx";
import { table } from "./words.ts";

const words = table.inForcePanel;

export function InForcePanel({ desk }: { readonly desk: Desk }) {
  const { inForce, course, ended, talks } = desk.fixed.value;
  if (ended) return null;
  const { rival, worth, falls } = inForce;
  const figure = (
    <p class="figure">
      <strong>{words.worth({ worth: points(worth) })}</strong>{" "}
      {rival !== undefined && words.rival[rival.kind]({ gap: signedPoints(rival.worth - worth) })}
      {rival === undefined && talks !== undefined && words.none}
    </p>
  );
  return (
    <section class="panel in-force" aria-labelledby="in-force-heading">
      <h2 id="in-force-heading">{course.protocol === "ratification" ? words.meanwhile : words.title}</h2>
      {falls.length > 0 && figure}
      <p>{inForce.stated ? <Own>{inForce.sentence}</Own> : inForce.sentence}</p>
      <StandingParts standing={inForce} />
      {inForce.home !== "" && <p>{inForce.home}</p>}
      {falls.length === 0 && figure}
    </section>
  );
}
