/**
 * "What would it take?": the smallest change that wins a party over, by what is believed of it, what it costs you and whom else it
 * moves, by the last round. Of the parties that must agree the nearest that can be won, or whoever is asked about.
 */
import { changesIn, isNegotiation, type Negotiation, openIssues } from "../protocol/course.ts";
import { amended } from "../protocol/drafting.ts";
import { phaseNow } from "../protocol/game.ts";
import type { Change } from "../protocol/move.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { countBroken } from "../scenario/preference.ts";
import { toldOfParty } from "../seat/calibrated.ts";
import { signersOf } from "../seat/chances.ts";
import { preferenceNow } from "../seat/seats.ts";
import { EXPECTED, type Step, smallestStep } from "../seat/smallestStep.ts";
import type { Standpoint } from "../seat/standpoint.ts";
import { signaturesNow } from "../seat/support.ts";
import { worthNow } from "../seat/worth.ts";
import { type Likelihood, likelihood } from "./coalition.ts";
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

/** A party that may be asked about. */
export interface Askable {
  readonly party: number;
  readonly name: string;
  /** Without its agreement there is none. */
  readonly needed: boolean;
}

/** Whom a seat may ask about: all others at the table, those needed first, and of each the least likely to sign. */
export function askable({ own, game, belief }: Standpoint, text: Outcome): readonly Askable[] {
  const { scenario, course, party: seat } = own;
  const phase = phaseNow(course, game);
  if (!isNegotiation(phase)) return [];
  const signs = signaturesNow(belief, phase, text, 1);
  return [...new Set(signersOf(phase))]
    .filter((party) => party !== seat)
    .sort((a, b) => signs[a]! - signs[b]! || a - b)
    .map((party) => ({
      party,
      name: scenario.parties[party]!.name,
      needed: phase.decision.required[party]!,
    }))
    .sort((a, b) => Number(b.needed) - Number(a.needed));
}

/**
 * Advice on a text, about one party or about the nearest of those needed. `changes` are those of `text` alone, without what a
 * draft has changed before.
 */
export function adviceOn(at: Standpoint, text: Outcome, asked?: number): Advice {
  const { own, game, belief } = at;
  const { scenario, course, party: seat } = own;
  const phase = phaseNow(course, game);
  if (!isNegotiation(phase)) return { sentence: "", changes: [], about: undefined };
  const signs = signaturesNow(belief, phase, text, 1);
  const doubtful = asked === undefined ? byNearness(phase.decision.mustAgree, signs, seat) : [asked];
  const [nearest] = doubtful;
  if (nearest === undefined) return { sentence: words.nobody, changes: [], about: undefined };
  if (signs[nearest]! >= EXPECTED)
    return { sentence: words.signs({ name: nameIn(scenario, nearest) }), changes: [], about: nearest };
  for (const about of doubtful) {
    const step = stepFor(at, phase, text, about);
    if (step === undefined) continue;
    const sentence = describeStep(at, phase, text, signs, about, step);
    return { sentence, changes: step.changes, about };
  }
  return {
    sentence: words.nothing({ name: nameIn(scenario, nearest), chance: wordOf(signs[nearest]!) }),
    changes: [],
    about: nearest,
  };
}

/** As the forecast tells it of the last round. */
function wordOf(estimated: number): Likelihood {
  return likelihood(toldOfParty(estimated, "last"));
}

/** Of those needed, who is not expected to sign, most likely first. */
function byNearness(needed: readonly number[], signs: Float64Array, seat: number): readonly number[] {
  return needed
    .filter((party) => party !== seat && signs[party]! < EXPECTED)
    .sort((a, b) => signs[b]! - signs[a]! || a - b);
}

/** Of what the seat may offer: nothing that breaks more of its limits than the text does. */
function stepFor(
  { own, game, belief }: Standpoint,
  phase: Negotiation,
  text: Outcome,
  party: number,
): Step | undefined {
  const preference = preferenceNow(own, game);
  const broken = countBroken(preference, text);
  const worth = worthNow(own, game, text);
  return smallestStep({
    belief,
    phase,
    text,
    open: openIssues(phase, game),
    most: phase.protocol === "drafting" ? changesIn(phase) : phase.issues.length,
    party,
    time: 1,
    costOf: (changes) => {
      const next = amended(text, changes);
      return countBroken(preference, next) > broken ? undefined : worth - worthNow(own, game, next);
    },
  });
}

/** The step, what it means for the seat, and who else would then sign, or no longer. `signs`: before it. */
function describeStep(
  { own: { scenario, party: seat }, belief }: Standpoint,
  phase: Negotiation,
  text: Outcome,
  signs: Float64Array,
  about: number,
  { changes, cost }: Step,
): string {
  const next = signaturesNow(belief, phase, amended(text, changes), 1);
  const others = phase.parties.filter((party) => party !== about && party !== seat);
  const won = others.filter((party) => next[party]! >= EXPECTED && signs[party]! < EXPECTED);
  const lost = others.filter((party) => next[party]! < EXPECTED && signs[party]! >= EXPECTED);
  const names = (moved: readonly number[]) => moved.slice(0, NAMED).map((party) => nameIn(scenario, party));
  return [
    words.step({
      name: nameIn(scenario, about),
      chance: wordOf(signs[about]!),
      changes: changesToMake(scenario, text, changes),
      gain: -cost,
    }),
    ...(won.length > 0 ? [words.alsoWins({ names: names(won) })] : []),
    ...(lost.length > 0 ? [words.alsoLoses({ names: names(lost) })] : []),
  ].join(" ");
}
