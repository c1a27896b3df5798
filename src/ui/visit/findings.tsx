/** A list of places in a file with what is to be said of each: what to mend in one that was refused, what to check else. */
import type { Finding } from "../keeping/open.ts";
import { visit } from "./words.ts";

const words = visit.findings;

export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <ol class="findings">
      {findings.map((finding) => (
        <li key={`${finding.place?.line} ${finding.place?.column} ${finding.message}`}>
          <Place finding={finding} />
          <p>{finding.message}</p>
        </li>
      ))}
    </ol>
  );
}

function Place({ finding: { place } }: { readonly finding: Finding }) {
  if (place === undefined) return null;
  return (
    <p class="place">
      <strong>{words.place({ line: place.line, column: place.column })}</strong>
      {place.path !== "" && <code>{place.path}</code>}
    </p>
  );
}
