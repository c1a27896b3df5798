/** What falls back and what stays of a text that was signed: at the table, between phases and in the result. */
import { describeFallback, type Standing } from "../../view/inForce.ts";
import { Own } from "./own.tsx";
import { parts } from "./words.ts";

const words = parts.standing;

/** What falls back, each with whose consent is missing; what stays, on demand. */
export function StandingParts({ standing }: { readonly standing: Standing }) {
  const { falls, stays } = standing;
  return (
    <>
      {falls.length > 0 && (
        <ul class="falls">
          {falls.map((fallback) => (
            <li key={fallback.issue}>{describeFallback(fallback)}</li>
          ))}
        </ul>
      )}
      {stays.length > 0 && (
        <details>
          <summary>{words.stays({ count: stays.length })}</summary>
          <ul class="stays">
            {stays.map((part) => (
              <li key={part}>
                <Own>{part}</Own>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
