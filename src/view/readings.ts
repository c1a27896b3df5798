/** Four readings of a result, side by side and without a sum: there is no winner to be named. */
import type { OutcomeFacts } from "./result.ts";
import { readings as words } from "./words/readings.ts";

export type ReadingName = keyof typeof words.names;

/** Sentences, by what is read. */
export type Readings = Readonly<Record<ReadingName, readonly string[]>>;

/** `phases`: those in which something was negotiated, in their order. */
export function readingsOf(
  phases: readonly OutcomeFacts[],
  { reservationValue, best }: { readonly reservationValue: number; readonly best: number },
): Readings {
  const last = phases.at(-1)!;
  const agreed = phases.findLast(({ end }) => end === "agreement");
  return {
    mandate: mandateRead(phases.findLast(({ end, youSigned }) => end === "agreement" && youSigned)),
    worth: [words.worth({ worth: last.worth, walkAway: reservationValue, best })],
    strength: [agreed === undefined ? words.strength.none : strengthRead(agreed)],
    unity: [agreed === undefined ? disunityRead(last) : unityRead(agreed)],
  };
}

/** What you signed last, and where that has not stayed, what is in force instead. */
function mandateRead(signed: OutcomeFacts | undefined): readonly string[] {
  if (signed === undefined) return [words.mandate.unsigned];
  const { limits, brokenLimits, brokenInForce } = signed;
  if (limits === 0) return [words.mandate.none];
  const { kept, broken, inForceKept, inForceBroken } = words.mandate;
  const told = brokenLimits === 0 ? kept({ limits }) : broken({ broken: brokenLimits, limits });
  if (brokenInForce === undefined) return [told];
  return [
    told,
    brokenInForce === 0 ? inForceKept({ limits }) : inForceBroken({ broken: brokenInForce, limits }),
  ];
}

function strengthRead({ protocol, levels, clauses }: OutcomeFacts): string {
  const told = protocol === "talks" ? words.strength.talks : words.strength.drafting;
  return told({
    up: levels.filter(({ opening, final }) => final > opening).length,
    down: levels.filter(({ opening, final }) => final < opening).length,
    added: clauses.filter(({ opening, final }) => final > opening).length,
    removed: clauses.filter(({ opening, final }) => final < opening).length,
  });
}

function unityRead({ signed, voters, result }: OutcomeFacts): string {
  return words.unity.signed({
    signed: signed.length,
    all: voters.length,
    reserved: result.reservations.length,
  });
}

/** Without agreement: talks have no vote on the text, but sides that stood behind an offer. */
function disunityRead({ protocol, ballots, offer }: OutcomeFacts): string {
  if (protocol === "talks") return offer === undefined ? words.unity.noOffer : words.unity.offer(offer);
  const vote = ballots.findLast(({ beat }) => beat === "adoption");
  if (vote === undefined) return words.unity.noVote;
  return words.unity.lastBallot({ yes: vote.tally.for, no: vote.tally.against });
}
