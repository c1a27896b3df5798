/** "Let an agent play for me" and back: the same button wherever the bar offers it. */
import type { Desk } from "../desk/desk.ts";
import { table } from "./words.ts";

const words = table.handOver;

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
