/** The levers of a seat: what each does, costs and can be aimed at, and why it can't be pulled now where it can't. */
import { phaseNow } from "../protocol/game.ts";
import { LEVERS_A_ROUND, pullsLeft, targetsOf, usesLeft } from "../protocol/levers.ts";
import type { Beat } from "../protocol/move.ts";
import { holds } from "../scenario/preference.ts";
import type { Standpoint } from "../seat/standpoint.ts";
import { costOf } from "../seat/worth.ts";
import { writtenCard } from "../world/cards.ts";
import { durationOf, effectsTold, targetName } from "./cards.ts";
import { describeConditions } from "./conditions.ts";
import { situation } from "./words/situation.ts";

export interface LeverTarget {
  /** As in a move: party or issue, −1 for nothing. */
  readonly target: number;
  /** Undefined when it aims at nothing. */
  readonly name: string | undefined;
  /** What a pull aimed there does; sentences. */
  readonly effects: readonly string[];
}

export interface LeverView {
  /** As in a move. */
  readonly lever: number;
  readonly title: string;
  readonly text: string;
  readonly sources: readonly string[];
  /** In your own points. */
  readonly cost: number;
  readonly uses: number;
  readonly usesLeft: number;
  /** A sentence. */
  readonly lasts: string;
  /** Never empty, unless nobody is there to aim at. */
  readonly targets: readonly LeverTarget[];
  /** Why it can't be pulled now, as a sentence; undefined when it can. */
  readonly obstacle: string | undefined;
}

export interface LeversView {
  /** Pulls left in this round. */
  readonly left: number;
  /** The same once one more is pulled. */
  readonly leftAfter: number;
  /** What your pulls have cost so far, in your own points. */
  readonly spent: number;
  /** Those that can be pulled now come first. */
  readonly levers: readonly LeverView[];
}

const words = situation.levers;

/** Beats in which who acts may pull levers. */
const SPEAKING: ReadonlySet<Beat> = new Set(["floor", "turn"]);

/** Undefined when the scenario gives the seat no lever in this phase. */
export function leversOf({ own, game, asked }: Standpoint): LeversView | undefined {
  const { scenario, course, party: seat } = own;
  const { rounds } = phaseNow(course, game);
  const inHand = course.cards.flatMap((card, lever) =>
    card.kind === "lever" && card.phases[game.phase]! && card.parties.includes(seat) ? [lever] : [],
  );
  if (inHand.length === 0) return undefined;
  const left = pullsLeft(game, seat);
  const levers = inHand.map((lever): LeverView => {
    const { title, text, sources = [] } = writtenCard(scenario, lever);
    const card = course.cards[lever]!;
    const remaining = usesLeft(course, game, seat, lever);
    const targets = targetsOf(course, lever, seat).map((target) => ({
      target,
      name: targetName(scenario, card, target),
      effects: effectsTold(scenario, { card: lever, by: seat, target, branch: 0 }),
    }));
    const obstacle = () => {
      if (remaining <= 0) return words.usedUp;
      if (left <= 0) return words.enough({ most: LEVERS_A_ROUND });
      if (!asked || !SPEAKING.has(game.play.beat)) return words.notYourTurn;
      if (!holds(card.when, game.text))
        return words.when({ conditions: describeConditions(scenario, card.when) });
      return targets.length === 0 ? words.nobody : undefined;
    };
    return {
      lever,
      title,
      text,
      sources,
      cost: card.cost,
      uses: card.uses,
      usesLeft: remaining,
      lasts: durationOf(card, game.round, game, rounds),
      targets,
      obstacle: obstacle(),
    };
  });
  const usable = (lever: LeverView) => Number(lever.obstacle === undefined);
  return {
    left,
    leftAfter: left - 1,
    spent: costOf(course, game.cards, seat),
    levers: levers.sort((a, b) => usable(b) - usable(a)),
  };
}
