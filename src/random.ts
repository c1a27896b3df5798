/**
 * The only randomness of the simulation. A seed is a value; forking it by labels gives independent seeds, so every
 * decision has its own stream: (session seed, "agent", seat, move number). Nothing has to be carried along to resume,
 * undo or replay, and a stream that nobody reads costs nothing.
 */
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";

/** Named in every transcript, so that a later change of generator is refused instead of misread. */
export const ALGORITHM = "xoroshiro128plus/1";

/** Two unsigned 32-bit words. */
export interface Seed {
  readonly high: number;
  readonly low: number;
}

export interface Random {
  /** A whole number from 0 to n − 1; n from 1 to 2³². */
  below(n: number): number;
  /** A number in [0, 1) with 32 random bits: the same on every engine. */
  fraction(): number;
}

/** Whole numbers from 0 to 2⁵³ − 1; anything else throws. */
export function seedOf(value: number): Seed {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`A seed is a whole number from 0 to 2^53 − 1, not ${value}.`);
  }
  return { high: Math.floor(value / 2 ** 32), low: value >>> 0 };
}

export function fork(seed: Seed, label: string | number): Seed {
  let high = seed.high;
  let low = seed.low;
  if (typeof label === "number") {
    high = mix(high ^ 0x9e3779b9 ^ (label >>> 0));
    low = mix(low + high + Math.imul(label, 0x85ebca6b));
  } else {
    for (let i = 0; i < label.length; i++) {
      high = mix(high ^ label.charCodeAt(i));
      low = mix(low + high);
    }
  }
  return { high, low };
}

/** The seed of game `index` of a run: a whole number below 2⁵³ that replays the game by itself. */
export function gameSeed(runSeed: number, index: number): number {
  const { high, low } = fork(fork(seedOf(runSeed), "game"), index);
  return (high >>> 11) * 2 ** 32 + low;
}

export function randomFrom(seed: Seed): Random {
  const words = [mix(seed.high), mix(seed.low), mix(seed.high ^ 0x27d4eb2f), mix(seed.low ^ 0x165667b1) | 1];
  const generator = xoroshiro128plusFromState(words);
  return {
    below: (n) => uniformInt(generator, 0, n - 1),
    fraction: () => (generator.next() >>> 0) / 2 ** 32,
  };
}

/** Finaliser of MurmurHash3 (Appleby): every input bit reaches every output bit. Returns an unsigned word. */
function mix(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
