/**
 * A term of the trade with its one-sentence card: a button with a dotted underline that opens a native popover, so
 * that Esc and a click elsewhere close it and nothing is hidden from the keyboard.
 */
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { parts } from "./words.ts";

const words = parts.terms;
export type TermId = keyof typeof words;

const MENTIONS: readonly (readonly [RegExp, TermId])[] = [
  [/snapback/i, "snapback"],
  [/article[ -]5/i, "article5"],
];

/** The terms that a text mentions and that may need their card. */
export function termsIn(text: string): readonly TermId[] {
  return MENTIONS.flatMap(([pattern, id]) => (pattern.test(text) ? [id] : []));
}

export function Term({ id, children }: { readonly id: TermId; readonly children?: ComponentChildren }) {
  const card = useId();
  const { name, sentence } = words[id];
  return (
    <>
      <button type="button" class="term" popovertarget={card} onClick={(event) => place(event, card)}>
        {children ?? name}
      </button>
      <span class="term-card" id={card} popover="auto">
        <strong>{name}</strong> {sentence}
      </span>
    </>
  );
}

/** Near its word, but inside the window; the position is only a courtesy, the card works anywhere. */
function place(event: Event, id: string): void {
  const word = (event.currentTarget as HTMLElement).getBoundingClientRect();
  const card = document.getElementById(id);
  if (card === null) return;
  const width = Math.min(320, innerWidth - 16);
  card.style.width = `${width}px`;
  card.style.left = `${Math.max(8, Math.min(word.left, innerWidth - width - 8))}px`;
  const below = word.bottom + 160 < innerHeight;
  card.style.top = below ? `${word.bottom + 6}px` : "auto";
  card.style.bottom = below ? "auto" : `${innerHeight - word.top + 6}px`;
}
