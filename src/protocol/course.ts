/**
 * A scenario compiled for play: the course of phases with rules, agenda and seats as indices. Only what every seat
 * may know is in `Course`; each party's own numbers are in `preferences`, which no rule and no observation of another
 * seat reads. Compiled once a session, passed along, never changed.
 * A long file, as each protocol has its phase here.
 */
import { type Outcome, outcomeOf } from "../scenario/outcome.ts";
import { partiesIn, partiesOfAll } from "../scenario/parties.ts";
import {
  linkagesOf,
  type OptionTable,
  optionTableOf,
  type Preference,
  preferenceOf,
  statusQuoOf,
} from "../scenario/preference.ts";
import type {
  DraftingPhase,
  Protocol,
  RatificationPhase,
  Scenario,
  ScenarioPhase,
  TalksPhase,
} from "../scenario/schema.ts";
import { changesAtOnce, openingsOf, type Setting } from "../scenario/setting.ts";
import { type Card, cardsOf } from "../world/cards.ts";
import { type Rule, ruleOf } from "./decision.ts";
import { type Edition, LATEST } from "./edition.ts";

/** One side of talks: a party, a delegation with an internal ballot, or a mediator, who need not agree. */
export interface TalksSeat {
  readonly id: string;
  readonly spokesperson: number;
  readonly members: readonly number[];
  /** Decides whether a delegation accepts. */
  readonly decision: Rule;
  readonly mediator: boolean;
}

/** What the phases of all protocols have. */
interface Stretch {
  readonly id: string;
  readonly rounds: number;
  /** Parties with a seat, as party indices in the order of the scenario's list. */
  readonly parties: readonly number[];
  /** Issues that are open in some round, in the order in which they open. */
  readonly issues: readonly number[];
  /** What is in force without agreement; undefined: what the phases before have led to. */
  readonly disagreement: Outcome | undefined;
  /** Chance that a round opens with an event. */
  readonly news: number;
  /** Whether rounds open with the news: an event may come by chance, or one has its round here. */
  readonly eventful: boolean;
  /** Index of the phase that follows; −1: the course ends. */
  readonly next: { readonly agreement: number; readonly none: number };
}

export interface Drafting extends Stretch {
  readonly protocol: "drafting";
  /** The text to begin with; of several one is drawn with the news of the first round. */
  readonly openings: readonly Outcome[];
  readonly disagreement: Outcome;
  readonly amendment: Rule;
  /** Most issues, clauses included, that one amendment may change. */
  readonly changes: number;
  /** By party that proposes an amendment: who is asked to vote on it. A voter who is not asked is for it. */
  readonly askedOn: readonly (readonly number[])[];
  readonly decision: Rule;
  readonly principals: readonly number[];
  /** Parties from which the other speakers of a round are drawn, and how many. */
  readonly rotation: readonly number[];
  readonly rotating: number;
  /** Open issues by round (index round − 1), clauses included, ascending. */
  readonly agenda: readonly (readonly number[])[];
  /** Of an adopted text, before reservations. */
  readonly unity: number;
}

export interface Talks extends Stretch {
  readonly protocol: "talks";
  /** In the order in which they act. */
  readonly seats: readonly TalksSeat[];
  /** Every side but the mediators has to agree. */
  readonly decision: Rule;
  /** Points a signatory of the mandate loses a step that an outcome departs from it. */
  readonly departure: number;
  readonly unity: number;
}

export interface Ratification extends Stretch {
  readonly protocol: "ratification";
}

export type Phase = Drafting | Talks | Ratification;
export type PhaseOf<P extends Protocol> = Extract<Phase, { readonly protocol: P }>;

/** A phase in which something is decided at the table. */
export type Negotiation = Extract<Phase, { readonly decision: Rule }>;

export function isNegotiation(phase: Phase): phase is Negotiation {
  return "decision" in phase;
}

/** Issues that may be changed in the present round; rounds count from 1. */
export function openIssues(phase: Phase, { round }: { readonly round: number }): readonly number[] {
  return "agenda" in phase ? phase.agenda[round - 1]! : phase.issues;
}

/** Issues that are closed in this round and open in a later one; none once all are open. */
export function issuesToCome(phase: Phase, round: number): readonly number[] {
  if (!("agenda" in phase)) return [];
  const open = phase.agenda[round - 1]!;
  return [...new Set(phase.agenda.slice(round).flat())].filter((issue) => !open.includes(issue));
}

/** Most issues that one amendment may change; 0 where nothing is amended. */
export function changesIn(phase: Phase): number {
  return "changes" in phase ? phase.changes : 0;
}

/** Unity of those who agree in this phase, before reservations. */
export function unityIn(phase: Phase): number {
  return "unity" in phase ? phase.unity : 1;
}

/** What a step away from the mandate costs a signatory in this phase, in points. */
export function departureIn(phase: Phase): number {
  return "departure" in phase ? phase.departure : 0;
}

export interface Course {
  readonly edition: Edition;
  readonly table: OptionTable;
  readonly parties: number;
  readonly statusQuo: Outcome;
  /** Indexed by issue. */
  readonly isClause: readonly boolean[];
  /** By flat option: the parties without whose consent the option can't be carried out. */
  readonly needs: readonly (readonly number[])[];
  /** Events, then levers. */
  readonly cards: readonly Card[];
  readonly phases: readonly Phase[];
}

