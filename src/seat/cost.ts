/**
 * What it would cost to play a scenario, counted in steps before anything is played, so that a file that is too dear is
 * refused in words and never started. Steps and not seconds: every engine refuses the same files. The counts follow what
 * the default agents do (a step is some ten nanoseconds of theirs); a scenario of a class is a hundred times below each
 * bound. Also here, as it needs the compiled tables: ranges without end, and courses in which nobody negotiates.
 */
import {
  type Course,
  changesIn,
  compile,
  isNegotiation,
  type Negotiation,
  openIssues,
} from "../protocol/course.ts";
import { LEVERS_A_ROUND } from "../protocol/levers.ts";
import { groupsAtMost, SEARCH_STEPS } from "../scenario/best/best.ts";
import type { Add } from "../scenario/checks/references.ts";
import type { Preference } from "../scenario/preference.ts";
import type { Scenario } from "../scenario/schema.ts";
import { isAimed } from "../world/cards.ts";
import { checkSearches, counted } from "./searches.ts";

/** Turns of a course, all rounds of all phases together. */
const TURNS = 20_000;
/** Steps of one game of agents. */
const GAME_STEPS = 100_000_000;
/** Powers of ten by which the factors on one term may multiply it: far from what a number can hold. */
const MAGNITUDE = 200;
/** Changes of a side that climbs towards an offer: hardly more than there are issues. */
const CLIMB_STEPS = 40;

/** For a scenario without any other problem. */
export function checkCost(scenario: Scenario, add: Add): void {
  const { course, preferences } = compile(scenario);
  let fine = true;
  const refuse: Add = (code, path, message) => {
    fine = false;
    add(code, path, message);
  };
  if (!course.phases.some(isNegotiation)) {
    const message =
      "Nobody negotiates in this course. Let a phase of drafting or talks come before the others.";
    refuse("no-negotiation", ["phases"], message);
  }
  checkRanges(scenario, preferences, refuse);
  checkTurns(course, refuse);
  if (fine) checkSearches(scenario, course, preferences, refuse);
  if (fine) checkGame(course, preferences, refuse);
}

function checkRanges(scenario: Scenario, preferences: readonly Preference[], add: Add): void {
  const { length } = scenario.issues;
  for (const [party, { linksOf }] of preferences.entries()) {
    for (let issue = 0; issue < length; issue++) {
      const powers = linksOf[issue]!.reduce((sum, { factor }) => sum + Math.log10(Math.max(1, factor)), 0);
      if (powers <= MAGNITUDE) continue;
      const { id, name } = { id: scenario.issues[issue]!.id, name: scenario.parties[party]!.name };
      const first = scenario.linkages.findIndex(
        (linkage) => linkage.issue === id && linkage.factor !== undefined,
      );
      const message = `The range of ${name} is not finite: the factors on ${id} multiply to 10^${Math.floor(powers)}. Lower them.`;
      add("not-finite", ["linkages", first, "factor"], message);
      return;
    }
  }
}

/** How often somebody has the floor, or it is a side's turn, in one round. */
function turnsOf(phase: Negotiation): number {
  return phase.protocol === "talks" ? phase.seats.length : phase.principals.length + phase.rotating;
}

function checkTurns({ phases }: Course, add: Add): void {
  const turns = phases.map((phase) => (isNegotiation(phase) ? phase.rounds * turnsOf(phase) : 0));
  const all = turns.reduce((sum, count) => sum + count, 0);
  if (all <= TURNS) return;
  const longest = turns.indexOf(Math.max(...turns));
  const message = `With its ${counted(phases[longest]!.rounds)} rounds here the course has ${counted(all)} turns, and at most ${counted(TURNS)} can be played.`;
  add("too-dear", ["phases", longest, "rounds"], `${message} Give it fewer rounds or fewer speakers.`);
}

/** Steps of one game by what they are spent on. */
interface Spent {
  texts: number;
  linkages: number;
  cards: number;
}

