/** Your turn in talks: the offer in one sentence, what it and the standing one are worth, and the verbs that commit. */
import { listed, points, signedPoints } from "../../view/words.ts";
import { type Desk, proposeDraft } from "../desk/desk.ts";
import { LikelihoodMark } from "../parts/shape.tsx";
import { BarHeading } from "./barHeading.tsx";
import { StartFrom } from "./floorBar.tsx";
import { HandOver } from "./handOver.tsx";
import { LeversButton } from "./levers.tsx";
import { WalkAway } from "./walkAway.tsx";

const words = {
  title: "It is your turn",
  standing: (worth: string, walkAway: string, bound: string) =>
    `The offer that stands (${bound}) is worth ${worth} points to you; walking away, ${walkAway}.`,
  mediated: "proposed by the mediator",
  nothing: (walkAway: string) => `No offer stands. Walking away is worth ${walkAway} points to you.`,
  many: (count: number) => `You change ${count} points of the text; they are marked on the right.`,
  offer: (points: string) => `Your offer: ${points} against it.`,
  agreement: "Agreement would be",
  propose: "Put this offer to the table",
  accept: "Accept the offer",
  hold: "Hold",
} as const;

/** More changes than this are counted, not read out. */
const MANY = 4;

export function TalksBar({ desk }: { readonly desk: Desk }) {
  const { play, lastSent } = desk;
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
              ? words.nothing(points(you.reservationValue))
              : words.standing(points(you.textUtility), points(you.reservationValue), supporters)}
          </span>{" "}
          {draft.changes.length > 0 && (
            <>
              {draft.changes.length > MANY ? words.many(draft.changes.length) : draft.sentence}{" "}
              <strong class="figure">{words.offer(signedPoints(you.draftUtility - you.textUtility))}</strong>{" "}
              {words.agreement} <LikelihoodMark word={forecast.word} />.
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
        <LeversButton desk={desk} />
        <StartFrom desk={desk} last={lastSent.value.length > 0} />
        <HandOver desk={desk} />
        <WalkAway desk={desk} />
      </div>
    </>
  );
}
