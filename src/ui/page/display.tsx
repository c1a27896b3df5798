/** The Display dialog: theme and motion, each with "as the system says". Changes show at once; there is nothing to send. */
import type { Signal } from "@preact/signals";
import { useId } from "preact/hooks";
import { Dialog } from "./dialog.tsx";
import { MOTIONS, type Settings, THEMES } from "./settings.ts";
import { page } from "./words.ts";

const words = page.display;

export function Display(props: { readonly settings: Settings; readonly open: boolean; close(): void }) {
  const { theme, motion } = props.settings;
  return (
    <Dialog open={props.open} title={words.title} close={props.close}>
      <Choice legend={words.theme} chosen={theme} choices={THEMES} names={words.themes} />
      <Choice legend={words.motion} chosen={motion} choices={MOTIONS} names={words.motions} />
    </Dialog>
  );
}

function Choice<T extends string>(props: {
  readonly legend: string;
  readonly chosen: Signal<T>;
  readonly choices: readonly T[];
  readonly names: Readonly<Record<T, string>>;
}) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend>{props.legend}</legend>
      <div class="pills">
        {props.choices.map((choice) => (
          <label key={choice} class="pill">
            <input
              type="radio"
              name={name}
              checked={props.chosen.value === choice}
              onChange={() => {
                props.chosen.value = choice;
              }}
            />
            <span>{props.names[choice]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