function checkGame(course: Course, preferences: readonly Preference[], add: Add): void {
  const tied = tiedTo(course, preferences);
  const spent = course.phases.map((phase): Spent => {
    if (!isNegotiation(phase)) return { texts: 0, linkages: 0, cards: 0 };
    const cards = phase.rounds * turnsOf(phase) * leverLooks(course);
    return { ...looksIn(phase, course, tied), cards };
  });
  const plays = playsOf(course);
  const table = tableCost(course, preferences, plays);
  const all = spent.reduce((sum, { texts, linkages, cards }) => sum + texts + linkages + cards, table);
  if (all <= GAME_STEPS) return;
  const steps = `such a game takes about ${counted(all)} steps, of ${counted(GAME_STEPS)} that are allowed.`;
  if (spent.reduce((sum, phase) => sum + phase.cards, table) > all / 2) {
    const kind = course.cards.some((card) => card.kind === "lever") ? "levers" : "events";
    const message = `Up to ${counted(plays)} cards on the table, and what levers could do: ${steps}`;
    add("too-dear", [kind], `${message} Write fewer cards, aims, uses or effects.`);
    return;
  }
  const inPhase = spent.map(({ texts, linkages }) => texts + linkages);
  const dearest = inPhase.indexOf(Math.max(...inPhase));
  const { rounds, issues, parties } = course.phases[dearest]!;
  const options = issues.reduce((sum, issue) => sum + course.table.counts[issue]!, 0);
  const closely =
    spent[dearest]!.linkages > spent[dearest]!.texts ? " that linkages and limits tie closely" : "";
  const message = `${counted(rounds)} rounds over ${counted(options)} options${closely}, with ${parties.length} parties: ${steps}`;
  add("too-dear", ["phases", dearest], `${message} Open fewer issues, or give it fewer rounds or speakers.`);
}

/** By issue, and last for a whole text: linkages and limits that a party looks at, the party with the most. */
function tiedTo({ isClause }: Course, preferences: readonly Preference[]): readonly number[] {
  const most = (of: (preference: Preference) => number) => Math.max(...preferences.map(of));
  return [
    ...isClause.map((_, issue) =>
      most(({ touchedTerms, touchedLimits, linksOf }) =>
        touchedTerms[issue]!.reduce((sum, term) => sum + linksOf[term]!.length, touchedLimits[issue]!.length),
      ),
    ),
    most(({ links, limits }) => links.length + limits.length),
  ];
}

/** Looks at texts with one option changed, each for all parties and for the looker's own linkages, and votes on texts. */
function looksIn(
  phase: Negotiation,
  { table, isClause }: Course,
  tied: readonly number[],
): Omit<Spent, "cards"> {
  const talks = phase.protocol === "talks";
  const turns = turnsOf(phase);
  const widened = (open: number) => Math.min(changesIn(phase), open);
  const times = (open: number) => (talks ? Math.min(CLIMB_STEPS, open + 2) : widened(open));
  const others = (talks ? phase.seats : phase.parties).length + 4;
  const votes = phase.rounds * (talks ? 2 : turns + 1) * phase.parties.length;
  let texts = votes * isClause.length;
  let linkages = 2 * votes * tied.at(-1)!;
  for (let round = 1; round <= phase.rounds; round++) {
    const open = openIssues(phase, { round });
    for (const issue of open) {
      const looks = turns * times(open.length) * table.counts[issue]!;
      texts += looks * others;
      linkages += looks * 2 * tied[issue]!;
    }
  }
  return { texts, linkages };
}

/** What it takes to know everybody's seat with each new card on the table, and the cards at each move. */
function tableCost(course: Course, preferences: readonly Preference[], plays: number): number {
  const moves = course.phases.reduce(
    (sum, phase) => sum + (isNegotiation(phase) ? 2 * phase.rounds * (turnsOf(phase) + 1) : 0),
    0,
  );
  const seats = preferences.map((preference) => {
    const steps = groupsAtMost(preference).reduce((sum, group) => sum + group.steps, 0);
    return Math.min(2 * steps, SEARCH_STEPS) + course.table.total + plays;
  });
  return plays * seats.reduce((sum, steps) => sum + steps, moves);
}

/** What one speaker looks at who weighs every lever at every aim. */
function leverLooks({ cards, parties }: Course): number {
  let looks = 0;
  for (const { kind, moving, targets } of cards) {
    if (kind !== "lever") continue;
    const aims = moving[0]!.some(isAimed) ? Math.max(1, targets.length) : 1;
    const concerned = moving[0]!.reduce((sum, { who }) => sum + who.named.length + 2, 0);
    looks += aims * (concerned + parties);
  }
  return 2 * looks;
}

/** Cards that can come to lie on the table in one game. */
function playsOf({ cards, phases }: Course): number {
  const possible = cards.reduce(
    (sum, { kind, uses, parties }) => sum + (kind === "event" ? 1 : uses * parties.length),
    0,
  );
  const room = phases.reduce(
    (sum, phase) => sum + phase.rounds * (1 + (isNegotiation(phase) ? LEVERS_A_ROUND * turnsOf(phase) : 0)),
    0,
  );
  return Math.min(possible, room);
}
