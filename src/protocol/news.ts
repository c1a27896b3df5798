/**
 * The beat in which chance acts: it draws who else speaks in a round of drafting, in its first the text to begin with where
 * there are several, and in any phase whether an event
 * comes, which, how it turns out and whom it strikes. An event may have a round of its own, which it opens for certain.
 * Each event comes at most once in a game.
 */
import type { Random } from "../random.ts";
import { type Card, fits } from "../world/cards.ts";
import type { Course, Drafting, Phase } from "./course.ts";
import type { Drawn, Game, Move } from "./move.ts";

type News = Extract<Move, { type: "news" }>;
/** What decides whether an event may come. */
type Begun = Pick<Game, "cards" | "phase" | "round" | "text">;

/**
 * The environment's move: draws the speakers that rotate, without replacement, then the event. Those in `people` always
 * get the floor: who sits there in person is not left to chance.
 */
export function newsMove(
  course: Course,
  phase: Phase,
  game: Game,
  random: Random,
  people: readonly number[] = [],
): News {
  const speakers = phase.protocol === "drafting" ? drawSpeakers(phase, random, people) : [];
  const among = openingsNow(phase, game);
  const opening = among === undefined ? undefined : random.below(among.length);
  const event = drawEvent(course, phase, begun(phase, game, opening), random);
  return {
    type: "news",
    speakers,
    ...(opening !== undefined && { opening }),
    ...(event !== undefined && { event }),
  };
}

/** The texts of which one is drawn now; undefined when none is. */
function openingsNow(phase: Phase, { round }: Game): Drafting["openings"] | undefined {
  return phase.protocol === "drafting" && round === 1 && phase.openings.length > 1
    ? phase.openings
    : undefined;
}

/** The game with the text that was drawn, which events may ask for. */
function begun(phase: Phase, game: Game, opening: number | undefined): Begun {
  const drawn = opening === undefined ? undefined : openingsNow(phase, game)?.[opening];
  return drawn === undefined ? game : { ...game, text: drawn.slice() };
}

function drawSpeakers(phase: Drafting, random: Random, people: readonly number[]): number[] {
  const left = phase.rotation.slice();
  const speakers = phase.principals.slice();
  for (let k = 0; k < phase.rotating; k++) speakers.push(...left.splice(random.below(left.length), 1));
  for (const party of people) {
    if (phase.rotation.includes(party) && !speakers.includes(party)) speakers.push(party);
  }
  return speakers;
}

function drawEvent(course: Course, phase: Phase, game: Begun, random: Random): Drawn | undefined {
  const card = dueEvent(course, game) ?? eventByChance(course, phase, game, random);
  if (card === undefined) return undefined;
  const { branchWeights, targets } = course.cards[card]!;
  const branch = weighted(
    branchWeights.map((_, index) => index),
    branchWeights,
    random,
  );
  return { card, branch: branch ?? 0, target: targets[random.below(Math.max(1, targets.length))] ?? -1 };
}

function eventByChance(course: Course, phase: Phase, game: Begun, random: Random): number | undefined {
  if (phase.news === 0 || random.fraction() >= phase.news) return undefined;
  const possible = drawnEvents(course, game);
  return weighted(
    possible,
    possible.map((event) => course.cards[event]!.weight),
    random,
  );
}

/** Events that may come now: the one whose round it is, or else those that chance may draw. */
export function possibleEvents(course: Course, phase: Phase, game: Begun): number[] {
  const due = dueEvent(course, game);
  if (due !== undefined) return [due];
  return phase.news > 0 ? drawnEvents(course, game) : [];
}

/** The event that opens this round for certain; the first in the file where several would. */
function dueEvent(course: Course, game: Begun): number | undefined {
  const due = course.cards.findIndex(
    (card, index) => card.round === game.round && mayCome(course, game, index),
  );
  return due < 0 ? undefined : due;
}

function drawnEvents(course: Course, game: Begun): number[] {
  return course.cards.flatMap(({ round }, index) =>
    round === undefined && mayCome(course, game, index) ? [index] : [],
  );
}

/** Not come before, meant for this phase, and fitting the text. */
function mayCome(course: Course, game: Begun, index: number): boolean {
  const card = course.cards[index]!;
  const open = card.kind === "event" && fits(card, game.phase, game.text);
  return open && !game.cards.some((played) => played.card === index);
}

