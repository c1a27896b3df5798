/**
 * Texts for the clipboard. Where the browser keeps it closed (a page without encryption, as on a school's own network, or
 * a policy), the text stands in a field, selected, to be copied by hand.
 */
import { useRef } from "preact/hooks";
import { useSelected } from "./focus.ts";

/** Whether the clipboard has taken the text. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

export function CopyField({ label, text }: { readonly label: string; readonly text: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useSelected(field);
  return (
    <label class="field">
      {label}
      <textarea ref={field} readOnly rows={5} value={text} />
    </label>
  );
}
