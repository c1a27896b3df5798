/**
 * The result of a game: what happened in one sentence, the text, who signed, every ballot, what it means for your
 * seat, and the real outcome. No agreement is a result like any other and gets the same page.
 */
import { useComputed } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { countOf, nameAtStart } from "../words.ts";
import { AftermathSection } from "./aftermath.tsx";
import type { Desk } from "./desk.ts";
import { copyLink, saveGame, undo } from "./header.tsx";
import { type OutcomeFacts, outcomeFacts } from "./outcome.ts";
import { ReadingList } from "./readings.tsx";
import { BallotList } from "./resultBallots.tsx";
import { SignatoryList } from "./resultSignatories.tsx";
import { RealOutcome, TextTable } from "./resultText.tsx";
import { WorthSection } from "./resultWorth.tsx";

const words = {
  adopted: (round: number) => `The text was adopted in round ${round}.`,
  agreed: (round: number) => `An agreement was reached in round ${round}.`,
  deadline: (rounds: number) => `No text was adopted in ${countOf(rounds, "round", "rounds")}.`,
  noAgreement: (rounds: number) => `No agreement was reached in ${countOf(rounds, "round", "rounds")}.`,
  walkedAway: (name: string, round: number) => `${name} walked away in round ${round}.`,
  youWalked: (round: number) => `You walked away in round ${round}.`,
  seat: (scenario: string, seat: string) => `${scenario}, seat of ${seat}`,
  inForceAgreed: "What is in force is the text below, for those who signed it.",
  legitimate: "Not to agree is a possible result of a negotiation. This is what is in force now:",
  again: "Play again",
  save: "Save file",
  link: "Copy link",
  undo: "Undo my last decision",
  actions: "What next",
  seed: (seed: number) => `Seed ${seed}: the same seed and the same decisions give the same game.`,
} as const;

export function ResultPage({ desk }: { readonly desk: Desk }) {
  const { play } = desk;
  const { session, seat, scenario } = play;
  const facts = useComputed(() => outcomeFacts(session.table, play.snapshot.value, seat)).value;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div class="page result">
      <header class="result-head">
        <p class="overline">{words.seat(scenario.title, scenario.parties[seat]!.name)}</p>
        <h1 ref={heading} tabIndex={-1}>
          {headline(desk, facts)}
        </h1>
        <p class="result-lead">
          {facts.end === "agreement" ? (
            words.inForceAgreed
          ) : (
            <>
              {words.legitimate} <strong>{desk.view.value.disagreement}</strong>
            </>
          )}
        </p>
        <div class="actions">
          <button type="button" class="primary" onClick={desk.leave}>
            {words.again}
          </button>
          <button type="button" onClick={() => saveGame(desk)}>
            {words.save}
          </button>
          <button type="button" onClick={() => copyLink(desk)}>
            {words.link}
          </button>
          <button type="button" onClick={() => undo(desk)}>
            {words.undo}
          </button>
        </div>
      </header>
      <ReadingList desk={desk} facts={facts} />
      <TextTable desk={desk} facts={facts} />
      <AftermathSection desk={desk} facts={facts} />
      <RealOutcome desk={desk} facts={facts} />
      <SignatoryList desk={desk} facts={facts} />
      <WorthSection desk={desk} facts={facts} />
      <BallotList desk={desk} facts={facts} />
      <p class="small muted">{words.seed(session.seed)}</p>
    </div>
  );
}

function headline(desk: Desk, facts: OutcomeFacts): string {
  const { result, walker, end, rounds } = facts;
  const talks = desk.play.scenario.phases[result.phase]!.protocol === "talks";
  if (end === "agreement") return (talks ? words.agreed : words.adopted)(result.round);
  if (walker === undefined) return (talks ? words.noAgreement : words.deadline)(rounds);
  const { scenario, seat } = desk.play;
  return walker === seat
    ? words.youWalked(result.round)
    : words.walkedAway(nameAtStart(scenario, walker), result.round);
}
