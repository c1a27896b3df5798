/**
 * Whether pulling a lever pays: the rise in the chance of a text that its effects on what is believed of the others promise, times
 * what the text gains the seat, against its cost, all in own points. What a lever does at home or to the world is not weighed.
 */
import { targetsOf } from "../protocol/levers.ts";
import type { Move } from "../protocol/move.ts";
import type { Outcome } from "../scenario/outcome.ts";
import type { Observation } from "../seat/observation.ts";
import { chanceWithCard } from "../seat/publicEffects.ts";
import { chanceOf } from "../seat/support.ts";
import { isAimed, type Moving } from "../world/cards.ts";

type Pull = Extract<Move, { type: "lever" }>;

/** The pull that pays best for a text the seat hopes for, which gains it so many points over no agreement. */
export function bestPull(observation: Observation, text: Outcome, gain: number): Pull | undefined {
  const { seat, course, phase, belief, levers } = observation;
  const chanceNow = chanceOf(belief, phase, text);
  let best: Pull | undefined;
  let most = 0;
  for (const lever of levers) {
    const card = course.cards[lever]!;
    if (gain * (1 - chanceNow) - card.cost <= most || !card.moving[0]!.some(movesOthers)) continue;
    const targets = targetsOf(course, lever, seat.party);
    for (const target of card.moving[0]!.some(isAimed) ? targets : targets.slice(0, 1)) {
      const chance = chanceWithCard(belief, phase, text, { card: lever, by: seat.party, target, branch: 0 });
      const pays = gain * (chance - chanceNow) - card.cost;
      if (pays <= most) continue;
      most = pays;
      best = { type: "lever", party: seat.party, lever, target, reason: { cause: "presses" } };
    }
  }
  return best;
}

function movesOthers({ who }: Moving): boolean {
  return who.named.length > 0 || who.target;
}
