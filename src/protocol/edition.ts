/**
 * Editions of the rules. A run is played on by the rules it was begun with, so its file names their edition unless it is
 * the first. What the second has changed:
 * - exactly one half in `minFor` fails where the scenario does not say otherwise; in the first it carries;
 * - whoever proposes an amendment is for it and is not asked; in the first it votes like everybody else.
 */
export const EDITIONS = [1, 2] as const;
export type Edition = (typeof EDITIONS)[number];
export const LATEST: Edition = 2;
