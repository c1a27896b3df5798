/**
 * A running game as the screen holds it: the session, your seat, your draft, and the pace at which agents move. All
 * of it is signals; the view is computed from them. Every deed of a person goes through here.
 */
import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Choice } from "../../protocol/decision.ts";
import { amended } from "../../protocol/drafting.ts";
import type { Change, Vote } from "../../protocol/move.ts";
import type { Transcript } from "../../protocol/transcript.ts";
import type { AgentSpec, Scenario } from "../../scenario/schema.ts";
import { createSession, resumeSession, type Session, type Snapshot } from "../../session/session.ts";
import { type PhaseEndView, phaseEndOf } from "../../view/phaseEnd.ts";
import { type View, viewOf } from "../../view/view.ts";

/** `read`: agents wait until you go on after each of their ballots; `flow`: they move by themselves. */
export type Pace = "read" | "flow";

export interface Play {
  readonly scenario: Scenario;
  /** Your party's index. */
  readonly seat: number;
  readonly session: Session;
  readonly snapshot: ReadonlySignal<Snapshot>;
  readonly view: ReadonlySignal<View>;
  /** Changes you have put together and not yet sent; kept until sent or cleared. */
  readonly draft: ReadonlySignal<readonly Change[]>;
  readonly pace: Signal<Pace>;
  /** The end of a phase that you have not read yet, while another follows: everybody waits until you go on. */
  readonly phaseEnd: ReadonlySignal<PhaseEndView | undefined>;
  /** True while somebody else moves and the next step is due. */
  readonly busy: ReadonlySignal<boolean>;
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
  /** One move of chance or an agent. */
  step(): void;
  /** Everything up to your next decision or the end of a phase, at once; to the end while an agent plays for you. */
  toNextStop(): void;
  /** The end of the phase is read. */
  goOn(): void;
  /** An agent decides for your seat until you take it back. */
  handOver(): void;
  takeBack(): void;
}

export type PlayOptions =
  | { readonly scenario: Scenario; readonly seat: string; readonly seed: number }
  | { readonly scenario: Scenario; readonly run: Transcript };

const STAND_IN: AgentSpec = { strategy: "delegate" };

/** Throws RangeError for unknown parties and TranscriptError for runs that don't fit the scenario. */
export function createPlay(options: PlayOptions): Play {
  const { scenario } = options;
  const session =
    "run" in options
      ? resumeSession(scenario, options.run)
      : createSession({ scenario, seed: options.seed, lineUp: { [options.seat]: "human" } });
  const lineUp = session.snapshot().lineUp;
  const human = scenario.parties.findIndex((party) => lineUp[party.id] === "human");
  const seat = human < 0 ? 0 : human;

  const snapshot = signal(session.snapshot());
  const draft = signal<readonly Change[]>([]);
  const selected = signal<string | undefined>(undefined);
  const pace = signal<Pace>("flow");
  /** Phase ends that are read. A game that is opened again shows the last one if nothing has been done since. */
  const read = signal(snapshot.peek().games.at(-2)?.results.length ?? 0);
  session.subscribe((next) => {
    const ends = next.game.results.length;
    // What is taken back can come anew; while an agent plays for you nothing waits for you.
    read.value = next.lineUp[scenario.parties[seat]!.id] === "human" ? Math.min(read.value, ends) : ends;
    snapshot.value = next;
  });
  const handedOver = computed(() => snapshot.value.lineUp[scenario.parties[seat]!.id] !== "human");
  const view = computed(() => viewOf(session.table, snapshot.value, seat, draft.value, session.seed));
  const phaseEnd = computed(() => {
    const { game, ended } = snapshot.value;
    const unread = !ended && game.results.length > read.value;
    return unread ? phaseEndOf(session.table, snapshot.value, seat) : undefined;
  });
  const busy = computed(
    () => !snapshot.value.ended && snapshot.value.waiting === undefined && phaseEnd.value === undefined,
  );

  const submit = (act: Parameters<Session["submit"]>[1]) => session.submit(seat, act);

  return {
    scenario,
    seat,
    session,
    snapshot,
    view,
    draft,
    pace,
    phaseEnd,
    busy,
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
      const problem = submit(
        view.value.talks === undefined
          ? { type: "amend", party: seat, changes }
          : { type: "offer", party: seat, outcome: amended(snapshot.value.game.text, changes) },
      );
      if (problem === undefined) draft.value = [];
      return problem;
    },
    accept: () => submit({ type: "accept", party: seat }),
    hold: () => submit({ type: "hold", party: seat }),
    walkAway: () => submit({ type: "walkaway", party: seat }),
    pull: (lever, target) => submit({ type: "lever", party: seat, lever, target }),
    vote: (choice, reservation) => {
      const vote: Vote = reservation === undefined ? { choice } : { choice, reservation };
      return submit({ type: "vote", ...vote });
    },
    undo: () => (session.undo(seat) ? undefined : "There is nothing of yours to take back yet."),
    step: () => {
      session.step();
    },
    toNextStop: () => session.run(handedOver.value ? undefined : "phase end"),
    goOn: () => {
      read.value = snapshot.value.game.results.length;
      draft.value = [];
    },
    handOver: () => session.seat(seat, STAND_IN),
    takeBack: () => session.seat(seat, "human"),
  };
}
