/** Limits, linkages and conditions that contradict each other or rule nothing out. */
import { optionIndex } from "../outcome.ts";
import { partiesOfAll } from "../parties.ts";
import type { Path } from "../problem.ts";
import type { Condition, Scenario, ScenarioEffect } from "../schema.ts";
import { listed, type Warn } from "./warning.ts";

interface Range {
  readonly min: number;
  readonly max: number;
}

/** The options that a limit or condition lets pass, as indices. */
function rangeOf({ issues }: Scenario, written: Omit<Condition, "is"> & { is?: string | undefined }): Range {
  const issue = issues.find(({ id }) => id === written.issue)!;
  if (written.is !== undefined) {
    const option = optionIndex(issue, written.is);
    return { min: option, max: option };
  }
  return {
    min: written.min === undefined ? 0 : optionIndex(issue, written.min),
    max: written.max === undefined ? issue.options.length - 1 : optionIndex(issue, written.max),
  };
}

/** The issue on which no option meets all of these; undefined when there is none. */
export function contradiction(scenario: Scenario, written: readonly Condition[]): string | undefined {
  return [...Map.groupBy(written, ({ issue }) => issue)].find(([, same]) => {
    const ranges = same.map((one) => rangeOf(scenario, one));
    return Math.max(...ranges.map(({ min }) => min)) > Math.min(...ranges.map(({ max }) => max));
  })?.[0];
}

export function checkLimits(scenario: Scenario, warn: Warn): void {
  scenario.parties.forEach((party, p) => {
    const path: Path = ["parties", p, "preferences", "limits"];
    const { limits } = party.preferences;
    const binding = limits.filter(({ unless }) => unless === undefined);
    const issue = contradiction(scenario, binding);
    if (issue !== undefined) {
      const message = `No option of "${issue}" keeps all limits of "${party.id}", so it could sign nothing.`;
      const last = limits.findLastIndex((limit) => limit.issue === issue && limit.unless === undefined);
      warn("limits-conflict", [...path, last], `${message} Widen one of them.`);
    }
    limits.forEach((limit, l) => {
      const { min, max } = rangeOf(scenario, { issue: limit.issue, min: limit.min, max: limit.max });
      const { length } = scenario.issues.find(({ id }) => id === limit.issue)!.options;
      if (min > 0 || max < length - 1) return;
      const message = `This limit of "${party.id}" permits every option of "${limit.issue}", so it limits nothing.`;
      warn("idle-limit", [...path, l], `${message} Narrow it or remove it.`);
    });
  });
}

/** Conditions that must all hold and can't. */
export function checkConditionsCanHold(scenario: Scenario, warn: Warn): void {
  for (const [path, conditions] of conditionsIn(scenario)) {
    const issue = contradiction(scenario, conditions);
    if (issue === undefined) continue;
    const message = `These conditions never hold together: no option of "${issue}" meets all of them.`;
    warn("never-holds", path, `${message} Change one of them.`);
  }
}

function conditionsIn({
  linkages,
  parties,
  events = [],
  levers = [],
}: Scenario): [Path, readonly Condition[]][] {
  const found: [Path, readonly Condition[] | undefined][] = linkages.map(({ when }, i) => [
    ["linkages", i, "when"],
    when,
  ]);
  parties.forEach(({ preferences }, p) => {
    preferences.limits.forEach(({ unless }, l) => {
      found.push([["parties", p, "preferences", "limits", l, "unless"], unless]);
    });
  });
  const inEffects = (effects: readonly ScenarioEffect[], path: Path) =>
    effects.forEach((effect, e) => {
      if (effect.changes === "ratification") found.push([[...path, "effects", e, "when"], effect.when]);
    });
  for (const [kind, cards] of [
    ["events", events],
    ["levers", levers],
  ] as const) {
    cards.forEach((card, c) => {
      found.push([[kind, c, "when"], card.when]);
      inEffects(card.effects, [kind, c]);
    });
  }
  events.forEach(({ branches = [] }, c) => {
    branches.forEach(({ effects }, b) => {
      inEffects(effects, ["events", c, "branches", b]);
    });
  });
  return found.flatMap(([path, conditions]) => (conditions === undefined ? [] : [[path, conditions]]));
}

/** Factors of 1, adds of 0, and factors of what is worth nothing to anybody they are for. */
export function checkLinkagesChangeSomething(scenario: Scenario, warn: Warn): void {
  scenario.linkages.forEach(({ factor, add, issue, parties }, i) => {
    const ids = partiesOfAll(scenario, parties).map((party) => scenario.parties[party]!);
    const without = ids.filter(({ preferences }) => !((preferences.stakes[issue ?? ""]?.weight ?? 0) > 0));
    const cure = "Change it or remove it.";
    if (factor === 1 || add === 0) {
      warn(
        "idle-linkage",
        ["linkages", i],
        `A linkage with a factor of 1 or an add of 0 changes nothing. ${cure}`,
      );
    } else if (factor !== undefined && without.length === ids.length) {
      const message = `${listed(without.map(({ id }) => `"${id}"`))} has no stake in "${issue}" that a factor could change.`;
      warn("idle-linkage", ["linkages", i], `${message} ${cure}`);
    }
  });
}
