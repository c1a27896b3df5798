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
import { changesToMake, nameIn } from "./sentences.ts";
import { situation } from "./words/situation.ts";

const words = situation.adviser;

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
  const most = phase.protocol === "drafting" ? phase.changes : phase.issues.length;
  const least = now * WORTH_SAYING + 1e-4;
  const best = smallestStep(
    support,
    phase,
    text,
    openIssues(phase, game),
    least,
    (changes) => changes.length <= most && countBroken(preference, amended(text, changes)) <= broken,
  );
  const names = doubtful.map((party) => nameIn(scenario, party));
  if (best === undefined) {
    const sentence = doubtful.length === 0 ? words.nobody : words.nothing({ names });
    return { sentence, changes: [] };
  }
  const changes = changesToMake(scenario, text, best.changes);
  const gain = utility(preference, amended(text, best.changes)) - utility(preference, text);
  const sentence =
    doubtful.length === 0 ? words.step({ changes, gain }) : words.stepFor({ names, changes, gain });
  return { sentence, changes: best.changes };
}
