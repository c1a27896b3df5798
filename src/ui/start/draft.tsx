/**
 * The picture of the start page is the subject itself: three sentences of the draft, the open one with the scale it can
 * move on. The words are those of the bundled scenario's first issue, copied so that the page need not load it.
 */
const words = {
  title: "Draft statement",
  date: "Paris, 6 January 2026, morning",
  stands: [
    "A European-led Multinational Force for Ukraine will be ready to deploy after a credible cessation of hostilities.",
    "Commitments may include the use of military capabilities in case of a renewed attack.",
  ],
  open: "The United States commits to support the Force if it is attacked.",
  tag: "open",
  scale: "What the United States may promise, from least to most",
  options: ["None", "Proposed support", "Enablers", "Enablers and promise", "Full backstop"],
  now: (option: string) => `${option} (in the draft)`,
} as const;

const NOW = 3;

export function DraftFigure() {
  return (
    <figure class="draft">
      <figcaption>
        <span class="draft-title">{words.title}</span>
        <span class="muted">{words.date}</span>
      </figcaption>
      <p>{words.stands[0]}</p>
      <p class="draft-open">
        <span class="tag">{words.tag}</span>
        <span>{words.open}</span>
      </p>
      <p>{words.stands[1]}</p>
      <p class="draft-scale-title" id="draft-scale">
        {words.scale}
      </p>
      <ol class="draft-scale" aria-labelledby="draft-scale">
        {words.options.map((option, i) => (
          <li key={option} class={i === NOW ? "now" : undefined}>
            {i === NOW ? words.now(option) : option}
          </li>
        ))}
      </ol>
    </figure>
  );
}
