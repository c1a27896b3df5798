/** Four readings of a result, side by side and without a sum: there is no winner to be named. */

import type { OutcomeFacts } from "../../view/result.ts";
import { points } from "../../view/sentences.ts";
import type { Desk } from "../desk/desk.ts";
import { result } from "./words.ts";

const words = result.readings;

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
          ? words.kept({ limits })
          : words.broken({ broken: brokenLimits, limits }),
    ],
    [
      words.seat,
      words.worth({
        worth: points(facts.worth),
        walkAway: points(you.reservationValue),
        best: points(you.best),
      }),
    ],
    [
      words.quality,
      agreed
        ? (facts.course && facts.protocol === "talks" ? words.qualityTalks : words.qualityAgreed)({
            up: levels.filter(({ opening, final }) => final > opening).length,
            down: levels.filter(({ opening, final }) => final < opening).length,
            added: clauses.filter(({ opening, final }) => final > opening).length,
            removed: clauses.filter(({ opening, final }) => final < opening).length,
          })
        : words.qualityNone,
    ],
    [
      words.unity,
      agreed
        ? words.signatures({
            signed: facts.signed.length,
            all: facts.voters.length,
            reserved: facts.result.reservations.length,
          })
        : lastVote === undefined
          ? words.noVote
          : words.lastBallot({ yes: lastVote.tally.for, no: lastVote.tally.against }),
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
