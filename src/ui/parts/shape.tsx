/**
 * The marks of the table as inline SVG: filled circle, half circle, cross, ring. A mark always stands beside its word
 * (aria-hidden), so colour and shape only repeat what is written.
 */

import type { Likelihood } from "../../view/coalition.ts";
import type { Stance } from "../../view/stage.ts";
import { parts } from "./words.ts";

const OF_LIKELIHOOD = {
  likely: "for",
  possible: "leaning",
  unlikely: "against",
  unknown: "unknown",
} as const;

const words = parts.shape;

export function Shape({ stance }: { readonly stance: Stance }) {
  return (
    <svg class={`shape shape-${stance}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {stance === "for" && <circle cx="8" cy="8" r="6" class="full" />}
      {stance === "reserve" && (
        <>
          <circle cx="8" cy="8" r="6" class="line" />
          <circle cx="8" cy="8" r="3" class="full" />
        </>
      )}
      {stance === "leaning" && (
        <>
          <circle cx="8" cy="8" r="6" class="line" />
          <path d="M8 2a6 6 0 0 0 0 12z" class="full" />
        </>
      )}
      {stance === "against" && <path d="M3 3l10 10M13 3L3 13" class="line thick" />}
      {(stance === "abstain" || stance === "unknown") && <circle cx="8" cy="8" r="5.5" class="line" />}
    </svg>
  );
}

export function LikelihoodMark({ word }: { readonly word: Likelihood }) {
  return (
    <span class={`mark likelihood-${word}`}>
      <Shape stance={OF_LIKELIHOOD[word]} />
      {words.likelihood[word]}
    </span>
  );
}

export function StanceMark({ stance }: { readonly stance: Stance }) {
  return (
    <span class="mark">
      <Shape stance={stance} />
      {words.stance[stance]}
    </span>
  );
}
