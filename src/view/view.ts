/**
 * Session snapshot → what one seat sees: a pure function, the single source of panels and stage. It contains no rule:
 * what is legal and what it does is asked of the protocol. Estimates about others come from the public model only.
 * A long file, because it is the one list of everything that is on the screen.
 */
import {
  CHANGES_AT_ONCE,
  isNegotiation,
  type Negotiation,
  openIssues,
  type Phase,
} from "../protocol/course.ts";
import { objectionsAllowed } from "../protocol/decision.ts";
import { amended, motionNow } from "../protocol/drafting.ts";
import { legalVotes } from "../protocol/enumeration.ts";
import { phaseNow } from "../protocol/game.ts";
import type { Beat, Change, End, Game, Motion } from "../protocol/move.ts";
import { boundNow, mayAccept } from "../protocol/talks.ts";
import type { Table } from "../seat/compiled.ts";
import { preferenceNow, seatsAt } from "../seat/seats.ts";
import { type Support, supportOf, weakestLink } from "../seat/support.ts";
import { walkAwayNow, worthNow } from "../seat/worth.ts";
import type { Snapshot } from "../session/session.ts";
import { adviceOn } from "./adviser.ts";
import { type BallotView, lastBallotOf, type MotionView, motionOf } from "./ballot.ts";
import { type CardView, cardsOnTable, newsOf } from "./cards.ts";
import {
  type BlocView,
  blocsOf,
  type ForecastRow,
  forecastRows,
  type Likelihood,
  stancesOf,
} from "./coalition.ts";
import { type CourseView, courseOf } from "./course.ts";
import { type InForceView, inForceOf } from "./inForce.ts";
import { type IssueView, issuesOf, type LimitView, limitsOf } from "./issues.ts";
import { type LeversView, leversOf } from "./levers.ts";
import { stageOf } from "./picture.ts";
import { type RecordEntry, recordOf } from "./record.ts";
import type { StageView, Stance } from "./stage.ts";
import { describeDraft, describeTurn, likelihood, nameIn } from "./words.ts";

export interface MotionOutlook extends MotionView {
  /** Whether the whole text would be adopted, without and with it. */
  readonly adoption: { readonly before: Likelihood; readonly after: Likelihood };
  /** Limits of your mandate that it would break and that are kept now; sentences. */
  readonly breaks: readonly string[];
}

/** What a person may be asked for: a speech or a vote while drafting, an offer or a delegation's vote in talks. */
export type Ask = "speech" | "motion" | "text" | "offer" | "council";

/** Where talks stand. */
export interface TalksView {
  /** An offer of another side stands and you may accept it. */
  readonly mayAccept: boolean;
  /** Names of those bound to the standing offer; undefined while no offer stands. */
  readonly bound: readonly string[] | undefined;
  /** You mediate: you propose and may hold. */
  readonly mediator: boolean;
}

export interface Forecast {
  /** What it is about: the motion on the table, else your draft, else the text as it stands. */
  readonly about: "motion" | "draft" | "text";
  readonly rows: readonly ForecastRow[];
  readonly others: {
    readonly for: number;
    readonly leaning: number;
    readonly against: number;
    readonly allowed: number;
  };
  readonly word: Likelihood;
  readonly chance: number;
}

export interface View {
  readonly title: string;
  readonly asOf: string;
  readonly notice: string;
  readonly phaseTitle: string;
  readonly course: CourseView;
  readonly round: number;
  readonly rounds: number;
  readonly beat: Beat;
  /** Whose move it is, as a sentence; empty at the end. */
  readonly turn: string;
  readonly you: {
    readonly index: number;
    readonly id: string;
    readonly name: string;
    /** The name as it stands inside a sentence. */
    readonly inText: string;
    readonly interests: readonly string[];
    readonly redLines: readonly string[];
    readonly batna: string;
    readonly limits: readonly LimitView[];
    readonly reservationValue: number;
    readonly best: number;
    readonly textUtility: number;
    readonly draftUtility: number;
    readonly required: boolean;
  };
  readonly advice: string;
  /** The changes the advice speaks of; empty when it names none. */
  readonly advised: readonly Change[];
  readonly issues: readonly IssueView[];
  readonly draft: {
    readonly changes: readonly Change[];
    readonly sentence: string;
    /** Why it can't be put to the table now; undefined when it can. */
    readonly obstacle: string | undefined;
  };
  /** Undefined where nothing is decided at the table. */
  readonly forecast: Forecast | undefined;
  readonly blocs: readonly BlocView[];
  /** Parties outside the required ones that are nearest to the line. */
  readonly pivots: readonly string[];
  /** The event of this round, if one came. */
  readonly news: CardView | undefined;
  /** Everything that lies on the table now, newest first. */
  readonly cards: readonly CardView[];
  /** Undefined when your seat has no levers in this phase. */
  readonly levers: LeversView | undefined;
  readonly record: readonly RecordEntry[];
  /** What you have to decide now, if anything. */
  readonly ask: Ask | undefined;
  readonly motion: MotionOutlook | undefined;
  /** Issues you may opt out of, in an adoption ballot. */
  readonly reservable: readonly number[];
  readonly mayWalkAway: boolean;
  /** Undefined while a text is drafted. */
  readonly talks: TalksView | undefined;
  readonly lastBallot: BallotView | undefined;
  readonly disagreement: string;
  /** If the present phase fails. */
  readonly inForce: InForceView;
  readonly ended: boolean;
  readonly end: End | undefined;
  readonly stage: StageView;
}

