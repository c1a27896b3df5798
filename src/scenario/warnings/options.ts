/**
 * An option that another one beats for everybody: nobody would ever choose it, so it is either a slip in the values or
 * not worth its line. What is in force now may well be such an option; only by comparing it one knows why to negotiate.
 */

import { optionIndex } from "../outcome.ts";
import { partiesOfAll } from "../parties.ts";
import { linkagesOf, optionTableOf, preferenceOf } from "../preference.ts";
import type { Scenario, ScenarioIssue } from "../schema.ts";
import { openingsOf } from "../setting.ts";
import { listed, type Warn } from "./warning.ts";

export function checkDominatedOptions(scenario: Scenario, warn: Warn): void {
  const table = optionTableOf(scenario);
  const preferences = scenario.parties.map((party, p) =>
    preferenceOf(scenario, party.preferences, linkagesOf(scenario, p), table),
  );
  scenario.issues.forEach((issue, i) => {
    if (dependsOnMore(scenario, issue)) return;
    const concerned = preferences.filter(({ weights }) => weights[i]! > 0);
    if (concerned.length < 2) return;
    const worthOf = (option: number) => concerned.map(({ worth }) => worth[table.offsets[i]! + option]!);
    const startsAt = startsOf(scenario, issue);
    const worths = issue.options.map((_, option) => worthOf(option));
    const beaten = issue.options.map((option, o) => {
      if (startsAt.has(option.id)) return undefined;
      return issue.options.find((_, k) => {
        const better = worths[k]!.every((worth, c) => worth > worths[o]![c]!);
        return better && permittedAsWell(scenario, issue, k, o) && needsNoMore(scenario, issue, k, o);
      });
    });
    const groups = Map.groupBy(beaten.entries(), ([, better]) => better?.id);
    for (const [better, entries] of groups) {
      if (better === undefined) continue;
      const options = listed(entries.map(([o]) => `"${issue.options[o]!.id}"`));
      const message = `All ${concerned.length} parties with a stake in "${issue.id}" would rather have "${better}" than ${options}.`;
      const cure = "Check the values; if all are meant to want the same here, leave it.";
      warn("dominated-option", ["issues", i, "options", entries[0]![0]], `${message} ${cure}`);
    }
  });
}

/** Linkages, cards and the aftermath may make an option good for something that its values don't show. */
function dependsOnMore(
  { linkages, events = [], levers = [], aftermath }: Scenario,
  { id }: ScenarioIssue,
): boolean {
  const cards = [...events, ...levers];
  const effects = [...cards, ...events.flatMap(({ branches = [] }) => branches)].flatMap(
    (card) => card.effects,
  );
  return (
    linkages.some(({ issue, when }) => issue === id || when.some((condition) => condition.issue === id)) ||
    effects.some((effect) => effect.changes === "value" && effect.issue === id) ||
    (aftermath !== undefined && JSON.stringify(aftermath).includes(`"${id}"`))
  );
}

/** Options that are in force or on the table when a phase begins. */
function startsOf({ phases }: Scenario, { id, statusQuo }: ScenarioIssue): ReadonlySet<string> {
  const written = phases.flatMap((phase) => {
    if (phase.protocol === "ratification") return [];
    const { disagreement } = phase;
    const openings = phase.protocol === "drafting" ? openingsOf(phase).map((opening) => opening[id]) : [];
    return [...openings, disagreement === "mandate" ? undefined : disagreement[id]];
  });
  return new Set([statusQuo, ...written.filter((option) => option !== undefined)]);
}

/** No limit permits the second option and rules the first one out. */
function permittedAsWell(
  { parties }: Scenario,
  issue: ScenarioIssue,
  first: number,
  second: number,
): boolean {
  const permits = (limit: { min?: string | undefined; max?: string | undefined }, option: number) =>
    (limit.min === undefined || option >= optionIndex(issue, limit.min)) &&
    (limit.max === undefined || option <= optionIndex(issue, limit.max));
  return parties
    .flatMap(({ preferences }) => preferences.limits)
    .filter((limit) => limit.issue === issue.id)
    .every((limit) => permits(limit, first) || !permits(limit, second));
}

function needsNoMore(scenario: Scenario, { options }: ScenarioIssue, first: number, second: number): boolean {
  const needed = partiesOfAll(scenario, options[second]!.needs ?? []);
  return partiesOfAll(scenario, options[first]!.needs ?? []).every((party) => needed.includes(party));
}
