/** What a file says and nothing asks for: it was meant to have a consequence, and has none. */
import { partiesIn, partiesOfAll } from "../parties.ts";
import type { Path } from "../problem.ts";
import { type DecisionRule, type Scenario, type ScenarioEffect, TARGET } from "../schema.ts";
import { listed, type Warn } from "./warning.ts";

export function checkVotesAreCast(scenario: Scenario, warn: Warn): void {
  const check = ({ weights = {} }: DecisionRule, members: readonly number[], path: Path) => {
    const voting = new Set(members.map((party) => scenario.parties[party]!.id));
    const idle = Object.keys(weights).filter((id) => !voting.has(id));
    if (idle.length === 0) return;
    const message = `The votes of ${listed(idle)} are never counted: they have no vote here.`;
    warn("unused", [...path, "weights", idle[0]!], `${message} Give them a seat or remove them.`);
  };
  scenario.phases.forEach((phase, i) => {
    if (phase.protocol === "drafting") {
      const members = partiesIn(scenario, phase);
      check(phase.amendment, members, ["phases", i, "amendment"]);
      check(phase.decision, members, ["phases", i, "decision"]);
    }
    if (phase.protocol !== "talks") return;
    phase.seats.forEach(({ id, members, decision }, s) => {
      if (decision === undefined) return;
      const path: Path = ["phases", i, "seats", s, "decision"];
      const voting = partiesOfAll(scenario, members);
      if (voting.length > 1) check(decision, voting, path);
      else warn("unused", path, `"${id}" has a single member, which accepts by itself. Remove the decision.`);
    });
  });
}

export function checkFloorIsGiven(scenario: Scenario, warn: Warn): void {
  scenario.phases.forEach((phase, i) => {
    if (phase.protocol !== "drafting") return;
    const { principals, rotating } = phase.floor;
    const others = partiesIn(scenario, phase).length - partiesOfAll(scenario, principals).length;
    if (rotating <= others) return;
    const message = `${rotating} others are to be drawn, and there are ${others} beside the principals.`;
    warn("unused", ["phases", i, "floor", "rotating"], `${message} Write at most ${others}.`);
  });
}

/** The first phase has none before it that could have agreed on anything. */
export function checkDeparturesHaveAMandate({ phases: [first] }: Scenario, warn: Warn): void {
  if (first?.protocol !== "talks" || first.departure === 0) return;
  const message = `"${first.id}" comes first, so there is no mandate that an agreement could depart from.`;
  warn("unused", ["phases", 0, "departure"], `${message} Remove it.`);
}

export function checkTargetsAreMet(scenario: Scenario, warn: Warn): void {
  const cards = [
    ...(scenario.events ?? []).map((event, i) => ({ card: event, path: ["events", i] satisfies Path })),
    ...(scenario.levers ?? []).map((lever, i) => ({ card: lever, path: ["levers", i] satisfies Path })),
  ];
  for (const { card, path } of cards) {
    if (card.target === undefined) continue;
    const branches = "branches" in card ? (card.branches ?? []) : [];
    if ([card, ...branches].some(({ effects }) => effects.some(aimed))) continue;
    const message = `"${card.id}" is aimed, but none of its effects names "${TARGET}".`;
    warn("unused", [...path, "target"], `${message} Write it in an effect or remove the target.`);
  }
}

function aimed(effect: ScenarioEffect): boolean {
  return (
    ("parties" in effect && effect.parties.includes(TARGET)) || ("issue" in effect && effect.issue === TARGET)
  );
}
