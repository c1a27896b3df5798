/** One utility on the way from walking away to the best you could get: a bar that repeats what its text says. */
import { points } from "../../view/sentences.ts";
import { Term } from "./term.tsx";
import { parts } from "./words.ts";

const words = parts.worth;

export interface WorthBarProps {
  readonly title: string;
  readonly value: number;
  /** The value it is compared with: a ring on the bar. */
  readonly before: number | undefined;
  readonly walkAway: number;
  readonly best: number;
}

export function WorthBar({ title, value, before, walkAway, best }: WorthBarProps) {
  const least = Math.min(walkAway, value, before ?? value);
  const most = Math.max(best, value, least + 1e-6);
  const at = (points: number) => 4 + (92 * (points - least)) / (most - least);
  const below = value < walkAway;
  return (
    <div class="worth">
      <p class="worth-title">
        <span>{title}</span> <strong>{points(value)}</strong>
      </p>
      <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect x="0" y="4" width="100" height="4" class="worth-rail" />
        <rect
          x={at(Math.min(walkAway, value))}
          y="4"
          width={Math.abs(at(value) - at(walkAway))}
          height="4"
          class={below ? "worth-loss" : "worth-gain"}
        />
        <rect x={at(walkAway) - 0.4} y="1" width="0.8" height="10" class="worth-tick" />
        <rect x={at(best) - 0.4} y="1" width="0.8" height="10" class="worth-tick" />
        {before !== undefined && (
          <rect x={at(before) - 0.4} y="2" width="0.8" height="8" class="worth-before" />
        )}
        <rect x={at(value) - 0.9} y="0" width="1.8" height="12" class="worth-needle" />
      </svg>
      <p class="worth-ends">
        <span>
          <Term id="batna">{words.walkAway}</Term> {points(walkAway)}
        </span>
        <span>
          {words.best} {points(best)}
        </span>
      </p>
    </div>
  );
}
