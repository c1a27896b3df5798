/**
 * `parley show FILE`: the scenario as a brief that can be read or printed; confidential parts only on demand, and what
 * waits for the result only with `--reveal`.
 */

import { partiesOfAll } from "../scenario/parties.ts";
import { isRange, type Range, type Stated } from "../scenario/privateTypes.ts";
import { cardModels, saidLater } from "../scenario/reveal.ts";
import type { Scenario, ScenarioEvent, ScenarioLever, ScenarioParty } from "../scenario/schema.ts";
import { openingsOf } from "../scenario/setting.ts";
import { InputError, readScenario } from "./files.ts";
import { print } from "./output.ts";

/** Parties up to which the holders of a lever are named. */
const NAMED = 8;

export function show(file: string, options: { readonly party?: string; readonly reveal?: true }): void {
  const scenario = readScenario(file);
  const party = scenario.parties.find((candidate) => candidate.id === options.party);
  if (options.party !== undefined && party === undefined) {
    const ids = scenario.parties.map(({ id }) => id).join(", ");
    throw new InputError(`There is no party "${options.party}". Parties: ${ids}.`, 2);
  }
  const told = party === undefined ? briefOf(scenario) : confidentialOf(scenario, party);
  print(options.reveal === undefined ? told : [told, ...revealedIn(scenario, party)].join("\n\n"));
}

function briefOf(scenario: Scenario): string {
  const first = scenario.phases[0]!;
  const openings = first.protocol === "drafting" ? openingsOf(first) : [{}];
  const issues = scenario.issues.map((issue) => {
    const stand = openings.map((opening) => opening[issue.id] ?? issue.statusQuo);
    const options = issue.options.map(
      (option) => `  ${stand.includes(option.id) ? "▸" : " "} ${option.label}: ${option.text}`,
    );
    return `${issue.title}\n  ${issue.question}\n${options.join("\n")}`;
  });
  const phases = scenario.phases.map((phase) => {
    if (phase.protocol === "ratification") return `${phase.title}. ${phase.summary ?? ""}`;
    return `${phase.title}: ${phase.rounds} rounds. ${phase.summary ?? ""}\n  ${phase.disagreementText}`;
  });
  const parties = scenario.parties.map((party) => `${party.name} (${party.bloc})\n  ${party.brief.public}`);
  return [
    `${scenario.title}\n${"=".repeat(scenario.title.length)}`,
    scenario.summary,
    `Positions as stated up to ${scenario.asOf}. ${scenario.notice}`,
    heading("Course"),
    ...phases,
    heading(`The text and its alternatives (▸ ${openings.length > 1 ? "an opening text" : "opening text"})`),
    ...issues,
    heading("Parties"),
    ...parties,
    ...section("Events that may come", (scenario.events ?? []).map(eventOf)),
    ...section(
      "Levers",
      (scenario.levers ?? []).map((lever) => leverOf(scenario, lever)),
    ),
  ].join("\n\n");
}

function eventOf({ title, text, branches = [] }: ScenarioEvent): string {
  const ways = branches.map((branch) => `\n  Either: ${branch.text}`).join("");
  return `${title}\n  ${text}${ways}`;
}

function leverOf(scenario: Scenario, { title, text, parties, uses, cost }: ScenarioLever): string {
  const holders = partiesOfAll(scenario, parties).map((party) => scenario.parties[party]!.name);
  const all = scenario.parties.length;
  const who = holders.length > NAMED ? `${holders.length} of ${all} parties` : holders.join(", ");
  const terms = `${uses === 1 ? "once" : `${uses} times`}, ${pointsOf(cost)} a pull; in the hands of ${who}`;
  return `${title} (${terms})\n  ${text}`;
}

/**
 * What players are not told before the result: of one party what it said later, of all also the note for teachers, what
 * happened and what cards are modelled on.
 */
function revealedIn(scenario: Scenario, party: ScenarioParty | undefined): string[] {
  const { history } = scenario;
  const later = saidLater(scenario)
    .filter(({ party: name }) => party === undefined || name === party.name)
    .map(({ party: name, claims }) => {
      const lines = claims.flatMap(({ issue, later: said }) =>
        said.map(({ text, date }) => `  ${issue}, ${date}: ${text}`),
      );
      return `${name}\n${lines.join("\n")}`;
    });
  if (party !== undefined) return section("Said later", later);
  const readings = (history?.readings ?? []).map(({ title, text }) => `${title}\n  ${text}`);
  return [
    ...(scenario.teaching === undefined ? [] : [heading("For teachers"), scenario.teaching]),
    ...(history === undefined ? [] : [heading(history.title), history.text, ...readings]),
    ...section("Said later", later),
    ...section(
      "What the cards are modelled on",
      cardModels(scenario).map(({ title, note }) => `${title}\n  ${note}`),
    ),
  ];
}

function section(title: string, entries: readonly string[]): string[] {
  return entries.length === 0 ? [] : [heading(title), ...entries];
}

function confidentialOf(scenario: Scenario, party: ScenarioParty): string {
  const { interests, redLines, batna } = party.brief.confidential;
  const stakes = scenario.issues.flatMap((issue) => {
    const stake = party.preferences.stakes[issue.id];
    if (stake === undefined) return [];
    const ideal = issue.options.find((option) => option.id === stake.ideal)?.label ?? "see values";
    const weight = stake.range === undefined ? stake.weight : `${stake.weight}, ${drawnFrom(stake.range)}`;
    return [`  ${issue.title}: weight ${weight}; prefers “${ideal}”. ${stake.rationale}`];
  });
  return [
    `${party.name}: confidential brief (a role instruction for a game)`,
    party.brief.public,
    `Interests\n${interests.map((line) => `  ${line}`).join("\n")}`,
    `Red lines\n${redLines.map((line) => `  ${line}`).join("\n")}`,
    `Without agreement\n  ${batna}\n  ${fallbackOf(party.preferences)}`,
    `What matters\n${stakes.join("\n")}`,
    ...section(
      "Levers",
      (scenario.levers ?? [])
        .filter(({ parties }) => partiesOfAll(scenario, parties).includes(scenario.parties.indexOf(party)))
        .map((lever) => leverOf(scenario, lever)),
    ),
  ].join("\n\n");
}

/** What no agreement is worth to a party, in its points. */
function fallbackOf({ reservationValue, shift }: Stated): string {
  if (reservationValue !== "disagreement") {
    const worth = isRange(reservationValue) ? drawnFrom(reservationValue) : pointsOf(reservationValue);
    return `Worth in a game: ${worth}.`;
  }
  const more = shift === undefined ? "" : `, and points on top, ${drawnFrom(shift)}`;
  return `Worth in a game: the points of what then holds${more}.`;
}

function pointsOf(count: number): string {
  return count === 1 ? "1 point" : `${count} points`;
}

function drawnFrom([least, most]: Range): string {
  return `drawn anew for each game between ${least} and ${most}`;
}

function heading(text: string): string {
  return `${text}\n${"-".repeat(text.length)}`;
}
