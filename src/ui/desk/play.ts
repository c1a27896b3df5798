/**
 * A running game as the screen holds it: the session, your seat, your draft, and the pace at which agents move. All
 * of it is signals; the view is computed from them. Every deed of a person goes through here.
 * A long file, because a third of it is the list of all that panels may ask and do.
 */
import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Choice } from "../../protocol/decision.ts";
import { amended } from "../../protocol/drafting.ts";
import type { Change, Reason, Vote } from "../../protocol/move.ts";
import type { Transcript } from "../../protocol/transcript.ts";
import type { AgentSpec, Scenario } from "../../scenario/schema.ts";
import { typedInstructions } from "../../seat/compiled.ts";
import { sameReason } from "../../seat/objection.ts";
import { type PublicScenario, publicOf } from "../../seat/public.ts";
import { seatTableOf } from "../../seat/seatTable.ts";
import { beginning, follow, type Standpoint } from "../../seat/standpoint.ts";
import { createSession, resumeSession, type Session } from "../../session/session.ts";
import { heardBy, type Snapshot } from "../../session/snapshot.ts";
import { type PhaseEndView, phaseEndOf } from "../../view/phaseEnd.ts";
import type { Truth } from "../../view/result.ts";
import { timelineOf, withFutures } from "../../view/timeline.ts";
import { type FixedView, situationOf, type View, viewOf } from "../../view/view.ts";
import { draftOf, savedWith } from "./kept.ts";
import { desk } from "./words.ts";

/** `read`: agents wait until you go on after each of their ballots; `flow`: they move by themselves. */
export type Pace = "read" | "flow";

export interface Play {
  readonly scenario: PublicScenario;
  /** Your party's index. */
  readonly seat: number;
  readonly session: Session;
  readonly snapshot: ReadonlySignal<Snapshot>;
  /** All that is known in your seat; what you see is worked out from it. */
  readonly standpoint: ReadonlySignal<Standpoint>;
  readonly view: ReadonlySignal<View>;
  /** What a draft does not change of it: who reads this is not drawn anew at every press on an option. */
  readonly fixed: ReadonlySignal<FixedView>;
  /** What nobody at the table knows, for the result; undefined until the game has ended. */
  readonly truth: ReadonlySignal<Truth | undefined>;
  /** Changes you have put together and not yet sent; kept until sent or cleared. */
  readonly draft: ReadonlySignal<readonly Change[]>;
  readonly pace: Signal<Pace>;
  /** What a vote against is to tell: a reason for this question, nothing until it is taken back, or else the first there is. */
  readonly telling: Signal<Reason | "nothing" | "first">;
  /** What it would tell now; undefined: nothing. */
  readonly told: ReadonlySignal<Reason | undefined>;
  /** The end of a phase that you have not read yet, while another follows: everybody waits until you go on. */
  readonly phaseEnd: ReadonlySignal<PhaseEndView | undefined>;
  /** True while somebody else moves and the next step is due. */
  readonly busy: ReadonlySignal<boolean>;
  /** An agent broke the rules: everybody waits until its seat is given to another. */
  readonly fault: ReadonlySignal<Snapshot["fault"]>;
  /** A change is being kept and not shown yet: what is on the screen asks what is answered already. */
  readonly settling: ReadonlySignal<boolean>;
  /** Other people whose turn it is while there is nothing for you to do. */
  readonly others: ReadonlySignal<readonly number[]>;
  /** An agent plays your seat for now. */
  readonly handedOver: ReadonlySignal<boolean>;
  /** Party id or issue id whose card is open; set by panels and by clicks on the stage. */
  readonly selected: Signal<string | undefined>;
  /** Sets one issue of the draft; choosing what stands takes the change back. */
  choose(issue: number, option: number): void;
  setDraft(changes: readonly Change[]): void;
  /** Each returns a sentence when it is not possible, and nothing when it is done. */
  propose(): string | undefined;
  /** Talks: accepts the offer that stands. */
  accept(): string | undefined;
  hold(): string | undefined;
  walkAway(): string | undefined;
  /** Pulls a lever; you keep the floor. Both are indices as in a move; `target` −1 aims at nothing. */
  pull(lever: number, target: number): string | undefined;
  vote(choice: Choice, reservation?: number): string | undefined;
  undo(): string | undefined;
  /** Back to the state after the first `moves` moves. */
  rewind(moves: number): void;
  /** The run file of the game as it stands, with its scenario in it. */
  saved(): Transcript;
  /** The draft, unless it is on its way to the table. */
  unsent(): readonly Change[];
  /** From now on every change is shown only when this has been done. */
  keepBy(keep: (() => Promise<void>) | undefined): void;
  /** One move of chance or an agent. */
  step(): void;
  /** Everything up to your next decision or the end of a phase, at once; to the end while an agent plays for you. */
  toNextStop(): void;
  /** The end of the phase is read. */
  goOn(): void;
  /** An agent decides for your seat until you take it back. */
  handOver(): void;
  takeBack(): void;
  /** The same game from another person's seat. */
  from(party: number): Play;
  /** Who decides for another seat from now on: the scenario's agent, a person, or an empty chair. */
  relieve(party: number, by: "agent" | "person" | "nobody"): void;
}

