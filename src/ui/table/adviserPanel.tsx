/**
 * The adviser's one sentence, about the nearest delegation or the one that you ask about, and a button that tries its step on in
 * your draft: nothing is sent by it. Where your delegation and your capital differ on the text, both are heard.
 */
import { useId, useMemo } from "preact/hooks";
import { adviceOn } from "../../view/adviser.ts";
import type { Desk } from "../desk/desk.ts";
import { say } from "../page/status.ts";
import { useOwn } from "../parts/own.tsx";
import { table } from "./words.ts";

const words = table.adviserPanel;

export function AdviserPanel({ desk }: { readonly desk: Desk }) {
  const { ended, motion, advice, voices } = desk.fixed.value;
  const { sentence, changes } = useAdvice(desk);
  // While a motion is voted on, the question is the motion, not what to propose.
  if (ended || advice === "" || motion !== undefined) return null;
  const attempt = () => {
    const kept = desk.play.draft.peek().filter(([issue]) => !changes.some(([other]) => other === issue));
    desk.play.setDraft([...kept, ...changes]);
  };
  return (
    <section class="panel adviser" aria-labelledby="adviser-heading">
      <h2 id="adviser-heading">{words.title}</h2>
      <Whom desk={desk} />
      <p>{sentence}</p>
      {changes.length > 0 && (
        <button type="button" onClick={attempt}>
          {words.attempt}
        </button>
      )}
      {voices !== undefined && (
        <>
          <h3>{words.voices}</h3>
          <p>{voices.delegation}</p>
          <p>{voices.capital}</p>
        </>
      )}
    </section>
  );
}

function askedNow({ play, askedAbout }: Desk): number | undefined {
  const asked = askedAbout.value;
  return asked?.phase === play.standpoint.value.game.phase ? asked.party : undefined;
}

/** What is said of whom you ask about, worked out once for each move. */
function useAdvice(desk: Desk) {
  const { advice, advised } = desk.fixed.value;
  const at = desk.play.standpoint.value;
  const asked = askedNow(desk);
  return useMemo(
    () => (asked === undefined ? { sentence: advice, changes: advised } : adviceOn(at, at.game.text, asked)),
    [at, asked, advice, advised],
  );
}

/** Whom to ask about. */
function Whom({ desk }: { readonly desk: Desk }) {
  const id = useId();
  const own = useOwn();
  const { askedAbout, fixed, play } = desk;
  const { askable } = fixed.value;
  const asked = askedNow(desk);
  if (askable.length === 0) return null;
  const ask = (value: string) => {
    const party = value === "" ? undefined : Number(value);
    const at = play.standpoint.peek();
    askedAbout.value = party === undefined ? undefined : { phase: at.game.phase, party };
    say(party === undefined ? fixed.peek().advice : adviceOn(at, at.game.text, party).sentence);
  };
  const choices = (needed: boolean) =>
    askable
      .filter((choice) => choice.needed === needed)
      .map(({ party, name }) => (
        <option key={party} value={String(party)} {...own}>
          {name}
        </option>
      ));
  const [needed, others] = [choices(true), choices(false)];
  return (
    <>
      <label for={id} class="small">
        {words.ask}
      </label>
      <select
        id={id}
        value={asked === undefined ? "" : String(asked)}
        onChange={(event) => ask(event.currentTarget.value)}
      >
        <option value="">{words.nearest}</option>
        {needed.length > 0 && <optgroup label={words.needed}>{needed}</optgroup>}
        {others.length > 0 && <optgroup label={words.others}>{others}</optgroup>}
      </select>
    </>
  );
}
