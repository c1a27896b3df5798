/** When an agent has broken the rules: the game stands still, nothing is lost, and its seat is given to somebody else. */
import type { Desk } from "../desk/desk.ts";
import type { Play } from "../desk/play.ts";
import { BarHeading } from "./barHeading.tsx";
import { table } from "./words.ts";

const words = table.faultBar;

interface FaultBarProps {
  readonly desk: Desk;
  readonly fault: NonNullable<Play["fault"]["value"]>;
}

export function FaultBar({ desk, fault: { party, sentence } }: FaultBarProps) {
  const { play } = desk;
  const { name, inText } = play.scenario.parties[party]!;
  const seat = inText ?? name;
  const relieve = (by: "person" | "nobody") => () =>
    desk.act(() => {
      play.relieve(party, by);
      return undefined;
    });
  return (
    <>
      <div class="bar-says" role="alert">
        <BarHeading text={words.title({ seat })} />
        <p>{words.kept}</p>
        <details>
          <summary>{words.details}</summary>
          <p>{sentence}</p>
        </details>
      </div>
      <div class="bar-does">
        <button type="button" class="primary" onClick={relieve("person")}>
          {words.person({ seat })}
        </button>
        <button type="button" onClick={relieve("nobody")}>
          {words.nobody}
        </button>
      </div>
    </>
  );
}
