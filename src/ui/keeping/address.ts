/**
 * What a link asks for: `#run=…` a game as it stands, `#scenario=…&seat=…&seed=…` a fresh one. State travels in the
 * fragment, because that part never reaches a server. Mail and chat programs bend links: signs at their end, escapes and
 * line breaks in them, a question mark instead of the number sign are put right; what asks for nothing known is told.
 */
export type Wish =
  | { readonly kind: "run"; readonly packed: string }
  | {
      readonly kind: "scenario";
      readonly id: string;
      readonly seat: string | undefined;
      readonly seed: number | undefined;
    }
  /** Nothing that can be granted; `part` of the address is why. */
  | { readonly kind: "unknown"; readonly part: string };

/** Undefined for an address that asks for nothing. */
export function wishOf({
  hash,
  search,
}: {
  readonly hash: string;
  readonly search: string;
}): Wish | undefined {
  const fragment = hash.replace(/^#/, "");
  const asked = wishIn(fieldsOf(fragment)) ?? wishIn(fieldsOf(search.replace(/^\?/, "")));
  if (asked !== undefined) return asked;
  return fragment === "" ? undefined : { kind: "unknown", part: `#${fragment}` };
}

function wishIn(fields: ReadonlyMap<string, string>): Wish | undefined {
  const packed = fields.get("run");
  if (packed !== undefined) return { kind: "run", packed };
  const id = fields.get("scenario");
  if (id === undefined) return undefined;
  const written = fields.get("seed");
  const seed = written === undefined ? undefined : parseSeed(written);
  if (written !== undefined && seed === undefined) return { kind: "unknown", part: `seed=${written}` };
  return { kind: "scenario", id, seat: fields.get("seat"), seed };
}

/** Fields of `a=b&c=d`, their escapes decoded once. No value that Parley writes has a space or ends in punctuation. */
function fieldsOf(text: string): ReadonlyMap<string, string> {
  const plain = decoded(text)
    .replace(/[\s\u00ad\u200b-\u200d\ufeff]+/g, "")
    .replaceAll("&amp;", "&");
  const fields = plain.split("&").map((field) => {
    const at = field.indexOf("=");
    return at < 0 ? ([field, ""] as const) : ([field.slice(0, at), bare(field.slice(at + 1))] as const);
  });
  return new Map(fields.reverse());
}

/** Without what a sentence puts around a link. */
function bare(value: string): string {
  return value.replace(/[^A-Za-z0-9_-]+$/, "");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
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
