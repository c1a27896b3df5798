/**
 * How values stand in a message. Names and other texts of a scenario are isolated where they run from right to left, so
 * that they can't disorder the sentence around them; `:start` begins a sentence with a name, `:list` puts several in a row,
 * `:points` and `:signed` show utilities, `:share` a percentage, `:day` a date. What `Intl` makes for a language is kept: making it anew
 * costs fifty times as much as using it.
 */
import type { MessageFunction } from "messageformat/functions";

type Handler = MessageFunction<string>;
type Context = Parameters<Handler>[0];

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

function keptBy<T>(make: (tag: string) => T): (context: Context) => T {
  const kept = new Map<string, T>();
  return ({ locales }) => {
    const tag = String(locales[0] ?? "en");
    const known = kept.get(tag) ?? make(tag);
    kept.set(tag, known);
    return known;
  };
}

const numbers = keptBy((tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 9 }));
const pointNumbers = keptBy((tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }));
const shares = keptBy((tag) => new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 }));
const plurals = keptBy((tag) => new Intl.PluralRules(tag));
const lists = keptBy((tag) => new Intl.ListFormat(tag === "en" ? "en-GB" : tag, { type: "conjunction" }));

/** A text as the value of a placeholder; `key` picks a variant of a `.match`. */
function shown(text: string, key?: (keys: Set<string>) => string | null): ReturnType<Handler> {
  const dir = RIGHT_TO_LEFT.test(text) ? "auto" : "ltr";
  return {
    type: "string",
    dir,
    selectKey: key ?? ((keys) => (keys.has(text) ? text : null)),
    toParts: () => [{ type: "string", value: text }],
    toString: () => text,
    valueOf: () => text,
  };
}

const plain: Handler = (_, __, value) => shown(String(value ?? ""));

const number: Handler = (context, _, value) => {
  const count = numberOf(value);
  const exact = String(count);
  return shown(numbers(context).format(count), (keys) => {
    if (keys.has(exact)) return exact;
    const category = plurals(context).select(count);
    return keys.has(category) ? category : null;
  });
};

/** Points of utility with at most one decimal; −0 is 0. */
const points: Handler = (context, _, value) => shown(pointsIn(context, numberOf(value)));

/** A difference in points with its sign, as "+3.5" or "−2". */
const signed: Handler = (context, _, value) => {
  const size = pointsIn(context, Math.abs(numberOf(value)));
  if (size === pointsIn(context, 0)) return shown(`±${size}`);
  return shown(numberOf(value) > 0 ? `+${size}` : `−${size}`);
};

function pointsIn(context: Context, value: number): string {
  return pointNumbers(context).format(Math.round(value * 10) / 10 + 0);
}

const share: Handler = (context, _, value) => shown(shares(context).format(numberOf(value)));

const start: Handler = (_, __, value) => shown(atStart(String(value)));

const list: Handler = (context, options, value) => {
  const items = Array.isArray(value) ? value.map(String) : [String(value)];
  const text = lists(context).format(items);
  return shown(String(options.start ?? "no") === "yes" ? atStart(text) : text);
};

/** "6 January 2026", "January 2026" or "2026" of an ISO date of that length. */
const day: Handler = ({ locales }, _, value) => {
  const [year, month, date] = String(value).split("-").map(Number);
  if (month === undefined) return shown(String(year));
  const tag = String(locales[0] ?? "en");
  const at = new Date(Date.UTC(year!, month - 1, date ?? 1));
  return shown(
    at.toLocaleDateString(tag === "en" ? "en-GB" : tag, {
      ...(date !== undefined && { day: "numeric" }),
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    }),
  );
};

function numberOf(value: unknown): number {
  const number = Number(value);
  if (value === undefined || Number.isNaN(number)) throw new TypeError(`${String(value)} is not a number`);
  return number;
}

function atStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const FUNCTIONS: Readonly<Record<string, Handler>> = {
  string: plain,
  number,
  integer: number,
  points,
  signed,
  share,
  start,
  list,
  day,
};
