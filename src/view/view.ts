/**
 * What one seat knows → what it sees: pure functions, the single source of panels and stage. They contain no rule: what
 * is legal and what it does is asked of the protocol. What a move decides is worked out once for it (`situationOf`), what
 * a draft changes at every click (`viewOf`). A long file, because it is the one list of everything that is on the screen.
 */
import { changesIn, isNegotiation, type Negotiation, openIssues, type Phase } from "../protocol/course.ts";
import { objectionsAllowed } from "../protocol/decision.ts";
import { amended, motionNow } from "../protocol/drafting.ts";
import { legalVotes } from "../protocol/enumeration.ts";
import { phaseNow } from "../protocol/game.ts";
import type { Beat, Change, End, Game, Motion, Reason } from "../protocol/move.ts";
import { boundNow, mayAccept } from "../protocol/talks.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { anyHeard, motionVotes, textVotes, votesFor } from "../seat/ballotAhead.ts";
import { momentOf, toldOfText } from "../seat/calibrated.ts";
import { signersOf, timeIn } from "../seat/chances.ts";
import { objectionsNow } from "../seat/objection.ts";
import { ruleChance } from "../seat/quorum.ts";
import { seatAt } from "../seat/seats.ts";
import type { SeatTable } from "../seat/seatTable.ts";
import type { Standpoint } from "../seat/standpoint.ts";
import { chanceOf } from "../seat/support.ts";
import { walkAwayNow, worthNow } from "../seat/worth.ts";
import { type Askable, adviceOn, askable } from "./adviser.ts";
import { type LastBallot, lastBallotOf, type MotionView, motionOf } from "./ballot.ts";
import { type CardView, cardsOnTable, newsOf } from "./cards.ts";
import {
  type BlocView,
  blocsOf,
  type ForecastRow,
  forecastRows,
  type Likelihood,
  likelihood,
  signingNow,
  stancesOf,
} from "./coalition.ts";
import { type CourseView, courseOf } from "./course.ts";
import { type InForceView, inForceOf } from "./inForce.ts";
import {
  type IssueView,
  issuesOf,
  type LimitView,
  limitsIn,
  limitsNow,
  type OwnLimit,
  withDraft,
} from "./issues.ts";
import { type LeversView, leversOf } from "./levers.ts";
import { closingOf, stageOf } from "./picture.ts";
import { type RecordEntry, recordOf } from "./record.ts";
import { describeDraft, describeOwn, describeTurn, nameIn } from "./sentences.ts";
import type { StageView, Stance } from "./stage.ts";
import { type Voices, voicesOn } from "./voices.ts";
import { situation } from "./words/situation.ts";

const words = situation.obstacles;

export interface MotionOutlook extends MotionView {
  /** Whether the whole text would be adopted, without and with it. */
  readonly adoption: { readonly before: Likelihood; readonly after: Likelihood };
  /** Limits of your mandate that it would break and that are kept now; sentences. */
  readonly breaks: readonly string[];
}

/** What a person may be asked for: a speech or a vote while drafting, an offer or a delegation's vote in talks. */
export type Ask = "speech" | "motion" | "text" | "offer" | "council";

/** Questions that are answered by a vote. */
const VOTES: ReadonlySet<Ask> = new Set(["motion", "text", "council"]);

/** What may be told with a vote against, and the same as the end of a sentence. */
export interface Objection {
  readonly reason: Reason;
  readonly sentence: string;
}

/** Where talks stand. */
export interface TalksView {
  /** An offer of another side stands and you may accept it. */
  readonly mayAccept: boolean;
  /** Names of those bound to the standing offer; undefined while no offer stands. */
  readonly bound: readonly string[] | undefined;
  /** You mediate: you propose and may hold. */
  readonly mediator: boolean;
}

