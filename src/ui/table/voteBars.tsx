/** Your vote: on an amendment, or on the whole text with what it is worth against walking away. */
import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { choiceNames, points, signedPoints } from "../../view/sentences.ts";
import type { Desk } from "../desk/desk.ts";
import { Own, useOwn } from "../parts/own.tsx";
import { LikelihoodMark, Shape } from "../parts/shape.tsx";
import { Term } from "../parts/term.tsx";
import { BarHeading } from "./barHeading.tsx";
import { HandOver } from "./handOver.tsx";
import { table } from "./words.ts";

const words = table.voteBars;

const CHOICES = ["for", "against", "abstain"] as const;

export function MotionBar({ desk }: { readonly desk: Desk }) {
  const { motion, you } = desk.fixed.value;
  if (motion === undefined) return null;
  const { before, after } = motion.adoption;
  const same = Math.abs(motion.yourGain) < 0.05;
  return (
    <>
      <div class="bar-says">
        <BarHeading text={words.motion} />
        <p>
          {motion.byId === you.id ? words.yours : words.proposes({ by: motion.by })}{" "}
          <strong>{motion.sentence}.</strong>{" "}
          <strong class="figure">
            {same ? words.same : words.gain({ points: signedPoints(motion.yourGain) })}
          </strong>{" "}
          <span class="nowrap">
            {words.adoption} <LikelihoodMark word={after} /> {words.becomes}
            {before !== after && (
              <>
                , <LikelihoodMark word={before} /> {words.without}
              </>
            )}
            .
          </span>
        </p>
        {motion.breaks.length > 0 && (
          <p class="wrong small">
            {words.breaks} {motion.breaks.join(" ")}
          </p>
        )}
      </div>
      <Choices desk={desk} />
    </>
  );
}

export function TextBar({ desk }: { readonly desk: Desk }) {
  const { you, reservable } = desk.fixed.value;
  const { forecast } = desk.view.value;
  return (
    <>
      <div class="bar-says">
        <BarHeading text={words.text} />
        <p>
          <WorthOfText desk={desk} />{" "}
          <span class="nowrap">
            {words.forecast} {forecast && <LikelihoodMark word={forecast.tonight.word} />}.
          </span>{" "}
          {you.required && words.required}
        </p>
      </div>
      <Choices desk={desk}>
        {reservable.length > 0 && <Reserve desk={desk} reservable={reservable} />}
      </Choices>
    </>
  );
}

/** A delegation votes among itself before its spokesperson may accept. */
export function CouncilBar({ desk }: { readonly desk: Desk }) {
  return (
    <>
      <div class="bar-says">
        <BarHeading text={words.council} />
        <p>
          <WorthOfText desk={desk} />
        </p>
      </div>
      <Choices desk={desk} />
    </>
  );
}

/** What the text that is voted on is worth to you, and whether it keeps your mandate. */
function WorthOfText({ desk }: { readonly desk: Desk }) {
  const { you } = desk.fixed.value;
  const broken = you.limits.filter((limit) => limit.broken).map((limit) => limit.sentence);
  return (
    <>
      <strong class="figure">
        {words.worth({ text: points(you.textUtility), walkAway: points(you.reservationValue) })}
      </strong>{" "}
      <span class={broken.length > 0 ? "wrong" : ""}>
        {broken.length > 0 ? words.broken({ limits: broken.join(" ") }) : words.keeps}
      </span>
    </>
  );
}

/** `children`: what else may be answered. */
function Choices({ desk, children }: { readonly desk: Desk; readonly children?: ComponentChildren }) {
  return (
    <div class="bar-votes">
      <Why desk={desk} />
      <div class="bar-does">
        {CHOICES.map((choice) => (
          <button
            key={choice}
            type="button"
            class={`choice-button choice-${choice}`}
            onClick={() => desk.act(() => desk.play.vote(choice))}
          >
            <Shape stance={choice} /> {choiceNames[choice]}
          </button>
        ))}
        {children}
        <HandOver desk={desk} />
      </div>
    </div>
  );
}

/** Which of the true reasons a vote against tells, or none. */
function Why({ desk }: { readonly desk: Desk }) {
  const { objections } = desk.fixed.value;
  const { telling, told } = desk.play;
  if (objections.length === 0) return null;
  return (
    <label class="explain">
      {words.explain}
      <select
        value={String(objections.findIndex(({ reason }) => reason === told.value))}
        onChange={(event) => {
          telling.value = objections[Number(event.currentTarget.value)]?.reason ?? "nothing";
        }}
      >
        {objections.map(({ sentence }, at) => (
          <option key={sentence} value={String(at)}>
            {sentence}
          </option>
        ))}
        <option value="-1">{words.silent}</option>
      </select>
    </label>
  );
}

function Reserve({ desk, reservable }: { readonly desk: Desk; readonly reservable: readonly number[] }) {
  const { issues } = desk.play.scenario;
  const [issue, setIssue] = useState(reservable[0]!);
  const own = useOwn();
  const id = useId();
  const chosen = reservable.includes(issue) ? issue : reservable[0]!;
  return (
    <div class="reserve">
      <button
        type="button"
        class="choice-button choice-reserve"
        aria-describedby={id}
        onClick={() => desk.act(() => desk.play.vote("for", chosen))}
      >
        <Shape stance="reserve" /> {words.sign}
      </button>
      <label for={`${id}-on`} class="visually-hidden">
        {words.on}
      </label>
      <select
        id={`${id}-on`}
        value={String(chosen)}
        onChange={(event) => setIssue(Number(event.currentTarget.value))}
      >
        {reservable.map((index) => (
          <option key={index} value={String(index)} {...own}>
            {issues[index]!.label}
          </option>
        ))}
      </select>
      <span id={id} class="visually-hidden">
        {words.on} <Own>{issues[chosen]!.label}</Own>
      </span>
      <Term id="reservation">?</Term>
    </div>
  );
}
