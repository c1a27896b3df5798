/** Decision rules that can't be met however the parties vote, or are met whatever they do. */
import type { Positions } from "../protocol/course.ts";
import { decided, ruleOf } from "../protocol/decision.ts";
import { partiesIn, partiesOfAll } from "../scenario/parties.ts";
import type { Path } from "../scenario/problem.ts";
import type { DecisionRule, Scenario } from "../scenario/schema.ts";
import type { Warn } from "../scenario/warnings/warning.ts";

export function checkRules({ scenario }: Positions, warn: Warn): void {
  scenario.phases.forEach((phase, i) => {
    const path: Path = ["phases", i];
    if (phase.protocol === "drafting") {
      const voters = partiesIn(scenario, phase);
      checkRule(scenario, phase.amendment, voters, [...path, "amendment"], warn);
      checkRule(scenario, phase.decision, voters, [...path, "decision"], warn);
    }
    if (phase.protocol === "talks") {
      phase.seats.forEach(({ decision, members }, s) => {
        const voters = partiesOfAll(scenario, members);
        if (decision !== undefined)
          checkRule(scenario, decision, voters, [...path, "seats", s, "decision"], warn);
      });
    }
  });
}

function checkRule(
  scenario: Scenario,
  rule: DecisionRule,
  voters: readonly number[],
  path: Path,
  warn: Warn,
): void {
  const { mustAgree, minFor, maxAgainst, weights } = rule;
  const must = partiesOfAll(scenario, mustAgree);
  const asks = must.length > 0 || minFor !== undefined || maxAgainst !== undefined;
  const all = voters.length;
  if (!asks || decided(ruleOf(scenario, rule), votes(scenario, voters, []))) {
    const message = "This rule is met whatever the parties vote, even if all are against.";
    warn("rule-always", path, `${message} Say who must agree, or how many.`);
    return;
  }
  for (const side of ["minFor", "maxAgainst"] as const) {
    const threshold = rule[side];
    if (threshold === undefined) continue;
    const alone = ruleOf(scenario, { mustAgree, [side]: threshold, ...(weights && { weights }) });
    const at = [...path, side];
    if (!decided(alone, votes(scenario, voters, voters))) {
      const message = `"${side}" can't be met, even if all ${all} vote for.`;
      warn("rule-never", at, `${message} Lower it, or check the votes that parties have.`);
    } else if (decided(alone, votes(scenario, voters, must))) {
      const message = `"${side}" is met whatever the ${must.length > 0 ? "others" : "parties"} vote, so it asks for nothing.`;
      warn("rule-always", at, `${message} Change it or remove it.`);
    }
  }
}

/** A ballot in which these are for and the other voters against. */
function votes({ parties }: Scenario, voters: readonly number[], agreeing: readonly number[]) {
  return parties.map((_, party) =>
    agreeing.includes(party) ? "for" : voters.includes(party) ? "against" : undefined,
  );
}
