/**
 * How this browser likes to see Parley: theme and motion, each "auto" (as the system says) or chosen. The result is on
 * <html> as data-theme and data-motion, so that CSS asks one place; the choice is kept in localStorage where allowed.
 */
import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";

export const THEMES = ["auto", "light", "dark"] as const;
export const MOTIONS = ["auto", "on", "off"] as const;
export type ThemeChoice = (typeof THEMES)[number];
export type MotionChoice = (typeof MOTIONS)[number];

export interface Settings {
  /** What the person chose; set it to change it. */
  readonly theme: Signal<ThemeChoice>;
  readonly motion: Signal<MotionChoice>;
  /** What follows from choice and system. */
  readonly shownTheme: ReadonlySignal<"light" | "dark">;
  readonly moving: ReadonlySignal<boolean>;
}

const KEYS = { theme: "parley.theme", motion: "parley.motion" } as const;

export const settings: Settings = createSettings();

function createSettings(): Settings {
  const theme = signal(recalled(KEYS.theme, THEMES));
  const motion = signal(recalled(KEYS.motion, MOTIONS));
  const systemDark = following(matchMedia("(prefers-color-scheme: dark)"));
  const systemStill = following(matchMedia("(prefers-reduced-motion: reduce)"));
  const shownTheme = computed(() =>
    theme.value === "auto" ? (systemDark.value ? "dark" : "light") : theme.value,
  );
  const moving = computed(() => (motion.value === "auto" ? !systemStill.value : motion.value === "on"));
  effect(() => {
    const { dataset } = document.documentElement;
    dataset.theme = shownTheme.value;
    dataset.motion = moving.value ? "on" : "off";
  });
  effect(() => keep(KEYS.theme, theme.value));
  effect(() => keep(KEYS.motion, motion.value));
  return { theme, motion, shownTheme, moving };
}

function following(list: MediaQueryList): ReadonlySignal<boolean> {
  const matching = signal(list.matches);
  list.addEventListener("change", () => {
    matching.value = list.matches;
  });
  return matching;
}

function recalled<T extends string>(key: string, choices: readonly [T, ...T[]]): T {
  try {
    const kept = localStorage.getItem(key);
    return choices.find((choice) => choice === kept) ?? choices[0];
  } catch {
    return choices[0];
  }
}

/** A browser that keeps nothing (private window, blocked storage) is no reason to complain: the choice still holds. */
function keep(key: string, choice: string): void {
  try {
    if (choice === "auto") localStorage.removeItem(key);
    else localStorage.setItem(key, choice);
  } catch {
    return;
  }
}
