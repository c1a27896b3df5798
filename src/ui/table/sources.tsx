/**
 * The sources of the scenario. While the game runs, those that only tell how it really ended are left out; they
 * appear with the result.
 */
import type { Scenario } from "../../scenario/schema.ts";
import type { Desk } from "../desk/desk.ts";
import { SourceLink } from "../parts/sources.tsx";
import { table } from "./words.ts";

const words = table.sources;

export function SourceList({ desk }: { readonly desk: Desk }) {
  const { scenario } = desk.play;
  const shown = desk.view.value.ended ? scenario.sources : sourcesInPlay(scenario);
  const hidden = scenario.sources.length - shown.length;
  return (
    <>
      <p class="small">{words.count({ shown: shown.length })}</p>
      <ul class="source-list">
        {shown.map((source) => (
          <li key={source.id}>
            <SourceLink source={source} name={source.title} />{" "}
            <span class="small muted">
              {[source.outlet, source.date].filter((part) => part !== undefined).join(", ")}
            </span>
            {source.note !== undefined && <p class="small">{source.note}</p>}
          </li>
        ))}
      </ul>
      {hidden > 0 && <p class="small muted">{words.later({ hidden })}</p>}
    </>
  );
}

/** All but those that nothing cites except `history`. */
function sourcesInPlay(scenario: Scenario): Scenario["sources"] {
  const { parties, issues, linkages, events = [], levers = [], history } = scenario;
  const cited = new Set([
    ...parties.flatMap(({ brief, preferences, ratification }) => [
      ...(brief.sources ?? []),
      ...(ratification?.sources ?? []),
      ...Object.values(preferences.stakes).flatMap(({ claim }) => claim?.sources ?? []),
      ...preferences.limits.flatMap((limit) => limit.sources ?? []),
    ]),
    ...issues.flatMap(({ options }) => options.flatMap((option) => option.sources ?? [])),
    ...[...linkages, ...events, ...levers].flatMap(({ sources }) => sources ?? []),
  ]);
  return scenario.sources.filter(({ id }) => cited.has(id) || history?.sources.includes(id) !== true);
}
