/** The lower part of the start page: what teachers, researchers and careful readers want to know, in a few lines each. */
import { start } from "./words.ts";

const words = start.about;

export function About() {
  return (
    <section class="page about" aria-labelledby="about-title">
      <h2 id="about-title">{words.title}</h2>
      <div class="about-columns">
        <Part title={words.teachers} paragraphs={Object.values(words.teaching)} code={words.link} />
        <Part title={words.researchers} paragraphs={Object.values(words.research)} code={words.command} />
        <Part title={words.care} paragraphs={Object.values(words.caring)} />
      </div>
    </section>
  );
}

function Part(props: {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly code?: string;
}) {
  return (
    <section>
      <h3>{props.title}</h3>
      {props.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {props.code !== undefined && (
        <pre>
          <code>{props.code}</code>
        </pre>
      )}
    </section>
  );
}