/** What mandate and worth are held against while you draft nothing. */
export type Measured = "text" | "offer" | "force" | "signed";

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
  /** How the ballot on these changes would go, where there is one to come: expected votes, rounded. */
  readonly ballot: { readonly for: number; readonly against: number; readonly word: Likelihood } | undefined;
  /** Whether the text passes in this round, and whether it can by the last. */
  readonly tonight: Prospect;
  readonly final: Prospect;
}

export interface Prospect {
  readonly chance: number;
  readonly word: Likelihood;
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
    /** Of what is measured: the text on the table, the offer that stands, what was signed or, where there is none, what is in force. */
    readonly textUtility: number;
    readonly measured: Measured;
    readonly draftUtility: number;
    readonly required: boolean;
  };
  readonly advice: string;
  /** The changes the advice speaks of; empty when it names none. */
  readonly advised: readonly Change[];
  /** What your delegation and your capital say of what lies on the table, where they differ. */
  readonly voices: Voices | undefined;
  /** Whom you may ask about instead. */
  readonly askable: readonly Askable[];
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
  /** What you can say against what is voted on, the weightiest first; empty where there is nothing to say. */
  readonly objections: readonly Objection[];
  /** Issues you may opt out of, in an adoption ballot. */
  readonly reservable: readonly number[];
  readonly mayWalkAway: boolean;
  /** Undefined while a text is drafted. */
  readonly talks: TalksView | undefined;
  readonly lastBallot: LastBallot | undefined;
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

/** What a draft changes of the view. */
type ByDraft = "draft" | "forecast" | "blocs" | "pivots" | "stage";

/** The view without what a draft changes: with the text as it lies on the table. */
export type FixedView = Omit<View, ByDraft>;

/** All that a draft does not change, and what it is held against. */
export interface Situation {
  readonly at: Standpoint;
  readonly phase: Phase;
  /** The text on the table, or as it was signed. */
  readonly text: Outcome;
  /** Issues that may be changed now. */
  readonly open: readonly number[];
  readonly motion: Motion | undefined;
  readonly limits: readonly OwnLimit[];
  readonly fixed: FixedView;
  /** How the phase looked that the last move has ended, while another follows. */
  readonly closing: StageView | undefined;
}

export function situationOf(at: Standpoint): Situation {
  const { own, game } = at;
  const { scenario, course, party: seat } = own;
  const phase = phaseNow(course, game);
  const written = scenario.phases[game.phase]!;
  const party = scenario.parties[seat]!;
  const ended = game.play.beat === "ended";
  const last = game.results.at(-1);
  const ratifying = phase.protocol === "ratification";
  const text = (ended || ratifying) && last ? last.outcome : game.text;
  const walkAway = walkAwayNow(own, game);
  const measured = measuredAt(phase, game);
  const open = ended ? [] : openIssues(phase, game);
  const motion = motionNow(game);
  const ask = at.asked ? ASKS[game.play.beat] : undefined;
  const required = isNegotiation(phase) && phase.decision.required[seat]!;
  const limits = limitsNow(own, game);
  const worth = (outcome: Outcome) => worthNow(own, game, outcome);
  const textUtility = measured === "force" ? walkAway : worth(text);
  const advice = ended || ratifying ? undefined : adviceOn(at, text);
  const { interests, redLines, batna } = own.confidential;
  const fixed: FixedView = {
    title: scenario.title,
    asOf: scenario.asOf,
    notice: scenario.notice,
    phaseTitle: written.title,
    course: courseOf(own, game),
    round: game.round,
    rounds: phase.rounds,
    beat: game.play.beat,
    turn: describeTurn(scenario, course, game, seat),
    you: {
      index: seat,
      id: party.id,
      name: party.name,
      inText: nameIn(scenario, seat),
      interests,
      redLines,
      batna,
      limits: limitsIn(limits, text),
      reservationValue: walkAway,
      best: (seatAt(own, game)?.best ?? own.best).utility,
      textUtility,
      measured,
      draftUtility: textUtility,
      required,
    },
    advice: advice?.sentence ?? "",
    advised: advice?.changes ?? [],
    voices:
      (measured === "text" || measured === "offer") && isNegotiation(phase)
        ? voicesOn(at, text, prospectOf(at, phase, text, 1).word)
        : undefined,
    askable: advice === undefined ? [] : askable(at, text),
    issues: issuesOf(scenario, limits, game.opening, text, open, worth),
    news: newsOf(own, game),
    cards: cardsOnTable(own, game),
    levers: leversOf(at),
    record: recordOf(at),
    ask,
    motion: motion && isNegotiation(phase) ? outlookOf(at, motion, phase, limits) : undefined,
    objections: ask !== undefined && VOTES.has(ask) ? objectionsOf(at) : [],
    reservable:
      ask === "text" && phase.protocol === "drafting"
        ? legalVotes(course, phase, game, seat).flatMap((v) =>
            v.reservation === undefined ? [] : [v.reservation],
          )
        : [],
    mayWalkAway:
      phase.protocol === "talks" ? phase.seats.some((side) => side.spokesperson === seat) : required,
    talks: talksOf(own, game),
    lastBallot: lastBallotOf(at),
    disagreement: written.protocol === "ratification" ? "" : written.disagreementText,
    inForce: inForceOf(own, game),
    ended,
    end: ended ? last?.end : undefined,
  };
  return { at, phase, text, open, motion, limits, fixed, closing: closingOf(at) };
}