export type PlayOptions =
  | { readonly scenario: Scenario; readonly seat: string; readonly seed: number }
  | {
      readonly scenario: Scenario;
      readonly run: Transcript;
      /** Put together and not sent: issue and option by id; what the scenario does not have is left out. */
      readonly draft?: readonly (readonly [string, string])[];
    };

const words = desk.play;

const STAND_IN: AgentSpec = { strategy: "delegate" };
const EMPTY: AgentSpec = { strategy: "hold" };

/** Throws RangeError for unknown parties and TranscriptError for runs that don't fit the scenario. */
export function createPlay(options: PlayOptions): Play {
  const { scenario } = options;
  const session =
    "run" in options
      ? resumeSession(scenario, options.run)
      : createSession({ scenario, seed: options.seed, lineUp: { [options.seat]: "human" } });
  const lineUp = session.snapshot().lineUp;
  const human = scenario.parties.findIndex((party) => lineUp[party.id] === "human");
  const draft = "run" in options ? draftOf(scenario, options.draft ?? []) : [];
  return playFrom(scenario, session, human < 0 ? 0 : human, draft);
}

function playFrom(scenario: Scenario, session: Session, seat: number, unsent: readonly Change[]): Play {
  const open = publicOf(scenario);
  const own = seatTableOf(
    open,
    seat,
    typedInstructions(scenario, seat, session.table.types),
    session.table.positions.course.edition,
  );
  const snapshot = signal(session.snapshot());
  const standpoint = signal(follow(beginning(own), heardBy(snapshot.peek(), seat)));
  const draft = signal<readonly Change[]>(unsent);
  const selected = signal<string | undefined>(undefined);
  const pace = signal<Pace>("flow");
  const telling = signal<Reason | "nothing" | "first">("first");
  /** Phase ends that are read. A game that is opened again shows the last one if nothing has been done since. */
  const read = signal(snapshot.peek().games.at(-2)?.results.length ?? 0);
  let keep: (() => Promise<void>) | undefined;
  /** Changes that are being kept and not shown yet. */
  const unshown = signal(0);
  /** The draft has been put to the table; it is cleared when that is shown. */
  let sent = false;
  session.subscribe((next) => {
    const show = () => {
      const ends = next.game.results.length;
      // What is taken back can come anew; while an agent plays for you nothing waits for you.
      const yours = next.lineUp[scenario.parties[seat]!.id] === "human";
      read.value = yours ? Math.min(read.value, ends) : ends;
      if (sent) draft.value = [];
      sent = false;
      snapshot.value = next;
      standpoint.value = follow(standpoint.peek(), heardBy(next, seat));
    };
    if (keep === undefined) return batch(show);
    unshown.value++;
    void keep().then(() =>
      batch(() => {
        unshown.value--;
        show();
      }),
    );
  });
  const settling = computed(() => unshown.value > 0);
  const handedOver = computed(() => snapshot.value.lineUp[scenario.parties[seat]!.id] !== "human");
  const ended = computed(() => snapshot.value.ended);
  const truth = computed(() => (ended.value ? { table: session.table, seed: session.seed } : undefined));
  const results = computed(() => standpoint.value.game.results);
  const futures = computed(() => truth.value && timelineOf(truth.value, results.value));
  const situation = computed(() => situationOf(standpoint.value));
  const fixed = computed(() => situation.value.fixed);
  const view = computed(() => {
    const told = viewOf(situation.value, draft.value);
    return futures.value ? { ...told, stage: withFutures(told.stage, futures.value) } : told;
  });
  const told = computed(() => {
    const chosen = telling.value;
    if (chosen === "nothing") return undefined;
    const reasons = fixed.value.objections.map(({ reason }) => reason);
    return reasons.find((reason) => chosen !== "first" && sameReason(reason, chosen)) ?? reasons[0];
  });
  const phaseEnd = computed(() => {
    const { game, ended } = snapshot.value;
    const unread = !ended && game.results.length > read.value;
    return unread ? phaseEndOf(standpoint.value) : undefined;
  });
  const fault = computed(() => snapshot.value.fault);
  const busy = computed(
    () =>
      !snapshot.value.ended &&
      snapshot.value.waiting === undefined &&
      fault.value === undefined &&
      phaseEnd.value === undefined,
  );

  const others = computed(() => {
    const { waiting } = snapshot.value;
    const parties = waiting?.for === "speech" ? [waiting.party] : (waiting?.parties ?? []);
    return parties.includes(seat) || phaseEnd.value !== undefined ? [] : parties;
  });

  const submit = (act: Parameters<Session["submit"]>[1]) =>
    settling.value ? words.settling : session.submit(seat, act);
  const given = () => session.snapshot().lineUp[scenario.parties[seat]!.id] !== "human";
  /** The session stands at the end of a phase that is still to be shown, and read, before anything else comes. */
  const atUnshownEnd = () =>
    !given() && session.snapshot().game.results.length > snapshot.value.game.results.length;
  const saved = savedWith(session, scenario);

  return {
    scenario: open,
    seat,
    session,
    snapshot,
    standpoint,
    view,
    fixed,
    truth,
    draft,
    pace,
    telling,
    told,
    phaseEnd,
    busy,
    fault,
    settling,
    others,
    handedOver,
    selected,
    choose: (issue, option) => {
      const others = draft.value.filter(([changed]) => changed !== issue);
      const stands = snapshot.value.game.text[issue] === option;
      draft.value = stands ? others : [...others, [issue, option]];
    },
    setDraft: (changes) => {
      draft.value = changes;
    },
    propose: () => {
      const { changes, obstacle } = view.value.draft;
      if (obstacle !== undefined) return obstacle;
      sent = !settling.value;
      const problem = submit(
        view.value.talks === undefined
          ? { type: "amend", party: seat, changes }
          : { type: "offer", party: seat, outcome: amended(snapshot.value.game.text, changes) },
      );
      if (problem !== undefined) sent = false;
      return problem;
    },
    accept: () => submit({ type: "accept", party: seat }),
    hold: () => submit({ type: "hold", party: seat }),
    walkAway: () => submit({ type: "walkaway", party: seat }),
    pull: (lever, target) => submit({ type: "lever", party: seat, lever, target }),
    vote: (choice, reservation) => {
      const reason = choice === "against" ? told.value : undefined;
      const vote: Vote = {
        choice,
        ...(reservation !== undefined && { reservation }),
        ...(reason && { reason }),
      };
      const problem = submit({ type: "vote", ...vote });
      if (problem === undefined && telling.value !== "nothing") telling.value = "first";
      return problem;
    },
    undo: () => (session.undo(seat) ? undefined : words.nothingToUndo),
    rewind: session.rewind,
    saved,
    unsent: () => (sent ? [] : draft.peek()),
    keepBy: (by) => {
      keep = by;
    },
    step: () => {
      if (!atUnshownEnd()) session.step();
    },
    toNextStop: () => {
      if (!atUnshownEnd()) session.run(given() ? undefined : "phase-end");
    },
    goOn: () => {
      read.value = snapshot.value.game.results.length;
      draft.value = [];
    },
    handOver: () => session.seat(seat, STAND_IN),
    takeBack: () => session.seat(seat, "human"),
    from: (party) => playFrom(scenario, session, party, []),
    relieve: (party, by) =>
      session.seat(
        party,
        { agent: scenario.parties[party]!.agent, person: "human" as const, nobody: EMPTY }[by],
      ),
  };
}
