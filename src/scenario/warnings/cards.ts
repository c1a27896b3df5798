/** Events that can't come, levers that nobody can pull, and effects that change nothing. */

import { partiesOfAll } from "../parties.ts";
import type { Path } from "../problem.ts";
import {
  type Scenario,
  type ScenarioEffect,
  type ScenarioEvent,
  type ScenarioLever,
  type ScenarioPhase,
  SELF,
  TARGET,
} from "../schema.ts";
import { openingsOf } from "../setting.ts";
import { contradiction } from "./conditions.ts";
import type { Warn } from "./warning.ts";

export function checkEventsCanCome(scenario: Scenario, warn: Warn): void {
  scenario.events?.forEach((event, i) => {
    const path: Path = ["events", i];
    const reason = whyNoEvent(scenario, event);
    if (reason !== undefined) warn("never-comes", path, `"${event.id}" can't come: ${reason}`);
    const never = event.branches?.findIndex(({ weight }) => weight === 0) ?? -1;
    if (never < 0) return;
    const message = `A way for "${event.id}" to turn out has the weight 0, so it never comes.`;
    warn("never-comes", [...path, "branches", never], `${message} Give it a weight or remove it.`);
  });
}

function whyNoEvent(scenario: Scenario, event: ScenarioEvent): string | undefined {
  const meant = phasesOf(scenario, event);
  if (event.round !== undefined) return whyNotAtItsRound(scenario, event, event.round, meant);
  if (event.weight === 0) return 'its weight is 0. Give it a "weight" above 0 or remove it.';
  if (!meant.some(({ news = 0 }) => news > 0)) {
    const where = event.phases === undefined ? "no phase" : "no phase that it is meant for";
    return `${where} opens its rounds with news. Give one a chance, such as "news": 0.3.`;
  }
  const fitting = meant.filter(({ news = 0 }) => news > 0).some((phase) => mayFit(scenario, phase, event));
  return fitting
    ? undefined
    : 'no text on the table of its phases can meet its "when". Change the conditions.';
}

function whyNotAtItsRound(
  scenario: Scenario,
  event: ScenarioEvent,
  round: number,
  meant: readonly ScenarioPhase[],
): string | undefined {
  const lasting = meant.filter((phase) => round <= roundsOf(phase));
  if (lasting.length === 0)
    return `no phase that it is meant for has a round ${round}. Give it an earlier one.`;
  const always = lasting.filter((phase) => {
    const before = scenario.events!.slice(0, scenario.events!.indexOf(event));
    return !before.some(
      (other) => other.round === round && !other.when && phasesOf(scenario, other).includes(phase),
    );
  });
  if (always.length === 0) return `another event opens round ${round} already. Give it a round of its own.`;
  return always.some((phase) => mayFit(scenario, phase, event))
    ? undefined
    : 'no text on the table of its phases can meet its "when". Change the conditions.';
}

function roundsOf(phase: ScenarioPhase): number {
  return phase.protocol === "ratification" ? 1 : phase.rounds;
}

export function checkLeversCanBePulled(scenario: Scenario, warn: Warn): void {
  scenario.levers?.forEach((lever, i) => {
    const reason = whyNoPull(scenario, lever);
    if (reason !== undefined) warn("never-pulled", ["levers", i], `Nobody can pull "${lever.id}": ${reason}`);
  });
}

function whyNoPull(scenario: Scenario, lever: ScenarioLever): string | undefined {
  const holders = partiesOfAll(scenario, lever.parties);
  const able = phasesOf(scenario, lever).filter((phase) => {
    const acting = actingIn(scenario, phase);
    return holders.some((party) => acting.includes(party));
  });
  if (able.length === 0)
    return "none of those who hold it has a turn in its phases. Give it to others, or change its phases.";
  const { target } = lever;
  if (target !== undefined && "parties" in target) {
    const targets = partiesOfAll(scenario, target.parties);
    if (!holders.some((party) => targets.some((other) => other !== party)))
      return "a lever is not aimed at oneself, and it has no other target. Add one.";
  }
  return able.some((phase) => mayFit(scenario, phase, lever))
    ? undefined
    : 'no text on the table of its phases can meet its "when". Change the conditions.';
}

