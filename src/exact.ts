/**
 * The one tolerance and the one rounding. Sums of weights and powers differ in their last bits between orders of
 * addition and between engines: whatever is compared goes through `meets`, whatever such sums feed is quantised.
 */

/** Tolerance of every comparison of a utility with a threshold, in points. */
export const TOLERANCE = 1e-9;

/** The one comparison of utilities: u ≥ threshold − TOLERANCE. */
export function meets(u: number, threshold: number): boolean {
  return u >= threshold - TOLERANCE;
}

/** Rounded to 1e-9: what sums and powers give beyond that differs between engines. */
export function quantised(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
