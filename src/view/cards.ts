/** A card as people see it: what happened or may be pulled, whom it concerns, what it changes and for how long. */

import type { Course } from "../protocol/course.ts";
import { cardsNow, phaseNow } from "../protocol/game.ts";
import type { Game } from "../protocol/move.ts";
import type { ScenarioEffect } from "../scenario/schema.ts";
import type { PublicScenario } from "../seat/public.ts";
import type { SeatTable } from "../seat/seatTable.ts";
import type { Card, Played } from "../world/cards.ts";
import { concerned, effectsOf, writtenCard } from "../world/cards.ts";
import { describeEffects, issueName } from "./effects.ts";
import { nameIn } from "./sentences.ts";
import { situation } from "./words/situation.ts";

/** What everybody is told when a card is played. */
export interface CardTold {
  readonly title: string;
  readonly text: string;
  /** How it turned out, where that was open. */
  readonly turned: string | undefined;
  /** Who pulled it, as named in a sentence; undefined for an event. */
  readonly by: string | undefined;
  /** The party or issue it struck or was aimed at, as named in a sentence. */
  readonly target: string | undefined;
  /** Sentences. */
  readonly effects: readonly string[];
  readonly sources: readonly string[];
}

/** A card on the table, as one seat sees it. */
export interface CardView extends CardTold {
  /** Place among the cards played in this game. */
  readonly place: number;
  /** How much longer it lasts, as a sentence; undefined when it changes nothing. */
  readonly lasts: string | undefined;
  /** An effect names your seat. */
  readonly concernsYou: boolean;
}

type AsPlayed = Pick<Played, "card" | "branch" | "by" | "target">;

const words = situation.lasts;

/** Everything that lies on the table now, newest first. */
export function cardsOnTable(own: SeatTable, game: Game): readonly CardView[] {
  const lying = cardsNow(own.course, game);
  return lying.map((played) => cardViewOf(own, game, game.cards.indexOf(played))).reverse();
}

/** The event that the present round opened with. */
export function newsOf(own: SeatTable, game: Game): CardView | undefined {
  const place = game.cards.findLastIndex(
    ({ by, phase, round }) => by < 0 && phase === game.phase && round === game.round,
  );
  return place < 0 ? undefined : cardViewOf(own, game, place);
}

function cardViewOf({ scenario, course, party }: SeatTable, game: Game, place: number): CardView {
  const played = game.cards[place]!;
  const told = cardToldOf(scenario, course, played);
  const { rounds } = phaseNow(course, game);
  return {
    ...told,
    place,
    lasts:
      told.effects.length === 0
        ? undefined
        : durationOf(course.cards[played.card]!, played.round, game, rounds),
    concernsYou: effectsOf(course.cards, played).some(
      (effect) => effect.changes !== "world" && concerned(effect.who, played).includes(party),
    ),
  };
}

export function cardToldOf(scenario: PublicScenario, course: Course, played: AsPlayed): CardTold {
  const { title, text, sources = [] } = writtenCard(scenario, played.card);
  return {
    title,
    text,
    turned: branchOf(scenario, played)?.text,
    by: played.by < 0 ? undefined : nameIn(scenario, played.by),
    target: targetName(scenario, course.cards[played.card]!, played.target),
    effects: effectsTold(scenario, played),
    sources,
  };
}

/** What a card does once it is played like this, as sentences. */
export function effectsTold(scenario: PublicScenario, played: AsPlayed): readonly string[] {
  const always = writtenCard(scenario, played.card).effects;
  const effects: readonly ScenarioEffect[] = [...always, ...(branchOf(scenario, played)?.effects ?? [])];
  return describeEffects(scenario, effects, played);
}

function branchOf(scenario: PublicScenario, { card, branch }: Pick<Played, "card" | "branch">) {
  const written = writtenCard(scenario, card);
  return "branches" in written ? written.branches?.[branch] : undefined;
}

/** What a card is aimed at, as named in a sentence; undefined for nothing. */
export function targetName(
  scenario: PublicScenario,
  { aims }: Pick<Card, "aims">,
  target: number,
): string | undefined {
  if (target < 0) return undefined;
  return aims === "party" ? nameIn(scenario, target) : issueName(scenario, target);
}

/** How much longer a card lasts, counted from the present round; what is timed ends with its phase of so many rounds. */
export function durationOf(
  { rounds }: Pick<Card, "rounds">,
  playedIn: number,
  { round }: Pick<Game, "round">,
  phaseRounds: number,
): string {
  if (rounds === Number.POSITIVE_INFINITY) return words.forGood;
  const left = playedIn + rounds - round;
  return left > phaseRounds - round + 1 ? words.phase : words.rounds({ next: left - 1 });
}
