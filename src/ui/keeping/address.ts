/**
 * What a link's fragment asks for: `#run=…` a game as it stands, `#scenario=…&seat=…&seed=…` a fresh one. State
 * travels in the fragment only, because that part never reaches a server.
 */
export type Wish =
  | { readonly kind: "run"; readonly packed: string }
  | {
      readonly kind: "scenario";
      readonly id: string;
      readonly seat: string | undefined;
      readonly seed: number | undefined;
    };

/** Undefined for fragments that ask for nothing, such as the target of a skip link. */
export function wishOf(fragment: string): Wish | undefined {
  const fields = new URLSearchParams(fragment.replace(/^#/, ""));
  const packed = fields.get("run");
  if (packed !== null) return { kind: "run", packed };
  const id = fields.get("scenario");
  if (id === null) return undefined;
  return {
    kind: "scenario",
    id,
    seat: fields.get("seat") ?? undefined,
    seed: parseSeed(fields.get("seed") ?? ""),
  };
}

/** A whole number from 0 to 2⁵³ − 1; undefined for anything else. */
export function parseSeed(written: string): number | undefined {
  if (!/^\d{1,16}$/.test(written.trim())) return undefined;
  const seed = Number(written);
  return Number.isSafeInteger(seed) ? seed : undefined;
}

/** Six digits at most, so that a class can read it from the board. */
export function drawSeed(): number {
  return 1 + Math.floor(Math.random() * 999_999);
}
