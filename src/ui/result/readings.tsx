/** Four readings of a result, side by side and without a sum: there is no winner to be named. */

import type { OutcomeFacts } from "../../view/result.ts";
import { countOf, points } from "../../view/words.ts";
import type { Desk } from "../desk/desk.ts";

const words = {
  title: "Four ways to read it",
  mandate: "Fit with your mandate",
  kept: (limits: number) =>
    limits === 0
      ? "Your mandate sets no limits."
      : limits === 1
        ? "The one limit of your mandate is kept."
        : `All ${limits} limits of your mandate are kept.`,
  broken: (broken: number, limits: number) =>
    limits === 1
      ? "The one limit of your mandate is broken."
      : `${broken} of ${limits} limits of your mandate ${broken === 1 ? "is" : "are"} broken.`,
  unsigned: "You signed nothing, so your mandate is not in question.",
  seat: "Worth to your seat",
  worth: (worth: string, walkAway: string, best: string) =>
    `${worth} points; walking away was ${walkAway}, the best within your mandate ${best}.`,
  quality: "Strength of the text",
  qualityAgreed: (up: number, down: number, added: number, removed: number) =>
    `Against the opening draft: ${countOf(up, "issue", "issues")} stronger, ${down} weaker; ${countOf(added, "clause", "clauses")} added, ${removed} taken out.`,
  qualityTalks: (up: number, down: number, added: number, removed: number) =>
    `Against what was in force before: ${countOf(up, "issue", "issues")} stronger, ${down} weaker; ${countOf(added, "clause", "clauses")} added, ${removed} taken out.`,
  qualityNone: "There is no common text.",
  unity: "Unity",
  signatures: (signed: number, all: number, reserved: number) =>
    `${signed} of ${all} signed, ${reserved === 0 ? "none" : reserved} with a reservation.`,
  lastBallot: (yes: number, no: number) => `In the last vote on the text, ${yes} were for and ${no} against.`,
  noVote: "The text as a whole was never voted on.",
} as const;

export function ReadingList({ desk, facts }: { readonly desk: Desk; readonly facts: OutcomeFacts }) {
  const { you } = desk.view.value;
  const agreed = facts.end === "agreement";
  const { levels, clauses, limits, brokenLimits } = facts;
  const lastVote = facts.ballots.findLast(({ beat }) => beat === "adoption");
  const readings = [
    [
      words.mandate,
      !facts.youSigned
        ? words.unsigned
        : brokenLimits === 0
          ? words.kept(limits)
          : words.broken(brokenLimits, limits),
    ],
    [words.seat, words.worth(points(facts.worth), points(you.reservationValue), points(you.best))],
    [
      words.quality,
      agreed
        ? (facts.course && facts.protocol === "talks" ? words.qualityTalks : words.qualityAgreed)(
            levels.filter(({ opening, final }) => final > opening).length,
            levels.filter(({ opening, final }) => final < opening).length,
            clauses.filter(({ opening, final }) => final > opening).length,
            clauses.filter(({ opening, final }) => final < opening).length,
          )
        : words.qualityNone,
    ],
    [
      words.unity,
      agreed
        ? words.signatures(facts.signed.length, facts.voters.length, facts.result.reservations.length)
        : lastVote === undefined
          ? words.noVote
          : words.lastBallot(lastVote.tally.for, lastVote.tally.against),
    ],
  ] as const;
  return (
    <section aria-labelledby="readings-heading">
      <h2 id="readings-heading">{words.title}</h2>
      <dl class="readings">
        {readings.map(([name, sentence]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{sentence}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
