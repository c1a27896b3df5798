/**
 * A native modal <dialog>: focus stays inside, Esc closes, focus returns to where it was. The content exists only while
 * it is open, so that nothing in it is read or found before.
 */
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { page } from "./words.ts";

const words = page.dialog;

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  close(): void;
  readonly children: ComponentChildren;
}

export function Dialog({ open, title, close, children }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = box.current;
    if (dialog === null || dialog.open === open) return;
    if (open) dialog.showModal();
    else dialog.close();
  }, [open]);
  return (
    <dialog ref={box} class="dialog" aria-labelledby={heading} onClose={close}>
      {open && (
        <>
          <div class="dialog-head">
            <h2 id={heading}>{title}</h2>
            <button type="button" class="quiet" onClick={close}>
              {words.close}
            </button>
          </div>
          {children}
        </>
      )}
    </dialog>
  );
}
