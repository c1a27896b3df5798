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

type Sourced = Pick<Scenario, "sources" | "issues" | "parties" | "events" | "levers" | "history">;

/** All sources but those that are marked to wait and those that only something cites which waits. */
export function sourcesInPlay(scenario: Sourced): Scenario["sources"] {
  const [cited, waiting] = [citedInPlay(scenario), citedLater(scenario)];
  return scenario.sources.filter(
    ({ id, reveal }) => reveal !== "result" && (cited.has(id) || !waiting.has(id)),
  );
}

function citedInPlay({ parties, issues, events = [], levers = [] }: Sourced): ReadonlySet<string> {
  return new Set([
    ...parties.flatMap(({ brief, preferences, ratification }) => [
      ...(brief.sources ?? []),
      ...(ratification?.sources ?? []),
      ...Object.values(preferences.stakes).flatMap((stake) => claimInPlay(stake)?.sources ?? []),
    ]),
    ...issues.flatMap(({ options }) => options.flatMap((option) => option.sources ?? [])),
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