export interface Positions {
  readonly course: Course;
  readonly scenario: Scenario;
  /** Indexed by party. */
  readonly preferences: readonly Preference[];
}

export function compile(scenario: Scenario, edition: Edition = LATEST): Positions {
  const course = courseOf(scenario, edition);
  const preferences = scenario.parties.map((party, index) =>
    preferenceOf(scenario, party.preferences, linkagesOf(scenario, index), course.table),
  );
  return { course, scenario, preferences };
}

export function courseOf(scenario: Setting, edition: Edition = LATEST): Course {
  return {
    edition,
    table: optionTableOf(scenario),
    parties: scenario.parties.length,
    statusQuo: statusQuoOf(scenario),
    isClause: scenario.issues.map((issue) => issue.kind === "clause"),
    needs: scenario.issues.flatMap((issue) =>
      issue.options.map((option) => partiesOfAll(scenario, option.needs ?? [])),
    ),
    cards: cardsOf(scenario),
    phases: scenario.phases.map((phase) => phaseOf(scenario, phase, edition)),
  };
}

function phaseOf(scenario: Setting, phase: ScenarioPhase, edition: Edition): Phase {
  switch (phase.protocol) {
    case "drafting":
      return draftingOf(scenario, phase, edition);
    case "talks":
      return talksOf(scenario, phase, edition);
    case "ratification":
      return ratificationOf(scenario, phase);
  }
}

function draftingOf(scenario: Setting, phase: DraftingPhase, edition: Edition): Drafting {
  const parties = partiesIn(scenario, phase);
  const principals = partiesOfAll(scenario, phase.floor.principals);
  const rotation = parties.filter((party) => !principals.includes(party));
  const agenda = Array.from({ length: phase.rounds }, (_, round) => issuesOpenIn(scenario, phase, round));
  return {
    protocol: "drafting",
    id: phase.id,
    rounds: phase.rounds,
    parties,
    issues: [...new Set(agenda.flat())],
    openings: openingsOf(phase).map((opening) => outcomeOf(scenario, opening)),
    disagreement: outcomeOf(scenario, phase.disagreement),
    amendment: ruleOf(scenario, phase.amendment, edition),
    changes: changesAtOnce(scenario, phase),
    askedOn: scenario.parties.map((_, proposer) =>
      edition === 1 ? parties : parties.filter((party) => party !== proposer),
    ),
    decision: ruleOf(scenario, phase.decision, edition),
    principals,
    rotation,
    rotating: Math.min(phase.floor.rotating, rotation.length),
    agenda,
    unity: phase.unity,
    ...newsIn(scenario, phase),
    next: nextOf(scenario, phase),
  };
}

function talksOf(scenario: Setting, phase: TalksPhase, edition: Edition): Talks {
  const seats = phase.seats.map((seat): TalksSeat => {
    const members = sorted(partiesOfAll(scenario, seat.members));
    const spokesperson = scenario.parties.findIndex((party) => party.id === seat.spokesperson);
    return {
      id: seat.id,
      spokesperson: spokesperson < 0 ? members[0]! : spokesperson,
      members,
      decision: ruleOf(scenario, seat.decision ?? { mustAgree: seat.members }, edition),
      mediator: seat.mediator ?? false,
    };
  });
  const sides = seats.filter((seat) => !seat.mediator).map((seat) => seat.spokesperson);
  return {
    protocol: "talks",
    id: phase.id,
    rounds: phase.rounds,
    parties: partiesIn(scenario, phase),
    issues: scenario.issues.flatMap(({ id }, i) =>
      phase.issues === "all" || phase.issues.includes(id) ? [i] : [],
    ),
    disagreement: phase.disagreement === "mandate" ? undefined : outcomeOf(scenario, phase.disagreement),
    seats,
    decision: ruleOf(scenario, { mustAgree: sides.map((party) => scenario.parties[party]!.id) }),
    departure: phase.departure,
    unity: phase.unity,
    ...newsIn(scenario, phase),
    next: nextOf(scenario, phase),
  };
}

function ratificationOf(scenario: Setting, phase: RatificationPhase): Ratification {
  return {
    protocol: "ratification",
    id: phase.id,
    rounds: 1,
    parties: partiesIn(scenario, phase),
    issues: [],
    disagreement: undefined,
    ...newsIn(scenario, phase),
    next: nextOf(scenario, phase),
  };
}

function newsIn({ events = [] }: Setting, { id, news = 0 }: ScenarioPhase): Pick<Phase, "news" | "eventful"> {
  const set = events.some(({ round, phases }) => round !== undefined && (phases?.includes(id) ?? true));
  return { news, eventful: news > 0 || set };
}

function nextOf(scenario: Setting, { next }: ScenarioPhase): Phase["next"] {
  const indexOf = (id: string | null) => scenario.phases.findIndex((other) => other.id === id);
  return { agreement: indexOf(next.agreement), none: indexOf(next.none) };
}

function sorted(parties: readonly number[]): number[] {
  return parties.toSorted((a, b) => a - b);
}

/** Issues open in a round (from 0): those of the agenda and the clauses that open with them. */
function issuesOpenIn(scenario: Setting, phase: DraftingPhase, round: number): number[] {
  const listed = phase.agenda === "all" ? undefined : (phase.agenda[round] ?? []);
  return scenario.issues.flatMap((issue, i) => {
    const open = listed === undefined || listed.includes(issue.id) || listed.includes(issue.opensWith ?? "");
    return open ? [i] : [];
  });
}