const ASKS: Partial<Record<Beat, Ask>> = {
  floor: "speech",
  ballot: "motion",
  adoption: "text",
  turn: "offer",
  council: "council",
};

/** `seed`: of the game, for the futures of its result. */
export function viewOf(
  table: Table,
  snapshot: Snapshot,
  seat: number,
  draft: readonly Change[],
  seed: number,
): View {
  const { scenario, positions } = table;
  const { course } = positions;
  const { game, support } = snapshot;
  const phase = phaseNow(course, game);
  const written = scenario.phases[game.phase]!;
  const party = scenario.parties[seat]!;
  const preference = preferenceNow(table, game, seat);
  const ended = game.play.beat === "ended";
  const last = game.results.at(-1);
  const ratifying = phase.protocol === "ratification";
  const text = (ended || ratifying) && last ? last.outcome : game.text;
  const worth = (outcome: readonly number[]) => worthNow(table, game, seat, outcome);
  const walkAway = walkAwayNow(table, game, seat);
  // In talks nothing lies on the table before the first offer: what is in force is what failing is worth.
  const offered = phase.protocol !== "talks" || boundNow(phase, game) !== undefined;
  const open = ended ? [] : openIssues(phase, game);
  // What is closed in this round waits in the draft until it opens again.
  const changes = draft.filter(([issue, option]) => text[issue] !== option && open.includes(issue));
  const drafted = amended(text, changes);
  const motion = motionNow(game);
  const weighed = motion === undefined ? drafted : amended(text, motion.changes);
  const asked = snapshot.waiting;
  const mine =
    asked?.for === "speech"
      ? asked.party === seat
      : asked?.for === "votes"
        ? asked.parties.includes(seat)
        : false;
  const ask = mine ? ASKS[game.play.beat] : undefined;
  const stances = stancesOf(table, snapshot, weighed);
  const lastBallot = lastBallotOf(table, snapshot, seat);
  const talks = talksOf(table, game, seat);
  const seated = seatsAt(table, game)[seat];
  const required = isNegotiation(phase) && phase.decision.required[seat]!;
  const others = othersIn(phase);
  const confidential = party.brief.confidential;
  const advice = ended || ratifying ? undefined : adviceOn(table, game, support, seat, drafted);

  return {
    title: scenario.title,
    asOf: scenario.asOf,
    notice: scenario.notice,
    phaseTitle: written.title,
    course: courseOf(table, game, seat),
    round: game.round,
    rounds: phase.rounds,
    beat: game.play.beat,
    turn: describeTurn(scenario, course, game, seat),
    you: {
      index: seat,
      id: party.id,
      name: party.name,
      inText: nameIn(scenario, seat),
      interests: confidential.interests,
      redLines: confidential.redLines,
      batna: confidential.batna,
      limits: limitsOf(table, game, seat, weighed),
      reservationValue: walkAway,
      best: (seated?.best ?? table.best[seat]!).utility,
      textUtility: offered ? worth(text) : walkAway,
      draftUtility: offered || changes.length > 0 ? worth(drafted) : walkAway,
      required,
    },
    advice: advice?.sentence ?? "",
    advised: advice?.changes ?? [],
    issues: issuesOf(scenario, preference, game.opening, text, drafted, open, worth),
    draft: {
      changes,
      sentence: describeDraft(scenario, text, changes),
      obstacle: talks ? offerObstacleOf(ask) : obstacleOf(ask, changes),
    },
    forecast: isNegotiation(phase)
      ? {
          about: motion !== undefined ? "motion" : changes.length > 0 ? "draft" : "text",
          ...forecastOf(table, snapshot, phase, weighed, stances),
        }
      : undefined,
    blocs: blocsOf(table, snapshot, weighed, stances),
    pivots: others
      .filter((p) => p !== seat)
      .map((p) => [p, Math.abs(supportOf(support, p, weighed) - 0.5)] as const)
      .sort((a, b) => a[1] - b[1] || a[0] - b[0])
      .slice(0, 4)
      .map(([p]) => scenario.parties[p]!.name),
    news: newsOf(table, game, seat),
    cards: cardsOnTable(table, game, seat),
    levers: leversOf(table, game, seat, ask === "speech" || ask === "offer"),
    record: recordOf(table, snapshot, seat),
    ask,
    motion: motion && isNegotiation(phase) ? outlookOf(table, game, motion, phase, support, seat) : undefined,
    reservable:
      ask === "text" && phase.protocol === "drafting"
        ? legalVotes(course, phase, game, seat).flatMap((v) =>
            v.reservation === undefined ? [] : [v.reservation],
          )
        : [],
    mayWalkAway:
      phase.protocol === "talks" ? phase.seats.some((side) => side.spokesperson === seat) : required,
    talks,
    lastBallot,
    disagreement: written.protocol === "ratification" ? "" : written.disagreementText,
    inForce: inForceOf(table, game, seat),
    ended,
    end: ended ? last?.end : undefined,
    stage: stageOf(table, snapshot, seat, stances, changes, seed),
  };
}

