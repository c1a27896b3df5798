/**
 * Whether pulling a lever pays: the rise in a text's expected worth that its effects on the others' doubts promise, by
 * the public estimate, against its cost in own points. What a lever does at home or to the world is not weighed.
 */
import { targetsOf } from "../protocol/levers.ts";
import type { Move } from "../protocol/move.ts";
import type { Outcome } from "../scenario/outcome.ts";
import type { Observation } from "../seat/observation.ts";
import { chanceWithCard } from "../seat/publicEffects.ts";
import { chanceOf } from "../seat/support.ts";
import { isAimed, type Moving } from "../world/cards.ts";

/** Less than this beyond the cost is not worth a pull, in points. */
const MARGIN = 0.1;

type Pull = Extract<Move, { type: "lever" }>;

/** The pull that pays best for a text the seat hopes for; `worthAt`: what that text is worth by the chance of agreement. */
export function bestPull(
  observation: Observation,
  text: Outcome,
  worthAt: (chance: number) => number,
): Pull | undefined {
  const { seat, course, phase, support, levers } = observation;
  const chanceNow = chanceOf(support, phase, text);
  const now = worthAt(chanceNow);
  const room = worthAt(1) - now;
  let best: Pull | undefined;
  let most = MARGIN;
  for (const lever of levers) {
    const card = course.cards[lever]!;
    if (room - card.cost <= most || !card.moving[0]!.some(movesOthers)) continue;
    const targets = targetsOf(course, lever, seat.party);
    for (const target of card.moving[0]!.some(isAimed) ? targets : targets.slice(0, 1)) {
      const chance = chanceWithCard(support, phase, text, { card: lever, by: seat.party, target, branch: 0 });
      if (chance === chanceNow) continue;
      const gain = worthAt(chance) - now - card.cost;
      if (gain <= most) continue;
      most = gain;
      best = { type: "lever", party: seat.party, lever, target, reason: { cause: "presses" } };
    }
  }
  return best;
}

function movesOthers({ who }: Moving): boolean {
  return who.named.length > 0 || who.target;
}