/** In talks nothing lies on the table before the first offer, and nothing lies there any more when a phase has failed. */
function measuredAt(phase: Phase, game: Game): Measured {
  const settled = game.play.beat === "ended" || phase.protocol === "ratification";
  if (settled) return game.results.at(-1)?.end === "agreement" ? "signed" : "force";
  if (phase.protocol !== "talks") return "text";
  return boundNow(phase, game) === undefined ? "force" : "offer";
}

/** What is closed in this round waits in the draft until it opens again. */
export function viewOf(situation: Situation, draft: readonly Change[]): View {
  const { at, phase, text, open, motion, limits, fixed, closing } = situation;
  const { own, game } = at;
  const changes = draft.filter(([issue, option]) => text[issue] !== option && open.includes(issue));
  const drafted = amended(text, changes);
  const weighed = motion === undefined ? drafted : amended(text, motion.changes);
  const stances = stancesOf(at, weighed);
  const chances = signingNow(at, weighed);
  const others = othersIn(phase);
  const draftUtility = changes.length > 0 ? worthNow(own, game, drafted) : fixed.you.textUtility;
  return {
    ...fixed,
    you: { ...fixed.you, limits: limitsIn(limits, weighed), draftUtility },
    issues: withDraft(fixed.issues, changes),
    draft: {
      changes,
      sentence: describeDraft(own.scenario, text, changes),
      obstacle: fixed.talks ? offerObstacleOf(fixed.ask) : obstacleOf(phase, fixed.ask, changes),
    },
    forecast: isNegotiation(phase)
      ? {
          about: motion !== undefined ? "motion" : changes.length > 0 ? "draft" : "text",
          ...forecastOf(at, phase, weighed, stances, motion ?? { party: own.party, changes }),
        }
      : undefined,
    blocs: blocsOf(at, weighed, stances),
    pivots: others
      .filter((p) => p !== own.party)
      .map((p) => [p, Math.abs((chances(p) ?? 0) - 0.5)] as const)
      .sort((a, b) => a[1] - b[1] || a[0] - b[0])
      .slice(0, 4)
      .map(([p]) => own.scenario.parties[p]!.name),
    stage: stageOf(at, stances, changes, closing),
  };
}

/** In talks a delegation counts as one side, by its spokesperson. */
function othersIn(phase: Phase): readonly number[] {
  if (!isNegotiation(phase) || phase.protocol === "talks") return [];
  return phase.parties.filter((party) => !phase.decision.required[party]);
}

