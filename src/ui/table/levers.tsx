/** Your levers: the button in the bar that opens them, and the dialog with what each does, costs and may be aimed at. */
import { useId, useState } from "preact/hooks";
import type { PublicScenario } from "../../seat/public.ts";
import type { LeverView } from "../../view/levers.ts";
import type { Desk } from "../desk/desk.ts";
import { afterDialog } from "../page/focus.ts";
import { say } from "../page/status.ts";
import { Background, Effects } from "../parts/card.tsx";
import { Own, useOwn } from "../parts/own.tsx";
import { table } from "./words.ts";

const words = table.levers;

export function LeversButton({ desk }: { readonly desk: Desk }) {
  const { levers } = desk.fixed.value;
  if (levers === undefined) return null;
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={() => {
        desk.dialog.value = "levers";
      }}
    >
      {words.levers({ left: levers.left })}
    </button>
  );
}

export function LeverList({ desk, close }: { readonly desk: Desk; close(): void }) {
  const { levers } = desk.fixed.value;
  if (levers === undefined) return null;
  const pull = (lever: number, target: number) => {
    close();
    desk.act(() => {
      const problem = desk.play.pull(lever, target);
      if (problem === undefined) afterDialog(() => say(words.done({ left: levers.leftAfter })));
      return problem;
    });
  };
  return (
    <>
      <p>
        {words.lead} {words.left({ left: levers.left })}{" "}
        {levers.spent > 0 && words.spent({ cost: levers.spent })}
      </p>
      <ul class="levers">
        {levers.levers.map((lever) => (
          <Lever key={lever.lever} scenario={desk.play.scenario} lever={lever} pull={pull} />
        ))}
      </ul>
    </>
  );
}

function Lever(props: {
  readonly scenario: PublicScenario;
  readonly lever: LeverView;
  pull(lever: number, target: number): void;
}) {
  const { scenario, lever, pull } = props;
  const { title, text, cost, uses, usesLeft, lasts, targets, obstacle } = lever;
  const [place, aimAt] = useState(0);
  const own = useOwn();
  const reason = useId();
  const aimed = targets[place];
  const blocked = obstacle !== undefined || aimed === undefined;
  return (
    <li class={blocked ? "lever lever-blocked" : "lever"}>
      <h3>
        <Own>{title}</Own>
      </h3>
      <p>
        <Own>{text}</Own>
      </p>
      {aimed !== undefined && <Effects effects={aimed.effects} />}
      <p class="small figure">
        {words.cost({ cost })} {words.uses({ left: usesLeft, uses })} {lasts}
      </p>
      {blocked && (
        <p class="small obstacle" id={reason}>
          {obstacle}
        </p>
      )}
      <div class="actions">
        {aimed?.name !== undefined && (
          <label class="aim">
            {words.aim}
            <span class="visually-hidden">{words.which({ title })}</span>
            <select
              value={place}
              disabled={blocked}
              onChange={(event) => aimAt(Number(event.currentTarget.value))}
            >
              {targets.map(({ target, name }, i) => (
                <option key={target} value={i} {...own}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <button
          type="button"
          class="primary"
          disabled={blocked}
          aria-describedby={blocked ? reason : undefined}
          onClick={() => aimed !== undefined && pull(lever.lever, aimed.target)}
        >
          {words.pull}
          <span class="visually-hidden">{words.which({ title })}</span>
        </button>
      </div>
      <Background scenario={scenario} card={lever} />
    </li>
  );
}
