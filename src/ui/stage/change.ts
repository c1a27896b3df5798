/**
 * What moves between two views, and when: a plain list of steps on one clock, so that a single tween can play any
 * change and completing it early is only a matter of reading the clock at its end. Nothing here knows about Phaser.
 */
import { clamp } from "./geometry.ts";
import type { StageDelegation, StageView } from "./view.ts";

/**
 * `badge`: a stance or chair changes quietly. `vote`: a badge lights up. `motion`: the motion travels to the text.
 * `seal`: an issue changes its option or what is proposed for it. `end`: the text is adopted or set aside.
 */
export type StepKind = "badge" | "vote" | "motion" | "seal" | "end";

/** Times in ms from the start of the change; `id` of the delegation or issue, empty for `end`. */
export interface Step {
  readonly kind: StepKind;
  readonly id: string;
  readonly start: number;
  readonly duration: number;
}

export interface Change {
  readonly steps: readonly Step[];
  /** ms, at most LONGEST. */
  readonly duration: number;
}

export type Progress = (kind: StepKind, id: string) => number;

/** ms; under the 1.2 s that a change may take, because the first and the last frame take time too. */
export const LONGEST = 1100;
/** A view further ahead than this was not watched: a load or a fast agent. */
export const FURTHEST = 3;

const QUIET = 240;
const MOTION = 560;
const VOTE = 300;
const VOTES = 840;
const SEAL = 420;
const END = 480;

/** Undefined: draw `to` at once. */
export function changeBetween(from: StageView | undefined, to: StageView): Change | undefined {
  if (!from || to.moment < from.moment || to.moment - from.moment > FURTHEST) return undefined;
  if (!sameIds(from.delegations, to.delegations) || !sameIds(from.seals, to.seals)) return undefined;

  const before = new Map(from.delegations.map((delegation) => [delegation.id, delegation]));
  const steps: Step[] = [];
  const voters: StageDelegation[] = [];
  for (const now of to.delegations) {
    const was = before.get(now.id)!;
    if (now.voted && (!was.voted || was.stance !== now.stance)) voters.push(now);
    else if (was.stance !== now.stance || was.voted !== now.voted || was.speaking !== now.speaking)
      steps.push({ kind: "badge", id: now.id, start: 0, duration: QUIET });
  }

  let clock = 0;
  if (to.motion && isNewMotion(from, to)) {
    steps.push({ kind: "motion", id: to.motion.by, start: clock, duration: MOTION });
    clock += MOTION;
  }
  const blocs = [...new Set(voters.map(blocOf))];
  const beat = (VOTES - VOTE) / Math.max(1, blocs.length - 1);
  for (const voter of voters)
    steps.push({
      kind: "vote",
      id: voter.id,
      start: clock + blocs.indexOf(blocOf(voter)) * beat,
      duration: VOTE,
    });
  if (voters.length) clock += blocs.length > 1 ? VOTES : VOTE;

  const seals = to.seals.filter((now, i) => {
    const was = from.seals[i];
    return was.option !== now.option || was.proposed !== now.proposed;
  });
  for (const seal of seals) steps.push({ kind: "seal", id: seal.id, start: clock, duration: SEAL });
  if (seals.length) clock += SEAL;
  if (to.beat === "ended" && from.beat !== "ended")
    steps.push({ kind: "end", id: "", start: clock, duration: END });
  return steps.length ? fitted(steps) : undefined;
}

/** Progress of each step at a time, from 0 to 1; 1 for whatever does not move. */
export function progressAt(change: Change, time: number): Progress {
  const moving = new Map(
    change.steps.map(({ kind, id, start, duration }) => [
      `${kind} ${id}`,
      clamp((time - start) / duration, 0, 1),
    ]),
  );
  return (kind, id) => moving.get(`${kind} ${id}`) ?? 1;
}

export const COMPLETE: Progress = () => 1;

function isNewMotion(from: StageView, to: StageView): boolean {
  if (!from.motion || !to.motion) return true;
  const reopened = from.motion.carried !== undefined && to.motion.carried === undefined;
  return reopened || from.motion.by !== to.motion.by || `${from.motion.seals}` !== `${to.motion.seals}`;
}

/** The chairs in front vote together, whatever their blocs. */
function blocOf({ place, bloc }: StageDelegation): string {
  return place === "front" ? "" : bloc;
}

function sameIds(a: readonly { readonly id: string }[], b: readonly { readonly id: string }[]): boolean {
  return a.length === b.length && a.every(({ id }, i) => id === b[i].id);
}

function fitted(steps: readonly Step[]): Change {
  const total = Math.max(...steps.map(({ start, duration }) => start + duration));
  const k = Math.min(1, LONGEST / total);
  return {
    steps: steps.map((step) => ({ ...step, start: step.start * k, duration: step.duration * k })),
    duration: total * k,
  };
}
