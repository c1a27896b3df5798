/** What the schema can't say of events and levers: names, aims and effects that would change nothing. */
import type { Path } from "../problem.ts";
import {
  type Scenario,
  type ScenarioEffect,
  type ScenarioEvent,
  type ScenarioLever,
  SELF,
  TARGET,
} from "../schema.ts";
import {
  type Add,
  checkConditions,
  checkIssueRef,
  checkOptionRef,
  checkPartyRefs,
  type Names,
  unknown,
} from "./references.ts";

export function checkCards(scenario: Scenario, names: Names, add: Add): void {
  scenario.events?.forEach((event, i) => {
    checkCard(scenario, event, ["events", i], names, add);
    if ((event.weight === undefined) === (event.round === undefined))
      add(
        "event-form",
        ["events", i],
        'An event has either a "weight", and chance draws it, or the "round" that it opens: one of the two.',
      );
    event.branches?.forEach((branch, b) => {
      checkEffects(scenario, event, branch.effects, ["events", i, "branches", b, "effects"], names, add);
    });
    if (event.effects.length === 0 && (event.branches ?? []).every(({ effects }) => effects.length === 0))
      add("effect-form", ["events", i, "effects"], "This event changes nothing. Give it an effect.");
  });
  scenario.levers?.forEach((lever, i) => {
    const path: Path = ["levers", i];
    if (scenario.events?.some(({ id }) => id === lever.id)) {
      const message = `"${lever.id}" is the id of an event already. Give each card an id of its own.`;
      add("duplicate-id", [...path, "id"], message);
    }
    checkCard(scenario, lever, path, names, add);
    checkPartyRefs(scenario, lever.parties, [...path, "parties"], add);
    if (lever.effects.length === 0)
      add("effect-form", [...path, "effects"], "This lever changes nothing. Give it an effect.");
  });
}

function checkCard(
  scenario: Scenario,
  card: ScenarioEvent | ScenarioLever,
  path: Path,
  names: Names,
  add: Add,
): void {
  const phases = scenario.phases.map(({ id }) => id);
  card.phases?.forEach((id, i) => {
    if (!phases.includes(id))
      add(
        "unknown-phase",
        [...path, "phases", i],
        unknown("phase", id, phases, "Name a phase of the course."),
      );
  });
  if (card.when) checkConditions(card.when, [...path, "when"], names, add);
  if (card.target !== undefined && "parties" in card.target) {
    checkPartyRefs(scenario, card.target.parties, [...path, "target", "parties"], add);
  } else {
    card.target?.issues.forEach((id, i) => {
      checkIssueRef(id, [...path, "target", "issues", i], names, add);
    });
  }
  checkEffects(scenario, card, card.effects, [...path, "effects"], names, add);
}

function checkEffects(
  scenario: Scenario,
  card: ScenarioEvent | ScenarioLever,
  effects: readonly ScenarioEffect[],
  path: Path,
  names: Names,
  add: Add,
): void {
  const aims = card.target === undefined ? undefined : "parties" in card.target ? "parties" : "issues";
  effects.forEach((effect, i) => {
    const at: Path = [...path, i];
    if (effect.changes === "world") return;
    effect.parties.forEach((ref, p) => {
      const where: Path = [...at, "parties", p];
      if (ref === SELF) {
        if (!("cost" in card))
          add("effect-form", where, `"${SELF}" is who pulls a lever; an event has nobody.`);
      } else if (ref === TARGET) {
        if (aims !== "parties")
          add("effect-form", where, `"${TARGET}" needs a card that is aimed at parties: add a "target".`);
      } else checkPartyRefs(scenario, [ref], where.slice(0, -1), add, p);
    });
    if ("issue" in effect && effect.issue === TARGET) {
      if (aims !== "issues")
        add(
          "effect-form",
          [...at, "issue"],
          `"${TARGET}" needs a card that is aimed at issues: add a "target".`,
        );
    } else if ("issue" in effect && effect.issue !== undefined) {
      const known = checkIssueRef(effect.issue, [...at, "issue"], names, add);
      if (known && effect.changes === "value")
        checkOptionRef(effect.issue, effect.option, [...at, "option"], names, add);
      if (known && (effect.changes === "weight" || effect.changes === "value"))
        checkStaked(scenario, effect, at, add);
    }
    if (effect.changes === "limit" && !effect.min && !effect.max)
      add("effect-form", at, 'A limit is moved by steps of its "min", its "max" or both, other than 0.');
    if (effect.changes === "ratification" && effect.when)
      checkConditions(effect.when, [...at, "when"], names, add);
  });
}

/** A weight or a value can be changed only where a party has a stake. */
function checkStaked(
  scenario: Scenario,
  effect: Extract<ScenarioEffect, { changes: "weight" | "value" }>,
  path: Path,
  add: Add,
): void {
  const without = effect.parties.filter((ref) => {
    const party = scenario.parties.find(({ id }) => id === ref);
    return party !== undefined && party.preferences.stakes[effect.issue] === undefined;
  });
  if (without.length > 0) {
    const message = `${without.join(", ")} has no stake in ${effect.issue}, so nothing changes.`;
    add("effect-form", path, `${message} Give it one (a weight of 0 will do) or leave it out.`);
  }
}
