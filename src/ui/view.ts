/**
 * Session snapshot → what one seat sees: a pure function, the single source of panels and stage. It contains no rule:
 * what is legal and what it does is asked of the protocol. Estimates about others come from the public model only.
 * A long file, because it is the one list of everything that is on the screen.
 */
import { CHANGES_AT_ONCE } from "../protocol/course.ts";
import { objectionsAllowed } from "../protocol/decision.ts";
import { amended, openIssues } from "../protocol/drafting.ts";
import { legalVotes } from "../protocol/enumeration.ts";
import { phaseNow, toMove } from "../protocol/game.ts";
import type { Beat, Change, End, Game, Vote } from "../protocol/move.ts";
import { doubtAbout, type Support, supportOf, weakestLink } from "../protocol/support.ts";
import { mayAccept } from "../protocol/talks.ts";
import { brokenLimits, countBroken, reservationOf, utility } from "../scenario/preference.ts";
import type { Claim, Scenario } from "../scenario/schema.ts";
import type { Snapshot } from "../session/session.ts";
import { seatsAt, type Table } from "../session/table.ts";
import { adviceOn } from "./adviser.ts";
import { type BallotView, lastBallotOf, type MotionView, motionOf } from "./ballot.ts";
import { type RecordEntry, recordOf } from "./record.ts";
import type { StageView, Stance } from "./stage/view.ts";
import { stageOf } from "./stageView.ts";
import { describeDraft, describeTurn, likelihood, nameIn } from "./words.ts";

export interface ClaimView {
  readonly party: string;
  readonly partyId: string;
  readonly claim: Claim;
}

export interface OptionView {
  readonly option: number;
  readonly label: string;
  readonly text: string;
  /** It stands in the text on the table. */
  readonly stands: boolean;
  /** It is chosen in your draft (the text itself where you changed nothing). */
  readonly chosen: boolean;
  /** Change of your utility against the text on the table, if only this were changed; points. */
  readonly worth: number;
  /** With it, the text would break a limit of your mandate. */
  readonly breaksMandate: boolean;
  /** Parties whose statements fit this option and do not fit all of them. */
  readonly saidBy: readonly ClaimView[];
}

export interface IssueView {
  readonly index: number;
  readonly id: string;
  readonly title: string;
  readonly label: string;
  readonly question: string;
  readonly kind: "level" | "clause";
  /** The level issue a clause belongs to, by id. */
  readonly opensWith: string | undefined;
  readonly open: boolean;
  /** The text differs from the opening text here. */
  readonly moved: boolean;
  /** Your draft differs from the text here. */
  readonly drafted: boolean;
  readonly options: readonly OptionView[];
}

export type Likelihood = ReturnType<typeof likelihood>;

export interface ForecastRow {
  readonly id: string;
  readonly name: string;
  /** Estimated chance that it would agree to the text of the draft, from 0 to 1. */
  readonly chance: number;
  readonly word: Likelihood;
  readonly required: boolean;
}

export interface StateView {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly stance: Stance;
  readonly chance: number;
  readonly worry: string | undefined;
  readonly claims: readonly { readonly issue: string; readonly claim: Claim }[];
}

export interface BlocView {
  readonly name: string;
  readonly for: number;
  readonly leaning: number;
  readonly against: number;
  readonly states: readonly StateView[];
}

/** The motion before the table, and what it would do to the text's prospects and to your mandate. */
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

