/**
 * The scenarios that come with Parley. Only these lines are loaded with the start page; a scenario's text is a chunk of
 * its own, fetched when somebody opens it. To add one: put the file into scenarios/ and a line here.
 */
export interface BundledScenario {
  readonly id: string;
  readonly title: string;
  /** One sentence for the start page. */
  readonly about: string;
  /** The seat of "Play now". */
  readonly seat: string;
  /** The file's text. */
  load(): Promise<string>;
}

export const BUNDLED: readonly BundledScenario[] = [
  {
    id: "paris-2026",
    title: "The Paris summit",
    about: "36 delegations work on one statement about security guarantees for Ukraine, in six rounds.",
    seat: "ukraine",
    load: async () => (await import("../../scenarios/paris-2026.json?raw")).default,
  },
  {
    id: "first-minute",
    title: "The first minute",
    about: "Three delegations, three sentences: the same game, small enough for one minute.",
    seat: "ukraine",
    load: async () => (await import("../../scenarios/first-minute.json?raw")).default,
  },
  {
    id: "direct-talks",
    title: "Direct talks",
    about: "Ukraine, Russia, the United States, two delegations of the Coalition and the host at one table.",
    seat: "ukraine",
    load: async () => (await import("../../scenarios/direct-talks.json?raw")).default,
  },
];

export function bundledById(id: string): BundledScenario | undefined {
  return BUNDLED.find((scenario) => scenario.id === id);
}
