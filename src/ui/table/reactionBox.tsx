/** The last ballot under the stage: the result, and the two or three reasons that matter. */

import { isNegotiation } from "../../protocol/course.ts";
import { reactionOf } from "../../view/reaction.ts";
import type { Desk } from "../desk/desk.ts";
import { Shape } from "../parts/shape.tsx";
import { table } from "./words.ts";

const words = table.reactionBox;

export function ReactionBox({ desk }: { readonly desk: Desk }) {
  const { lastBallot } = desk.fixed.value;
  if (lastBallot === undefined) return null;
  const { scenario, seat, standpoint } = desk.play;
  const phase = standpoint.value.own.course.phases[lastBallot.phase]!;
  const required = isNegotiation(phase) ? phase.decision.required : [];
  const reaction = reactionOf(scenario, lastBallot, required, seat, lastBallot.beat === "adoption");
  return (
    <section
      class={`panel reaction ${reaction.carried ? "carried" : "failed"}`}
      aria-labelledby="reaction-heading"
    >
      <h2 id="reaction-heading">{words.title}</h2>
      <p>
        {lastBallot.by !== undefined && <>{words.by({ name: lastBallot.by })} </>}
        {reaction.question}.{" "}
        <strong>
          <Shape stance={reaction.carried ? "for" : "against"} /> {reaction.sentence}
        </strong>
      </p>
      {lastBallot.foreseen !== undefined && <p class="small">{lastBallot.foreseen}</p>}
      {reaction.missed.map((sentence) => (
        <p key={sentence} class="small">
          {sentence}
        </p>
      ))}
      {reaction.reasons.length > 0 && (
        <ul>
          {reaction.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
