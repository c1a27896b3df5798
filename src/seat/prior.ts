/** What is believed of each party before the first move: from claims where there are any, and from ignorance where there are none. */
import type { Course } from "../protocol/course.ts";
import { initial } from "../protocol/game.ts";
import { type Outcome, optionSpan } from "../scenario/outcome.ts";
import { statusQuoOf } from "../scenario/preference.ts";
import { claimInPlay } from "../scenario/reveal.ts";
import { type Belief, derive, featuresOf, forgetDemand } from "./belief.ts";
import type { PublicScenario } from "./public.ts";

/** Standard deviations as multiples of an issue's share: of its slope, and of each option's deviation. */
const SLOPE = 2;
const DEVIATION = 1;
/** How much less is expected to depend on a clause than on a level. */
const CLAUSE = 0.3;
/** A claim leans the slope by so many of its deviations, and takes so much off an option a step outside. */
const CLAIMED_SLOPE = 0.7;
const CLAIMED_STEP = 0.5;
/** Where others have claims, an option outside status quo and opening text loses a little a step. */
const UNCLAIMED_STEP = 0.2;
/** Chance a step that an option outside a claim, or outside those texts, is barred; and the most of it. */
const BARRED_STEP = { claimed: 0.15, unclaimed: 0.04 };
const BARRED_BEFORE = 0.5;
export function priorBelief(scenario: PublicScenario, course: Course): Belief {
  const { parties, table } = course;
  const { offsets, counts, total } = table;
  const features = featuresOf(course);
  const belief: Belief = {
    course,
    means: new Float64Array(parties * features),
    variances: new Float64Array(parties * features),
    worth: new Float64Array(parties * total),
    spread: new Float64Array(parties * total),
    barred: new Float64Array(parties * total),
    heard: new Uint8Array(parties),
    phase: 0,
    version: 0,
  };
  const sizes = course.isClause.map((clause) => (clause ? CLAUSE : 1));
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  const statusQuo = statusQuoOf(scenario);
  const openings = openingsIn(course);
  const anyClaims = scenario.parties.some(({ preferences }) =>
    Object.values(preferences.stakes).some((stake) => claimInPlay(stake) !== undefined),
  );
  scenario.parties.forEach(({ preferences }, party) => {
    scenario.issues.forEach((issue, i) => {
      const share = sizes[i]! / whole;
      const slope = party * features + offsets[i]! + i;
      const says = claimInPlay(preferences.stakes[issue.id] ?? {})?.says;
      const texts = [statusQuo[i]!, ...openings.map((opening) => opening[i]!)];
      const [least, most] =
        says === undefined ? [Math.min(...texts), Math.max(...texts)] : optionSpan(issue, says);
      belief.variances[slope] = (SLOPE * share) ** 2;
      if (says !== undefined) belief.heard[party] = 1;
      if (says !== undefined)
        belief.means[slope] =
          SLOPE * share * CLAIMED_SLOPE * (Number(least > 0) - Number(most < counts[i]! - 1));
      const guessed = says === undefined && anyClaims && !course.isClause[i];
      for (let option = 0; option < counts[i]!; option++) {
        const outside = Math.max(least - option, option - most, 0);
        belief.variances[slope + 1 + option] = (DEVIATION * share) ** 2;
        if (says === undefined && !guessed) continue;
        const step = guessed ? UNCLAIMED_STEP : CLAIMED_STEP;
        const barred = guessed ? BARRED_STEP.unclaimed : BARRED_STEP.claimed;
        belief.means[slope + 1 + option] = -DEVIATION * share * step * outside;
        belief.barred[(offsets[i]! + option) * parties + party] = Math.min(BARRED_BEFORE, barred * outside);
      }
      derive(belief, party, i);
    });
    forgetDemand(belief, party);
  });
  return belief;
}

/** The texts that the course may begin with. */
function openingsIn(course: Course): readonly Outcome[] {
  const [first] = course.phases;
  return first?.protocol === "drafting" ? first.openings : [initial(course).opening];
}
