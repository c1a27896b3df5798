/** The event that opened this round, folded once there has been a ballot; and, folded, every card that lies on the table. */
import type { CardView } from "../../view/cards.ts";
import type { Desk } from "../desk/desk.ts";
import { CardBody } from "../parts/card.tsx";
import { Own } from "../parts/own.tsx";
import { table } from "./words.ts";

const words = table.news;

export function NewsCard({ desk }: { readonly desk: Desk }) {
  const { news, record } = desk.fixed.value;
  if (news === undefined) return null;
  // Open until there is a ballot to react to; from then on a line is enough.
  const fresh = record.findLast(({ beat, behind }) => beat === "news" || behind === "votes")?.beat === "news";
  return (
    <section class="panel news" aria-labelledby="news-heading">
      <details open={fresh} key={news.place}>
        <summary>
          <h2 id="news-heading">{words.news({ title: news.title })}</h2>
        </summary>
        <CardBody scenario={desk.play.scenario} card={news} />
      </details>
    </section>
  );
}

export function CardsOnTable({ desk }: { readonly desk: Desk }) {
  const { cards } = desk.fixed.value;
  if (cards.length === 0) return null;
  return (
    <section class="panel cards" aria-labelledby="cards-heading">
      <details>
        <summary>
          <h2 id="cards-heading">{words.onTable}</h2> {words.count({ count: cards.length })}
        </summary>
        <ul>
          {cards.map((card) => (
            <li key={card.place}>
              <details>
                <summary>
                  <strong>
                    <Own>{card.title}</Own>
                  </strong>{" "}
                  <span class="muted">{originOf(card)}</span>
                </summary>
                <CardBody scenario={desk.play.scenario} card={card} />
              </details>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** Who played it, at whom, and whether it concerns you. */
function originOf({ by, target, concernsYou }: CardView): string {
  const who = concernsYou ? words.yours : words.theirs;
  if (by === undefined) return who.event;
  return target === undefined ? who.pulled({ by }) : who.aimed({ by, target });
}
