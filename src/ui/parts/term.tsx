/**
 * A term of the trade with its one-sentence card: a button with a dotted underline that opens a native popover, so
 * that Esc and a click elsewhere close it and nothing is hidden from the keyboard.
 */
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

export const TERMS = {
  batna: [
    "BATNA",
    "Best alternative to a negotiated agreement: what you can do if there is no agreement. It is the measure of every offer.",
  ],
  mandate: [
    "Mandate",
    "What your capital allows you to sign. You may still vote for more or less; the result page will say that you left it.",
  ],
  reservation: [
    "Reservation",
    "You sign the text, but opt out of one issue: it does not bind you. Each reservation costs the signatories some unity.",
  ],
  news: [
    "News",
    "An event that chance draws when a round opens. It changes what parties want or may sign, for some rounds or for good.",
  ],
  lever: [
    "Lever",
    "Something a party does beside speaking when it has the floor or its turn: at most two in a round, at a cost in its own points.",
  ],
  snapback: ["Snapback", "Sanctions that were lifted return by themselves when the terms are broken."],
  article5: [
    "Article 5",
    "NATO’s mutual defence clause: an attack on one ally is considered an attack on all; each then takes the action it deems necessary.",
  ],
} as const;
export type TermId = keyof typeof TERMS;

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
  const [name, sentence] = TERMS[id];
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
