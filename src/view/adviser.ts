/**
 * "What would it take?": the smallest change that wins a party over, by what is believed of it, what it costs you and whom else it
 * moves, by the last round. Of the parties that must agree the one that is least likely to, or whoever is asked about.
 */
import { changesIn, isNegotiation, openIssues } from "../protocol/course.ts";
import { amended } from "../protocol/drafting.ts";
import { phaseNow } from "../protocol/game.ts";
import type { Change } from "../protocol/move.ts";
import { countBroken } from "../scenario/preference.ts";
import { preferenceNow } from "../seat/seats.ts";
import { EXPECTED, smallestStep } from "../seat/smallestStep.ts";
import type { Standpoint } from "../seat/standpoint.ts";
import { estimateNow } from "../seat/support.ts";
import { worthNow } from "../seat/worth.ts";
import { changesToMake, nameIn } from "./sentences.ts";
import { situation } from "./words/situation.ts";

const words = situation.adviser;

/** Whom else a step moves is told of so many. */
const NAMED = 3;

export interface Advice {
  readonly sentence: string;
  /** What the sentence proposes, to be tried on; empty when nothing open would help. */
  readonly changes: readonly Change[];
  /** Index of the party it is about; undefined when nobody who is needed stands against the text. */
  readonly about: number | undefined;
}

/**
 * Advice on a text, about one party or about the one of those needed that stands most clearly against it. `changes` are those of
 * `text` alone, without what a draft has changed before.
 */
export function adviceOn(at: Standpoint, text: readonly number[], asked?: number): Advice {
  const { own, game, belief } = at;
  const { scenario, course, party: seat } = own;
  const phase = phaseNow(course, game);
  if (!isNegotiation(phase)) return { sentence: "", changes: [], about: undefined };
  const signs = estimateNow(belief, phase, text, 1).signs.slice();
  const about = asked ?? mostDoubtful(phase.decision.mustAgree, signs, seat);
  if (about === undefined) return { sentence: words.nobody, changes: [], about };
  const name = nameIn(scenario, about);
  if (signs[about]! >= EXPECTED) return { sentence: words.signs({ name }), changes: [], about };
  const preference = preferenceNow(own, game);
  const broken = countBroken(preference, text);
  const worth = worthNow(own, game, text);
  const step = smallestStep({
    belief,
    phase,
    text,
    open: openIssues(phase, game),
    most: phase.protocol === "drafting" ? changesIn(phase) : phase.issues.length,
    party: about,
    time: 1,
    costOf: (changes) => {
      const next = amended(text, changes);
      return countBroken(preference, next) > broken ? undefined : worth - worthNow(own, game, next);
    },
  });
  if (step === undefined) return { sentence: words.nothing({ name }), changes: [], about };
  const next = estimateNow(belief, phase, amended(text, step.changes), 1).signs;
  const moved = (wins: boolean) =>
    phase.parties
      .filter(
        (party) =>
          party !== about &&
          party !== seat &&
          (wins
            ? next[party]! >= EXPECTED && signs[party]! < EXPECTED
            : next[party]! < EXPECTED && signs[party]! >= EXPECTED),
      )
      .slice(0, NAMED)
      .map((party) => nameIn(scenario, party));
  const [won, lost] = [moved(true), moved(false)];
  const sentence = [
    words.step({ name, changes: changesToMake(scenario, text, step.changes), gain: -step.cost }),
    ...(won.length > 0 ? [words.alsoWins({ names: won })] : []),
    ...(lost.length > 0 ? [words.alsoLoses({ names: lost })] : []),
  ].join(" ");
  return { sentence, changes: step.changes, about };
}

/** Of those needed, who is least likely to sign, if anybody is not expected to. */
function mostDoubtful(needed: readonly number[], signs: Float64Array, seat: number): number | undefined {
  const against = needed.filter((party) => party !== seat && signs[party]! < EXPECTED);
  if (against.length === 0) return undefined;
  return against.reduce((least, party) => (signs[party]! < signs[least]! ? party : least));
}
