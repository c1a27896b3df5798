/** Your turn in talks: the offer in one sentence, what it and the standing one are worth, and the verbs that commit. */
import { listed, points, signedPoints } from "../../view/sentences.ts";
import { type Desk, proposeDraft } from "../desk/desk.ts";
import { LikelihoodMark } from "../parts/shape.tsx";
import { BarHeading } from "./barHeading.tsx";
import { OtherDeeds } from "./otherDeeds.tsx";
import { table } from "./words.ts";

const words = table.talksBar;

/** More changes than this are counted, not read out. */
const MANY = 4;

export function TalksBar({ desk }: { readonly desk: Desk }) {
  const { play } = desk;
  const { draft, you, forecast, talks } = desk.view.value;
  if (talks === undefined) return null;
  const { bound, mayAccept, mediator } = talks;
  const supporters = bound === undefined || bound.length === 0 ? words.mediated : listed(bound);
  return (
    <>
      <div class="bar-says bar-says-long">
        <BarHeading text={words.title} />
        <p>
          <span class="figure">
            {bound === undefined
              ? words.nothing({ walkAway: points(you.reservationValue) })
              : words.standing({
                  worth: points(you.textUtility),
                  walkAway: points(you.reservationValue),
                  bound: supporters,
                })}
          </span>{" "}
          {draft.changes.length > 0 && (
            <>
              {draft.changes.length > MANY ? words.many({ count: draft.changes.length }) : draft.sentence}{" "}
              <strong class="figure">
                {words.offer({ points: signedPoints(you.draftUtility - you.textUtility) })}
              </strong>{" "}
              {words.agreement} {forecast && <LikelihoodMark word={forecast.final.word} />}.
            </>
          )}
        </p>
      </div>
      <div class="bar-does">
        {mayAccept && (
          <button type="button" class="choice-button choice-for" onClick={() => desk.act(play.accept)}>
            {words.accept}
          </button>
        )}
        <button type="button" class="primary" onClick={() => proposeDraft(desk)}>
          {words.propose}
        </button>
        {mediator && (
          <button type="button" onClick={() => desk.act(play.hold)}>
            {words.hold}
          </button>
        )}
        <OtherDeeds desk={desk} />
      </div>
    </>
  );
}
