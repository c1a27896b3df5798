/** Where the focus goes: one place, so that no press ever leaves a keyboard without one. */

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
    const at = document.activeElement;
    if (at !== null && at !== document.body) return;
    const heading = document.getElementById(BAR_HEADING) ?? document.querySelector("h1");
    heading?.focus({ preventScroll: true });
  }, SETTLED);
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