/** A chance of news where no event may come. */
export function checkNewsHaveEvents(scenario: Scenario, warn: Warn): void {
  scenario.phases.forEach((phase, i) => {
    if ((phase.news ?? 0) === 0) return;
    const possible = scenario.events?.some(
      (event) =>
        (event.weight ?? 0) > 0 &&
        phasesOf(scenario, event).includes(phase) &&
        mayFit(scenario, phase, event),
    );
    if (possible) return;
    const message = `"${phase.id}" has a chance of news, but no event may come in it.`;
    warn("idle-news", ["phases", i, "news"], `${message} Write an event for it or remove the chance.`);
  });
}

export function checkEffectsChangeSomething(scenario: Scenario, warn: Warn): void {
  const check = (effects: readonly ScenarioEffect[], path: Path) => {
    effects.forEach((effect, e) => {
      const reason = whyIdle(scenario, effect);
      if (reason !== undefined)
        warn("idle-effect", [...path, "effects", e], `This effect changes nothing: ${reason}`);
    });
  };
  scenario.events?.forEach((event, i) => {
    check(event.effects, ["events", i]);
    event.branches?.forEach((branch, b) => {
      check(branch.effects, ["events", i, "branches", b]);
    });
  });
  scenario.levers?.forEach((lever, i) => {
    check(lever.effects, ["levers", i]);
  });
}

function whyIdle(scenario: Scenario, effect: ScenarioEffect): string | undefined {
  if ("add" in effect && effect.add === 0) return "it adds 0. Write another number or remove it.";
  if (effect.changes === "world" && effect.variable !== "unity" && scenario.aftermath === undefined)
    return `"${effect.variable}" counts in the aftermath only, and there is none. Remove it.`;
  return effect.changes === "ratification" ? whyNoBody(scenario, effect.parties) : undefined;
}

/** `affected`: with `$self` or `$target` it is anybody, which is not looked into. */
function whyNoBody(scenario: Scenario, affected: readonly string[]): string | undefined {
  const { aftermath, phases } = scenario;
  if (aftermath === undefined && !phases.some(({ protocol }) => protocol === "ratification"))
    return "no body is ever asked. Add a phase of ratification or remove it.";
  if (affected.some((ref) => ref === SELF || ref === TARGET)) return undefined;
  return partiesOfAll(scenario, affected).some((party) => scenario.parties[party]!.ratification !== undefined)
    ? undefined
    : "none of these parties has a body that ratifies. Give them one or remove it.";
}

function phasesOf({ phases }: Scenario, card: ScenarioEvent | ScenarioLever): readonly ScenarioPhase[] {
  return card.phases === undefined ? phases : phases.filter(({ id }) => card.phases!.includes(id));
}

/** Parties that get the floor or a turn in a phase; a person always gets the floor, whoever else is drawn. */
function actingIn(scenario: Scenario, phase: ScenarioPhase): readonly number[] {
  if (phase.protocol === "ratification") return [];
  if (phase.protocol === "drafting") return partiesOfAll(scenario, phase.parties);
  return phase.seats.map(({ members, spokesperson }) => {
    if (spokesperson !== undefined) return scenario.parties.findIndex(({ id }) => id === spokesperson);
    return Math.min(...partiesOfAll(scenario, members));
  });
}

/** Whether some text that may lie on the table of a phase meets a card's conditions. */
function mayFit(
  scenario: Scenario,
  phase: ScenarioPhase,
  { when = [] }: ScenarioEvent | ScenarioLever,
): boolean {
  const fixed = when.flatMap(({ issue }) => {
    const option = unchanging(scenario, phase, issue);
    return option === undefined ? [] : [{ issue, is: option }];
  });
  return contradiction(scenario, [...when, ...fixed]) === undefined;
}

/** The option at which an issue stays throughout a phase; undefined where it is open or depends on what came before. */
function unchanging(scenario: Scenario, phase: ScenarioPhase, id: string): string | undefined {
  const { statusQuo, opensWith } = scenario.issues.find((issue) => issue.id === id)!;
  if (phase.protocol === "drafting") {
    if (phase.agenda === "all") return undefined;
    const open = phase.agenda.some((round) => round.includes(id) || round.includes(opensWith ?? ""));
    const [first, ...others] = openingsOf(phase).map((opening) => opening[id] ?? statusQuo);
    return open || others.some((option) => option !== first) ? undefined : first;
  }
  if (phase.protocol === "ratification" || phase.disagreement === "mandate") return undefined;
  const open = phase.issues === "all" || phase.issues.includes(id);
  return open ? undefined : (phase.disagreement[id] ?? statusQuo);
}
