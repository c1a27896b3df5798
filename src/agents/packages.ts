/**
 * What to propose while a text is drafted: packages of a few changes that gain the seat most, weighed by the chance that they are
 * carried and that the text then passes. Every single change is tried; the most promising of them, by score, by own gain and
 * by chance, are combined; the best combinations are then worked out in full.
 */
import { changesIn, type Drafting } from "../protocol/course.ts";
import type { Change } from "../protocol/move.ts";
import { brokenShift, countBroken, termOf, utility, utilityShift } from "../scenario/preference.ts";
import {
  agreementChance,
  type Estimate,
  emptyEstimate,
  estimateChange,
  estimateText,
  preferenceChances,
} from "../seat/chances.ts";
import type { Observation } from "../seat/observation.ts";
import { chanceHere, moveTo, outlookOn } from "../seat/outlook.ts";
import { ruleChance } from "../seat/quorum.ts";
import { gainFrom, gainOf } from "./aspiration.ts";

/** Of each of three orders so many single changes are combined. */
const INGREDIENTS = 5;
/** Most changes that are combined freely; more are added one by one. */
const COMBINED = 3;
/** So many combinations are worked out in full. */
const FINALISTS = 10;
/** What a clause more costs, as a share of the text's value: of one that the seat wants itself, and of another. */
const CLAUSE = { own: 0.06, other: 0.2 };

export interface Candidate {
  readonly changes: readonly Change[];
  /** Of the text with these changes, as `gainOf`. */
  readonly gain: number;
  /** Chance that this text is agreed in the end. */
  readonly chance: number;
  /** What proposing it is expected to add to the value of the text on the table. */
  readonly score: number;
}

export interface Prospects {
  /** Value of the text on the table: gain × chance. */
  readonly standing: number;
  /** Best first. */
  readonly candidates: readonly Candidate[];
}

/** What a gain that comes with a chance is worth. Who must agree can refuse what it would lose by. */
export function promiseOf({ seat, phase }: Observation, gain: number, chance: number): number {
  if (gain < 0 && (seat.required || phase.protocol === "talks")) return 0.02 * gain;
  return gain * chance;
}

interface Rough {
  readonly changes: readonly Change[];
  readonly gain: number;
  readonly chance: number;
  readonly score: number;
}

export function prospectsOf(observation: Observation): Prospects {
  const { phase, text, open, belief, course, seat } = observation;
  if (phase.protocol !== "drafting") throw new Error(`Nothing is amended in ${phase.protocol}.`);
  const base = estimateText(belief, phase, phase.parties, text, 1, roomsFor(observation)[0]);
  const chanceNow = agreementChance(phase, base.signs, seat.party);
  const standing = promiseOf(observation, gainOf(observation, text), chanceNow);
  const walk = walkFrom(observation);
  const singles = open.flatMap((issue) =>
    Array.from({ length: course.table.counts[issue]! }, (_, option): Change => [issue, option])
      .filter(([, option]) => option !== text[issue])
      .map((change) => walk.with(change, () => walk.rough([change]))),
  );
  const best = combined(walk, phase, singles)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, FINALISTS);
  const finalists = best.map(({ changes }) =>
    widened(observation, phase, base, chanceNow, standing, changes),
  );
  return { standing, candidates: finalists.toSorted((a, b) => b.score - a.score) };
}

/** A text that is changed step by step, with what it is worth to the seat and how likely it is to be agreed. */
interface Walk {
  /** Makes a change, asks, and takes it back. */
  with<T>(change: Change, ask: () => T): T;
  /** What has been reached by these changes. */
  rough(changes: readonly Change[]): Rough;
}

function walkFrom(observation: Observation): Walk {
  const { belief, phase, seat, text, open } = observation;
  const { preference } = seat;
  const outlook = outlookOn(belief, phase, seat.party, 1, text, open);
  const trial = text.slice();
  let worth = utility(preference, text);
  let broken = countBroken(preference, text);
  return {
    with: ([issue, option], ask) => {
      const [from, worthBefore, brokenBefore] = [trial[issue]!, worth, broken];
      const after = trial.slice();
      after[issue] = option;
      worth += utilityShift(preference, trial, after, issue);
      broken += brokenShift(preference, trial, after, issue);
      trial[issue] = option;
      moveTo(outlook, issue, option);
      const answer = ask();
      moveTo(outlook, issue, from);
      trial[issue] = from;
      worth = worthBefore;
      broken = brokenBefore;
      return answer;
    },
    rough: (changes) => {
      const gain = gainFrom(observation, worth, broken);
      const chance = chanceHere(outlook);
      return { changes, gain, chance, score: promiseOf(observation, gain, chance) };
    },
  };
}

