/**
 * A part of the result page. Where the game was one phase the page's sections are its parts; in a course each phase is a
 * section and its parts lie one level deeper, the longest of them folded.
 */
import type { ComponentChildren } from "preact";
import type { OutcomeFacts } from "../../view/result.ts";

interface PartProps {
  readonly facts: OutcomeFacts;
  /** Unique within its phase. */
  readonly name: string;
  readonly title: string;
  /** Within a course it is shown on demand. */
  readonly folds?: true;
  readonly children: ComponentChildren;
}

export function Part({ facts, name, title, folds, children }: PartProps) {
  if (!facts.course)
    return (
      <section aria-labelledby={`${name}-heading`}>
        <h2 id={`${name}-heading`}>{title}</h2>
        {children}
      </section>
    );
  const id = `${facts.id}-${name}-heading`;
  if (folds)
    return (
      <details class="result-fold">
        <summary>{title}</summary>
        {children}
      </details>
    );
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}

/** A name that no other phase's part has. */
export function within({ course, title }: OutcomeFacts, name: string): string {
  return course ? `${title}: ${name}` : name;
}

/** A heading inside a part, or inside a phase where it stands by itself. */
export function SubHeading(props: { readonly facts: OutcomeFacts; readonly children: ComponentChildren }) {
  return props.facts.course ? <h4>{props.children}</h4> : <h3>{props.children}</h3>;
}
