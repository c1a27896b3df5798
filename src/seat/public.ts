/**
 * A scenario as everybody at the table may know it, and the instructions that one seat is given besides. Public are:
 * parties with their names, blocs, public briefs, what they have claimed (a claim says a range of options) and which body
 * decides at home by which rule; issues, phases, rules of decision, events and levers with their texts, effects and costs; the
 * model of the aftermath; the sources of all this. A seat's own are its weights, values, limits, reservation value and
 * linkages, its confidential brief, how hard its body at home is to win and its agent. What really happened, and what
 * the scenario keeps for the result (`scenario/reveal.ts`), are the result's, as are the notes of cards; those of sources are the author's. What is not listed here is nobody's to see.
 */
import { linkagesOf } from "../scenario/preference.ts";
import { claimInPlay, type Said, sourcesInPlay } from "../scenario/reveal.ts";
import type { Scenario, ScenarioParty } from "../scenario/schema.ts";

export interface PublicParty
  extends Pick<ScenarioParty, "id" | "name" | "inText" | "code" | "bloc" | "groups" | "flag"> {
  readonly brief: Omit<ScenarioParty["brief"], "confidential">;
  /** What it is known to have claimed, by issue id. */
  readonly preferences: { readonly stakes: Readonly<Record<string, Said>> };
  readonly ratification?: Omit<NonNullable<ScenarioParty["ratification"]>, "difficulty"> | undefined;
}

/** A whole scenario is one too, so that what is told of the public one can be told of either. */
export interface PublicScenario
  extends Pick<
    Scenario,
    | "id"
    | "title"
    | "summary"
    | "asOf"
    | "language"
    | "notice"
    | "sources"
    | "issues"
    | "groups"
    | "phases"
    | "events"
    | "levers"
    | "aftermath"
  > {
  readonly parties: readonly PublicParty[];
  /** How many more sources come with the result. */
  readonly withheld?: number;
}

export function publicOf(scenario: Scenario): PublicScenario {
  const { id, title, summary, asOf, language, notice, issues, groups, phases, events, levers, aftermath } =
    scenario;
  const parties = scenario.parties.map(publicParty);
  const told = sourcesInPlay(scenario);
  const shown = { id, title, summary, asOf, language, notice, issues, phases, parties };
  return {
    ...shown,
    ...(groups && { groups }),
    ...(events && { events: events.map(cardInPlay) }),
    ...(levers && { levers: levers.map(cardInPlay) }),
    ...(aftermath && { aftermath }),
    sources: told.map(withoutNote),
    withheld: scenario.sources.length - told.length,
  };
}

function withoutNote<T extends { readonly note?: string | undefined }>({
  note: _,
  ...told
}: T): Omit<T, "note"> {
  return told;
}

/** Where a card comes from is told in play only if it was known by then; its note never is. */
function cardInPlay<
  T extends { readonly sources?: string[] | undefined; readonly reveal?: "result" | undefined },
>(card: T & { readonly note?: string | undefined }) {
  const { sources: _, ...told } = withoutNote(card);
  return card.reveal === undefined ? withoutNote(card) : told;
}

function publicParty(party: ScenarioParty): PublicParty {
  const { id, name, inText, code, bloc, groups, flag, brief, preferences, ratification } = party;
  const { confidential: _, ...open } = brief;
  const claims = Object.entries(preferences.stakes).flatMap(([issue, stake]) => {
    const claim = claimInPlay(stake);
    return claim === undefined ? [] : [[issue, { claim }] as const];
  });
  return {
    id,
    name,
    code,
    bloc,
    groups,
    ...(inText !== undefined && { inText }),
    ...(flag !== undefined && { flag }),
    brief: open,
    preferences: { stakes: Object.fromEntries(claims) },
    ...(ratification && { ratification: bodyOf(ratification) }),
  };
}

function bodyOf({
  difficulty: _,
  ...body
}: NonNullable<ScenarioParty["ratification"]>): PublicParty["ratification"] {
  return body;
}

/** What one seat alone is given: its instructions for the game, in the words of negotiation exercises. */
export interface Instructions {
  readonly preferences: ScenarioParty["preferences"];
  /** Those that concern the party. */
  readonly linkages: Scenario["linkages"];
  readonly confidential: ScenarioParty["brief"]["confidential"];
}

export function instructionsOf(scenario: Scenario, party: number): Instructions {
  const { id, preferences, brief } = scenario.parties[party]!;
  // Whom else a linkage concerns is not told.
  const linkages = linkagesOf(scenario, party).map((linkage) => ({ ...linkage, parties: [id] }));
  // What it has said is public; what it will have said waits for the result.
  const stakes = Object.entries(preferences.stakes).map(([issue, { claim: _, ...own }]) => [issue, own]);
  return {
    preferences: { ...preferences, stakes: Object.fromEntries(stakes) },
    linkages,
    confidential: brief.confidential,
  };
}
