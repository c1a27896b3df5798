/**
 * Where the focus goes: the one file that moves it, so that no press ever leaves a keyboard without one. The heading of
 * a page or of the bar takes it without scrolling; anything else is brought into sight.
 */
import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

/** Where the focus goes when the button that was pressed has gone. */
export const BAR_HEADING = "bar-heading";

/** Milliseconds until what a press changes is on the screen and a closing dialog has given the focus back. */
const SETTLED = 60;

/** Does something once a dialog that is being closed no longer hides the rest of the page. */
export function afterDialog(deed: () => void): void {
  setTimeout(deed, SETTLED);
}

/** Call after anything that may have removed the focused element. */
export function keepFocus(): void {
  setTimeout(() => {
    if (isLost()) focusOn(document.getElementById(BAR_HEADING) ?? document.querySelector("h1"));
  }, SETTLED);
}

/** The element that had the focus has gone. */
export function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

export function holdsFocus(element: Element | null | undefined): boolean {
  return element?.contains(document.activeElement) === true;
}

/** Also something that the keyboard alone does not reach, such as a heading. */
export function focusOn(target: HTMLElement | null | undefined): void {
  if (!target) return;
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: /^H[12]$/.test(target.tagName) });
}

/** Focuses what `ref` holds once it is on the screen, and again when `reason` changes. */
export function useFocusOn(ref: RefObject<HTMLElement | null>, reason: unknown): void {
  useEffect(() => focusOn(ref.current), [ref, reason]);
}

/** The page's heading, a frame later: a dialog that closes would give the focus back to a button that has gone. */
export function focusPage(): void {
  requestAnimationFrame(() => focusOn(document.querySelector("h1")));
}

/** Focuses and selects a field once the dialog it stands in has opened and focused its first button. */
export function useSelected(ref: RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      focusOn(ref.current);
      ref.current?.select();
    });
    return () => cancelAnimationFrame(frame);
  }, [ref]);
}

/** Opens the folded parts around an element, brings it into sight and focuses what can be used in it. */
export function goTo(id: string): void {
  const target = document.getElementById(id);
  if (target === null) return;
  for (let at = target.closest("details"); at !== null; at = at.parentElement?.closest("details") ?? null) {
    at.open = true;
  }
  target.scrollIntoView({ block: "start", behavior: "auto" });
  const inside = ["h2", "input:checked", "input"].map((part) => target.querySelector<HTMLElement>(part));
  const focusable = target.matches("[tabindex]") ? target : inside.find((part) => part !== null);
  focusable?.focus({ preventScroll: true });
}
