/**
 * What moves between two views, and when: a plain list of steps on one clock, so that a single tween can play any
 * change and completing it early is only a matter of reading the clock at its end. Nothing here knows about Phaser.
 */

import type { StageDelegation, StageView } from "../../view/stage.ts";
import { clamp } from "./geometry.ts";

/**
 * `enter`: another picture comes up. `badge`: a stance or chair changes quietly. `vote`: a badge lights up. `motion`:
 * the motion travels to the text. `seal`: an issue changes its option or what is proposed for it. `end`: the text is
 * adopted or set aside. `body`: a parliament has decided. `years`: the futures run from left to right.
 */
export type StepKind = "enter" | "badge" | "vote" | "motion" | "seal" | "end" | "body" | "years";

/** Times in ms from the start of the change; `id` of the delegation or issue, empty for what concerns all. */
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
const ENTER = 260;
const YEARS = 800;

/** Undefined: draw `to` at once. */
export function changeBetween(from: StageView | undefined, to: StageView): Change | undefined {
  if (!from || to.moment < from.moment || to.moment - from.moment > FURTHEST) return undefined;
  if (!sameIds(from.delegations, to.delegations) || !sameIds(from.seals, to.seals)) return undefined;
  if (!samePicture(from, to)) return fitted([ENTERING, ...sceneSteps(undefined, to, ENTER)]);
  if (to.scene.kind === "ratification" || to.scene.kind === "aftermath") {
    const steps = sceneSteps(from, to, 0);
    return steps.length ? fitted(steps) : undefined;
  }
  return changeAtTheTable(from, to);
}

/** True when the last move or the last few led from one view to the other, so that it was watched. */
export function followsOn(from: StageView | undefined, to: StageView): boolean {
  return from !== undefined && to.moment > from.moment && to.moment - from.moment <= FURTHEST;
}

/** True when both are drawn in one picture: the same phase of the same kind. */
export function samePicture(a: StageView, b: StageView): boolean {
  return a.scene.kind === b.scene.kind && a.title === b.title;
}

const ENTERING: Step = { kind: "enter", id: "", start: 0, duration: ENTER };

/** What moves in the pictures without a table; from nothing when `from` is another picture. */
function sceneSteps(from: StageView | undefined, { scene, delegations }: StageView, start: number): Step[] {
  if (scene.kind === "aftermath") return from ? [] : [{ kind: "years", id: "", start, duration: YEARS }];
  if (scene.kind !== "ratification") return [];
  const before = from?.scene.kind === "ratification" ? from.scene.bodies : [];
  const turned = scene.bodies.filter(
    ({ id, decision }) =>
      (decision === "approved" || decision === "refused") &&
      before.find((body) => body.id === id)?.decision !== decision,
  );
  const blocs = new Map(delegations.map(({ id, bloc }) => [id, bloc]));
  return staggered(
    "body",
    turned.map(({ id }) => id),
    (id) => blocs.get(id)!,
    start,
  );
}

function changeAtTheTable(from: StageView, to: StageView): Change | undefined {
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
  const blocs = new Map(voters.map((voter) => [voter.id, blocOf(voter)]));
  const votes = staggered("vote", [...blocs.keys()], (id) => blocs.get(id)!, clock);
  steps.push(...votes);
  clock = Math.max(clock, ...votes.map(({ start, duration }) => start + duration));

  const seals = to.seals.filter((now, i) => {
    const was = from.seals[i]!;
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

/** Lights up one bloc after the other. */
function staggered(
  kind: StepKind,
  ids: readonly string[],
  groupOf: (id: string) => string,
  start: number,
): Step[] {
  const groups = [...new Set(ids.map(groupOf))];
  const beat = (VOTES - VOTE) / Math.max(1, groups.length - 1);
  return ids.map((id) => ({
    kind,
    id,
    start: start + groups.indexOf(groupOf(id)) * beat,
    duration: VOTE,
  }));
}

/** The chairs in front vote together, whatever their blocs. */
function blocOf({ place, bloc }: StageDelegation): string {
  return place === "front" ? "" : bloc;
}

function sameIds(a: readonly { readonly id: string }[], b: readonly { readonly id: string }[]): boolean {
  return a.length === b.length && a.every(({ id }, i) => id === b[i]!.id);
}

function fitted(steps: readonly Step[]): Change {
  const total = Math.max(...steps.map(({ start, duration }) => start + duration));
  const k = Math.min(1, LONGEST / total);
  return {
    steps: steps.map((step) => ({ ...step, start: step.start * k, duration: step.duration * k })),
    duration: total * k,
  };
}
