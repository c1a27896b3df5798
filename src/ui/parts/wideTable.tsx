/** A table that may be wider than a phone: it scrolls by itself, and what scrolls can be reached by keyboard. */
import type { ComponentChildren } from "preact";

export function WideTable(props: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard.
    <section class="wide-table" aria-label={props.label} tabIndex={0}>
      {props.children}
    </section>
  );
}

/** One row of column headings. */
export function Columns({ names }: { readonly names: readonly string[] }) {
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}
