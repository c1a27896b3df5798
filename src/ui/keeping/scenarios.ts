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
    load: async () => (await import("../../../scenarios/paris-2026.json?raw")).default,
  },
  {
    id: "first-minute",
    title: "The first minute",
    about: "Three delegations, three sentences: the same game, small enough for one minute.",
    seat: "ukraine",
    load: async () => (await import("../../../scenarios/first-minute.json?raw")).default,
  },
  {
    id: "direct-talks",
    title: "Direct talks",
    about: "Ukraine, Russia, the United States, two delegations of the Coalition and the host at one table.",
    seat: "ukraine",
    load: async () => (await import("../../../scenarios/direct-talks.json?raw")).default,
  },
  {
    id: "three-chairs",
    title: "Three chairs",
    about: "Ukraine, the United States and Europe: four sentences in three rounds, for a first lesson.",
    seat: "ukraine",
    load: async () => (await import("../../../scenarios/three-chairs.json?raw")).default,
  },
  {
    id: "sarnmar",
    title: "The Sarn Strait",
    about: "Invented countries, the same mathematics: for classes that should avoid a live conflict.",
    seat: "virelia",
    load: async () => (await import("../../../scenarios/sarnmar.json?raw")).default,
  },
  {
    id: "budapest-1994",
    title: "Budapest 1994",
    about: "Assurance or guarantee? Four delegations and the warheads, with readings of what followed.",
    seat: "ukraine",
    load: async () => (await import("../../../scenarios/budapest-1994.json?raw")).default,
  },
  {
    id: "istanbul-2022",
    title: "Istanbul, spring 2022",
    about:
      "Neutrality, guarantors and a veto; why it failed is disputed, and three readings stand side by side.",
    seat: "ukraine",
    load: async () => (await import("../../../scenarios/istanbul-2022.json?raw")).default,
  },
];

export function bundledById(id: string): BundledScenario | undefined {
  return BUNDLED.find((scenario) => scenario.id === id);
}
