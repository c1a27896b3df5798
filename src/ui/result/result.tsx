/**
 * The result of a game: what happened in one sentence, the text, who signed, every ballot, what it means for your
 * seat, and the real outcome. No agreement is a result like any other and gets the same page. A course of several
 * phases tells each of them, then what is in force at its end.
 */
import { useMemo } from "preact/hooks";
import { describeEnd } from "../../view/ending.ts";
import { outcomeFacts, type Truth } from "../../view/result.ts";
import type { Desk } from "../desk/desk.ts";
import { Own } from "../parts/own.tsx";
import { AftermathSection } from "./aftermath.tsx";
import { ReadingList } from "./readings.tsx";
import { BallotList } from "./resultBallots.tsx";
import { CourseResult } from "./resultCourse.tsx";
import { DebriefSections } from "./resultDebrief.tsx";
import { ResultHead } from "./resultHead.tsx";
import { OfferTable } from "./resultOffers.tsx";
import { SignatoryList } from "./resultSignatories.tsx";
import { RealOutcome, TextTable } from "./resultText.tsx";
import { WorthSection } from "./resultWorth.tsx";
import { result } from "./words.ts";

const words = result.result;

export function ResultPage({ desk }: { readonly desk: Desk }) {
  const { truth, scenario } = desk.play;
  const opened = truth.value;
  if (opened === undefined) return null;
  return (
    <div class="page result">
      {scenario.phases.length > 1 ? (
        <CourseResult desk={desk} truth={opened} />
      ) : (
        <PhaseResult desk={desk} truth={opened} />
      )}
      <p class="small muted">{words.seed({ seed: opened.seed })}</p>
    </div>
  );
}

function PhaseResult({ desk, truth }: { readonly desk: Desk; readonly truth: Truth }) {
  const { seat, scenario, standpoint } = desk.play;
  const facts = useMemo(() => outcomeFacts(standpoint.value, truth), [standpoint.value, truth]);
  return (
    <>
      <ResultHead desk={desk} title={describeEnd(scenario, standpoint.value.own.course, facts, seat)}>
        {facts.end === "agreement" ? (
          words.inForceAgreed
        ) : (
          <>
            {words.legitimate}{" "}
            <strong>
              <Own>{desk.view.value.disagreement}</Own>
            </strong>
          </>
        )}
      </ResultHead>
      <ReadingList desk={desk} phases={[facts]} />
      {facts.protocol === "talks" && <OfferTable desk={desk} facts={facts} />}
      <TextTable desk={desk} facts={facts} />
      <AftermathSection truth={truth} facts={facts} />
      <RealOutcome truth={truth} facts={facts} />
      <DebriefSections truth={truth} />
      {facts.protocol === "drafting" && <SignatoryList desk={desk} facts={facts} />}
      <WorthSection desk={desk} facts={facts} />
      <BallotList desk={desk} facts={facts} />
    </>
  );
}
