/** Your floor: the draft in one sentence, what it is worth, and the two verbs that commit: put to the table, or hold. */
import { useId } from "preact/hooks";
import { signedPoints } from "../../view/sentences.ts";
import { type Desk, proposeDraft } from "../desk/desk.ts";
import { LikelihoodMark } from "../parts/shape.tsx";
import { BarHeading } from "./barHeading.tsx";
import { OtherDeeds } from "./otherDeeds.tsx";
import { table } from "./words.ts";

const words = table.floorBar;

export function FloorBar({ desk }: { readonly desk: Desk }) {
  const { play } = desk;
  const { draft, you, forecast } = desk.view.value;
  const reason = useId();
  const blocked = draft.obstacle !== undefined;
  const changed = draft.changes.length > 0;
  return (
    <>
      <div class="bar-says">
        <BarHeading text={words.title} />
        <p>
          {draft.sentence}{" "}
          {changed && (
            <>
              <strong class="figure">
                {words.worth({ points: signedPoints(you.draftUtility - you.textUtility) })}
              </strong>{" "}
              {words.adoption} {forecast && <LikelihoodMark word={forecast.final.word} />}.
            </>
          )}
          {blocked && (
            <span class="small obstacle" id={reason}>
              {" "}
              {draft.obstacle}
            </span>
          )}
        </p>
      </div>
      <div class="bar-does">
        <button
          type="button"
          class="primary"
          disabled={blocked}
          aria-describedby={blocked ? reason : undefined}
          onClick={() => proposeDraft(desk)}
        >
          {words.propose}
        </button>
        <button type="button" onClick={() => desk.act(play.hold)}>
          {words.hold}
        </button>
        <OtherDeeds desk={desk} />
      </div>
    </>
  );
}
