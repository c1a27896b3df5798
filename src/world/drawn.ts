/** What chance gives each party before a game begins: its private type (`scenario/privateTypes.ts`), from a stream of its own. */
import { fork, randomFrom, type Seed } from "../random.ts";
import { isRange, type PrivateType, type Range, type Stated, type Types } from "../scenario/privateTypes.ts";
import type { Scenario } from "../scenario/schema.ts";

/** Both ends and 31 places between them are equally likely: few enough to be told, and the same share in any unit. */
const STEPS = 32;

/** Undefined where the scenario states no range. Each party has a stream of its own. */
export function drawnTypes({ parties, issues }: Scenario, seed: Seed): Types | undefined {
  const drawn = parties.flatMap(({ id, preferences }) => {
    const type = drawnType(preferences, issues, fork(seed, id));
    return type === undefined ? [] : [[id, type] as const];
  });
  return drawn.length === 0 ? undefined : Object.fromEntries(drawn);
}

function drawnType(
  { reservationValue, shift, stakes }: Stated,
  issues: Scenario["issues"],
  seed: Seed,
): PrivateType | undefined {
  const random = randomFrom(seed);
  const draw = ([least, most]: Range) =>
    Math.min(most, least + (most - least) * (random.below(STEPS + 1) / STEPS));
  // In the order of the issues: that in which the stakes are written makes no difference.
  const ranges = issues.flatMap(({ id }) => {
    const range = stakes[id]?.range;
    return range === undefined ? [] : [[id, range] as const];
  });
  const type = {
    ...(isRange(reservationValue) && { reservationValue: draw(reservationValue) }),
    ...(shift !== undefined && { shift: draw(shift) }),
    ...(ranges.length > 0 && {
      weights: Object.fromEntries(ranges.map(([issue, range]) => [issue, draw(range)])),
    }),
  };
  return Object.keys(type).length === 0 ? undefined : type;
}
