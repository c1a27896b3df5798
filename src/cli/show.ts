/** `parley show FILE`: the scenario as a brief that can be read or printed; confidential parts only on demand. */
import type { Scenario, ScenarioParty } from "../scenario/schema.ts";
import { InputError, readScenario } from "./files.ts";

export function show(file: string, options: { readonly party?: string }): void {
  const scenario = readScenario(file);
  const party = scenario.parties.find((candidate) => candidate.id === options.party);
  if (options.party !== undefined && party === undefined) {
    const ids = scenario.parties.map(({ id }) => id).join(", ");
    throw new InputError(`There is no party "${options.party}". Parties: ${ids}.`, 2);
  }
  process.stdout.write(`${party === undefined ? briefOf(scenario) : confidentialOf(scenario, party)}\n`);
}

function briefOf(scenario: Scenario): string {
  const first = scenario.phases[0]!;
  const opening = first.protocol === "drafting" ? first.opening : {};
  const issues = scenario.issues.map((issue) => {
    const stands = opening[issue.id] ?? issue.statusQuo;
    const options = issue.options.map(
      (option) => `  ${option.id === stands ? "▸" : " "} ${option.label}: ${option.text}`,
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
    heading("The text and its alternatives (▸ opening text)"),
    ...issues,
    heading("Parties"),
    ...parties,
    ...(scenario.teaching === undefined ? [] : [heading("For teachers"), scenario.teaching]),
  ].join("\n\n");
}

function confidentialOf(scenario: Scenario, party: ScenarioParty): string {
  const { interests, redLines, batna } = party.brief.confidential;
  const stakes = scenario.issues.flatMap((issue) => {
    const stake = party.preferences.stakes[issue.id];
    if (stake === undefined) return [];
    const ideal = issue.options.find((option) => option.id === stake.ideal)?.label ?? "see values";
    return [`  ${issue.title}: weight ${stake.weight}, prefers “${ideal}”. ${stake.rationale}`];
  });
  return [
    `${party.name}: confidential brief (a role instruction for a game)`,
    party.brief.public,
    `Interests\n${interests.map((line) => `  ${line}`).join("\n")}`,
    `Red lines\n${redLines.map((line) => `  ${line}`).join("\n")}`,
    `Without agreement\n  ${batna}`,
    `What matters\n${stakes.join("\n")}`,
  ].join("\n\n");
}

function heading(text: string): string {
  return `${text}\n${"-".repeat(text.length)}`;
}
