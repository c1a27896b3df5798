/** A card as people see it: what happened or may be pulled, whom it concerns, what it changes and for how long. */
import { cardsNow, phaseNow } from "../protocol/game.ts";
import type { Game } from "../protocol/move.ts";
import type { Scenario, ScenarioEffect } from "../scenario/schema.ts";
import type { Table } from "../seat/compiled.ts";
import type { Card, Played } from "../world/cards.ts";
import { concerned, effectsOf, writtenCard } from "../world/cards.ts";
import { describeEffects, issueName } from "./effects.ts";
import { countOf, nameIn } from "./words.ts";

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
  readonly note: string | undefined;
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

const words = {
  forGood: "Lasts for good.",
  phase: "Lasts to the end of this phase.",
  rounds: (count: number) =>
    count === 1
      ? "Lasts for this round."
      : count === 2
        ? "Lasts for this and the next round."
        : `Lasts for this and the next ${countOf(count - 1, "round", "rounds")}.`,
} as const;

/** Everything that lies on the table now, newest first. */
export function cardsOnTable(table: Table, game: Game, seat: number): readonly CardView[] {
  const lying = cardsNow(table.positions.course, game);
  return lying.map((played) => cardViewOf(table, game, game.cards.indexOf(played), seat)).reverse();
}

/** The event that the present round opened with. */
export function newsOf(table: Table, game: Game, seat: number): CardView | undefined {
  const place = game.cards.findLastIndex(
    ({ by, phase, round }) => by < 0 && phase === game.phase && round === game.round,
  );
  return place < 0 ? undefined : cardViewOf(table, game, place, seat);
}

function cardViewOf(table: Table, game: Game, place: number, seat: number): CardView {
  const { course } = table.positions;
  const played = game.cards[place]!;
  const told = cardToldOf(table, played);
  const { rounds } = phaseNow(course, game);
  return {
    ...told,
    place,
    lasts:
      told.effects.length === 0
        ? undefined
        : durationOf(course.cards[played.card]!, played.round, game, rounds),
    concernsYou: effectsOf(course.cards, played).some(
      (effect) => effect.changes !== "world" && concerned(effect.who, played).includes(seat),
    ),
  };
}

export function cardToldOf({ scenario, positions }: Table, played: AsPlayed): CardTold {
  const { title, text, note, sources = [] } = writtenCard(scenario, played.card);
  return {
    title,
    text,
    turned: branchOf(scenario, played)?.text,
    by: played.by < 0 ? undefined : nameIn(scenario, played.by),
    target: targetName(scenario, positions.course.cards[played.card]!, played.target),
    effects: effectsTold(scenario, played),
    note,
    sources,
  };
}

/** What a card does once it is played like this, as sentences. */
export function effectsTold(scenario: Scenario, played: AsPlayed): readonly string[] {
  const always = writtenCard(scenario, played.card).effects;
  const effects: readonly ScenarioEffect[] = [...always, ...(branchOf(scenario, played)?.effects ?? [])];
  return describeEffects(scenario, effects, played);
}

function branchOf(scenario: Scenario, { card, branch }: Pick<Played, "card" | "branch">) {
  const written = writtenCard(scenario, card);
  return "branches" in written ? written.branches?.[branch] : undefined;
}

/** What a card is aimed at, as named in a sentence; undefined for nothing. */
export function targetName(
  scenario: Scenario,
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
  return left > phaseRounds - round + 1 ? words.phase : words.rounds(left);
}
