/**
 * The scenarios that come with Parley. Only these lines are loaded with the start page; a scenario's text is a chunk of
 * its own, fetched when somebody opens it. To add one: put the file into scenarios/, a line here, and its title
 * into the words.
 */
import { part } from "../page/part.ts";
import { keeping } from "./words.ts";

const words = keeping.scenarios;

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
  bundled("paris-2026", "ukraine", () => import("../../../scenarios/paris-2026.json?raw")),
  bundled("first-minute", "ukraine", () => import("../../../scenarios/first-minute.json?raw")),
  bundled("direct-talks", "ukraine", () => import("../../../scenarios/direct-talks.json?raw")),
  bundled("three-chairs", "ukraine", () => import("../../../scenarios/three-chairs.json?raw")),
  bundled("sarnmar", "virelia", () => import("../../../scenarios/sarnmar.json?raw")),
  bundled("budapest-1994", "ukraine", () => import("../../../scenarios/budapest-1994.json?raw")),
  bundled("istanbul-2022", "ukraine", () => import("../../../scenarios/istanbul-2022.json?raw")),
  bundled("camp-david-1978", "united_states", () => import("../../../scenarios/camp-david-1978.json?raw")),
];

function bundled(
  id: keyof typeof words,
  seat: string,
  load: () => Promise<{ readonly default: string }>,
): BundledScenario {
  return {
    id,
    seat,
    load: async () => (await part(load())).default,
    get title() {
      return words[id].title;
    },
    get about() {
      return words[id].about;
    },
  };
}

export function bundledById(id: string): BundledScenario | undefined {
  return BUNDLED.find((scenario) => scenario.id === id);
}
