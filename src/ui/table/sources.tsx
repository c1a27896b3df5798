/**
 * The sources of the scenario. While the game runs, those that only tell how it really ended are left out; they
 * appear with the result.
 */
import type { Desk } from "../desk/desk.ts";
import { SourceLink } from "../parts/sources.tsx";
import { table } from "./words.ts";

const words = table.sources;

export function SourceList({ desk }: { readonly desk: Desk }) {
  const { scenario, truth } = desk.play;
  const shown = truth.value?.table.scenario.sources ?? scenario.sources;
  const hidden = truth.value === undefined ? (scenario.withheld ?? 0) : 0;
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
          </li>
        ))}
      </ul>
      {hidden > 0 && <p class="small muted">{words.later({ hidden })}</p>}
    </>
  );
}
