/**
 * What is told of chances. The estimate takes signatures for independent and does not know how readily sides sign at the end,
 * when most sign what is better for them than nothing, nor that those whose signature is needed keep it as long as later
 * rounds open more. So what is told is how often it came in played games when the estimate was so high; between two points a
 * straight line (`npm run forecast`, docs/minds.md).
 */
import { issuesToCome, type Negotiation } from "../protocol/course.ts";
import { timeIn } from "./chances.ts";

type Curve = readonly (readonly [estimated: number, came: number])[];

/** When a signature is asked for: while later rounds open other issues, before the last round, or in it. */
export type Moment = "more-to-come" | "early" | "last";

const TEXT: Readonly<Record<Moment, Curve>> = {
  "more-to-come": [
    [0, 0.005],
    [0.2, 0.03],
    [0.5, 0.2],
    [1, 1],
  ],
  early: [
    [0, 0.04],
    [0.1, 0.1],
    [0.15, 0.25],
    [0.2, 0.6],
    [0.4, 0.75],
    [1, 1],
  ],
  last: [
    [0, 0.02],
    [0.005, 0.4],
    [0.02, 0.85],
    [0.1, 0.93],
    [0.3, 0.98],
    [1, 1],
  ],
};

const PARTY: Readonly<Record<Moment, Curve>> = {
  "more-to-come": [
    [0, 0.02],
    [0.02, 0.1],
    [0.18, 0.5],
    [0.27, 0.65],
    [0.66, 0.86],
    [1, 1],
  ],
  early: [
    [0, 0.1],
    [0.18, 0.18],
    [0.25, 0.45],
    [0.39, 0.68],
    [0.63, 0.85],
    [0.85, 0.98],
    [1, 1],
  ],
  last: [
    [0, 0.02],
    [0.02, 0.1],
    [0.06, 0.5],
    [0.25, 0.88],
    [0.5, 0.96],
    [1, 1],
  ],
};

export function momentOf(phase: Negotiation, round: number): Moment {
  if (timeIn(phase, round) >= 1) return "last";
  return issuesToCome(phase, round).length > 0 ? "more-to-come" : "early";
}

/** That a text is agreed then. */
export function toldOfText(estimated: number, moment: Moment): number {
  return along(TEXT[moment], estimated);
}

/** That one party signs it then. */
export function toldOfParty(estimated: number, moment: Moment): number {
  return along(PARTY[moment], estimated);
}

function along(curve: Curve, estimated: number): number {
  const sure = Math.min(1, estimated);
  const above = Math.max(
    1,
    curve.findIndex(([least]) => sure <= least),
  );
  const [[from, low], [to, high]] = [curve[above - 1]!, curve[above]!];
  return low + ((high - low) * (sure - from)) / (to - from);
}
