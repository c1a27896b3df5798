/** Who wants what: seats and issues that nothing depends on, a stake that was forgotten, weights beyond their range. */
import { partiesOfAll } from "../parties.ts";
import type { Scenario } from "../schema.ts";
import type { Warn } from "./warning.ts";

/** One sentence instead of one for every seat and every issue. */
export function checkAnythingAtStake(scenario: Scenario, warn: Warn): void {
  if (scenario.parties.some((_, party) => hasStake(scenario, party))) return;
  warn(
    "nothing-at-stake",
    ["parties"],
    "Nothing is at stake: every outcome is worth the same to every party. Give the stakes weights above 0.",
  );
}

export function checkSeatsHaveStakes(scenario: Scenario, warn: Warn): void {
  if (!scenario.parties.some((_, party) => hasStake(scenario, party))) return;
  const deciding = new Set(scenario.phases.flatMap((phase) => decidingIn(scenario, phase)));
  scenario.parties.forEach((party, p) => {
    if (!deciding.has(p) || hasStake(scenario, p)) return;
    const message = `"${party.id}" has no stake in anything: every outcome is worth the same to it.`;
    warn(
      "no-stake",
      ["parties", p, "preferences", "stakes"],
      `${message} Give it a stake with a weight above 0.`,
    );
  });
}

export function checkIssuesHaveStakes(scenario: Scenario, warn: Warn): void {
  if (!scenario.parties.some((_, party) => hasStake(scenario, party))) return;
  scenario.issues.forEach((issue, i) => {
    if (scenario.parties.some((_, party) => hasStakeIn(scenario, party, issue.id))) return;
    const message = `Nobody has a stake in "${issue.id}": its options are worth the same to everybody.`;
    warn(
      "idle-issue",
      ["issues", i],
      `${message} Give it to somebody with a weight above 0, or remove the issue.`,
    );
  });
}

/** A single hole in an otherwise full table of stakes is a slip; several are how most scenarios are written. */
export function checkOneStakeMissing({ issues, parties }: Scenario, warn: Warn): void {
  const holes = parties.flatMap(({ id, preferences }, p) =>
    issues.flatMap((issue) =>
      preferences.stakes[issue.id] === undefined ? [{ p, party: id, issue: issue.id }] : [],
    ),
  );
  const [hole] = holes;
  if (hole === undefined || holes.length > 1 || parties.length * issues.length < 4) return;
  const { p, party, issue } = hole;
  warn(
    "missing-stake",
    ["parties", p, "preferences", "stakes"],
    `"${party}" has no stake in "${issue}", the only one that is missing in this scenario. Add it; a weight of 0 will do.`,
  );
}

export function checkWeightInRange(scenario: Scenario, warn: Warn): void {
  scenario.parties.forEach(({ preferences }, p) => {
    for (const [issue, { weight, range }] of Object.entries(preferences.stakes)) {
      if (range === undefined || (weight >= range[0] && weight <= range[1])) continue;
      const message = `The weight ${weight} lies outside its own range, ${range[0]} to ${range[1]}.`;
      warn(
        "weight-range",
        ["parties", p, "preferences", "stakes", issue, "weight"],
        `${message} Mend one of the two.`,
      );
    }
  });
}

/** Whether anything can be worth more to a party than something else. */
function hasStake(scenario: Scenario, party: number): boolean {
  return (
    scenario.issues.some(({ id }) => hasStakeIn(scenario, party, id)) ||
    scenario.linkages.some(
      ({ issue, add = 0, parties }) =>
        issue === undefined && add !== 0 && partiesOfAll(scenario, parties).includes(party),
    )
  );
}

function hasStakeIn(scenario: Scenario, party: number, issue: string): boolean {
  const { preferences } = scenario.parties[party]!;
  if ((preferences.stakes[issue]?.weight ?? 0) > 0) return true;
  const concerns = (references: readonly string[]) => partiesOfAll(scenario, references).includes(party);
  return (
    scenario.linkages.some(
      ({ issue: term, when, add = 0, parties }) =>
        add !== 0 && (term === issue || when.some((c) => c.issue === issue)) && concerns(parties),
    ) || preferences.limits.some((limit) => limit.issue === issue)
  );
}

/** Parties whose agreement counts in a phase: a mediator proposes and wants nothing. */
function decidingIn(scenario: Scenario, phase: Scenario["phases"][number]): number[] {
  if (phase.protocol === "drafting") return partiesOfAll(scenario, phase.parties);
  if (phase.protocol === "ratification") return [];
  return partiesOfAll(
    scenario,
    phase.seats.filter(({ mediator }) => !mediator).flatMap(({ members }) => members),
  );
}
