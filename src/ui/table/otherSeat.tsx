/** When it is another person's turn: that person sits down at this screen, or an agent plays the seat from now on. */
import type { Beat } from "../../protocol/move.ts";
import type { Desk } from "../desk/desk.ts";
import { BarHeading } from "./barHeading.tsx";
import { table } from "./words.ts";

const words = table.otherSeat;

const VOTING: ReadonlySet<Beat> = new Set(["ballot", "adoption", "council"]);

export function OtherSeatBar({ desk, party }: { readonly desk: Desk; readonly party: number }) {
  const { play } = desk;
  const { name, inText } = play.scenario.parties[party]!;
  const seat = inText ?? name;
  return (
    <>
      <div class="bar-says">
        <BarHeading text={words.title({ seat: name })} />
        <p>
          {words.held} {VOTING.has(desk.fixed.value.beat) && words.ballot}
        </p>
      </div>
      <div class="bar-does">
        <button type="button" class="primary" onClick={() => desk.sit(party)}>
          {words.sit({ seat })}
        </button>
        <button
          type="button"
          onClick={() =>
            desk.act(() => {
              play.relieve(party, "agent");
              return undefined;
            })
          }
        >
          {words.agent}
        </button>
      </div>
    </>
  );
}
