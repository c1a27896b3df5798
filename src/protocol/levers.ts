/**
 * Levers: what a party may do beside speaking when it has the floor or its turn in talks. A pull does not end its turn;
 * at most two a round, each lever as often as the scenario allows. The cost is paid at the end, in own points.
 */
import { fits } from "../world/cards.ts";
import type { Course } from "./course.ts";
import type { Game, Move } from "./move.ts";
import { aimViolation } from "./news.ts";

/** Pulls one party may make in a round. */
export const LEVERS_A_ROUND = 2;

/** Pulls a party has left in this round. */
export function pullsLeft({ cards, phase, round }: Game, party: number): number {
  const pulled = cards.filter((one) => one.by === party && one.phase === phase && one.round === round);
  return LEVERS_A_ROUND - pulled.length;
}

/** How often a party may still pull a lever in this game. */
export function usesLeft(course: Course, game: Game, party: number, lever: number): number {
  const { parties, uses } = course.cards[lever]!;
  if (!parties.includes(party)) return 0;
  return uses - game.cards.filter((one) => one.card === lever && one.by === party).length;
}

/** Levers a party may pull now, as card indices. */
export function usableLevers(course: Course, game: Game, party: number): number[] {
  if (pullsLeft(game, party) <= 0) return [];
  return course.cards.flatMap((card, index) => {
    const usable =
      card.kind === "lever" &&
      usesLeft(course, game, party, index) > 0 &&
      fits(card, game.phase, game.text) &&
      targetsOf(course, index, party).length > 0;
    return usable ? [index] : [];
  });
}

/** What a party may aim a lever at: not at itself. `[-1]` when it aims at nothing. */
export function targetsOf(course: Course, lever: number, party: number): readonly number[] {
  const { targets, aims } = course.cards[lever]!;
  if (targets.length === 0) return [-1];
  return aims === "party" ? targets.filter((target) => target !== party) : targets;
}

/** Why a pull is not legal now, given that it is the party's turn; undefined when it is. */
export function leverViolation(
  course: Course,
  game: Game,
  { party, lever, target }: Extract<Move, { type: "lever" }>,
): string | undefined {
  const card = course.cards[lever];
  if (card?.kind !== "lever") return `There is no lever ${lever}.`;
  if (!card.parties.includes(party)) return `The lever "${card.id}" is not in the hands of party ${party}.`;
  if (pullsLeft(game, party) <= 0) return `At most ${LEVERS_A_ROUND} levers can be pulled in a round.`;
  if (usesLeft(course, game, party, lever) <= 0)
    return `Party ${party} can't pull the lever "${card.id}" again.`;
  if (!fits(card, game.phase, game.text)) return `The lever "${card.id}" can't be pulled now.`;
  if (card.aims === "party" && target === party) return "A lever can't be aimed at oneself.";
  return aimViolation(card, target);
}

export function* legalPulls(course: Course, game: Game, party: number): Generator<Move> {
  for (const lever of usableLevers(course, game, party)) {
    for (const target of targetsOf(course, lever, party)) yield { type: "lever", party, lever, target };
  }
}
