/** A message with marked parts, each of which becomes an element: a term with its card, a strong word, a link. */
import type { ComponentChildren } from "preact";
import type { Part } from "../../view/words/messages.ts";

interface RichProps {
  readonly message: readonly Part[];
  /** What each mark of the message is shown as. */
  readonly marks: Readonly<Record<string, (inside: ComponentChildren) => ComponentChildren>>;
}

export function Rich({ message, marks }: RichProps) {
  return (
    <>
      {message.map((part) => {
        if (typeof part === "string") return part;
        const mark = marks[part.name];
        if (mark === undefined) throw new Error(`A message has the mark "${part.name}", which is not shown.`);
        return mark(<Rich message={part.parts} marks={marks} />);
      })}
    </>
  );
}
