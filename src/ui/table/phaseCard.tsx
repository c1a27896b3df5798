/**
 * Between two phases: one card with how the last one ended, what that means, and what comes next for your seat. It
 * stands in the place of the text, so that the stage still shows the end of the phase beside it.
 */
import { useEffect } from "preact/hooks";
import type { PhaseEndView } from "../../view/phaseEnd.ts";
import { points, signedPoints } from "../../view/sentences.ts";
import type { Desk } from "../desk/desk.ts";
import { goTo } from "../page/focus.ts";
import { Own } from "../parts/own.tsx";
import { Rich } from "../parts/rich.tsx";
import { Shape } from "../parts/shape.tsx";
import { StandingParts } from "../parts/standing.tsx";
import { Term } from "../parts/term.tsx";
import { BarHeading } from "./barHeading.tsx";
import { table } from "./words.ts";

const words = table.phaseCard;

const CARD = "phase-card";

export function PhaseCard({ desk, end }: { readonly desk: Desk; readonly end: PhaseEndView }) {
  const { inForce, next } = end;
  // A phase that ends is a new screen in the place of the text: reading starts at its heading.
  useEffect(() => {
    goTo(CARD);
  }, [desk, end.title]);
  return (
    <section class="panel phase-card" id={CARD} aria-labelledby="phase-card-heading">
      <p class="overline">
        <Own>{end.title}</Own>
      </p>
      <h2 id="phase-card-heading" tabIndex={-1}>
        <Shape stance={end.agreed ? "for" : "abstain"} /> {end.sentence}
      </h2>
      {end.support.length > 0 && <p>{end.support.join(" ")}</p>}
      <h3>{words.means}</h3>
      <p>{inForce.sentence}</p>
      <StandingParts standing={inForce} />
      {end.walkAway && <WalkAwayStep {...end.walkAway} />}
      <h3>
        {words.next}: <Own>{next.title}</Own>
      </h3>
      {next.summary !== undefined && (
        <p>
          <Own>{next.summary}</Own>
        </p>
      )}
      <p>
        <strong>{words.yours}:</strong> {next.yours}
      </p>
    </section>
  );
}

function WalkAwayStep({ before, after }: NonNullable<PhaseEndView["walkAway"]>) {
  const gap = after - before;
  return (
    <div class="walk-step">
      <h4>
        <Rich message={words.walkAway} marks={{ term: (inside) => <Term id="batna">{inside}</Term> }} />
      </h4>
      <dl>
        <div>
          <dt>{words.before}</dt>
          <dd>{words.points({ value: points(before) })}</dd>
        </div>
        <div>
          <dt>{words.now}</dt>
          <dd>{words.points({ value: points(after) })}</dd>
        </div>
      </dl>
      <p class="small">{Math.abs(gap) < 0.05 ? words.same : words.moved({ gap: signedPoints(gap) })}</p>
    </div>
  );
}

export function PhaseBar({ desk, end }: { readonly desk: Desk; readonly end: PhaseEndView }) {
  const goOn = () => {
    desk.act(() => {
      desk.lastSent.value = [];
      desk.play.goOn();
      return undefined;
    });
    // The next phase is read from its top, on a phone as well.
    scrollTo(0, 0);
    for (const column of document.querySelectorAll(".column")) column.scrollTo(0, 0);
  };
  return (
    <>
      <div class="bar-says">
        <BarHeading text={words.over} />
        <p>{words.read({ next: end.next.title })}</p>
      </div>
      <div class="bar-does">
        <button type="button" class="primary" onClick={goOn}>
          {words.goOn}
        </button>
      </div>
    </>
  );
}
