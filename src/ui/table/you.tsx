/** Your seat: goal, mandate, walk-away, and what the text is worth between the two. Only your own numbers are here. */

import { useState } from "preact/hooks";
import { listed } from "../../view/sentences.ts";
import type { Desk } from "../desk/desk.ts";
import { Dialog } from "../page/dialog.tsx";
import { Own } from "../parts/own.tsx";
import { Rich } from "../parts/rich.tsx";
import { Term } from "../parts/term.tsx";
import { WorthBar } from "../parts/worth.tsx";
import { table } from "./words.ts";

const words = table.you;

/** Up to so many limits are listed without folding, and so many broken ones are always in sight. */
const SHOWN_UNFOLDED = 3;

export function YouPanel({ desk }: { readonly desk: Desk }) {
  const [reading, setReading] = useState(false);
  const { you, forecast, motion, talks } = desk.view.value;
  const about = forecast?.about ?? "text";
  const worth = about === "motion" ? you.textUtility + (motion?.yourGain ?? 0) : you.draftUtility;
  const title = { motion: words.proposed, draft: words.drafted, text: words.worth[you.measured] }[about];
  return (
    <section class="panel you-panel" id="you" aria-labelledby="you-heading">
      <h2 id="you-heading" tabIndex={-1}>
        {words.title({ name: you.inText })}
      </h2>
      <p class="goal">
        <strong>{words.goal}:</strong> <Own>{you.interests[0]}</Own>
      </p>
      <h3>
        <Rich message={words.mandate} marks={{ term: (inside) => <Term id="mandate">{inside}</Term> }} />
      </h3>
      {you.limits.length > 0 ? (
        <>
          <p class="small muted held-against">{words.heldAgainst[about === "text" ? you.measured : about]}</p>
          <Limits limits={you.limits} />
        </>
      ) : (
        <p class="small">{talks?.mediator ? words.mediates : words.noLimits}</p>
      )}
      <WorthBar
        title={title}
        value={worth}
        before={about === "text" ? undefined : you.textUtility}
        walkAway={you.reservationValue}
        best={you.best}
      />
      <button type="button" class="quiet" aria-haspopup="dialog" onClick={() => setReading(true)}>
        {words.brief}
      </button>
      <Dialog open={reading} title={words.briefTitle({ name: you.name })} close={() => setReading(false)}>
        <p>
          <Own>{desk.play.scenario.parties[you.index]!.brief.public}</Own>
        </p>
        <h3>{words.interests}</h3>
        <ul>
          {you.interests.map((interest) => (
            <li key={interest}>
              <Own>{interest}</Own>
            </li>
          ))}
        </ul>
        <h3>{words.redLines}</h3>
        <ul>
          {you.redLines.map((line) => (
            <li key={line}>
              <Own>{line}</Own>
            </li>
          ))}
        </ul>
        <h3>{words.batnaTitle}</h3>
        <p>
          <Own>{you.batna}</Own>
        </p>
      </Dialog>
    </section>
  );
}

type LimitView = Desk["view"]["value"]["you"]["limits"][number];

/** The first broken limits are always in sight; many kept ones fold, and many broken ones with them. */
function Limits({ limits }: { readonly limits: readonly LimitView[] }) {
  const all = limits.filter((limit) => limit.broken);
  const broken = all.slice(0, SHOWN_UNFOLDED);
  const more = all.slice(SHOWN_UNFOLDED);
  const kept = limits.filter((limit) => !limit.broken);
  const summary =
    broken.length === 0
      ? words.allKept({ count: kept.length })
      : more.length === 0
        ? words.someKept({ count: kept.length })
        : words.moreBroken({ more: more.length, kept: kept.length });
  const folded = [...more, ...kept];
  return (
    <>
      {broken.length > 0 && <LimitList limits={broken} />}
      {kept.length > 0 && limits.length <= SHOWN_UNFOLDED && <LimitList limits={kept} />}
      {folded.length > 0 && limits.length > SHOWN_UNFOLDED && (
        <details>
          <summary>
            <Tick broken={more.length > 0} /> {summary}
          </summary>
          <LimitList limits={folded} />
        </details>
      )}
    </>
  );
}

function LimitList({ limits }: { readonly limits: readonly LimitView[] }) {
  return (
    <ul class="limits">
      {limits.map(({ sentence, broken, movedBy }) => (
        <li key={sentence} class={broken ? "limit-broken" : "limit-kept"}>
          <Tick broken={broken} />
          <span>
            <span class={broken ? "limit-word" : "visually-hidden"}>
              {broken ? words.broken : words.kept}
            </span>{" "}
            {sentence}{" "}
            {movedBy.length > 0 && <span class="moved-by">{words.movedBy({ titles: listed(movedBy) })}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Tick({ broken }: { readonly broken: boolean }) {
  return (
    <svg class="tick" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={broken ? "M3 3l10 10M13 3L3 13" : "M2.5 8.5l3.5 4 7.5-9"} />
    </svg>
  );
}
