/** Numbers that the command line takes, each between bounds that say what is within reason. */
import { InvalidArgumentError } from "commander";

/** Parser of an option that takes a whole number within bounds. */
export function wholeNumber(least: number, most: number): (written: string) => number {
  return (written) => {
    const number = /^\d+(e\d+)?$/i.test(written) ? Number(written) : Number.NaN;
    if (Number.isSafeInteger(number) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It takes a whole number from ${least} to ${most}.`);
  };
}

/** Games of one run: the utilities of each take 8 bytes a party until the summary. */
export const MOST_GAMES = 10_000_000;
/** Seeds are whole numbers that a file keeps exactly. */
export const MOST_SEED = Number.MAX_SAFE_INTEGER;
export const MOST_WORKERS = 1024;
/** Futures a game, and of one text: beyond this a share is known to less than a quarter of a point. */
export const MOST_FUTURES = 100_000;
export const MOST_PORT = 65_535;
