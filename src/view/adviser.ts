/**
 * "What would it take?": the smallest change, of one or two open issues, that makes the adoption of a text clearly
 * more likely in the public model. Exact over all such changes; it knows nothing that the seat could not know.
 */
import { isNegotiation, openIssues } from "../protocol/course.ts";
import { amended } from "../protocol/drafting.ts";
import { phaseNow } from "../protocol/game.ts";
import type { Change } from "../protocol/move.ts";
import { countBroken, utility } from "../scenario/preference.ts";
import { preferenceNow } from "../seat/seats.ts";
import { smallestStep } from "../seat/smallestStep.ts";
import type { Standpoint } from "../seat/standpoint.ts";
import { chanceOf, supportOf } from "../seat/support.ts";
import { describeDraft, listed, nameIn, signedPoints } from "./words.ts";

/** A change has to raise the chance by this factor to be worth a sentence. */
const WORTH_SAYING = 1.15;

export interface Advice {
  readonly sentence: string;
  /** What the sentence proposes, to be tried on; empty when nothing open would help. */
  readonly changes: readonly Change[];
}

/** Advice on a text. `changes` are those of `text` alone, without what a draft has changed before. O(open options² × parties). */
export function adviceOn({ own, game, support }: Standpoint, text: readonly number[]): Advice {
  const { scenario, course, party: seat } = own;
  const phase = phaseNow(course, game);
  const preference = preferenceNow(own, game);
  if (!isNegotiation(phase)) return { sentence: "", changes: [] };
  const now = chanceOf(support, phase, text);
  const doubtful = phase.decision.mustAgree.filter(
    (party) => party !== seat && supportOf(support, party, text) < 0.5,
  );
  const broken = countBroken(preference, text);
  const least = now * WORTH_SAYING + 1e-4;
  const best = smallestStep(
    support,
    phase,
    text,
    openIssues(phase, game),
    least,
    (changes) => countBroken(preference, amended(text, changes)) <= broken,
  );
  const names = listed(doubtful.map((party) => nameIn(scenario, party)));
  if (best === undefined) {
    const sentence =
      doubtful.length === 0
        ? "From what is public, nobody who is needed stands clearly against this text."
        : `From what is public, ${names} would hardly sign this, and no issue that is open now would change it.`;
    return { sentence, changes: [] };
  }
  const change = describeDraft(scenario, text, best.changes).replace(/^You (.*)\.$/, "$1");
  const gain = utility(preference, amended(text, best.changes)) - utility(preference, text);
  const price = `for you ${signedPoints(gain)} points`;
  const sentence =
    doubtful.length === 0
      ? `The smallest step that helps: ${change} (${price}).`
      : `From what is public, ${names} would hardly sign this. The smallest step that helps: ${change} (${price}).`;
  return { sentence, changes: best.changes };
}