function forecastOf(
  at: Standpoint,
  phase: Negotiation,
  text: Outcome,
  stances: readonly Stance[],
  proposed: Motion,
): Omit<Forecast, "about"> {
  const others = othersIn(phase);
  return {
    rows: forecastRows(at, text, phase.decision.mustAgree),
    others: {
      for: others.filter((p) => stances[p] === "for" || stances[p] === "reserve").length,
      leaning: others.filter((p) => stances[p] === "leaning").length,
      against: others.filter((p) => stances[p] === "against").length,
      allowed: objectionsAllowed(phase.decision, others.length),
    },
    ballot: ballotAhead(at, phase, proposed),
    tonight: prospectOf(at, phase, text, at.game.round),
    final: prospectOf(at, phase, text, phase.rounds),
  };
}

/** Nothing is known of a text as long as nobody who must agree has said or done anything. */
function prospectOf({ belief }: Standpoint, phase: Negotiation, text: Outcome, round: number): Prospect {
  const chance = toldOfText(chanceOf(belief, phase, text, timeIn(phase, round)), momentOf(phase, round));
  const known = signersOf(phase).some((party) => belief.heard[party] === 1);
  return { chance, word: likelihood(chance, known) };
}

/** What is expected of the ballot on changes of the text, or on the text itself; undefined in talks and where there is none to come. */
function ballotAhead({ game, belief }: Standpoint, phase: Negotiation, motion: Motion): Forecast["ballot"] {
  if (phase.protocol !== "drafting") return undefined;
  const whole = motion.changes.length === 0;
  if (whole && game.play.beat !== "adoption") return undefined;
  const { parties, amendment, decision } = phase;
  const votes = whole ? textVotes(belief, phase, game) : motionVotes(belief, phase, game, motion);
  const proposer = whole ? -1 : motion.party;
  const chance = ruleChance(whole ? decision : amendment, parties, votes, proposer);
  const yes = votesFor(phase, votes);
  return {
    for: yes,
    against: parties.length - yes,
    word: likelihood(chance, anyHeard(belief, phase, proposer)),
  };
}

function objectionsOf(at: Standpoint): readonly Objection[] {
  return objectionsNow(at).map((reason) => ({ reason, sentence: describeOwn(at.own.scenario, reason) }));
}

function talksOf({ scenario, course, party: seat }: SeatTable, game: Game): TalksView | undefined {
  const phase = phaseNow(course, game);
  if (phase.protocol !== "talks") return undefined;
  const mine = phase.seats.findIndex((side) => side.spokesperson === seat);
  return {
    mayAccept: game.play.protocol === "talks" && game.play.turn === mine && mayAccept(phase, game),
    bound: boundNow(phase, game)?.map((side) => nameIn(scenario, phase.seats[side]!.spokesperson)),
    mediator: phase.seats[mine]?.mediator ?? false,
  };
}

function offerObstacleOf(ask: Ask | undefined): string | undefined {
  return ask === "offer" ? undefined : words.offer;
}

function outlookOf(
  at: Standpoint,
  motion: Motion,
  phase: Negotiation,
  limits: readonly OwnLimit[],
): MotionOutlook {
  const { own, game } = at;
  const next = amended(game.text, motion.changes);
  const kept = limitsIn(limits, game.text);
  return {
    ...motionOf(own, game, motion),
    adoption: {
      before: prospectOf(at, phase, game.text, 1).word,
      after: prospectOf(at, phase, next, 1).word,
    },
    breaks: limitsIn(limits, next).flatMap(({ sentence, broken }, i) =>
      broken && !kept[i]!.broken ? [sentence] : [],
    ),
  };
}

function obstacleOf(phase: Phase, ask: View["ask"], changes: readonly Change[]): string | undefined {
  if (changes.length === 0) return words.nothing;
  const most = changesIn(phase);
  if (changes.length > most) return words.tooMany({ most });
  return ask === "speech" ? undefined : words.amendment;
}
