/** "Let an agent play for me" and back: the same button wherever the bar offers it. */
import type { Desk } from "../desk/desk.ts";

const words = { give: "Let an agent play for me", take: "Take the seat back" } as const;

export function HandOver({ desk }: { readonly desk: Desk }) {
  const { play } = desk;
  const given = play.handedOver.value;
  const press = () =>
    desk.act(() => {
      if (given) play.takeBack();
      else play.handOver();
      return undefined;
    });
  return (
    <button type="button" class="quiet" onClick={press}>
      {given ? words.take : words.give}
    </button>
  );
}
