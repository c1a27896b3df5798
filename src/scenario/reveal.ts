/**
 * What waits for the result: statements, sources and notes of cards that a scenario marks as known only later, and
 * sources that tell of nothing else. Nothing of it may be shown before.
 */
import type { Claim, Scenario, Stake } from "./schema.ts";

/** Everything that can be said of a party's statements, also where only those known in play are there. */
export type Said = Pick<Stake, "claim">;

export function claimsOn({ claim = [] }: Said): readonly Claim[] {
  return [claim].flat();
}

/** What the party is known to have said while the game runs; a file has at most one such claim a stake. */
export function claimInPlay(said: Said): Claim | undefined {
  return claimsOn(said).find(({ reveal }) => reveal === undefined);
}

export function claimsRevealed(said: Said): readonly Claim[] {
  return claimsOn(said).filter(({ reveal }) => reveal !== undefined);
}

type Sourced = Pick<
  Scenario,
  "sources" | "issues" | "parties" | "events" | "levers" | "aftermath" | "history"
>;

/** All sources but those that are marked to wait and those that only something cites which waits. */
export function sourcesInPlay(scenario: Sourced): Scenario["sources"] {
  const [cited, waiting] = [citedInPlay(scenario), citedLater(scenario)];
  return scenario.sources.filter(
    ({ id, reveal }) => reveal !== "result" && (cited.has(id) || !waiting.has(id)),
  );
}

function citedInPlay({ parties, issues, events = [], levers = [], aftermath }: Sourced): ReadonlySet<string> {
  return new Set([
    ...parties.flatMap(({ brief, preferences, ratification }) => [
      ...(brief.sources ?? []),
      ...(ratification?.sources ?? []),
      ...Object.values(preferences.stakes).flatMap((stake) => claimInPlay(stake)?.sources ?? []),
    ]),
    ...issues.flatMap(({ options }) => options.flatMap((option) => option.sources ?? [])),
    ...(aftermath?.terms ?? []).flatMap(({ sources = [] }) => sources),
    ...[...events, ...levers].flatMap(({ reveal, sources = [] }) => (reveal === undefined ? sources : [])),
  ]);
}

function citedLater({ parties, events = [], levers = [], history }: Sourced): ReadonlySet<string> {
  return new Set([
    ...(history?.sources ?? []),
    ...(history?.readings ?? []).flatMap(({ sources = [] }) => sources),
    ...parties.flatMap(({ preferences }) =>
      Object.values(preferences.stakes).flatMap((stake) =>
        claimsRevealed(stake).flatMap(({ sources }) => sources),
      ),
    ),
    ...[...events, ...levers].flatMap(({ reveal, sources = [] }) => (reveal === undefined ? [] : sources)),
  ]);
}

/** What a party said of an issue after the day up to which positions are told. */
export interface LaterClaims {
  readonly issue: string;
  /** What was known in play. */
  readonly before: Claim | undefined;
  readonly later: readonly Claim[];
}

export interface PartyLater {
  readonly party: string;
  readonly claims: readonly LaterClaims[];
}

/** Parties of which nothing was said later are left out. */
export function saidLater({ issues, parties }: Scenario): readonly PartyLater[] {
  return parties.flatMap(({ name, preferences: { stakes } }) => {
    const claims = issues.flatMap(({ id, title }) => {
      const said = stakes[id] ?? {};
      const later = claimsRevealed(said);
      return later.length === 0 ? [] : [{ issue: title, before: claimInPlay(said), later }];
    });
    return claims.length === 0 ? [] : [{ party: name, claims }];
  });
}

/** What a card is modelled on, which nobody is told in play. */
export interface CardModel {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly sources: readonly string[];
}

/** In the order of the file, events first; cards of which nothing is noted are left out. */
export function cardModels({ events = [], levers = [] }: Scenario): readonly CardModel[] {
  return [...events, ...levers].flatMap(({ id, title, note, sources = [] }) =>
    note === undefined ? [] : [{ id, title, note, sources }],
  );
}
