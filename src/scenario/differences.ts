/** What is played otherwise in one scenario than in another, in words: for games whose scenario has changed since. */
import { playedOf } from "./played.ts";
import type { Scenario } from "./schema.ts";

/** One sentence part a difference, in the order of the format; empty when both are played alike. */
export function differencesOf(before: Scenario, now: Scenario): readonly string[] {
  return compared(playedOf(before), playedOf(now), []);
}

type Steps = readonly string[];

function compared(before: unknown, now: unknown, at: Steps): string[] {
  if (before === undefined) return now === undefined ? [] : [`${placeOf(at)} is new`];
  if (now === undefined) return [`${placeOf(at)} is gone`];
  if (isTable(before) && isTable(now)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])];
    return keys.flatMap((key) => compared(before[key], now[key], [...at, key]));
  }
  if (Array.isArray(before) && Array.isArray(now)) return comparedLists(before, now, at);
  if (JSON.stringify(before) === JSON.stringify(now)) return [];
  return [`${placeOf(at)} was ${shown(before)} and is ${shown(now)}`];
}

/** Entries with an id are compared by it, others by their place. */
function comparedLists(before: readonly unknown[], now: readonly unknown[], at: Steps): string[] {
  const [olds, news] = [tableOf(before), tableOf(now)];
  const differences = compared(olds, news, at);
  const common = (entries: object, others: object) =>
    Object.keys(entries).filter((key) => Object.hasOwn(others, key));
  const moved = common(olds, news).join() !== common(news, olds).join();
  return moved ? [...differences, `the order of ${placeOf(at)} has changed`] : differences;
}

function tableOf(entries: readonly unknown[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    entries.map((entry, i) => [
      isTable(entry) && typeof entry.id === "string" ? entry.id : `no. ${i + 1}`,
      entry,
    ]),
  );
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const placeOf = (at: Steps) => at.join(" › ");

function shown(value: unknown): string {
  const text = typeof value === "object" && value !== null ? "something else" : String(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
