/**
 * What is told of chances. The estimate takes signatures for independent and does not know how readily sides sign at the end: in the last
 * round most sign what is better for them than nothing. So what is told is how often it came in played games when the estimate was so
 * high, before the last round and in it; between two points a straight line (`scripts/forecast.ts`, docs/minds.md).
 */
type Curve = readonly (readonly [estimated: number, came: number])[];

const TEXT: { readonly early: Curve; readonly last: Curve } = {
  early: [
    [0, 0.02],
    [0.1, 0.1],
    [0.28, 0.3],
    [0.34, 0.85],
    [1, 1],
  ],
  last: [
    [0, 0.02],
    [0.005, 0.15],
    [0.03, 0.6],
    [0.1, 0.85],
    [0.3, 0.94],
    [1, 1],
  ],
};

const PARTY: { readonly early: Curve; readonly last: Curve } = {
  early: [
    [0, 0.1],
    [0.08, 0.05],
    [0.13, 0.22],
    [0.25, 0.55],
    [0.5, 0.6],
    [0.65, 0.7],
    [0.85, 0.93],
    [1, 1],
  ],
  last: [
    [0, 0.02],
    [0.05, 0.05],
    [0.25, 0.88],
    [0.5, 0.95],
    [1, 1],
  ],
};

/** That a text is agreed at a time of the phase, from 0 to 1. */
export function toldOfText(estimated: number, time: number): number {
  return along(time < 1 ? TEXT.early : TEXT.last, estimated);
}

/** That one party signs it then. */
export function toldOfParty(estimated: number, time: number): number {
  return along(time < 1 ? PARTY.early : PARTY.last, estimated);
}

function along(curve: Curve, estimated: number): number {
  const above = Math.max(
    1,
    curve.findIndex(([least]) => estimated <= least),
  );
  const [[from, low], [to, high]] = [curve[above - 1]!, curve[above]!];
  return low + ((high - low) * (estimated - from)) / (to - from);
}
