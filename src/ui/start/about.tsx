/** The lower part of the start page: what teachers, researchers and careful readers want to know, in a few lines each. */
const words = {
  title: "Before you use it in class",
  teachers: "For teachers",
  teaching: [
    "One lesson is enough: play a seat, compare the texts, then step out of role and talk. No agreement is a legitimate result.",
    "No account and no installation. Games stay in each browser; pupils can save them as files.",
    "Give every group the same seed and they meet the same summit. This ending of the page's address opens a certain seat at once:",
  ],
  link: "#scenario=paris-2026&seat=poland&seed=12",
  researchers: "For researchers",
  research: [
    "The same rules run without a screen, seeded and repeatable; every game is a small JSON file that replays move by move.",
    "From a checkout, a thousand seeded games of the built-in agents:",
  ],
  command: "npm run parley -- simulate scenarios/paris-2026.json --games 1000 --seed 1",
  care: "Sources and care",
  caring: [
    "Positions are reported, not endorsed; numbers are teaching parameters. Every reported position names its source.",
    "Confidential briefs are role instructions for a game, not claims about what a government thinks in private.",
    "The subject is a war that goes on. There are no pictures of it and no casualties to count. Let nobody be made to speak for a country because of where they come from: draw the seats by lot, or choose freely.",
  ],
} as const;

export function About() {
  return (
    <section class="page about" aria-labelledby="about-title">
      <h2 id="about-title">{words.title}</h2>
      <div class="about-columns">
        <Part title={words.teachers} paragraphs={words.teaching} code={words.link} />
        <Part title={words.researchers} paragraphs={words.research} code={words.command} />
        <Part title={words.care} paragraphs={words.caring} />
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
