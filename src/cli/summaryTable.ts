/** A summary as a table: how phases ended, the most frequent texts, what it was worth to each party. */
import type { Summary } from "../runs/summary.ts";
import { outcomeOf, stepsBetween } from "../scenario/outcome.ts";
import type { Scenario } from "../scenario/schema.ts";
import { columns } from "./files.ts";

export function tableOfSummary(scenario: Scenario, summary: Summary): string {
  const percent = (count: number, of: number) => `${((100 * count) / Math.max(1, of)).toFixed(1)} %`;
  const { games, errors } = summary;
  const phases = summary.phases.map((phase) => [
    phase.id,
    percent(phase.agreement, games),
    percent(phase.deadline, games),
    percent(phase.walkaway, games),
    phase.meanRounds.toFixed(2),
  ]);
  const history = scenario.history && outcomeOf(scenario, scenario.history.outcome);
  const texts = summary.texts.slice(0, 10).map(({ outcome, count }) => {
    const steps =
      history === undefined ? "" : `${stepsBetween(scenario, outcomeOf(scenario, outcome), history)} steps`;
    const words = scenario.issues.flatMap((issue) => {
      if (issue.kind === "level") return [outcome[issue.id]!];
      return outcome[issue.id] === "in" ? [issue.id] : [];
    });
    return [String(count), steps, words.join(" ")];
  });
  const parties = summary.parties.map(({ id, utility, signed }) => [
    id,
    utility.mean.toFixed(1),
    utility.sd.toFixed(1),
    utility.min.toFixed(1),
    utility.max.toFixed(1),
    percent(signed, games),
  ]);
  const head = `${summary.scenario}: ${games} games, seed ${summary.seed}${errors > 0 ? `; ${errors} more ended in errors and are counted nowhere else` : ""}`;
  if (games === 0) return head;
  return [
    head,
    columns([["phase", "agreement", "deadline", "walkaway", "rounds"], ...phases]),
    `\n${summary.texts.length} adopted texts${history ? " (steps: distance from what really happened)" : ""}`,
    columns([["games", "", "options that stand"], ...texts]),
    `\n${columns([["party", "mean", "sd", "min", "max", "signed"], ...parties])}`,
  ].join("\n");
}
