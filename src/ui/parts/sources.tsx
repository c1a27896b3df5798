/** Where something is written: the one way from a source's id to a link, alone or as a line of several with a date. */
import type { Scenario } from "../../scenario/schema.ts";
import { dateName } from "../../view/date.ts";
import { parts } from "./words.ts";

const words = parts.sources;

type Sources = Pick<Scenario, "sources">;
type Source = Scenario["sources"][number];

/** In the order of the ids. */
export function sourcesOf({ sources }: Sources, ids: readonly string[]): readonly Source[] {
  return ids.flatMap((id) => sources.find((source) => source.id === id) ?? []);
}

/** A name that leads to the source where it has an address. */
export function SourceLink({ source, name }: { readonly source: Source; readonly name: string }) {
  const { title, url } = source;
  const hint = name === title ? undefined : title;
  if (url === undefined)
    return (
      <span dir="auto" title={hint}>
        {name}
      </span>
    );
  return (
    <a href={url} dir="auto" title={hint} target="_blank" rel="noreferrer noopener">
      {name}
    </a>
  );
}

export function SourceLinks(props: {
  readonly scenario: Sources;
  readonly ids: readonly string[];
  readonly date: string | undefined;
}) {
  const { scenario, ids, date } = props;
  return (
    <span class="source-links">
      {date !== undefined && <span>{dateName(date)}</span>}
      {sourcesOf(scenario, ids).map((source, i) => (
        <span key={source.id}>
          {(i > 0 || date !== undefined) && words.separator}
          <SourceLink source={source} name={source.outlet ?? source.title} />
        </span>
      ))}
    </span>
  );
}
