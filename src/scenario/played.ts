/**
 * What is played of a scenario, apart from its prose. A run depends on the first only, so a corrected comma, another
 * name or a better source harms no saved game; nor do other agents, because a run file has a line-up of its own. What
 * is not listed here counts as played, so a key that is forgotten can at worst ask too much; a test wants every key of
 * the format on one side or the other. Neither the order of names in an object nor a value that is the format's default
 * makes a difference.
 */
import { z } from "zod";
import { claimInPlay } from "./reveal.ts";
import { type Scenario, scenarioSchema } from "./schema.ts";

/** Paths of what is left out, all that lies below them included; `*` stands for any entry of a list or table. */
export const UNPLAYED: ReadonlySet<string> = new Set([
  "$schema",
  "title",
  "summary",
  "asOf",
  "language",
  "notice",
  "teaching",
  "sources",
  "groups",
  "history",
  "issues.*.title",
  "issues.*.label",
  "issues.*.question",
  "issues.*.options.*.label",
  "issues.*.options.*.text",
  "issues.*.options.*.sources",
  "parties.*.name",
  "parties.*.inText",
  "parties.*.code",
  "parties.*.flag",
  "parties.*.brief",
  "parties.*.agent",
  "parties.*.preferences.stakes.*.claim.text",
  "parties.*.preferences.stakes.*.claim.sources",
  "parties.*.preferences.stakes.*.claim.date",
  "parties.*.preferences.stakes.*.claim.reveal",
  // Of several statements the one that is known in play is played.
  ...["text", "sources", "date", "reveal"].map((key) => `parties.*.preferences.stakes.*.claim.*.${key}`),
  "parties.*.preferences.stakes.*.basis",
  "parties.*.preferences.stakes.*.rationale",
  "parties.*.preferences.limits.*.rationale",
  "parties.*.preferences.limits.*.sources",
  "parties.*.ratification.body",
  "parties.*.ratification.rule",
  "parties.*.ratification.sources",
  "linkages.*.id",
  "linkages.*.rationale",
  "linkages.*.sources",
  "phases.*.title",
  "phases.*.summary",
  "phases.*.disagreementText",
  ...["events.*", "levers.*"].flatMap((card) =>
    ["title", "text", "note", "sources", "reveal"].map((key) => `${card}.${key}`),
  ),
  "events.*.branches.*.text",
  "aftermath.terms",
]);

/** A plain value: the same for every scenario that is played alike. */
export function playedOf(scenario: Scenario): unknown {
  return partOf(scenarioSchema, withClaimsInPlay(scenario), "");
}

function withClaimsInPlay(scenario: Scenario): Scenario {
  const parties = scenario.parties.map((party) => {
    const { preferences } = party;
    const stakes = Object.entries(preferences.stakes).map(([issue, stake]) => {
      const { claim: _, ...own } = stake;
      const claim = claimInPlay(stake);
      return [issue, claim === undefined ? own : { ...own, claim }] as const;
    });
    return { ...party, preferences: { ...preferences, stakes: Object.fromEntries(stakes) } };
  });
  return { ...scenario, parties };
}

function partOf(schema: z.core.$ZodType, value: unknown, path: string): unknown {
  if (value === undefined || value === null || typeof value !== "object") return value;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return partOf(schema.unwrap(), value, path);
  }
  if (schema instanceof z.ZodUnion) {
    return partOf(formOf(schema.options, value), value, path);
  }
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((entry) => partOf(schema.element, entry, `${path}.*`));
  }
  if (schema instanceof z.ZodRecord) {
    return table(value, (key, entry) => [key, partOf(schema.valueType, entry, `${path}.*`)]);
  }
  if (schema instanceof z.ZodObject) {
    const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape;
    return table(value, (key, entry) => {
      const at = path === "" ? key : `${path}.${key}`;
      const form = shape[key];
      if (UNPLAYED.has(at) || form === undefined) return undefined;
      const played = partOf(form, entry, at);
      return isDefault(form, played) ? undefined : [key, played];
    });
  }
  return value;
}

/** The entries of an object that `entryOf` keeps, sorted by name. */
function table(
  value: object,
  entryOf: (key: string, entry: unknown) => readonly [string, unknown] | undefined,
): Readonly<Record<string, unknown>> {
  const entries = Object.entries(value).flatMap(([key, entry]) => {
    const kept = entry === undefined ? undefined : entryOf(key, entry);
    return kept === undefined ? [] : [kept];
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The form of a union that a value has: a list or not, and of several such the one that it fits. */
function formOf(forms: readonly z.core.$ZodType[], value: unknown): z.core.$ZodType {
  const alike = forms.filter((form) => form instanceof z.ZodArray === Array.isArray(value));
  if (alike.length === 1) return alike[0]!;
  return alike.find((form) => z.safeParse(form, value).success) ?? z.unknown();
}

function isDefault(form: z.core.$ZodType, played: unknown): boolean {
  if (!(form instanceof z.ZodDefault)) return false;
  return JSON.stringify(form.def.defaultValue) === JSON.stringify(played);
}
