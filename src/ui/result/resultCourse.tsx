/**
 * The result of a course: the whole in one sentence and one strip, each phase in its order, then what is in force at
 * the end and for whom, what would become of it, and what it is worth to your seat.
 */
import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import type { Course } from "../../protocol/course.ts";
import type { PublicScenario } from "../../seat/public.ts";
import { describeEnd, describeSupport, playedPhases } from "../../view/ending.ts";
import { type OutcomeFacts, phaseFacts, type Truth } from "../../view/result.ts";
import type { Desk } from "../desk/desk.ts";
import { goTo } from "../page/focus.ts";
import { Own } from "../parts/own.tsx";
import { AftermathSection } from "./aftermath.tsx";
import { ReadingList } from "./readings.tsx";
import { BallotList } from "./resultBallots.tsx";
import { BodyTable } from "./resultBodies.tsx";
import { ChangeTable } from "./resultChanges.tsx";
import { DebriefSections } from "./resultDebrief.tsx";
import { ResultHead } from "./resultHead.tsx";
import { InForceSection } from "./resultInForce.tsx";
import { OfferTable } from "./resultOffers.tsx";
import { SignatoryList } from "./resultSignatories.tsx";
import { RealOutcome, TextTable } from "./resultText.tsx";
import { WorthSection } from "./resultWorth.tsx";
import { result } from "./words.ts";

const words = result.resultCourse;

export function CourseResult({ desk, truth }: { readonly desk: Desk; readonly truth: Truth }) {
  const { seat, scenario, standpoint } = desk.play;
  const at = standpoint.value;
  const { course } = at.own;
  const phases = useMemo(() => playedPhases(at).map((played) => phaseFacts(at, truth, played)), [at, truth]);
  const negotiated = phases.filter(({ protocol }) => protocol !== "ratification");
  const last = negotiated.at(-1)!;
  const steps = phases.map((facts) => ({
    facts,
    title: scenario.phases[facts.result.phase]!.title,
    sentence: describeEnd(scenario, course, facts, seat),
    support: describeSupport(scenario, course, facts, seat),
  }));
  return (
    <>
      <ResultHead desk={desk} title={headline(scenario, course, phases, seat)}>
        {last.end === "agreement" ? words.agreed : words.legitimate}
      </ResultHead>
      <nav aria-label={words.steps}>
        <ol class="course-steps">
          {steps.map(({ facts, title, sentence }) => (
            <li key={facts.id}>
              <button type="button" class="link" onClick={() => goTo(anchorOf(facts))}>
                <Own>{title}</Own>
              </button>
              <p>{sentence}</p>
            </li>
          ))}
        </ol>
      </nav>
      <ReadingList desk={desk} phases={negotiated} />
      {steps.map(({ facts, title, sentence, support }) => (
        <section
          key={facts.id}
          id={anchorOf(facts)}
          class="result-phase"
          aria-labelledby={`${anchorOf(facts)}-heading`}
        >
          <h2 id={`${anchorOf(facts)}-heading`} tabIndex={-1}>
            <Own>{title}</Own>
          </h2>
          <p class="reading-width">
            <strong>{sentence}</strong> {support.join(" ")}
          </p>
          <PhaseParts desk={desk} facts={facts} />
        </section>
      ))}
      <InForceSection desk={desk} phases={phases} />
      <AftermathSection truth={truth} facts={last} />
      <WorthSection desk={desk} facts={last} />
      <RealOutcome truth={truth} facts={phases[0]!} />
      <DebriefSections truth={truth} />
    </>
  );
}

function PhaseParts({ desk, facts }: { readonly desk: Desk; readonly facts: OutcomeFacts }): VNode {
  switch (facts.protocol) {
    case "drafting":
      return (
        <>
          <TextTable desk={desk} facts={facts} />
          <ChangeTable desk={desk} facts={facts} />
          <SignatoryList desk={desk} facts={facts} />
          <BallotList desk={desk} facts={facts} />
        </>
      );
    case "ratification":
      return <BodyTable desk={desk} facts={facts} />;
    case "talks":
      return (
        <>
          <OfferTable desk={desk} facts={facts} />
          <TextTable desk={desk} facts={facts} />
          <BallotList desk={desk} facts={facts} />
        </>
      );
  }
}

function anchorOf({ id }: OutcomeFacts): string {
  return `result-of-${id}`;
}

/** How the last negotiation ended, and what that leaves of those before; after it, what the bodies at home did. */
function headline(
  scenario: PublicScenario,
  course: Course,
  phases: readonly OutcomeFacts[],
  seat: number,
): string {
  const at = phases.findLastIndex(({ protocol }) => protocol !== "ratification");
  const told = phases.slice(at).map((facts) => describeEnd(scenario, course, facts, seat));
  const { end, inForce } = phases[at]!;
  if (end === "agreement" || at === 0) return told.join(" ");
  return [...told, inForce.signed.includes(true) ? words.kept : words.nothing].join(" ");
}