export interface View {
  readonly title: string;
  readonly asOf: string;
  readonly notice: string;
  readonly phaseTitle: string;
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
    /** Sentences. */
    readonly limits: readonly { readonly sentence: string; readonly broken: boolean }[];
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
  readonly forecast: {
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
  };
  readonly blocs: readonly BlocView[];
  /** Parties outside the required ones that are nearest to the line. */
  readonly pivots: readonly string[];
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

export function viewOf(table: Table, snapshot: Snapshot, seat: number, draft: readonly Change[]): View {
  const { scenario, positions } = table;
  const { course } = positions;
  const { game, support } = snapshot;
  const phase = phaseNow(course, game);
  const written = scenario.phases[game.phase]!;
  const party = scenario.parties[seat]!;
  const preference = positions.preferences[seat]!;
  const ended = game.beat === "ended";
  const last = game.results.at(-1);
  const text = ended && last ? last.outcome : game.text;
  const open = ended ? [] : openIssues(phase, game);
  // What is closed in this round waits in the draft until it opens again.
  const changes = draft.filter(([issue, option]) => text[issue] !== option && open.includes(issue));
  const drafted = amended(text, changes);
  const weighed = game.motion === null ? drafted : amended(text, game.motion.changes);
  const asked = snapshot.waiting;
  const mine =
    asked?.for === "speech"
      ? asked.party === seat
      : asked?.for === "votes"
        ? asked.parties.includes(seat)
        : false;
  const ask = mine ? ASKS[game.beat] : undefined;
  const stances = stancesOf(table, snapshot, weighed);
  const lastBallot = lastBallotOf(table, snapshot, seat);
  const talks = phase.protocol === "talks" ? talksOf(table, game, seat) : undefined;
  const seated = seatsAt(table, game)[seat];
  // In talks a delegation counts as one side, by its spokesperson.
  const others = talks ? [] : phase.parties.filter((p) => !phase.decision.required[p]);
  const confidential = party.brief.confidential;
  const advice = ended ? undefined : adviceOn(table, game, support, seat, drafted);

  return {
    title: scenario.title,
    asOf: scenario.asOf,
    notice: scenario.notice,
    phaseTitle: written.title,
    round: game.round,
    rounds: phase.rounds,
    beat: game.beat,
    turn: describeTurn(scenario, toMove(course, game), game, seat),
    you: {
      index: seat,
      id: party.id,
      name: party.name,
      inText: nameIn(scenario, seat),
      interests: confidential.interests,
      redLines: confidential.redLines,
      batna: confidential.batna,
      limits: limitsOf(table, seat, weighed),
      reservationValue: reservationOf(preference, game.inForce),
      best: (seated ?? table.seats[0]![seat]!).best.utility,
      textUtility: utility(preference, text),
      draftUtility: utility(preference, drafted),
      required: phase.decision.required[seat]!,
    },
    advice: advice?.sentence ?? "",
    advised: advice?.changes ?? [],
    issues: scenario.issues.map((issue, index) => ({
      index,
      id: issue.id,
      title: issue.title,
      label: issue.label,
      question: issue.question,
      kind: issue.kind,
      opensWith: issue.opensWith,
      open: open.includes(index),
      moved: text[index] !== phase.opening[index],
      drafted: drafted[index] !== text[index],
      options: issue.options.map((option, o) => {
        const alone = amended(text, [[index, o]]);
        return {
          option: o,
          label: option.label,
          text: option.text,
          stands: text[index] === o,
          chosen: drafted[index] === o,
          worth: utility(preference, alone) - utility(preference, text),
          breaksMandate: brokenLimits(preference, alone).some((limit) => limit.issue === index),
          saidBy: claimsFor(scenario, index, o),
        };
      }),
    })),
    draft: {
      changes,
      sentence: describeDraft(scenario, text, changes),
      obstacle: talks ? offerObstacleOf(ask) : obstacleOf(ask, changes),
    },
    forecast: {
      about: game.motion !== null ? "motion" : changes.length > 0 ? "draft" : "text",
      rows: forecastRows(table, snapshot, weighed, phase.decision.mustAgree),
      others: {
        for: others.filter((p) => stances[p] === "for" || stances[p] === "reserve").length,
        leaning: others.filter((p) => stances[p] === "leaning").length,
        against: others.filter((p) => stances[p] === "against").length,
        allowed: objectionsAllowed(phase.decision, others.length),
      },
      chance: weakestLink(support, phase, weighed),
      word: likelihood(weakestLink(support, phase, weighed)),
    },
    blocs: blocsOf(table, snapshot, weighed, stances),
    pivots: others
      .filter((p) => p !== seat)
      .map((p) => [p, Math.abs(supportOf(support, p, weighed) - 0.5)] as const)
      .sort((a, b) => a[1] - b[1] || a[0] - b[0])
      .slice(0, 4)
      .map(([p]) => scenario.parties[p]!.name),
    record: recordOf(table, snapshot, seat),
    ask,
    motion: game.motion === null || talks ? undefined : outlookOf(table, game, support, seat),
    reservable:
      ask === "text"
        ? legalVotes(course, phase, game, seat).flatMap((v) =>
            v.reservation === undefined ? [] : [v.reservation],
          )
        : [],
    mayWalkAway: talks ? phase.principals.includes(seat) : phase.decision.required[seat]!,
    talks,
    lastBallot,
    disagreement: written.protocol === "ratification" ? "" : written.disagreementText,
    ended,
    end: ended ? last?.end : undefined,
    stage: stageOf(table, snapshot, seat, stances, changes),
  };
}

/** How each party stands on a text, by party: its vote if this text has just been voted on, otherwise the estimate. */
function stancesOf(table: Table, snapshot: Snapshot, text: readonly number[]): readonly Stance[] {
  const { course } = table.positions;
  const votes = ballotOnText(snapshot, text);
  const { bound } = snapshot.game;
  return table.scenario.parties.map((_, party) => {
    if (!phaseNow(course, snapshot.game).parties.includes(party)) return "unknown";
    const vote = votes?.[party];
    if (vote) return vote.reservation !== undefined ? "reserve" : vote.choice;
    const phase = phaseNow(course, snapshot.game);
    if (bound?.some((side) => phase.seats[side]!.members.includes(party))) return "for";
    const chance = supportOf(snapshot.support, party, text);
    if (chance >= 0.67) return "for";
    return chance >= 0.4 ? "leaning" : "against";
  });
}

/** The votes of the latest adoption ballot, if it was on this very text. */
function ballotOnText(
  { games, moves, game }: Snapshot,
  text: readonly number[],
): readonly (Vote | null)[] | undefined {
  const index = moves.findLastIndex((move, i) => move.type === "ballot" && games[i]!.beat === "adoption");
  if (index < 0) return undefined;
  const same = games[index]!.text.every((option, issue) => option === text[issue]);
  const fresh = game.beat === "ended" || game.phase === games[index]!.phase;
  const move = moves[index]!;
  return same && fresh && move.type === "ballot" ? move.votes : undefined;
}

function talksOf({ scenario, positions }: Table, game: Game, seat: number): TalksView {
  const phase = phaseNow(positions.course, game);
  const mine = phase.seats.findIndex((side) => side.spokesperson === seat);
  return {
    mayAccept: game.beat === "turn" && game.turn === mine && mayAccept(phase, game),
    bound: game.bound?.map((side) => nameIn(scenario, phase.seats[side]!.spokesperson)),
    mediator: phase.seats[mine]?.mediator ?? false,
  };
}

function offerObstacleOf(ask: Ask | undefined): string | undefined {
  return ask === "offer" ? undefined : "You can make an offer when it is your turn.";
}

function outlookOf(table: Table, game: Game, support: Support, seat: number): MotionOutlook {
  const motion = motionOf(table, game, seat);
  const phase = phaseNow(table.positions.course, game);
  const next = amended(game.text, motion.changes);
  const kept = limitsOf(table, seat, game.text);
  return {
    ...motion,
    adoption: {
      before: likelihood(weakestLink(support, phase, game.text)),
      after: likelihood(weakestLink(support, phase, next)),
    },
    breaks: limitsOf(table, seat, next).flatMap(({ sentence, broken }, i) =>
      broken && !kept[i]!.broken ? [sentence] : [],
    ),
  };
}

function limitsOf(table: Table, seat: number, text: readonly number[]) {
  const { scenario, positions } = table;
  const preference = positions.preferences[seat]!;
  const broken = brokenLimits(preference, text);
  return scenario.parties[seat]!.preferences.limits.map((limit, i) => {
    const issue = scenario.issues.find((candidate) => candidate.id === limit.issue)!;
    const label = (id: string | undefined) => issue.options.find((option) => option.id === id)?.label;
    const range =
      limit.min === undefined
        ? `${issue.label}: at most “${label(limit.max)}”`
        : limit.max === undefined
          ? `${issue.label}: at least “${label(limit.min)}”`
          : `${issue.label}: from “${label(limit.min)}” to “${label(limit.max)}”`;
    const unless = (limit.unless ?? []).map((condition) => {
      const other = scenario.issues.find((candidate) => candidate.id === condition.issue)!;
      return other.kind === "clause" ? `“${other.title}” is in the text` : `${other.label} is strong enough`;
    });
    const sentence = unless.length === 0 ? `${range}.` : `${range}, unless ${unless.join(" and ")}.`;
    return { sentence, broken: broken.includes(preference.limits[i]!) };
  });
}

function obstacleOf(ask: View["ask"], changes: readonly Change[]): string | undefined {
  if (changes.length === 0) return "Change something first, or hold.";
  if (changes.length > CHANGES_AT_ONCE) {
    return `An amendment changes at most ${CHANGES_AT_ONCE} things. Take one back.`;
  }
  return ask === "speech" ? undefined : "You can put it to the table when you have the floor.";
}

/** Claims that name this option, but not every option of the issue. */
function claimsFor(scenario: Scenario, issueIndex: number, option: number): ClaimView[] {
  const issue = scenario.issues[issueIndex]!;
  return scenario.parties.flatMap((party) => {
    const claim = party.preferences.stakes[issue.id]?.claim;
    if (claim === undefined) return [];
    const at = (id: string | undefined, otherwise: number) =>
      id === undefined ? otherwise : issue.options.findIndex((o) => o.id === id);
    const min = at(claim.says.min, 0);
    const max = at(claim.says.max, issue.options.length - 1);
    // Shown with the bound it names, so that no statement is repeated at every option.
    const named = claim.says.min !== undefined ? min : max;
    return option === named ? [{ party: party.name, partyId: party.id, claim }] : [];
  });
}

function forecastRows(
  { scenario }: Table,
  { support }: Snapshot,
  text: readonly number[],
  required: readonly number[],
): ForecastRow[] {
  return required.map((party) => {
    const chance = supportOf(support, party, text);
    const { id, name } = scenario.parties[party]!;
    return { id, name, chance, word: likelihood(chance), required: true };
  });
}

function blocsOf(
  table: Table,
  snapshot: Snapshot,
  text: readonly number[],
  stances: readonly Stance[],
): BlocView[] {
  const { scenario, positions } = table;
  const phase = phaseNow(positions.course, snapshot.game);
  const names = [...new Set(phase.parties.map((p) => scenario.parties[p]!.bloc))];
  return names.map((name) => {
    const states = phase.parties
      .filter((p) => scenario.parties[p]!.bloc === name)
      .map((index): StateView => {
        const { id, name: partyName, code, preferences } = scenario.parties[index]!;
        return {
          index,
          id,
          name: partyName,
          code,
          stance: stances[index]!,
          chance: supportOf(snapshot.support, index, text),
          worry: worryOf(table, snapshot, index, text),
          claims: scenario.issues.flatMap((issue) => {
            const claim = preferences.stakes[issue.id]?.claim;
            return claim === undefined ? [] : [{ issue: issue.label, claim }];
          }),
        };
      });
    const count = (...wanted: Stance[]) => states.filter((state) => wanted.includes(state.stance)).length;
    return {
      name,
      for: count("for", "reserve"),
      leaning: count("leaning"),
      against: count("against"),
      states,
    };
  });
}

/** The issue that the public model doubts most for a party, if it doubts any enough to speak of. */
function worryOf(
  { scenario }: Table,
  { support }: Snapshot,
  party: number,
  text: readonly number[],
): string | undefined {
  const doubt = (issue: number) => doubtAbout(support, party, issue, text[issue]!);
  const worst = text.reduce((most, _, issue) => (doubt(issue) > doubt(most) ? issue : most), 0);
  return doubt(worst) >= 0.1 ? scenario.issues[worst]!.label : undefined;
}

/** Whether a seat could sign a text, and what it is worth: for the result page and quick starts. */
export function signable(table: Table, seat: number, text: readonly number[]): boolean {
  return countBroken(table.positions.preferences[seat]!, text) === 0;
}