/** The single changes, and all combinations of those that promise most by score, by own gain and by chance. */
function combined(walk: Walk, phase: Drafting, singles: readonly Rough[]): Rough[] {
  const most = Math.min(COMBINED, changesIn(phase));
  const rough = [...singles];
  if (most < 2) return rough;
  const measures: readonly ((one: Rough) => number)[] = [
    ({ score }) => score,
    ({ gain }) => gain,
    ({ chance }) => chance,
  ];
  const ingredients = [
    ...new Set(
      measures.flatMap((measure) =>
        singles.toSorted((a, b) => measure(b) - measure(a)).slice(0, INGREDIENTS),
      ),
    ),
  ].map(({ changes }) => changes[0]!);
  const combine = (from: number, changes: readonly Change[]) => {
    for (let k = from; k < ingredients.length; k++) {
      const change = ingredients[k]!;
      if (changes.some(([issue]) => issue === change[0])) continue;
      const next = [...changes, change];
      walk.with(change, () => {
        if (next.length > 1) rough.push(walk.rough(next));
        if (next.length < most) combine(k + 1, next);
      });
    }
  };
  combine(0, []);
  return rough;
}

/** A combination worked out in full, and widened while that adds to it and more changes are allowed. */
function widened(
  observation: Observation,
  phase: Drafting,
  base: Estimate,
  chanceNow: number,
  standing: number,
  changes: readonly Change[],
): Candidate {
  let best = inFull(observation, phase, base, chanceNow, standing, changes);
  if (changes.length < COMBINED) return best;
  const { open, text, course } = observation;
  while (best.changes.length < changesIn(phase)) {
    let wider = best;
    for (const issue of open) {
      if (best.changes.some(([other]) => other === issue)) continue;
      for (let option = 0; option < course.table.counts[issue]!; option++) {
        if (option === text[issue]) continue;
        const next = inFull(observation, phase, base, chanceNow, standing, [
          ...best.changes,
          [issue, option],
        ]);
        if (next.score > wider.score) wider = next;
      }
    }
    if (wider === best) break;
    best = wider;
  }
  return best;
}

function inFull(
  observation: Observation,
  phase: Drafting,
  base: Estimate,
  chanceNow: number,
  standing: number,
  changes: readonly Change[],
): Candidate {
  const { belief, text, seat, course } = observation;
  const { parties } = phase;
  const [, ...rooms] = roomsFor(observation);
  const next = text.slice();
  let from = base;
  changes.forEach(([issue, option], k) => {
    const into = rooms[k % 2]!;
    estimateChange(belief, parties, from, issue, text[issue]!, option, 1, into);
    from = into;
    next[issue] = option;
  });
  const chance = agreementChance(phase, from.signs, seat.party);
  const gain = gainOf(observation, next);
  const value = promiseOf(observation, gain, chance);
  let added = value - standing;
  for (const [issue, option] of changes) {
    if (!course.isClause[issue] || option !== 1) continue;
    const own = termOf(seat.preference, next, issue) > termOf(seat.preference, text, issue);
    added -= (own ? CLAUSE.own : CLAUSE.other) * Math.max(0, value, standing);
  }
  if (added <= 0) return { changes, gain, chance, score: added };
  const ratio = chance / Math.max(1e-9, chanceNow);
  const votes = preferenceChances(
    belief,
    parties,
    text,
    changes,
    base,
    from,
    ratio,
    rooms[changes.length % 2]!.signs,
  );
  return { changes, gain, chance, score: added * ruleChance(phase.amendment, parties, votes, seat.party) };
}

/** Three estimates to write into: of the text on the table, and two of what is tried. Used by one search at a time. */
type Rooms = readonly [Estimate, Estimate, Estimate];
const roomsKept = new WeakMap<Observation["course"], Rooms>();

function roomsFor({ course }: Observation): Rooms {
  const rooms: Rooms = roomsKept.get(course) ?? [
    emptyEstimate(course),
    emptyEstimate(course),
    emptyEstimate(course),
  ];
  roomsKept.set(course, rooms);
  return rooms;
}