function weighted(among: readonly number[], weights: readonly number[], random: Random): number | undefined {
  let left = random.fraction() * weights.reduce((sum, weight) => sum + weight, 0);
  return among.find((_, k) => {
    left -= weights[k]!;
    return left < 0;
  });
}

export function violation(course: Course, phase: Phase, game: Game, move: Move): string | undefined {
  if (move.type !== "news") return `It is not the time for ${move.type}: the round opens with the news.`;
  return (
    speakersViolation(phase, move.speakers) ??
    openingViolation(phase, game, move.opening) ??
    eventViolation(course, phase, begun(phase, game, move.opening), move.event)
  );
}

function openingViolation(phase: Phase, game: Game, opening: number | undefined): string | undefined {
  const among = openingsNow(phase, game);
  if (among === undefined) return opening === undefined ? undefined : "No text to begin with is drawn now.";
  if (opening !== undefined && among[opening] !== undefined) return undefined;
  return `The text to begin with is one of 0 to ${among.length - 1}, not ${opening}.`;
}

function speakersViolation(phase: Phase, speakers: readonly number[]): string | undefined {
  if (phase.protocol !== "drafting")
    return speakers.length === 0 ? undefined : "Speakers are drawn only while a text is drafted.";
  const drawn = speakers.slice(phase.principals.length);
  const leads = phase.principals.every((party, i) => speakers[i] === party);
  const allowed = drawn.every((party, i) => phase.rotation.includes(party) && drawn.indexOf(party) === i);
  if (leads && allowed && drawn.length >= phase.rotating) return undefined;
  return `The speakers of a round are the principals in order and at least ${phase.rotating} different others, not [${speakers.join(", ")}].`;
}

function eventViolation(
  course: Course,
  phase: Phase,
  game: Begun,
  event: Drawn | undefined,
): string | undefined {
  if (event === undefined) {
    const due = dueEvent(course, game);
    return due === undefined ? undefined : `Event ${due} opens this round.`;
  }
  const card = course.cards[event.card];
  if (card === undefined || !possibleEvents(course, phase, game).includes(event.card))
    return `Event ${event.card} can't come now.`;
  if (card.effects[event.branch] === undefined)
    return `Event ${event.card} has no way ${event.branch} to turn out.`;
  return aimViolation(card, event.target);
}

/** Why a card can't be aimed at this; undefined when it can. */
export function aimViolation({ id, targets }: Card, target: number): string | undefined {
  if (targets.length === 0 ? target === -1 : targets.includes(target)) return undefined;
  return targets.length === 0
    ? `The card "${id}" is aimed at nothing.`
    : `The card "${id}" can't be aimed at ${target}.`;
}

/** Every way the news may be: all orders of speakers and texts to begin with, with no event (unless one is due) and with each that may come. */
export function* legalMoves(course: Course, phase: Phase, game: Game): Generator<News> {
  const drawn = openingsNow(phase, game)?.map((_, opening) => ({ opening })) ?? [{}];
  for (const speakers of speakerLists(phase)) {
    for (const begins of drawn) {
      const news = { type: "news", speakers, ...begins } as const;
      const now = begun(phase, game, news.opening);
      if (dueEvent(course, now) === undefined) yield news;
      yield* withEvents(course, phase, now, news);
    }
  }
}

function* withEvents(course: Course, phase: Phase, game: Begun, news: News): Generator<News> {
  for (const card of possibleEvents(course, phase, game)) {
    const { effects, targets } = course.cards[card]!;
    for (let branch = 0; branch < effects.length; branch++) {
      for (const target of targets.length === 0 ? [-1] : targets)
        yield { ...news, event: { card, branch, target } };
    }
  }
}

function* speakerLists(phase: Phase): Generator<readonly number[]> {
  if (phase.protocol !== "drafting") yield [];
  else for (const drawn of selections(phase.rotation, phase.rotating)) yield [...phase.principals, ...drawn];
}

/** Every ordered selection of `count` different entries. */
function* selections(from: readonly number[], count: number): Generator<readonly number[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (const first of from) {
    const others = from.filter((party) => party !== first);
    for (const rest of selections(others, count - 1)) yield [first, ...rest];
  }
}