/** In talks a delegation counts as one side, by its spokesperson. */
function othersIn(phase: Phase): readonly number[] {
  if (!isNegotiation(phase) || phase.protocol === "talks") return [];
  return phase.parties.filter((party) => !phase.decision.required[party]);
}

function forecastOf(
  table: Table,
  snapshot: Snapshot,
  phase: Negotiation,
  text: readonly number[],
  stances: readonly Stance[],
): Omit<Forecast, "about"> {
  const others = othersIn(phase);
  const chance = weakestLink(snapshot.support, phase, text);
  return {
    rows: forecastRows(table, snapshot, text, phase.decision.mustAgree),
    others: {
      for: others.filter((p) => stances[p] === "for" || stances[p] === "reserve").length,
      leaning: others.filter((p) => stances[p] === "leaning").length,
      against: others.filter((p) => stances[p] === "against").length,
      allowed: objectionsAllowed(phase.decision, others.length),
    },
    chance,
    word: likelihood(chance),
  };
}

function talksOf({ scenario, positions }: Table, game: Game, seat: number): TalksView | undefined {
  const phase = phaseNow(positions.course, game);
  if (phase.protocol !== "talks") return undefined;
  const mine = phase.seats.findIndex((side) => side.spokesperson === seat);
  return {
    mayAccept: game.play.protocol === "talks" && game.play.turn === mine && mayAccept(phase, game),
    bound: boundNow(phase, game)?.map((side) => nameIn(scenario, phase.seats[side]!.spokesperson)),
    mediator: phase.seats[mine]?.mediator ?? false,
  };
}

function offerObstacleOf(ask: Ask | undefined): string | undefined {
  return ask === "offer" ? undefined : "You can make an offer when it is your turn.";
}

function outlookOf(
  table: Table,
  game: Game,
  motion: Motion,
  phase: Negotiation,
  support: Support,
  seat: number,
): MotionOutlook {
  const next = amended(game.text, motion.changes);
  const kept = limitsOf(table, game, seat, game.text);
  return {
    ...motionOf(table, game, motion, seat),
    adoption: {
      before: likelihood(weakestLink(support, phase, game.text)),
      after: likelihood(weakestLink(support, phase, next)),
    },
    breaks: limitsOf(table, game, seat, next).flatMap(({ sentence, broken }, i) =>
      broken && !kept[i]!.broken ? [sentence] : [],
    ),
  };
}

function obstacleOf(ask: View["ask"], changes: readonly Change[]): string | undefined {
  if (changes.length === 0) return "Change something first, or hold.";
  if (changes.length > CHANGES_AT_ONCE) {
    return `An amendment changes at most ${CHANGES_AT_ONCE} things. Take one back.`;
  }
  return ask === "speech" ? undefined : "You can put it to the table when you have the floor.";
}
