/** What is told of a card, wherever it is shown: its words, what it changes, for how long, and where it comes from. */
import type { PublicScenario } from "../../seat/public.ts";
import type { CardView } from "../../view/cards.ts";
import { Own } from "./own.tsx";
import { SourceLinks } from "./sources.tsx";
import { parts } from "./words.ts";

const words = parts.card;

export function CardBody({ scenario, card }: { readonly scenario: PublicScenario; readonly card: CardView }) {
  const { text, turned, by, target, effects, lasts } = card;
  return (
    <>
      <p>
        <Own>
          {text} {turned}
        </Own>{" "}
        {by === undefined && target !== undefined && words.concerns({ name: target })}
      </p>
      <Effects effects={effects} />
      {lasts !== undefined && <p class="small muted">{lasts}</p>}
      <Background scenario={scenario} card={card} />
    </>
  );
}

export function Effects({ effects }: { readonly effects: readonly string[] }) {
  if (effects.length === 0) return <p class="small muted">{words.nothing}</p>;
  return (
    <ul class="effects">
      {effects.map((effect) => (
        <li key={effect}>{effect}</li>
      ))}
    </ul>
  );
}

export function Background(props: {
  readonly scenario: PublicScenario;
  readonly card: Pick<CardView, "sources">;
}) {
  const { sources } = props.card;
  if (sources.length === 0) return null;
  return (
    <details class="background">
      <summary>{words.background}</summary>
      <p>{words.parameters}</p>
      <p>
        <SourceLinks scenario={props.scenario} ids={sources} date={undefined} />
      </p>
    </details>
  );
}
