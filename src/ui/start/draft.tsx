/**
 * The picture of the start page is the subject itself: three sentences of the draft, the open one with the scale it can
 * move on. The words are those of the bundled scenario's first issue, copied so that the page need not load it.
 */
import { start } from "./words.ts";

const words = start.draft;

const NOW = 3;

export function DraftFigure() {
  return (
    <figure class="draft">
      <figcaption>
        <span class="draft-title">{words.title}</span>
        <span class="muted">{words.date}</span>
      </figcaption>
      <p>{words.stands.force}</p>
      <p class="draft-open">
        <span class="tag">{words.tag}</span>
        <span>{words.open}</span>
      </p>
      <p>{words.stands.commitments}</p>
      <p class="draft-scale-title" id="draft-scale">
        {words.scale}
      </p>
      <ol class="draft-scale" aria-labelledby="draft-scale">
        {Object.values(words.options).map((option, i) => (
          <li key={option} class={i === NOW ? "now" : undefined}>
            {i === NOW ? words.now({ option }) : option}
          </li>
        ))}
      </ol>
    </figure>
  );
}
